"""Measure loading, as a whole and stage by stage: ``python -m bench.loads``.

Writing is compared with the same graph written by hand (``bench/by_hand.py``), to the same engine
in the same run: in turn, after a round that warms up both, by the median of rounds. Both end in the
same digest. The seconds of Python are those of the lane's processor, whatever else a machine does.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.articles import write_articles, write_pages
from bench.by_hand import ByHand
from bench.memory import Peaks, watch
from graph.constraints import ensure_constraints
from graph.database import Command, Database
from graph.ontology import Ontology, load_ontology
from graph.settings import Settings
from graph.transfer.digest import digest_of
from graph.transfer.walk import GraphWalk
from graph.writing.drafts import Draft
from graph.writing.writer import Writer
from loaders.chunks import ARTICLES
from loaders.extraction_job import ChosenExtraction, Drafting
from loaders.garbage import seldom_collected
from loaders.loading import WRITE_AHEAD
from loaders.nations import nation_properties
from loaders.sources import SourceArticle, SourceOptions, read_articles

NOW = "2020-01-01T00:00:00Z"
GOAL = 0.8
EMPTY = Command("MATCH (n) DETACH DELETE n")
BATCH = ARTICLES * WRITE_AHEAD
"""Articles a transaction where extraction is faster than writing."""
PAGES = 100


class Taken(NamedTuple):
    """Seconds on the clock, and of this process alone on its processor."""

    clock: float
    processor: float


@dataclass(frozen=True, slots=True)
class Writing:
    """What it takes to write the same elements of so many articles, each way."""

    articles: int
    elements: int
    ours: Taken
    by_hand: Taken

    @property
    def ratio(self) -> float:
        """Our speed as a part of that by hand."""
        return self.by_hand.clock / self.ours.clock


@dataclass(frozen=True, slots=True)
class WholeLoad:
    """Articles a second of a load, and the peak memory of its processes."""

    articles: int
    rate: float
    memory: Peaks


def measure_load(folder: Path, count: int, *, quick: bool) -> WholeLoad:
    """Load so many articles into an empty graph by the command that everybody uses.

    With ``quick``, the same load without the models.
    """
    path, data = str(write_articles(folder / f"{count}.jsonl", count)), folder / f"data-{count}"
    whole = ["-c", "from server.cli import main; main()", "load", path, "--json"]
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, *(["-m", "bench.quick_load", path] if quick else whole)],
        env={**os.environ, "ENTENTE_DATA": str(data)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with watch(process.pid, data) as peaks:
        told = json.loads(process.stdout.read().splitlines()[-1])
    process.wait()
    return WholeLoad(count, told["articlesPerSecond"], peaks)


def measure_reading(path: Path, count: int) -> tuple[float, list[SourceArticle]]:
    """Articles a second of reading alone, and the articles."""
    began = time.perf_counter()
    given = list(read_articles([str(path)], SourceOptions(), _refuse))
    return count / (time.perf_counter() - began), given


def _refuse(reject: object) -> None:
    raise AssertionError(reject)


def measure_extraction(given: list[SourceArticle]) -> tuple[float, list[Draft]]:
    """Articles a second of one worker, and the drafts that it hands over.

    As in a load that is a process of its own: the one that writes holds no models.
    """
    with ProcessPoolExecutor(1, get_context("spawn")) as worker:
        return worker.submit(_extract, given).result()


def _extract(given: list[SourceArticle]) -> tuple[float, list[Draft]]:
    extract = Drafting(ChosenExtraction("model"))
    extract(given[:1])  # The model is loaded once a process, however many articles follow.
    began = time.perf_counter()
    drafts = [one for one in extract(given) if isinstance(one, Draft)]
    return len(given) / (time.perf_counter() - began), drafts


async def measure_writing(folder: Path, drafts: Sequence[Draft], rounds: int) -> Writing:
    """Write drafts in the largest batches that a load takes, and the same graph by hand."""
    ontology = load_ontology()
    async with Database.connect(Settings(data=folder / "stages")) as database:
        await ensure_constraints(database, ontology)
        writer = Writer(database, ontology, nation_properties())
        batches = [drafts[at : at + BATCH] for at in range(0, len(drafts), BATCH)]

        async def ours() -> None:
            for batch in batches:
                await writer.write_drafts(batch, NOW)

        await ours()
        wanted = await _digest(database, ontology)
        elements = [one async for one in GraphWalk(database, ontology).elements()]
        by_hand = ByHand(elements, len(batches), ontology)

        async def theirs() -> None:
            await by_hand.write(database)

        took: dict[str, list[Taken]] = {"ours": [], "theirs": []}
        for number in range(rounds + 1):
            sides = (("ours", ours), ("theirs", theirs))
            for name, side in sides if number % 2 else reversed(sides):
                taken = await _time(database, side)
                assert await _digest(database, ontology) == wanted
                if number:
                    took[name].append(taken)
    ours_took, theirs_took = (Taken(*map(median, zip(*took[k], strict=True))) for k in took)
    return Writing(len(drafts), len(elements), ours_took, theirs_took)


async def _time(database: Database, side: Callable[[], Awaitable[None]]) -> Taken:
    await database.write([EMPTY])
    began, processor = time.perf_counter(), time.process_time()
    # As in a load.
    with seldom_collected():
        await side()
    return Taken(time.perf_counter() - began, time.process_time() - processor)


async def _digest(database: Database, ontology: Ontology) -> str:
    return (await digest_of(GraphWalk(database, ontology).elements(), ontology)).value


def writing_report(one: Writing) -> str:
    """The comparison of writing, as text."""
    mark = "" if one.ratio >= GOAL else f"  below {GOAL}"
    return (
        f"write alone    {one.articles / one.ours.clock:10,.1f} articles a second, "
        f"{one.elements / one.ours.clock:,.0f} elements a second, "
        f"{1000 * one.ours.processor / one.articles:.2f} s of Python for 1,000 articles\n"
        f"by hand        {one.elements / one.by_hand.clock:10,.0f} elements a second, "
        f"ratio {one.ratio:.2f}{mark}"
    )


def load_report(load: WholeLoad) -> str:
    """A whole load, as text."""
    rate = f"{load.rate:10,.1f} articles a second"
    return f"load {load.articles:>9,} {rate}, at the peak {load.memory}"


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m bench.loads", description=__doc__)
    parser.add_argument("--stages", type=int, default=400, help="articles for each stage alone")
    parser.add_argument("--rounds", type=int, default=5, help="times that all is written each way")
    parser.add_argument("--articles", type=int, nargs="*", default=[1_000, 20_000])
    parser.add_argument("--quick", action="store_true", help="load whole without the models")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="entente-bench-") as name:
        folder = Path(name)
        if given.stages:
            rate, _ = measure_reading(write_pages(folder / "pages", PAGES), PAGES)
            print(f"read HTML      {rate:10,.0f} articles a second, one process", flush=True)
            path = write_articles(folder / "stages.jsonl", given.stages)
            rate, articles = measure_reading(path, given.stages)
            print(f"read JSON      {rate:10,.0f} articles a second, one process", flush=True)
            rate, drafts = measure_extraction(articles)
            print(f"extract alone  {rate:10,.1f} articles a second, one process", flush=True)
            print(writing_report(asyncio.run(measure_writing(folder, drafts, given.rounds))))
        for count in given.articles:
            print(load_report(measure_load(folder, count, quick=given.quick)), flush=True)


if __name__ == "__main__":
    main()
