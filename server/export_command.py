"""``entente export``: the whole graph as a file, or as files."""

import asyncio
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import click

from graph.database import Database
from graph.errors import InputError
from graph.ontology import load_ontology
from graph.settings import Settings
from graph.transfer.csv_files import write_csv
from graph.transfer.elements import Counts, Element
from graph.transfer.graphml import write_graphml
from graph.transfer.json_ld import write_json_ld
from graph.transfer.json_lines import JsonLinesFile, JsonLinesReader
from graph.transfer.walk import GraphWalk
from server.logs import silence_driver

Elements = Callable[[], Iterable[Element]]


def _graphml(elements: Elements, path: Path) -> Counts:
    with path.open("wb") as file:
        return write_graphml(elements, file)


def _json_ld(elements: Elements, path: Path) -> Counts:
    with path.open("wb") as file:
        return write_json_ld(elements, file)


FORMATS: Mapping[str, Callable[[Elements, Path], Counts] | None] = {
    "jsonl": None,
    "csv": write_csv,
    "graphml": _graphml,
    "jsonld": _json_ld,
}
"""What writes each format from JSON Lines, which need nothing more."""


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "chosen",
    type=click.Choice(list(FORMATS)),
    show_default="by the ending of PATH, else jsonl",
    help="jsonl can be imported again; csv is a folder for neo4j-admin database import full.",
)
@click.pass_obj
def export(settings: Settings, path: Path, chosen: str | None) -> None:
    """Write the whole graph to PATH, which must not be there yet.

    The graph is read once, in constant memory, and what was read is counted against it. Do not
    load at the same time: a graph that changes meanwhile is an error, and nothing is written.

    \b
    Examples:
      entente export graph.jsonl
      entente export csv/ --format csv
      entente export graph.graphml
    """  # noqa: D301 - click reads \b as: keep these lines as they are
    silence_driver()
    if path.exists():
        raise InputError(f"{path} is there already.", fix="Name a file that is not there yet.")
    counts = _export(settings, path, FORMATS[chosen or format_of(path)])
    click.echo(f"{counts.nodes:,} nodes and {counts.relationships:,} relationships: {path}")


def format_of(path: Path) -> str:
    """The format that the ending of a path tells, else JSON Lines."""
    ending = path.suffix.lower().removeprefix(".")
    return ending if ending in FORMATS else "jsonl"


def _export(
    settings: Settings, path: Path, convert: Callable[[Elements, Path], Counts] | None
) -> Counts:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Beside the target, so that it comes into its place whole, in one step.
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".export-") as folder:
            lines, result = Path(folder, "graph.jsonl"), Path(folder, "result")
            counts = asyncio.run(_read(settings, lines))
            if convert is None:
                result = lines
            else:
                converted = convert(JsonLinesReader(lines, load_ontology()).elements, result)
                assert converted == counts, "the converter lost an element"
            shutil.move(result, path)
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}.",
            fix="Name a place with room that may be written to.",
        ) from error
    return counts


async def _read(settings: Settings, path: Path) -> Counts:
    ontology = load_ontology()
    counts = Counts()
    async with Database.connect(settings) as database:
        with path.open("wb") as file:
            lines = JsonLinesFile(file, ontology)
            async for element in GraphWalk(database, ontology).elements():
                lines.write(element)
                counts = counts.with_one(element)
            lines.finish()
    return counts
