"""``entente loads``: what was loaded, when, and what came of it."""

import asyncio
import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import click

from graph.database import Database
from graph.settings import Settings
from graph.writing.load_records import recent_loads
from server.logs import silence_driver

RUNNING = "RUNNING"
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
    for record in records:
        click.echo(json.dumps(record, sort_keys=True) if as_json else told(record))
    if not records and not as_json:
        click.echo("Nothing has been loaded yet.")


async def _recent(settings: Settings, limit: int) -> list[dict[str, Any]]:
    async with Database.connect(settings) as database:
        return await recent_loads(database, limit)


def told(record: Mapping[str, Any]) -> str:
    """A load in three lines: when and how it ended, what came of it, what it read."""
    status = str(record["status"])
    if status == RUNNING:
        status = f"{status}, last seen {record['updatedAt']}"
    if "problem" in record:
        status = f"{status}: {record['problem']}"
    counts = ", ".join(f"{record.get(name, 0):,} {name}" for name in COUNTS)
    if left_out := record.get("leftOut"):
        counts = f"{counts}, {left_out:,} left out"
    seconds = timedelta(seconds=round(record.get("seconds", 0)))
    return (
        f"{record['startedAt']}  {status}\n"
        f"    {counts} in {seconds} by {record['extractor']}\n"
        f"    {' '.join(record['inputs'])}"
    )
