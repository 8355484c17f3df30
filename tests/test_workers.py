"""Workers: processes, a Dask cluster, and what is left of them when a load is stopped."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import aclosing
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError
from graph.facts import Article
from graph.writing.drafts import Draft
from graph.writing.writer import Known, Written
from loaders.chunks import ARTICLES
from loaders.dask_cluster import dask_cluster
from loaders.errors import WorkerError
from loaders.extraction_job import ChosenExtraction, ExtractionJob
from loaders.loading import Load
from loaders.rejects import Reject
from loaders.sources import Reading, SourceArticle, SourceOptions, read_sources
from loaders.sources.building import Unbuilt
from loaders.sources.building_ahead import build_all
from loaders.sources.entry import RawPage
from loaders.sources.published import DateRules
from loaders.workers import Workers, killer, local_workers
from tests.extraction_jobs import DeadlyPage, Dies, DiesAt, Gate, TellsItsWorker
from tests.processes import exists, family, until
from tests.reading import OPTIONS

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"


class Shelf:
    """A place for drafts that keeps them in memory."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []

    async def known(self, ids: Iterable[str]) -> dict[str, Known]:  # noqa: ARG002 - a writer
        return {}

    async def write_drafts(self, batch: Sequence[Draft], loaded_at: str) -> Written:  # noqa: ARG002
        self.drafts += batch
        return Written(loaded=len(batch))


def articles(count: int) -> Iterator[SourceArticle]:
    for n in range(count):
        article = Article(f"a{n}", f"Title {n}", f"Iran praised Iraq {n} times.")
        yield SourceArticle(article, "mem", n)


def load(
    workers: Workers,
    job: ExtractionJob,
    given: Iterable[Reading],
    on_reject: Callable[[Reject], None] = print,
) -> list[Draft]:
    shelf = Shelf()

    async def run() -> None:
        async with aclosing(Load(shelf, workers, job, on_reject).run(given)) as reports:
            async for _ in reports:
                pass

    asyncio.run(run())
    return shelf.drafts


def sample(workers: Workers) -> list[Draft]:
    readings = read_sources([str(EXAMPLES)], SourceOptions())
    return load(
        workers, ChosenExtraction("model"), [r for r in readings if isinstance(r, SourceArticle)]
    )


@pytest.fixture(scope="module")
def expected() -> list[Draft]:
    with local_workers(0) as workers:
        return sample(workers)


def test_processes_find_the_same_in_the_same_order(expected: list[Draft]) -> None:
    with local_workers(2) as workers:
        assert sample(workers) == expected


def test_all_processes_work_and_end_with_the_load() -> None:
    with local_workers(2) as workers:
        drafts = load(workers, TellsItsWorker(), articles(40 * ARTICLES))
    pids = {int(one.extractor) for one in drafts}
    assert [one.article.id for one in drafts] == [f"a{n}" for n in range(40 * ARTICLES)]
    assert len(pids) == 2
    assert os.getpid() not in pids
    assert [pid for pid in pids if exists(pid)] == []


def test_workers_that_die_of_no_article_stop_the_load_with_a_reason() -> None:
    with local_workers(1) as workers, pytest.raises(WorkerError, match="want of memory"):
        load(workers, Dies(), articles(1))


def test_an_article_that_kills_its_worker_is_rejected_and_no_other() -> None:
    rejects: list[Reject] = []
    count = 3 * ARTICLES
    killers = ("a3", "a4", f"a{2 * ARTICLES}")
    with local_workers(2) as workers:
        drafts = load(workers, DiesAt(killers), articles(count), rejects.append)
    assert [one.article.id for one in drafts] == [
        f"a{n}" for n in range(count) if f"a{n}" not in killers
    ]
    assert rejects == [killer("mem", int(one[1:])) for one in killers]


PAGE = "<html><body><article><p>Iran praised Iraq {} times on Monday.</p></article></body></html>"


def test_workers_find_the_articles_of_pages_in_order(tmp_path: Path) -> None:
    for number in range(6):
        suffix = ("html", "txt")[number % 2]
        (tmp_path / f"{number}.{suffix}").write_text(PAGE.format(number))
    (tmp_path / "3.html").write_text("<html></html>")

    here = list(read_sources([str(tmp_path)], OPTIONS))
    with local_workers(2) as workers:
        there = list(read_sources([str(tmp_path)], OPTIONS, workers=workers))

    assert there == here
    assert [type(one) for one in here].count(Reject) == 1


def test_a_page_that_kills_its_worker_is_rejected_and_no_other() -> None:
    data = [PAGE.format(number).encode() for number in range(5)]
    data[2] = DeadlyPage(data[2])
    given = [Unbuilt(RawPage(one), f"{number}.html", True) for number, one in enumerate(data)]
    with local_workers(2) as workers:
        found = list(build_all(given, DateRules.of(OPTIONS), workers))
    assert [one.path for one in found] == [f"{number}.html" for number in range(5)]
    assert [one for one in found if isinstance(one, Reject)] == [killer("2.html", None)]


def test_reading_waits_for_extraction() -> None:
    taken = 0

    def counted() -> Iterator[SourceArticle]:
        nonlocal taken
        for given in articles(100 * ARTICLES):
            taken += 1
            yield given

    async def run(gate: Gate) -> int:
        with local_workers(0) as workers:
            job = Load(Shelf(), workers, gate, lambda _: None)
            async with aclosing(job.run(counted())) as reports:
                first = asyncio.ensure_future(anext(reports))
                await asyncio.sleep(0.5)
                before = taken
                gate.opened.set()
                await first
        return before

    assert asyncio.run(run(Gate())) <= 10 * ARTICLES


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """A real scheduler with two workers, each a process of its own; it tries nothing twice."""
    distributed: Any = import_module("distributed")
    dask: Any = import_module("dask")
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
    ):
        yield str(cluster.scheduler_address)


def test_a_dask_cluster_finds_the_same(scheduler: str, expected: list[Draft]) -> None:
    with dask_cluster(scheduler) as workers:
        assert workers.count == 2
        assert sample(workers) == expected
        drafts = load(workers, TellsItsWorker(), articles(40 * ARTICLES))
    assert [one.article.id for one in drafts] == [f"a{n}" for n in range(40 * ARTICLES)]
    pids = {int(one.extractor) for one in drafts}
    assert len(pids) == 2
    assert os.getpid() not in pids


def test_a_dask_cluster_rejects_what_kills_its_workers(scheduler: str) -> None:
    rejects: list[Reject] = []
    with dask_cluster(scheduler) as workers:
        drafts = load(workers, DiesAt(("a1",)), articles(3), rejects.append)
    assert [one.article.id for one in drafts] == ["a0", "a2"]
    assert rejects == [killer("mem", 1)]


def test_a_scheduler_that_is_not_there_is_told() -> None:
    with (
        pytest.raises(InputError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:1"),
        dask_cluster("tcp://127.0.0.1:1", timeout=1),
    ):
        pass


SCRIPT = """
import signal
from tests.extraction_jobs import NeverEnds
from tests.test_workers import articles, load
from loaders.workers import local_workers
if __name__ == "__main__":
    # Where a shell runs the tests in the background, they begin with this signal ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with local_workers(2) as workers:
        load(workers, NeverEnds(), articles(1000))
"""


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_load_that_is_stopped_leaves_no_process(sent: signal.Signals, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    root = str(Path(__file__).parents[1])
    process = subprocess.Popen(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": root},
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert until(lambda: len(family(process.pid)) >= 3)
        everybody = family(process.pid)
        if sent == signal.SIGINT:
            # As a terminal does: to the whole group.
            os.killpg(process.pid, sent)
        else:
            process.send_signal(sent)
        process.wait(timeout=60)
        assert until(lambda: not any(map(exists, everybody)))
    finally:
        process.kill()
