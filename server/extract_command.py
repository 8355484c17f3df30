"""``entente extract``: the facts of articles as JSON, without any database."""

import json
import sys
from pathlib import Path

import click

from graph.settings import Settings
from loaders.extraction_job import ExtractionJob
from loaders.rejects import Reject, RejectsFile
from loaders.report import facts_to_json
from loaders.sources import SourceOptions, read_articles
from server.extraction_options import ExtractionOptions, extraction_options
from server.llm_report import llm_lines
from server.reading_options import SOME_REJECTED, map_option, source_options


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option("--jsonl", is_flag=True, help="One JSON document a line.")
@map_option
@extraction_options
@click.option(
    "--rejects",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to note what could not be read; told on standard error as well.",
)
@click.pass_obj
def extract(
    settings: Settings,
    paths: tuple[str, ...],
    fields: str,
    rejects: Path | None,
    extraction: ExtractionOptions,
    *,
    jsonl: bool,
) -> None:
    """Print what articles say, one JSON document an article, in the order given.

    \b
    Examples:
      entente extract article.txt
      entente extract archive.jsonl --jsonl | jq .events
      pbpaste | entente extract -
    """  # noqa: D301 - click reads \b as: keep these lines as they are
    options = source_options(settings, fields)
    with extraction.run(settings.data) as run:
        rejected = _extract(paths, options, rejects, run.job, jsonl=jsonl)
        for line in llm_lines(run.account) if run.account else ():
            click.echo(f"language model: {line}", err=True)
    sys.exit(SOME_REJECTED if rejected else 0)


def _extract(
    paths: tuple[str, ...],
    options: SourceOptions,
    rejects: Path | None,
    job: ExtractionJob,
    *,
    jsonl: bool,
) -> int:
    """Print the documents; returns how many articles were rejected."""
    rejected: list[Reject] = []
    file = RejectsFile(rejects) if rejects else None

    def on_reject(reject: Reject) -> None:
        rejected.append(reject)
        if file is not None:
            file.write(reject)
        click.echo(f"rejected: {reject.place}: {reject.reason} {reject.fix}", err=True)

    for given in read_articles(paths, options, on_reject):
        [facts] = job([given])
        if isinstance(facts, Reject):
            on_reject(facts)
            continue
        document = facts_to_json(facts)
        click.echo(json.dumps(document, ensure_ascii=False, indent=None if jsonl else 2))
    return len(rejected)
