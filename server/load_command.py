"""``entente load``: articles into the graph."""

import asyncio
import json
import os
import sys
from contextlib import AbstractContextManager, aclosing
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console

from graph.constraints import ensure_constraints
from graph.database import Database
from graph.errors import InputError
from graph.ontology import load_ontology
from graph.settings import Settings
from graph.writing.writer import Writer
from loaders.dask_cluster import dask_cluster
from loaders.extraction_job import ExtractionJob
from loaders.loading import Load, LoadReport
from loaders.nations import nation_properties
from loaders.rejects import Reject, RejectsFile
from loaders.sources import SourceOptions, read_sources
from loaders.workers import Workers, local_workers
from server.extraction_options import LLM, ExtractionOptions, ExtractionRun, extraction_options
from server.llm_report import llm_data, llm_lines
from server.load_progress import LiveProgress, PlainProgress, account, summary
from server.logs import silence_driver
from server.reading_options import SOME_REJECTED, map_option, source_options

ALL_LOADED = 0
REJECTS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """What a load was asked for; the names are those of the options."""

    paths: tuple[str, ...]
    sources: SourceOptions
    extraction: ExtractionOptions
    workers: int
    dask: str | None
    max_rejects: int | None

    def executor(self) -> AbstractContextManager[Workers]:
        """Where the extraction runs; raises InputError where it cannot."""
        if self.dask and self.extraction.extractor == LLM:
            raise InputError(
                "A Dask cluster cannot ask a language model: its machines share no budget.",
                fix="Leave out --dask, or --extractor llm.",
            )
        return dask_cluster(self.dask) if self.dask else local_workers(self.workers)


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
@click.option(
    "--max-rejects",
    type=click.IntRange(min=0),
    metavar="N",
    help="Stop when more than N articles are rejected.",
)
@extraction_options
@click.option(
    "--workers",
    type=click.IntRange(min=0),
    default=lambda: os.cpu_count() or 1,
    show_default="the number of cores",
    metavar="N",
    help="Processes that extract facts; 0 works within this one.",
)
@click.option(
    "--dask",
    metavar="ADDRESS",
    help="Extract on the Dask cluster whose scheduler is at this address, such as tcp://host:8786.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.pass_obj
def load(
    settings: Settings,
    paths: tuple[str, ...],
    fields: str,
    rejects: Path,
    max_rejects: int | None,
    extraction: ExtractionOptions,
    workers: int,
    dask: str | None,
    *,
    as_json: bool,
) -> None:
    """Load articles from files, folders, patterns, or - for standard input.

    Reads plain text, HTML, JSON and JSON Lines. Loading the same again changes nothing; an article
    that has changed replaces what it said before. What cannot be read goes to the rejects file
    and loading goes on. A load that was stopped goes on when the same command is run again.

    \b
    Exit codes: 0 all loaded, 1 stopped, 2 some rejected.

    \b
    Examples:
      entente load news/
      entente load 'archive/2019-*.jsonl' --map text=body,publishedAt=meta.date
      zcat archive.jsonl.gz | entente load - --json
    """  # noqa: D301 - click reads \b as: keep these lines as they are
    silence_driver()
    sources = source_options(settings, fields, exclude=(str(rejects),))
    options = LoadOptions(paths, sources, extraction, workers, dask, max_rejects)
    with RejectsFile(rejects) as rejected, extraction.run(settings.data) as run:
        with options.executor() as executor:
            report = asyncio.run(_load(settings, options, run.job, executor, rejected))
        _tell(report, run, rejected, as_json=as_json)
        sys.exit(SOME_REJECTED if rejected.count else ALL_LOADED)


async def _load(
    settings: Settings,
    options: LoadOptions,
    extract: ExtractionJob,
    workers: Workers,
    rejected: RejectsFile,
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
    readings = read_sources(options.paths, options.sources)
    ontology = load_ontology()
    report = LoadReport()
    async with Database.connect(settings) as database:
        await ensure_constraints(database, ontology)
        job = Load(
            Writer(database, ontology, nation_properties()),
            workers,
            extract,
            on_reject,
            max_rejects=options.max_rejects,
        )
        progress = LiveProgress(console) if console.is_terminal else PlainProgress(console)
        with progress:
            async with aclosing(job.run(readings)) as reports:
                async for report in reports:
                    progress.show(report)
    return report


def _tell(report: LoadReport, run: ExtractionRun, rejected: RejectsFile, *, as_json: bool) -> None:
    told = account(report)
    told["articles"]["rejected"] = rejected.count
    if as_json:
        if run.account:
            told["languageModel"] = llm_data(run.account)
        told["rejectsFile"] = str(rejected.path) if rejected.count else None
        click.echo(json.dumps(told))
        return
    console = Console()
    console.print(summary(told))
    for line in llm_lines(run.account) if run.account else ():
        console.print(f"language model: {line}", highlight=False)
    if rejected.count:
        console.print(f"What was rejected, and why: {rejected.path}", highlight=False)
