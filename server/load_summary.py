"""What a load came to, as data and as a small table."""

import re
from dataclasses import asdict
from typing import Any

from rich.table import Table

from loaders.loading import LoadReport


def account(report: LoadReport, *, dry_run: bool = False) -> dict[str, Any]:
    """The report as plain data, for ``--json``; a dry run has made nothing."""
    written, changes = report.written, report.written.changes
    told: dict[str, Any] = {
        "articles": {
            "read": report.read,
            "loaded": written.loaded,
            "replaced": written.replaced,
            "unchanged": written.unchanged,
            "rejected": report.rejected,
            "leftOut": report.left_out,
        },
        "facts": asdict(report.facts),
        "nodes": {
            "created": changes.nodes_created,
            "deleted": changes.nodes_deleted,
        },
        "relationships": {
            "created": changes.relationships_created,
            "deleted": changes.relationships_deleted,
        },
        "seconds": round(report.seconds, 3),
        "articlesPerSecond": round(report.articles_per_second, 1),
    }
    if dry_run:
        told = {name: told[name] for name in told if name not in ("nodes", "relationships")}
        told["dryRun"] = True
    return told


def summary(told: dict[str, Any]) -> Table:
    """The account as a small table."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for name in ("articles", "facts", "nodes", "relationships"):
        if name not in told:
            continue
        counts = ", ".join(f"{count:,} {_words(what)}" for what, count in told[name].items())
        table.add_row(name, counts)
    rate = f"{told['articlesPerSecond']:,} articles a second"
    table.add_row("time", f"{told['seconds']:.1f} s, {rate}")
    return table


def _words(name: str) -> str:
    """A name of the data as people write it: ``leftOut``, left out."""
    return re.sub(r"(?=[A-Z])", " ", name).lower()
