"""``entente load``: articles into the graph."""

import asyncio
import json
import sys
from pathlib import Path

import click
from rich.console import Console

from graph.constraints import ensure_constraints
from graph.database import Database
from graph.ontology import load_ontology
from graph.settings import Settings
from graph.writing.writer import Writer
from loaders.extraction import Extractor
from loaders.loading import Load, LoadReport
from loaders.nations import nation_properties
from loaders.nlp import extractor_by
from loaders.rejects import Reject, RejectsFile
from loaders.sources import SourceOptions, parse_field_map, read_articles
from server.load_progress import LiveProgress, PlainProgress, account, summary
from server.logs import silence_driver
from server.reading_options import SOME_REJECTED, map_option, nlp_option

ALL_LOADED = 0
REJECTS_SHOWN = 5


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@map_option
@click.option(
    "--rejects",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("entente.rejects.jsonl"),
    show_default=True,
    help="Where to note what could not be loaded, and why; made at the first reject.",
)
@nlp_option
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.pass_obj
def load(
    settings: Settings,
    paths: tuple[str, ...],
    fields: str,
    rejects: Path,
    nlp: str,
    *,
    as_json: bool,
) -> None:
    """Load articles from files, folders, patterns, or - for standard input.

    Reads plain text, HTML, JSON and JSON Lines. Loading the same again changes nothing; an article
    that has changed replaces what it said before. What cannot be read goes to the rejects file
    and loading goes on.

    \b
    Exit codes: 0 all loaded, 1 stopped, 2 some rejected.

    \b
    Examples:
      entente load news/
      entente load 'archive/2019-*.jsonl' --map text=body,publishedAt=meta.date
      zcat archive.jsonl.gz | entente load - --json
    """  # noqa: D301 - click reads \b as: keep these lines as they are
    silence_driver()
    options = SourceOptions(fields=parse_field_map(fields), exclude=(str(rejects),))
    extractor = extractor_by(nlp)
    with RejectsFile(rejects) as rejected:
        report = asyncio.run(_load(settings, paths, options, rejected, extractor))
        _tell(report, rejected, as_json=as_json)
        sys.exit(SOME_REJECTED if rejected.count else ALL_LOADED)


async def _load(
    settings: Settings,
    paths: tuple[str, ...],
    options: SourceOptions,
    rejected: RejectsFile,
    extractor: Extractor,
) -> LoadReport:
    console = Console(stderr=True)
    shown: list[Reject] = []

    def on_reject(reject: Reject) -> None:
        rejected.write(reject)
        if len(shown) < REJECTS_SHOWN:
            shown.append(reject)
            line = f"rejected: {reject.place}: {reject.reason}"
            console.print(line, highlight=False, markup=False, soft_wrap=True)

    # The paths first: a mistyped one should not wait for the engine.
    articles = read_articles(paths, options, on_reject)
    ontology = load_ontology()
    async with Database.connect(settings) as database:
        await ensure_constraints(database, ontology)
        writer = Writer(database, ontology, nation_properties())
        job = Load(writer, extractor, on_reject)
        progress = LiveProgress(console) if console.is_terminal else PlainProgress(console)
        with progress:
            report = await job.run(articles, progress)
    return report


def _tell(report: LoadReport, rejected: RejectsFile, *, as_json: bool) -> None:
    told = account(report)
    told["articles"]["rejected"] = rejected.count
    if as_json:
        told["rejectsFile"] = str(rejected.path) if rejected.count else None
        click.echo(json.dumps(told))
        return
    console = Console()
    console.print(summary(told))
    if rejected.count:
        console.print(f"What was rejected, and why: {rejected.path}", highlight=False)
