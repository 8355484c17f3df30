"""Chunks: the stretches of a text without blanks, behind which sentences may end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

# "home.Then" is two chunks: a blank was forgotten. Addresses are one.
_CHUNK = re.compile(r"(?![^\s/@]{0,100}[/@]|www)\S{1,60}?[a-z]{2}[.!?]{1,9}(?=[A-Z][a-z])|\S+")
_PARTS = re.compile(r"(\W*)(.*?)(\W*)", re.DOTALL)
_HALF = 20
"""Characters at each end of a chunk that are looked at."""


class ChunkForm(NamedTuple):
    """How a chunk is written: its marks before and after the word between them, and its shape.

    The shape is "Aa", "AA", "A" (one capital), "a", "9", "x" (a script without case) or "."
    (marks alone).
    """

    before: str
    word: str
    after: str
    shape: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk: where it stands in the text, and its form."""

    start: int
    end: int
    form: ChunkForm


def read_chunks(text: str, start: int, end: int) -> Iterator[Chunk]:
    """Yield the chunks of a stretch of text."""
    for match in _CHUNK.finditer(text, start, end):
        first, last = match.span()
        if last - first > 2 * _HALF:
            shown = text[first : first + _HALF] + text[last - _HALF : last]
        else:
            shown = match.group()
        yield Chunk(first, last, _form(shown))


@lru_cache(maxsize=16384)
def _form(chunk: str) -> ChunkForm:
    match = _PARTS.fullmatch(chunk)
    assert match
    before, word, after = match.groups()
    return ChunkForm(before[-3:], word, _after(after), _shape(word))


def _after(marks: str) -> str:
    """Return the marks with those that are repeated often made alike: "!!!!!" is "!!"."""
    return re.sub(r"(.)\1{3,}", r"\1\1", marks)[-4:]


def _shape(word: str) -> str:
    if not word:
        return "."
    if word[0].isdigit():
        return "9"
    if word[0].isupper():
        small = not word.isupper()
        return "Aa" if small else "AA" if len(word) > 1 else "A"
    return "a" if word[0].islower() else "x"
