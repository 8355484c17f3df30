"""``entente digest``: one hash of all that the graph says."""

import asyncio
import json

import click

from graph.database import Database
from graph.ontology import load_ontology
from graph.settings import Settings
from graph.transfer.digest import Digest, digest_of
from graph.transfer.walk import GraphWalk
from server.logs import silence_driver


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print it with the counts, as JSON.")
@click.pass_obj
def digest(settings: Settings, *, as_json: bool) -> None:
    """Print one hash of all nodes, relationships and properties, whatever their order.

    Two graphs that say the same have the same digest. When and how they were loaded is left out.

    \b
    Examples:
      entente digest
      entente --data ./other digest --json
    """  # noqa: D301 - click reads \b as: keep these lines as they are
    silence_driver()
    found = asyncio.run(_digest(settings))
    if as_json:
        counts = dict(sorted(found.counts.items()))
        click.echo(json.dumps({"digest": found.value, "counts": counts}))
    else:
        click.echo(found.value)


async def _digest(settings: Settings) -> Digest:
    ontology = load_ontology()
    async with Database.connect(settings) as database:
        return await digest_of(GraphWalk(database, ontology).elements(), ontology)
