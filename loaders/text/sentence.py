"""Sentences: where they begin and end, and which of them is the headline.

A paragraph ends at a blank line, and at the end of a line that ends like a sentence. The headline
is a first line that repeats the title or, without one, has no full stop.
"""

import re
from dataclasses import dataclass
from typing import Literal

from loaders.gazetteer.word_list import word_list

SentenceKind = Literal["headline", "body"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text.

    ``body`` is where it begins after a dateline such as "BEIJING (AP) -"; without a dateline it
    equals ``start``.
    """

    index: int
    start: int
    end: int
    body: int
    paragraph: int
    kind: SentenceKind = "body"


_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*|(?<=[.!?:\"')])[^\S\n]*\n\s*")
_ENDING = re.compile(r"(?:\.{3}|[.!?])[\"')\]]*(?=\s)")
_WORD_BEFORE = re.compile(r"[\w.&'-]{1,30}$")
_WORD_AFTER = re.compile(r"\s+[\"'(\[]*([\w.'-]{1,30})")
_DATELINE = re.compile(
    r"[A-Z][A-Z.'-]+(?:[ ,]+[A-Z][\w.'-]*){0,5}"
    r"(?:,? \w{3,9}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([\w /,.-]{2,30}\))?(?: ?(?:--|\u2014|\u2013)| -) ?(?=\S)"
)
_BYLINE = re.compile(r"\([A-Z][\w /,.-]{1,29}\) ?(?:--|-|\u2014|\u2013) ?(?=\S)")
_LONGEST_HEADLINE = 250


def _ends_sentence(paragraph: str, match: re.Match[str]) -> bool:
    following = _WORD_AFTER.match(paragraph, match.end())
    if following is None:
        return True
    after = following.group(1)
    if after[0].islower():
        return False
    if not match.group().startswith(".") or match.group().startswith("..."):
        return True
    before = _WORD_BEFORE.search(paragraph, max(0, match.start() - 30), match.start())
    word = before.group() if before else ""
    if "." in word or word in word_list("closing_abbreviations"):
        return after in word_list("sentence_openers")
    initial = len(word) == 1 and word.isupper() and word != "I"
    return not initial and word not in word_list("abbreviations")


def _pieces(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    paragraph = folded[start:end]
    pieces: list[tuple[int, int]] = []
    begin = 0
    for match in _ENDING.finditer(paragraph):
        if _ends_sentence(paragraph, match):
            pieces.append((start + begin, start + match.end()))
            begin = match.end()
    pieces.append((start + begin, end))
    return [trimmed for piece in pieces if (trimmed := _trimmed(folded, *piece))]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return None
    begin = start + len(piece) - len(piece.lstrip())
    return begin, begin + len(stripped)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = 0
    for match in _PARAGRAPH_BREAK.finditer(text):
        spans.append((begin, match.start()))
        begin = match.end()
    spans.append((begin, len(text)))
    return spans


def _headline_end(text: str, title: str) -> int:
    """Return where the headline ends, or 0 when the text does not begin with one."""
    start = len(text) - len(text.lstrip())
    line_end = text.find("\n", start)
    if line_end < 0:
        return 0
    line = text[start:line_end].rstrip()
    if title and line == title.strip():
        return line_end
    untitled = not title and len(line) <= _LONGEST_HEADLINE and line[-1:] not in ".!?\"'"
    return line_end if untitled and text[line_end : line_end + 2].strip() == "" else 0


def _body_start(folded: str, start: int, end: int) -> int:
    for pattern in (_DATELINE, _BYLINE):
        match = pattern.match(folded, start, end)
        if match:
            return match.end()
    return start


def find_sentences(text: str, folded: str, title: str = "") -> tuple[Sentence, ...]:
    """Return the sentences of a text; ``folded`` is the same text, folded."""
    sentences: list[Sentence] = []
    headline_end = _headline_end(text, title)
    if headline_end:
        span = _trimmed(text, 0, headline_end)
        assert span is not None
        sentences.append(Sentence(0, *span, body=span[0], paragraph=0, kind="headline"))
    paragraphs = [
        (max(start, headline_end), end) for start, end in _paragraphs(text) if end > headline_end
    ]
    for number, (start, end) in enumerate(paragraphs, start=1):
        for begin, stop in _pieces(folded, start, end):
            body = _body_start(folded, begin, stop)
            sentences.append(Sentence(len(sentences), begin, stop, body, number))
    return tuple(sentences)
