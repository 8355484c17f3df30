"""Measure loading, as a whole and stage by stage: ``python -m bench.loads``.

Writing is compared with the least that could be done: the nodes and relationships that came of
it, sent as plain UNWIND batches of the same size to the same engine in the same run.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bench.articles import write_articles
from graph.constraints import ensure_constraints
from graph.database import Command, Database
from graph.facts import ArticleFacts
from graph.ontology import load_ontology
from graph.settings import Settings
from graph.transfer.restore import Restoring
from graph.transfer.walk import GraphWalk
from graph.writing.writer import Writer
from loaders.chunks import ARTICLES
from loaders.extraction_job import ChosenExtraction
from loaders.nations import nation_properties
from loaders.sources import SourceOptions, read_articles

NOW = "2020-01-01T00:00:00Z"
GOAL = 0.8
EMPTY = Command("MATCH (n) DETACH DELETE n")


@dataclass(frozen=True, slots=True)
class Stages:
    """Articles a second of each stage alone; rows a second of writing and of plain batches."""

    read: float
    extract: float
    write: float
    rows: float
    plain: float


@dataclass(frozen=True, slots=True)
class WholeLoad:
    """Articles a second of ``entente load``, and the peak memory of its largest process in MB."""

    articles: int
    rate: float
    memory: float


def measure_load(folder: Path, count: int) -> WholeLoad:
    """Load so many articles into an empty graph by the command that everybody uses."""
    path = write_articles(folder / f"{count}.jsonl", count)
    data = str(folder / f"data-{count}")
    command = [sys.executable, "-c", "from server.cli import main; main()", "--data", data]
    process = subprocess.Popen(  # noqa: S603 - our own command
        [*command, "load", str(path), "--json"], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    told = json.loads(process.stdout.read().splitlines()[-1])
    _, _, usage = os.wait4(process.pid, 0)
    # Linux gives it in units of 1,024 bytes.
    return WholeLoad(count, told["articlesPerSecond"], usage.ru_maxrss / 1024)


async def measure_stages(folder: Path, count: int) -> Stages:
    """Measure each stage on so many articles."""
    path = write_articles(folder / "stages.jsonl", count)
    began = time.perf_counter()
    given = list(read_articles([str(path)], SourceOptions(), _refuse))
    read = count / (time.perf_counter() - began)
    extract = ChosenExtraction("model")
    extract(given[:1])  # The model is loaded once a process, however many articles follow.
    began = time.perf_counter()
    facts = [one for one in extract(given) if isinstance(one, ArticleFacts)]
    extracted = count / (time.perf_counter() - began)
    return await _measure_writing(folder, facts, read, extracted)


def _refuse(reject: object) -> None:
    raise AssertionError(reject)


async def _measure_writing(
    folder: Path, facts: Sequence[ArticleFacts], read: float, extract: float
) -> Stages:
    ontology = load_ontology()
    async with Database.connect(Settings(data=folder / "stages")) as database:
        await ensure_constraints(database, ontology)
        writer = Writer(database, ontology, nation_properties())
        # A cold engine is slower for whoever comes first.
        await writer.write(facts[:ARTICLES], NOW)
        await database.write([EMPTY])
        rows, began, remaining = 0, time.perf_counter(), iter(facts)
        while batch := list(islice(remaining, ARTICLES)):
            written = await writer.write(batch, NOW)
            rows += written.nodes_merged + written.relationships_merged
        took = time.perf_counter() - began
        elements = [one async for one in GraphWalk(database, ontology).elements()]
        await database.write([EMPTY])
        plain = Restoring(database, ontology)
        await plain.begin()
        began = time.perf_counter()
        await plain.write(elements)
        plainly = len(elements) / (time.perf_counter() - began)
    return Stages(read, extract, len(facts) / took, rows / took, plainly)


def stages_report(stages: Stages) -> str:
    """The stages, as text."""
    ratio = stages.rows / stages.plain
    mark = "" if ratio >= GOAL else f"  below {GOAL}"
    return "\n".join([
        f"read alone     {stages.read:10,.0f} articles a second",
        f"extract alone  {stages.extract:10,.1f} articles a second, one process",
        f"write alone    {stages.write:10,.1f} articles a second, {stages.rows:,.0f} rows a second",
        f"plain UNWIND   {stages.plain:10,.0f} rows a second, ratio {ratio:.2f}{mark}",
    ])  # fmt: skip


def load_report(load: WholeLoad) -> str:
    """A whole load, as text."""
    rate = f"{load.rate:10,.1f} articles a second"
    return f"load {load.articles:>9,} {rate}, {load.memory:,.0f} MB at the peak"


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m bench.loads", description=__doc__)
    parser.add_argument("--stages", type=int, default=400, help="articles for each stage alone")
    parser.add_argument("--articles", type=int, nargs="*", default=[1_000, 20_000])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="entente-bench-") as name:
        folder = Path(name)
        print(stages_report(asyncio.run(measure_stages(folder, given.stages))), flush=True)
        for count in given.articles:
            print(load_report(measure_load(folder, count)), flush=True)


if __name__ == "__main__":
    main()
