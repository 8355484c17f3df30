"""What a load came to, as data and as lines of text."""

import re
from dataclasses import asdict
from typing import Any

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


def summary(told: dict[str, Any]) -> list[str]:
    """The account as lines for people."""
    lines = [
        _line(name, ", ".join(f"{count:,} {_words(what)}" for what, count in told[name].items()))
        for name in ("articles", "facts", "nodes", "relationships")
        if name in told
    ]
    rate = f"{told['articlesPerSecond']:,} articles a second"
    return [*lines, _line("time", f"{told['seconds']:.1f} s, {rate}")]


def _line(name: str, text: str) -> str:
    return f"{name:<15}{text}"


def _words(name: str) -> str:
    """A name of the data as people write it: ``leftOut``, left out."""
    return re.sub(r"(?=[A-Z])", " ", name).lower()
