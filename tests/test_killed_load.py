"""The real ``entente load``, with its model and two workers, killed in the midst of its work."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from anyio import from_thread, to_thread

from bench.articles import article
from graph.database import Command, Database
from graph.settings import Settings
from loaders.chunks import ARTICLES
from tests.processes import exists, family, until
from tests.running_server import entente, environment, run

pytestmark = pytest.mark.anyio

COUNT = ARTICLES + 8
PATIENCE = 120

Moment = Callable[[int], bool]


def line(number: int) -> str:
    """A short article as a line of JSON."""
    given = article(number)
    return json.dumps({**given, "text": given["text"].split("\n\n")[0]}) + "\n"


LINES = [line(number) for number in range(COUNT)]


async def count(database: Database) -> int:
    [row] = await database.read("MATCH (a:Article) RETURN count(a) AS n")
    return int(row["n"])


def kill_at(moment: Moment, data: Path) -> None:
    """Load from a pipe that stays open, kill the load, and see that nobody outlives it.

    It cannot end before: more is always to come.
    """
    process = subprocess.Popen(
        entente("load", "-", "--workers", "2"),
        env=environment(data),
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin is not None
    try:
        process.stdin.writelines(LINES)
        process.stdin.flush()
        assert until(lambda: moment(process.pid), PATIENCE)
        everybody = family(process.pid)
        process.kill()
        process.wait(PATIENCE)
        assert until(lambda: not any(map(exists, everybody)), PATIENCE)
    finally:
        process.kill()


async def test_a_killed_load_goes_on_where_it_was_and_leaves_no_worker(
    database: Database, engine_settings: Settings, tmp_path: Path
) -> None:
    data = engine_settings.data
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(LINES))

    def workers_are_there(pid: int) -> bool:
        return len(family(pid)) >= 3

    def a_batch_is_there(pid: int) -> bool:  # noqa: ARG001 - one of several moments
        return from_thread.run(count, database) > 0

    loaded = run(data, "load", str(path), "--workers", "2")
    assert (loaded.returncode, await count(database)) == (0, COUNT)
    wanted = run(data, "digest").stdout
    await database.write([Command("MATCH (n) DETACH DELETE n")])

    for moment in (workers_are_there, a_batch_is_there):
        await to_thread.run_sync(kill_at, moment, data)
    assert 0 < await count(database) < COUNT
    resumed = run(data, "load", str(path), "--workers", "2")

    assert (resumed.returncode, await count(database)) == (0, COUNT)
    assert run(data, "digest").stdout == wanted
