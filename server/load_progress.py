"""How a load is shown while it runs: a live line, plain lines, or lines of JSON."""

import json
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from types import TracebackType
from typing import Protocol, Self

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from loaders.loading import LoadReport
from server.load_summary import account
from server.pace import Pace

SECONDS_A_LINE = 5.0
READING = "reading"


class Progress(AbstractContextManager["Progress"], Protocol):
    """Shows how a load goes on."""

    def wait(self, seconds: float, *, starting: bool) -> None:
        """Show that the database is awaited, for so long already.

        ``starting`` says that it is the embedded engine, which is being started.
        """
        ...

    def expect(self, size: int | None) -> None:
        """Learn how many bytes there are to read, None where that is not known."""
        ...

    def show(self, report: LoadReport) -> None:
        """Show how far the load is."""
        ...


def progress_for(console: Console, limit: int | None, *, as_json: bool) -> Progress:
    """The progress for an output: JSON where asked for, live on a terminal, else plain."""
    if as_json:
        return LineProgress(console, limit, _json_line, _json_wait)
    return LiveProgress(console, limit) if console.is_terminal else LineProgress(console, limit)


def share_done(report: LoadReport, size: int | None, limit: int | None) -> float | None:
    """The share of the work that is done, from 0 to 1, by bytes or by articles."""
    shares = [report.position / size] if size else []
    shares += [report.read / limit] if limit else []
    return min(1.0, max(shares)) if shares else None


def _awaited(*, starting: bool) -> str:
    return "starting the embedded engine" if starting else "waiting for the database"


def _plain_wait(seconds: float, *, starting: bool) -> str:
    told = f"{_awaited(starting=starting)} ..."
    return f"{told} {seconds:.0f} s so far" if seconds >= 1 else told


def _json_wait(seconds: float, *, starting: bool) -> str:
    told = {"event": "waiting", "engineStarts": starting, "seconds": round(seconds, 3)}
    return json.dumps(told)


def _plain_line(report: LoadReport, pace: Pace) -> str:
    return f"{_line(report, pace)}, now {report.path}"


def _json_line(report: LoadReport, pace: Pace) -> str:
    left = pace.seconds_left
    return json.dumps(
        {
            "event": "progress",
            "articles": account(report)["articles"],
            "articlesPerSecond": round(pace.articles_per_second, 1),
            "seconds": round(report.seconds, 3),
            "secondsLeft": None if left is None else round(left),
            "path": report.path,
        }
    )


def _line(report: LoadReport, pace: Pace) -> str:
    rate = f"{pace.articles_per_second:.1f} a second"
    told = f"{report.read:,} articles read, {report.rejected:,} rejected, {rate}"
    left = pace.seconds_left
    return told if left is None else f"{told}, {timedelta(seconds=round(left))} left"


class LineProgress:
    """A line every few seconds, for logs, pipes and machines."""

    def __init__(
        self,
        console: Console,
        limit: int | None,
        line: Callable[[LoadReport, Pace], str] = _plain_line,
        wait: Callable[..., str] = _plain_wait,
    ) -> None:
        self._console = console
        self._limit = limit
        self._to_line = line
        self._to_wait = wait
        self._pace = Pace()
        self._size: int | None = None
        self._last = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def wait(self, seconds: float, *, starting: bool) -> None:
        """Print a line at once."""
        self._print(self._to_wait(seconds, starting=starting))

    def expect(self, size: int | None) -> None:
        """Learn how many bytes there are to read."""
        self._size = size

    def show(self, report: LoadReport) -> None:
        """Print a line when the last is long ago."""
        self._pace.note(report, share_done(report, self._size, self._limit))
        if time.monotonic() - self._last < SECONDS_A_LINE:
            return
        self._last = time.monotonic()
        self._print(self._to_line(report, self._pace))

    def _print(self, line: str) -> None:
        self._console.print(line, highlight=False, markup=False, soft_wrap=True)


class LiveProgress:
    """One line that moves, for a terminal."""

    def __init__(self, console: Console, limit: int | None) -> None:
        self._limit = limit
        self._pace = Pace()
        self._size: int | None = None
        self._bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=20),
            TimeElapsedColumn(),
            TextColumn("{task.fields[path]}", style="dim", markup=False),
            console=console,
            transient=True,
        )
        self._task = self._bar.add_task(READING, total=None, path="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def wait(self, seconds: float, *, starting: bool) -> None:  # noqa: ARG002 - the bar has a clock
        """Say it in the line that moves."""
        self._bar.update(self._task, description=_awaited(starting=starting))

    def expect(self, size: int | None) -> None:
        """Learn how many bytes there are to read."""
        self._size = size
        self._bar.update(self._task, description=READING)

    def show(self, report: LoadReport) -> None:
        """Show how far the load is."""
        share = share_done(report, self._size, self._limit)
        self._pace.note(report, share)
        told = _line(report, self._pace)
        total = None if share is None else 1.0
        self._bar.update(
            self._task, description=told, path=report.path, total=total, completed=share
        )
