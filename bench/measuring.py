"""Measuring: both sides in turn, so that what else the machine does slows both alike."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bench.questions import Question
from bench.sides import Side, ask_at_once


@dataclass(frozen=True, slots=True)
class Measure:
    """Medians of the time that a question takes, in seconds an asking, by side."""

    question: str
    concurrency: int
    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        """Our throughput as a part of theirs."""
        return self.theirs / self.ours


async def _time(side: Side, question: Question, first: int, concurrency: int) -> float:
    started = time.perf_counter()
    await ask_at_once(side, question, first, concurrency)
    return (time.perf_counter() - started) / concurrency


async def measure(
    ours: Side, theirs: Side, question: Question, concurrency: int, rounds: int
) -> Measure:
    """Ask a question of both sides, in turn, in so many rounds after one that warms up."""
    times: dict[str, list[float]] = {ours.name: [], theirs.name: []}
    for at in range(rounds + 1):
        sides: Sequence[Side] = (ours, theirs) if at % 2 else (theirs, ours)
        for side in sides:
            took = await _time(side, question, at * concurrency, concurrency)
            if at:
                times[side.name].append(took)
    return Measure(question.name, concurrency, median(times[ours.name]), median(times[theirs.name]))
