"""Cleaning: from the text of a source to the text that offsets count.

The cleaned text is the title, a blank line, then the paragraphs of the body with a blank line
between them; without a title it is the body alone. So the facts of a headline have offsets too.

- Characters are composed (Unicode NFC); control and invisible characters go; every kind of space
  becomes a plain one and runs of them become one.
- A blank line ends a paragraph. Lines inside a paragraph are joined by one space, since sources
  wrap them; but where one of them is longer than any wrapped line (``MAX_WRAPPED``), the source
  does not wrap, and each line is a paragraph.
- Lines that are no part of the article (see ``boilerplate.py``) go, whole lines only, never the
  title, and never a line that continues a sentence begun on the line before.
- A first paragraph that only repeats the title goes.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from loaders.boilerplate import is_boilerplate

MAX_WRAPPED = 120
"""Characters; text is wrapped by hand or by mail programs at 65 to 100."""

_SPACES = re.compile("[\\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Controls but the line feed and the tab; soft hyphen, zero-width space and joiners of words, marks
# of direction. The zero-width joiner and non-joiner spell words in several scripts: they stay.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
# The last three are the full stops, exclamation and question marks of East Asian scripts.
_SENTENCE_END = re.compile(r"""[.!?:;\u2026\u3002\uff01\uff1f]["'\u201d\u2019\xbb)\]]*$""")


def clean_text(title: str, body: str) -> str:
    """Make the text of an article from its title, which may be empty, and its body."""
    return join_text(clean_line(title), clean_paragraphs(body))


def join_text(title: str, paragraphs: Sequence[str]) -> str:
    """Put a cleaned title and cleaned paragraphs together."""
    if not title:
        return "\n\n".join(paragraphs)
    repeated = bool(paragraphs) and paragraphs[0].casefold() == title.casefold()
    return "\n\n".join([title, *paragraphs[repeated:]])


def clean_line(text: str) -> str:
    """Bring a text such as a title onto one line."""
    return " ".join(line for line in _plain_lines(text) if line)


def clean_paragraphs(body: str) -> list[str]:
    """Split a body into its cleaned paragraphs, none of them empty."""
    return [paragraph for block in _blocks(_plain_lines(body)) for paragraph in _paragraphs(block)]


def _plain_lines(text: str) -> list[str]:
    return [_plain(line) for line in text.replace("\u2029", "\n\n").splitlines()]


def _plain(line: str) -> str:
    # What is printable holds no control, nothing invisible and no space but the plain one.
    if not line.isprintable():
        line = _SPACES.sub(" ", _INVISIBLE.sub("", line))
    # Composed last: a soft hyphen may have kept a letter from its accent.
    return unicodedata.normalize("NFC", " ".join(filter(None, line.split(" "))))


def _blocks(lines: Iterable[str]) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return blocks


def _paragraphs(block: list[str]) -> list[str]:
    if any(len(line) > MAX_WRAPPED for line in block):
        return [line for line in block if not is_boilerplate(line)]
    kept = " ".join(_without_boilerplate(block))
    return [kept] if kept else []


def _without_boilerplate(block: list[str]) -> list[str]:
    kept: list[str] = []
    for line in block:
        continues = bool(kept) and not _SENTENCE_END.search(kept[-1])
        if continues or not is_boilerplate(line):
            kept.append(line)
    return kept
