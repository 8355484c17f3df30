"""The words around a name, where only blanks lie between."""

import re
from dataclasses import dataclass

_BEFORE = re.compile(r"([\w.'-]{1,40}) $")
_AFTER = re.compile(r" ([\w.'-]{1,40})")
_WINDOW = 42


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The word before a name and the word after it; empty at a mark or an end."""

    before: str
    after: str


def surroundings(folded: str, start: int, end: int) -> Surroundings:
    """Return the neighboring words of a stretch of folded text."""
    before = _BEFORE.search(folded, max(0, start - _WINDOW), start)
    after = _AFTER.match(folded, end)
    return Surroundings(before.group(1) if before else "", after.group(1) if after else "")
