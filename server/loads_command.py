"""``entente loads``: what was loaded, when, and what came of it."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from graph.database import Database
from graph.settings import Settings
from graph.writing.load_records import recent_loads
from server.logs import silence_driver

COUNTS = ("loaded", "replaced", "unchanged", "rejected")


@click.command()
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_obj
def loads(settings: Settings, limit: int, *, as_json: bool) -> None:
    """List the latest loads, the newest first.

    One that was killed could not say so: it stays RUNNING, and its last sign of life is old.

    \b
    Examples:
      entente loads
      entente loads --json | jq .problem
    """  # noqa: D301 - click reads \b as: keep these lines as they are
    silence_driver()
    records = asyncio.run(_recent(settings, limit))
    if as_json:
        for record in records:
            click.echo(json.dumps(record, ensure_ascii=False, sort_keys=True))
        return
    Console().print(_table(records) if records else "Nothing has been loaded yet.")


async def _recent(settings: Settings, limit: int) -> list[dict[str, Any]]:
    async with Database.connect(settings) as database:
        return await recent_loads(database, limit)


def _table(records: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("started", "status", "last seen", *COUNTS, "seconds", "extractor", "inputs"):
        table.add_column(name, justify="right" if name in (*COUNTS, "seconds") else "left")
    for record in records:
        counts = (f"{record.get(name, 0):,}" for name in COUNTS)
        status = record["status"]
        told = f"{status}: {record['problem']}" if "problem" in record else status
        seconds = f"{record.get('seconds', 0):.0f}"
        inputs = " ".join(record["inputs"])
        table.add_row(
            record["startedAt"], told, record["updatedAt"], *counts, seconds,
            record["extractor"], inputs,
        )  # fmt: skip
    return table
