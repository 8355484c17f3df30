"""``entente load``: articles into the graph."""

import asyncio
import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console

from graph.errors import EntenteError, InputError
from graph.settings import Settings
from loaders.loading import LoadReport
from loaders.rejects import RejectsFile
from loaders.selection import Selection
from server.extraction_options import ExtractionOptions, ExtractionRun, extraction_options
from server.llm_report import llm_data, llm_lines
from server.load_progress import progress_for
from server.load_rejects import noting
from server.load_run import LoadOptions, run_load
from server.load_summary import account, summary
from server.logs import silence_driver
from server.reading_options import SOME_REJECTED, map_option, source_options

ALL_LOADED = 0
STOPPED = 1
INTERRUPTED = EntenteError(
    "The load was interrupted.",
    fix="What was written is safe: run the same command again, and it goes on from there.",
)
NOTHING = "There was nothing to load: hidden files and files of rejects are passed over."
REJECTS_LINE = "What was rejected, and why: {}"
DAY = click.DateTime(["%Y-%m-%d"])


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
@click.option(
    "--since", type=DAY, metavar="DAY", help="Load what was published on this day or later."
)
@click.option(
    "--until", type=DAY, metavar="DAY", help="Load what was published on this day or before."
)
@click.option(
    "--publisher",
    "publishers",
    multiple=True,
    metavar="NAME",
    help="Load what this publisher published; may be given several times.",
)
@click.option(
    "--limit", type=click.IntRange(min=0), metavar="N", help="End after so many articles."
)
@click.option(
    "--dry-run", is_flag=True, help="Extract and check, tell what would change, write nothing."
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
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print the summary as JSON, and on stderr events: waiting, progress, rejected, error.",
)
@click.pass_obj
def load(
    settings: Settings,
    paths: tuple[str, ...],
    fields: str,
    rejects: Path,
    max_rejects: int | None,
    since: datetime | None,
    until: datetime | None,
    publishers: tuple[str, ...],
    limit: int | None,
    extraction: ExtractionOptions,
    workers: int,
    dask: str | None,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Load articles from files, folders, patterns, URLs, or - for standard input.

    Reads plain text, HTML, JSON, JSON Lines, CSV and TSV, RSS and Atom, and WARC, each also
    compressed (gzip, bzip2, xz, Zstandard) or in a zip or tar archive. Loading the same again
    changes nothing; an article that has changed replaces what it said before. What cannot be read
    goes to the rejects file and loading goes on. A load that was stopped goes on when the same
    command is run again. With --since or --until, articles without a date are left out.

    \b
    Exit codes: 0 all loaded, 1 stopped, 2 some rejected.

    \b
    Examples:
      entente load news/
      entente load 'archive/2019-*.jsonl' --map text=body,publishedAt=meta.date
      entente load https://example.org/feed.rss --since 2024-01-01 --dry-run
      zcat archive.jsonl.gz | entente load - --json
    """  # noqa: D301 - click reads \b as: keep these lines as they are
    silence_driver()
    sources = source_options(settings, fields, exclude=(str(rejects),))
    selection = Selection(*_days(since, until), publishers, limit)
    options = LoadOptions(
        paths, sources, selection, extraction, workers, dask, max_rejects, dry_run
    )
    console = Console(stderr=True)
    with RejectsFile(rejects) as rejected, extraction.run(settings.data) as run:
        rejected.check()
        try:
            with options.executor() as executor:
                progress = progress_for(console, limit, as_json=as_json)
                on_reject = noting(rejected, console, as_json=as_json)
                loading = run_load(settings, options, run.job, executor, on_reject, progress)
                report = asyncio.run(loading)
        except KeyboardInterrupt:
            _stopped(INTERRUPTED, rejected, as_json=as_json)
        except EntenteError as error:
            _stopped(error, rejected, as_json=as_json)
        _tell(report, run, rejected, dry_run=dry_run, as_json=as_json)
        sys.exit(SOME_REJECTED if rejected.count else ALL_LOADED)


def _stopped(error: EntenteError, rejected: RejectsFile, *, as_json: bool) -> NoReturn:
    """Tell why a load ends before its end, and where its rejects are."""
    file = str(rejected.path) if rejected.count else None
    if not as_json:
        if file:
            click.echo(REJECTS_LINE.format(file), err=True)
        raise error
    told = {"event": "error", "code": error.code, "message": error.message, "fix": error.fix}
    click.echo(json.dumps({**told, "rejectsFile": file}), err=True)
    sys.exit(STOPPED)


def _days(since: datetime | None, until: datetime | None) -> tuple[str | None, str | None]:
    first, last = (None if one is None else one.date().isoformat() for one in (since, until))
    if first and last and first > last:
        raise InputError(
            f"--since {first} is later than --until {last}, so nothing would be loaded.",
            fix="Give --since the first day and --until the last one.",
        )
    return first, last


def _tell(
    report: LoadReport,
    run: ExtractionRun,
    rejected: RejectsFile,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    told = account(report, dry_run=dry_run)
    if as_json:
        if run.account:
            told["languageModel"] = llm_data(run.account)
        told["rejectsFile"] = str(rejected.path) if rejected.count else None
        click.echo(json.dumps(told))
        return
    lines = ["Nothing was written. A load would do this:"] if dry_run else []
    lines += summary(told)
    lines += [f"language model: {line}" for line in llm_lines(run.account)] if run.account else []
    lines += [REJECTS_LINE.format(rejected.path)] if rejected.count else []
    if not any(told["articles"].values()):
        lines.append(NOTHING)
    click.echo("\n".join(lines))
