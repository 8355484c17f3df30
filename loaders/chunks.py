"""Chunks: the stream of what is read, cut into pieces of work bounded in number and size."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from loaders.rejects import Reject
from loaders.selection import LeftOut, Selected
from loaders.sources import SourceArticle

ARTICLES = 32
"""Articles a chunk, and so a transaction: enough to be fast, few enough that little is done again
after a fall."""

CHARACTERS = 500_000
"""Characters of text a chunk, unless a single article has more."""

LEFT_OUT = 10_000
"""Articles passed over a chunk, so that progress is seen where nothing is selected."""


@dataclass(slots=True)
class Chunk:
    """Articles to extract together, and what could not be read or was not selected between them.

    ``path`` is where the last of it was read, ``position`` how many bytes of input were read then.
    """

    articles: list[SourceArticle] = field(default_factory=list[SourceArticle])
    rejects: list[Reject] = field(default_factory=list[Reject])
    left_out: int = 0
    path: str = ""
    position: int = 0
    characters: int = 0

    def add(self, reading: Selected) -> None:
        """Take up one more."""
        self.path = reading.path
        if isinstance(reading, Reject):
            self.rejects.append(reading)
        elif isinstance(reading, LeftOut):
            self.left_out += 1
        else:
            self.articles.append(reading)
            self.characters += len(reading.article.text)

    @property
    def is_full(self) -> bool:
        """Whether it has reached one of the bounds."""
        return (
            len(self.articles) + len(self.rejects) >= ARTICLES
            or self.characters >= CHARACTERS
            or self.left_out >= LEFT_OUT
        )


def chunked(readings: Iterable[Selected], position: Callable[[], int]) -> Iterator[Chunk]:
    """Cut a stream; nothing is held back but the chunk that is being filled."""
    chunk = Chunk()
    for reading in readings:
        chunk.add(reading)
        if chunk.is_full:
            chunk.position = position()
            yield chunk
            chunk = Chunk()
    if chunk.path:
        chunk.position = position()
        yield chunk
