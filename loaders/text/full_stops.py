"""Full stops: where sentences end in well-edited text, by rules."""

import re
from collections.abc import Iterator

from loaders.gazetteer.word_list import word_list

_ENDING = re.compile(r"(?:\.{3}|[.!?])[\"')\]]*(?=\s)")
_WORD_BEFORE = re.compile(r"[\w.&'-]{1,30}$")
_WORD_AFTER = re.compile(r"\s+[\"'(\[]*([\w.'-]{1,30})")


def ruled_ends(folded: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets where sentences of a paragraph end before another one."""
    paragraph = folded[start:end]
    for match in _ENDING.finditer(paragraph):
        if _ends_sentence(paragraph, match):
            yield start + match.end()


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
