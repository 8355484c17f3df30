"""The account of a run: tokens spent, what came of each article, what was left out of the answers.

It is a file, so that all processes of a run share one budget; who changes it locks it.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from graph.engine.locks import FileLock

FAILURES_BORNE = 5
"""Articles in a row for which the endpoint may fail before it is asked no more."""

_LOCK_TIMEOUT = 60.0


class Tally(msgspec.Struct):
    """What a run came to.

    ``tokens`` are spent, ``reserved`` belong to requests under way. ``articles`` are counted as
    answered, cached, failed and unasked; ``reasons`` tell why those of the last two kinds went
    with the rules alone, ``dropped`` why parts of answers were left out. ``failing`` counts the
    failures of the endpoint since its last answer.
    """

    tokens: int = 0
    reserved: int = 0
    failing: int = 0
    articles: dict[str, int] = {}
    reasons: dict[str, int] = {}
    dropped: dict[str, int] = {}


@dataclass(frozen=True, slots=True)
class Account:
    """The account in a file, with the budget of the run in tokens."""

    path: Path
    budget: int

    def reserve(self, tokens: int) -> bool:
        """Set tokens aside for a request; tells whether the budget has them."""
        granted = False

        def reserved(tally: Tally) -> None:
            nonlocal granted
            granted = tally.tokens + tally.reserved + tokens <= self.budget
            tally.reserved += tokens if granted else 0

        self._change(reserved)
        return granted

    def settle(self, reserved: int, used: int) -> None:
        """Book what a request has used, and free what was set aside for it."""

        def settled(tally: Tally) -> None:
            tally.reserved -= reserved
            tally.tokens += used

        self._change(settled)

    def succeeded(self, how: str) -> None:
        """Count an article that was ``answered`` or found ``cached``."""

        def counted(tally: Tally) -> None:
            tally.failing = 0 if how == "answered" else tally.failing
            _add(tally.articles, {how: 1})

        self._change(counted)

    def went_without(self, how: str, reason: str, *, ailing: bool = False) -> None:
        """Count an article that ``failed`` or went ``unasked``; ``ailing`` blames the endpoint."""

        def counted(tally: Tally) -> None:
            tally.failing += ailing
            _add(tally.articles, {how: 1})
            _add(tally.reasons, {reason: 1})

        self._change(counted)

    def drop(self, dropped: Mapping[str, int]) -> None:
        """Count what was left out of an answer, by reason."""
        if dropped:
            self._change(lambda tally: _add(tally.dropped, dropped))

    @property
    def given_up(self) -> bool:
        """Whether the endpoint has failed so often that it is asked no more."""
        return self.read().failing >= FAILURES_BORNE

    def read(self) -> Tally:
        """Return how things stand."""
        try:
            return msgspec.json.decode(self.path.read_bytes(), type=Tally)
        except FileNotFoundError:
            return Tally()

    def _change(self, change: Callable[[Tally], None]) -> None:
        lock = FileLock(self.path.with_suffix(".lock"))
        lock.require(timeout=_LOCK_TIMEOUT)
        try:
            tally = self.read()
            change(tally)
            whole = self.path.with_suffix(".new")
            whole.write_bytes(msgspec.json.encode(tally))
            whole.replace(self.path)
        finally:
            lock.release()


def _add(counts: dict[str, int], more: Mapping[str, int]) -> None:
    counts |= Counter(counts) + Counter(more)
