"""``entente import``: a graph restored from its export."""

import asyncio
from pathlib import Path

import click

from graph.constraints import ensure_constraints
from graph.database import Database
from graph.errors import InputError
from graph.ontology import load_ontology
from graph.settings import Settings
from graph.transfer.digest import digest_of
from graph.transfer.json_lines import JsonLinesReader
from graph.transfer.restore import Restoring
from graph.transfer.walk import GraphWalk
from server.logs import silence_driver


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.pass_obj
def import_(settings: Settings, path: Path) -> None:
    """Restore the graph that entente export wrote to PATH, into an empty one.

    The file is checked before anything is written. An import that was interrupted goes on when
    the same command is run again. At the end the digest of the graph must be that of the file.

    \b
    Example:
      entente import graph.jsonl
      entente --data ./restored import graph.jsonl
    """  # noqa: D301 - click reads \b as: keep these lines as they are
    silence_driver()
    reader = JsonLinesReader(path, load_ontology())
    for _ in reader.elements():
        pass
    click.echo(f"restored, digest {asyncio.run(_restore(settings, reader))}")


async def _restore(settings: Settings, reader: JsonLinesReader) -> str:
    ontology = load_ontology()
    async with Database.connect(settings) as database:
        await ensure_constraints(database, ontology)
        restoring = Restoring(database, ontology)
        await restoring.begin()
        await restoring.write(reader.elements())
        found = (await digest_of(GraphWalk(database, ontology).elements(), ontology)).value
        if found != reader.digest:
            raise InputError(
                f"The graph came to the digest {found}, and the file says {reader.digest}.",
                fix="Was an import of another file interrupted here? Empty the data folder and "
                "import again.",
            )
        await restoring.finish()
    return found
