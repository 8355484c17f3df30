"""The pace of a load: how fast it goes now, which tells how long the rest takes.

Articles that the graph has already are passed over a hundred times as fast as others are loaded. So
the average since the beginning misleads whoever runs a stopped load again.
"""

from collections import deque
from dataclasses import dataclass

from loaders.loading import LoadReport

SECONDS = 60.0
"""How far back the pace is looked at: some transactions of a slow load."""
MEANINGFUL = 2.0
"""Seconds after which the time left can be told from the time taken."""


@dataclass(frozen=True, slots=True)
class _Mark:
    seconds: float
    read: int
    share: float | None


class Pace:
    """Reports of the last minute; ``share`` is the part of the work that is done, from 0 to 1."""

    def __init__(self) -> None:
        self._marks = deque([_Mark(0.0, 0, 0.0)])

    def note(self, report: LoadReport, share: float | None) -> None:
        """Take up how far a load is."""
        self._marks.append(_Mark(report.seconds, report.read, share))
        while len(self._marks) > 2 and self._marks[1].seconds <= report.seconds - SECONDS:
            self._marks.popleft()

    @property
    def articles_per_second(self) -> float:
        """Articles read in a second of now."""
        first, last = self._marks[0], self._marks[-1]
        took = last.seconds - first.seconds
        return (last.read - first.read) / took if took else 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes if it goes on as it goes now; None where nobody can tell."""
        first, last = self._marks[0], self._marks[-1]
        if last.seconds < MEANINGFUL or not last.share or first.share is None:
            return None
        done = last.share - first.share
        return (last.seconds - first.seconds) * (1 - last.share) / done if done > 0 else None
