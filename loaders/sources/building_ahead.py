"""Building ahead: workers find the articles of pages, which come in the order of the input.

To find the article of a page takes about as long as to extract its facts, so one reader could not
keep many workers busy. Everything else is built where it is read.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass

from loaders.rejects import Reject
from loaders.sources.building import Reading, Unbuilt, build
from loaders.sources.entry import RawPage, SourceArticle
from loaders.sources.published import DateRules
from loaders.workers import Workers, killer

ENTRIES_AHEAD = 64
"""Two chunks: while workers extract one, the pages of the next wait for them."""

BYTES_AHEAD = 16_000_000
"""Of all that waits, unless a single page has more."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page whose article a worker is to find."""

    given: Unbuilt
    size: int
    found: Future[Reading]


def build_all(
    given: Iterable[Unbuilt | Reject], rules: DateRules, workers: Workers | None
) -> Iterator[Reading]:
    """The articles, and the rejects between them; without workers all is built here."""
    if workers is None:
        yield from (build(one, rules) if isinstance(one, Unbuilt) else one for one in given)
        return
    building = _Building(rules, workers)
    waiting: deque[Reading | _Page] = deque()
    size = 0
    for one in given:
        begun = building.begin(one)
        waiting.append(begun)
        size += _size(begun)
        while waiting and (
            _is_done(waiting[0]) or len(waiting) > ENTRIES_AHEAD or size > BYTES_AHEAD
        ):
            size -= _size(waiting[0])
            yield building.finish(waiting.popleft())
    yield from map(building.finish, waiting)


def _is_done(begun: Reading | _Page) -> bool:
    return not isinstance(begun, _Page) or begun.found.done()


def _size(begun: Reading | _Page) -> int:
    """About how many bytes wait."""
    match begun:
        case _Page():
            return begun.size
        case SourceArticle():
            return len(begun.article.text)
        case Reject():
            return 0


class _Building:
    """Builds pages by workers, and everything else at once."""

    def __init__(self, rules: DateRules, workers: Workers) -> None:
        self._rules = rules
        self._workers = workers

    def begin(self, one: Unbuilt | Reject) -> Reading | _Page:
        if isinstance(one, Reject):
            return one
        if not isinstance(one.entry, RawPage):
            return build(one, self._rules)
        found = self._workers.executor.submit(build, one, self._rules)
        return _Page(one, len(one.entry.data), found)

    def finish(self, begun: Reading | _Page) -> Reading:
        """Wait for what was begun; a page at which a worker died is tried once more, alone."""
        if not isinstance(begun, _Page):
            return begun
        try:
            return begun.found.result()
        except self._workers.deaths:
            return self._alone(begun.given)

    def _alone(self, given: Unbuilt) -> Reading:
        with self._workers.alone() as executor:
            try:
                return executor.submit(build, given, self._rules).result()
            except self._workers.deaths:
                return killer(given.path, None)
