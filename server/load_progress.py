"""How a load is shown: a live line on a terminal, plain lines otherwise, a summary at the end."""

import time
from types import TracebackType
from typing import Any, Self

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from loaders.loading import LoadReport

SECONDS_A_LINE = 5.0


def account(report: LoadReport) -> dict[str, Any]:
    """The report as plain data, for ``--json``."""
    written, changes = report.written, report.written.changes
    return {
        "articles": {
            "read": report.read,
            "loaded": written.loaded,
            "replaced": written.replaced,
            "unchanged": written.unchanged,
            "rejected": report.rejected,
        },
        "nodes": {
            "created": changes.nodes_created,
            "matched": max(0, written.nodes_merged - changes.nodes_created),
            "deleted": changes.nodes_deleted,
        },
        "relationships": {
            "created": changes.relationships_created,
            "matched": max(0, written.relationships_merged - changes.relationships_created),
            "deleted": changes.relationships_deleted,
        },
        "seconds": round(report.seconds, 3),
        "articlesPerSecond": round(report.articles_per_second, 1),
    }


def summary(told: dict[str, Any]) -> Table:
    """The account as a small table."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for name in ("articles", "nodes", "relationships"):
        counts = ", ".join(f"{count:,} {what}" for what, count in told[name].items())
        table.add_row(name, counts)
    rate = f"{told['articlesPerSecond']:,} articles a second"
    table.add_row("time", f"{told['seconds']:.1f} s, {rate}")
    return table


def _line(report: LoadReport) -> str:
    rate = f"{report.articles_per_second:.1f} a second"
    return f"{report.read:,} articles read, {report.rejected:,} rejected, {rate}"


class PlainProgress:
    """A line every few seconds, for logs and pipes."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._last = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def show(self, report: LoadReport) -> None:
        """Print a line when the last is long ago."""
        if time.monotonic() - self._last >= SECONDS_A_LINE:
            self._last = time.monotonic()
            line = f"{_line(report)}, now {report.path}"
            self._console.print(line, highlight=False, markup=False, soft_wrap=True)


class LiveProgress:
    """One line that moves, for a terminal."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            TimeElapsedColumn(),
            TextColumn("{task.fields[path]}", style="dim", markup=False),
            console=console,
            transient=True,
        )
        self._task = self._progress.add_task("reading", total=None, path="")

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def show(self, report: LoadReport) -> None:
        """Show how far the load is."""
        self._progress.update(self._task, description=_line(report), path=report.path)
