"""Marking: a sentence in sub-words, with marks around the two sides of an event."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.language.subwords import SubwordReader

Span = tuple[int, int]
"""The characters of a sentence from the first number to before the second."""

MARKS = (1, 2, 3, 4)
"""Numbers that the vocabulary reserves: actor opens, actor closes, recipient opens, closes."""

ROLES = 3 + len(MARKS)
"""How many roles a sub-word can have: other text, actor, recipient, and one a mark."""

LONGEST = 200
"""Sub-words that are read of a sentence: those nearest to the marks."""

_LONGEST_STRETCH = 1_500
"""Characters that are read at each end of a stretch of text between marks."""

_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence as the network takes it.

    ``pieces`` are the numbers of the sub-words and marks, ``roles`` what each belongs to, and
    ``places`` the positions of the marks that open the actor and the recipient, 0 where a side is
    not told.
    """

    pieces: tuple[int, ...]
    roles: tuple[int, ...]
    places: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Border:
    """A mark: where it stands, and whether it opens a span."""

    offset: int
    opens: bool
    side: int
    span: Span

    @property
    def key(self) -> tuple[int, bool, int]:
        """The order of marks; at one place what is inside closes first and opens last."""
        return self.offset, self.opens, -self.span[1] if self.opens else -self.span[0]

    @property
    def number(self) -> int:
        """The number of the mark, from 0."""
        return 2 * self.side + (not self.opens)


class Marker:
    """Reads sentences with marks around actor and recipient."""

    def __init__(self, reader: SubwordReader) -> None:
        self._reader = reader
        self._opening, self._closing = reader.read(()).pieces

    def mark(self, sentence: str, actor: Span | None, recipient: Span | None) -> Marked:
        """Return a sentence in sub-words; a side may be unknown, and sides may overlap.

        A span that reaches beyond the sentence is cut to it; an empty one counts as unknown.
        """
        borders = sorted(_borders(len(sentence), actor, recipient), key=lambda one: one.key)
        items = list(self._items(sentence, borders))
        kept = _nearest(items)
        pieces = (self._opening, *(piece for piece, _ in kept), self._closing)
        places = [pieces.index(mark) if mark in pieces else 0 for mark in (MARKS[0], MARKS[2])]
        return Marked(pieces, (0, *(role for _, role in kept), 0), (places[0], places[1]))

    def _items(self, sentence: str, borders: list[_Border]) -> Iterator[tuple[int, int]]:
        """Yield sub-words and marks, each with its role."""
        inside: set[int] = set()
        position = 0
        for border in borders:
            yield from self._stretch(sentence[position : border.offset], inside)
            yield MARKS[border.number], 3 + border.number
            inside ^= {border.side}
            position = border.offset
        yield from self._stretch(sentence[position:], inside)

    def _stretch(self, text: str, inside: set[int]) -> Iterator[tuple[int, int]]:
        role = 1 + max(inside, default=-1)
        for word in _words(text):
            for piece in self._reader.pieces(word):
                yield piece, role


def _borders(length: int, actor: Span | None, recipient: Span | None) -> Iterator[_Border]:
    for side, span in enumerate((actor, recipient)):
        first, last = (min(max(offset, 0), length) for offset in span or (0, 0))
        if first < last:
            yield _Border(first, True, side, (first, last))
            yield _Border(last, False, side, (first, last))


def _words(text: str) -> list[str]:
    if len(text) > 2 * _LONGEST_STRETCH:
        text = f"{text[:_LONGEST_STRETCH]} {text[-_LONGEST_STRETCH:]}"
    return _WORD.findall(text)


def _nearest(items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the items that stand nearest to a mark, as many as are read, in their order."""
    if len(items) <= LONGEST:
        return items
    marks = [place for place, (piece, _) in enumerate(items) if piece in MARKS] or [0]
    distances = [min(abs(place - mark) for mark in marks) for place in range(len(items))]
    nearest = sorted(range(len(items)), key=lambda place: distances[place])[:LONGEST]
    return [items[place] for place in sorted(nearest)]
