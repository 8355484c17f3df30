"""Measure Entente beside the driver alone: ``python -m bench``."""

import argparse
import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
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
ROUNDS = 21
"""Of 7, most pass while the engine still compiles a statement, which is not what is asked here."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to measure; ``managed`` is how the driver alone reads."""

    concurrencies: Sequence[int]
    rounds: int
    managed: bool


async def measure_graph(folder: Path, size: Size, plan: Plan) -> AsyncIterator[Measure]:
    """Load the graph of a size unless it is there, and ask all questions of it."""
    ontology = load_ontology()
    settings = Settings(data=folder, engine_start_timeout=300, command_timeout=300)
    async with Database.connect(settings) as database:
        if not await is_loaded(database, size):
            print(f"Loading {size.events:,} events into {folder} ...", flush=True)
            await load_sample(database, ontology, Generator(size, ontology).make())
        lease = EngineLease(settings)
        driver = Driver(lease.acquire(), managed=plan.managed)
        service = Service(GraphQLService(ontology), database)
        try:
            for question in QUESTIONS:
                for concurrency in plan.concurrencies:
                    yield await measure(service, driver, question, concurrency, plan.rounds)
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


async def run(folder: Path, plan: Plan) -> None:
    """Measure both graphs and print what was found."""
    print(HEADING, flush=True)
    large: list[Measure] = []
    async for measured in measure_graph(folder / "all", Size(), plan):
        print(line(measured), flush=True)
        large.append(measured)
    alone = [one for one in large if one.concurrency == 1]
    if alone:
        tenth = measure_graph(folder / "tenth", Size().tenth(), replace(plan, concurrencies=(1,)))
        print(f"\n{growth([one async for one in tenth], alone)}")


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(".bench"), help="where graphs are kept")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--at-once", type=int, nargs="*", default=[1, 16, 64])
    parser.add_argument(
        "--autocommit", action="store_true", help="let the driver alone read without transactions"
    )
    given = parser.parse_args()
    plan = Plan(given.at_once, given.rounds, managed=not given.autocommit)
    asyncio.run(run(given.data.absolute(), plan))


if __name__ == "__main__":
    main()
