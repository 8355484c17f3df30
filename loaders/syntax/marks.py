"""Marks: what earlier steps know of the tokens of a document."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from loaders.document import Document
from loaders.text.token import Token


@dataclass(frozen=True, slots=True)
class Marked:
    """A token that is part of a name, of a date, or of neither.

    The tokens of one name or title have one ``span``, a number.
    """

    token: Token
    named: bool = False
    time: bool = False
    span: int | None = None


class Marks:
    """Looks up the marks of the tokens of one document."""

    def __init__(self, document: Document) -> None:
        self._tokens = document.tokens
        self._starts = [token.start for token in document.tokens]
        named = [(span.start, span.end) for span in (*document.mentions, *document.names)]
        titles = [(title.start, title.end) for title in document.titles]
        dates = [(date.start, date.end) for date in document.dates]
        self._named = self._numbered(named)
        self._spans = {**self._numbered(titles), **self._named}
        self._timed = self._numbered(dates)

    def _numbered(self, spans: list[tuple[int, int]]) -> dict[int, int]:
        """Number the tokens that lie in a span by where that span begins."""
        found: dict[int, int] = {}
        for start, end in sorted(spans, key=lambda span: span[0] - span[1], reverse=True):
            first = max(0, bisect_right(self._starts, start) - 1)
            for index in range(first, bisect_left(self._starts, end)):
                if self._tokens[index].end > start:
                    found[index] = start
        return found

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Return the first token at or behind an offset, and the first at or behind another."""
        return bisect_left(self._starts, start), bisect_left(self._starts, end)

    def of(self, index: int) -> Marked:
        """Return a token with its marks."""
        return Marked(
            self._tokens[index], index in self._named, index in self._timed, self._spans.get(index)
        )
