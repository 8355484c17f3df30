"""Measure Entente beside the driver alone: ``python -m bench``."""

import argparse
import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from bench.loading import is_loaded, load_sample
from bench.measuring import Measure, measure
from bench.questions import QUESTIONS
from bench.sample import Generator, Size
from bench.sides import Driver, Service
from graph.database import Database
from graph.engine.lease import EngineLease
from graph.ontology import load_ontology
from graph.settings import Settings
from schema.service import GraphQLService

GOAL = 0.85


async def measure_graph(
    folder: Path, size: Size, concurrencies: Sequence[int], rounds: int
) -> AsyncIterator[Measure]:
    """Load the graph of a size unless it is there, and ask all questions of it."""
    ontology = load_ontology()
    settings = Settings(data=folder, engine_start_timeout=300, command_timeout=300)
    async with Database.connect(settings) as database:
        if not await is_loaded(database, size):
            print(f"Loading {size.events:,} events into {folder} ...", flush=True)
            await load_sample(database, ontology, Generator(size, ontology).make())
        lease = EngineLease(settings)
        driver = Driver(lease.acquire())
        service = Service(GraphQLService(ontology), database)
        try:
            for question in QUESTIONS:
                for concurrency in concurrencies:
                    yield await measure(service, driver, question, concurrency, rounds)
        finally:
            await driver.close()
            lease.release()


HEADING = f"{'question':36}{'at once':>8}{'entente':>12}{'driver':>12}{'ratio':>8}"


def line(measured: Measure) -> str:
    """Throughput of both sides, as a line below the heading."""
    ours, theirs = (f"{1 / seconds:.1f}/s" for seconds in (measured.ours, measured.theirs))
    mark = "" if measured.ratio >= GOAL else f"  below {GOAL}"
    asked = f"{measured.question:36}{measured.concurrency:>8}"
    return f"{asked}{ours:>12}{theirs:>12}{measured.ratio:>8.2f}{mark}"


def growth(small: Sequence[Measure], large: Sequence[Measure]) -> str:
    """How much slower one asking is on the whole graph than on a tenth of it, as a table."""
    lines = [f"{'question':36}{'a tenth':>12}{'all':>12}{'times':>8}"]
    for one, other in zip(small, large, strict=True):
        before, after = (f"{1000 * measured.ours:.1f} ms" for measured in (one, other))
        lines.append(f"{one.question:36}{before:>12}{after:>12}{other.ours / one.ours:>8.1f}")
    return "\n".join(lines)


async def run(folder: Path, concurrencies: Sequence[int], rounds: int) -> None:
    """Measure both graphs and print what was found."""
    print(HEADING, flush=True)
    large: list[Measure] = []
    async for measured in measure_graph(folder / "all", Size(), concurrencies, rounds):
        print(line(measured), flush=True)
        large.append(measured)
    alone = [one for one in large if one.concurrency == 1]
    if alone:
        tenth = measure_graph(folder / "tenth", Size().tenth(), (1,), rounds)
        print(f"\n{growth([one async for one in tenth], alone)}")


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(".bench"), help="where graphs are kept")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--at-once", type=int, nargs="*", default=[1, 16, 64])
    given = parser.parse_args()
    asyncio.run(run(given.data.absolute(), given.at_once, given.rounds))


if __name__ == "__main__":
    main()
