"""Chunks: the stream of what is read, cut into pieces of work bounded in number and size."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.rejects import Reject
from loaders.sources import Reading, SourceArticle

ARTICLES = 32
"""Articles a chunk, and so a transaction: enough to be fast, few enough that little is done again
after a fall."""

CHARACTERS = 500_000
"""Characters of text a chunk, unless a single article has more."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Articles to extract together, and what could not be read between them."""

    articles: tuple[SourceArticle, ...]
    rejects: tuple[Reject, ...]

    @property
    def path(self) -> str:
        """Where the last of it was read."""
        return (self.articles or self.rejects)[-1].path


def chunked(
    readings: Iterable[Reading],
    *,
    articles: int = ARTICLES,
    characters: int = CHARACTERS,
) -> Iterator[Chunk]:
    """Cut a stream; nothing is held back but the chunk that is being filled."""
    good: list[SourceArticle] = []
    bad: list[Reject] = []
    size = 0
    for reading in readings:
        if isinstance(reading, Reject):
            bad.append(reading)
        else:
            good.append(reading)
            size += len(reading.article.text)
        if len(good) + len(bad) >= articles or size >= characters:
            yield Chunk(tuple(good), tuple(bad))
            good, bad, size = [], [], 0
    if good or bad:
        yield Chunk(tuple(good), tuple(bad))
