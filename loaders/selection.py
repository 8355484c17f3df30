"""Selection: which of the articles that are read shall be loaded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.facts import Article
from loaders.rejects import Reject
from loaders.sources import Reading


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Stands where an article was that was not selected; ``path`` is where it was read."""

    path: str


Selected = Reading | LeftOut


@dataclass(frozen=True, slots=True)
class Selection:
    """What to load: all of it where nothing is said.

    ``since`` and ``until`` are ISO 8601 days, both included; an article without a date is on
    neither side of a day, so it is left out where one is given. ``publishers`` are compared
    without regard to case. ``limit`` is the number of articles after which reading ends.
    """

    since: str | None = None
    until: str | None = None
    publishers: tuple[str, ...] = ()
    limit: int | None = None

    def of(self, readings: Iterable[Reading]) -> Iterator[Selected]:
        """Give what is selected, with the rejects, and tell of what is not."""
        selected = 0
        if self.limit == 0:
            return
        for reading in readings:
            if isinstance(reading, Reject):
                yield reading
            elif not self.takes(reading.article):
                yield LeftOut(reading.path)
            else:
                yield reading
                selected += 1
                if selected == self.limit:
                    return

    def takes(self, article: Article) -> bool:
        """Tell whether an article is selected."""
        day = (article.published_at or "")[:10]
        if (self.since or self.until) and not day:
            return False
        if (self.since and day < self.since) or (self.until and day > self.until):
            return False
        wanted = {name.casefold() for name in self.publishers}
        return not wanted or (article.publisher or "").casefold() in wanted
