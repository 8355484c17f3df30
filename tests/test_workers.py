"""Workers: processes, a Dask cluster, and what is left of them when a load is stopped."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import aclosing
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError
from graph.facts import Article, ArticleFacts
from graph.writing.writer import Known, Written
from loaders.chunks import ARTICLES
from loaders.dask_cluster import dask_cluster
from loaders.errors import WorkerError
from loaders.extraction_job import ChosenExtraction, ExtractionJob
from loaders.loading import Load
from loaders.sources import Reading, SourceArticle, SourceOptions, read_sources
from loaders.workers import Workers, local_workers
from tests.extraction_jobs import Dies, Gate, TellsItsWorker

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"


class Shelf:
    """A place for facts that keeps them in memory."""

    def __init__(self) -> None:
        self.facts: list[ArticleFacts] = []

    async def known(self, ids: Iterable[str]) -> dict[str, Known]:  # noqa: ARG002 - a writer
        return {}

    async def write(self, batch: Sequence[ArticleFacts], loaded_at: str) -> Written:  # noqa: ARG002
        self.facts += batch
        return Written(loaded=len(batch))


def articles(count: int) -> Iterator[SourceArticle]:
    for n in range(count):
        yield SourceArticle(Article(f"a{n}", f"Title {n}", f"Iran praised Iraq {n} times."), "mem")


def load(workers: Workers, job: ExtractionJob, given: Iterable[Reading]) -> list[ArticleFacts]:
    shelf = Shelf()

    async def run() -> None:
        async with aclosing(Load(shelf, workers, job, lambda _: None).run(given)) as reports:
            async for _ in reports:
                pass

    asyncio.run(run())
    return shelf.facts


def sample(workers: Workers) -> list[ArticleFacts]:
    readings = read_sources([str(EXAMPLES)], SourceOptions())
    return load(
        workers, ChosenExtraction("model"), [r for r in readings if isinstance(r, SourceArticle)]
    )


@pytest.fixture(scope="module")
def expected() -> list[ArticleFacts]:
    with local_workers(0) as workers:
        return sample(workers)


def test_processes_find_the_same_in_the_same_order(expected: list[ArticleFacts]) -> None:
    with local_workers(2) as workers:
        assert sample(workers) == expected


def test_all_processes_work_and_end_with_the_load() -> None:
    with local_workers(2) as workers:
        facts = load(workers, TellsItsWorker(), articles(40 * ARTICLES))
    pids = {int(one.extractor) for one in facts}
    assert [one.article.id for one in facts] == [f"a{n}" for n in range(40 * ARTICLES)]
    assert len(pids) == 2
    assert os.getpid() not in pids
    assert [pid for pid in pids if exists(pid)] == []


def test_a_worker_that_dies_stops_the_load_with_a_reason() -> None:
    with local_workers(1) as workers, pytest.raises(WorkerError, match="want of memory"):
        load(workers, Dies(), articles(1))


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
    """A real scheduler with two workers, each a process of its own."""
    distributed: Any = import_module("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        yield str(cluster.scheduler_address)


def test_a_dask_cluster_finds_the_same(scheduler: str, expected: list[ArticleFacts]) -> None:
    with dask_cluster(scheduler) as workers:
        assert workers.count == 2
        assert sample(workers) == expected
        facts = load(workers, TellsItsWorker(), articles(40 * ARTICLES))
    assert [one.article.id for one in facts] == [f"a{n}" for n in range(40 * ARTICLES)]
    pids = {int(one.extractor) for one in facts}
    assert len(pids) == 2
    assert os.getpid() not in pids


def test_a_scheduler_that_is_not_there_is_told() -> None:
    with (
        pytest.raises(InputError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:1"),
        dask_cluster("tcp://127.0.0.1:1", timeout=1),
    ):
        pass


def exists(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def family(pid: int) -> set[int]:
    """A process and all that it has started, and those in turn."""
    found = {pid}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(entry.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == pid:
            found |= family(int(entry.parent.name))
    return found


SCRIPT = """
import sys
from tests.extraction_jobs import NeverEnds
from tests.test_workers import articles, load
from loaders.workers import local_workers
if __name__ == "__main__":
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


def until(done: Callable[[], bool], seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if done():
            return True
        time.sleep(0.05)
    return False
