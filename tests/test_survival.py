"""Nothing lost, nothing twice: loaders and engines that are really killed, a disk that is full."""

import asyncio
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager, suppress
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from graph.constraints import ensure_constraints
from graph.database import Command, Database
from graph.engine.folder import EngineFolder
from graph.engine.lease import EngineLease
from graph.ontology import load_ontology
from graph.settings import Neo4jServer, Settings
from graph.transfer.digest import digest_of
from graph.transfer.walk import GraphWalk
from tests.many_facts import load, load_in_this_process

pytestmark = pytest.mark.anyio

ARTICLES = range(96)
KILLS = 20


async def digest(database: Database) -> str:
    ontology = load_ontology()
    return (await digest_of(GraphWalk(database, ontology).elements(), ontology)).value


async def empty(database: Database) -> None:
    await database.write([Command("MATCH (n) DETACH DELETE n")])


async def clean_digest(database: Database, numbers: Iterable[int] = ARTICLES) -> str:
    """The digest of one undisturbed load; the graph is empty again."""
    await load(database, numbers)
    value = await digest(database)
    await empty(database)
    return value


@pytest.fixture(scope="module")
def clean() -> dict[str, str]:
    """Where the first test that needs it keeps the digest of a clean load for the others."""
    return {}


async def expected(database: Database, clean: dict[str, str]) -> str:
    if "digest" not in clean:
        clean["digest"] = await clean_digest(database)
    return clean["digest"]


FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(["tests.many_facts"])


def loader(settings: Settings, numbers: Iterable[int]) -> BaseProcess:
    """A loader that has begun, in a process of its own."""
    process = FORKS.Process(target=load_in_this_process, args=(settings, list(numbers)))
    process.start()
    return process


async def ended(*processes: BaseProcess) -> list[int | None]:
    for process in processes:
        await asyncio.to_thread(process.join)
    return [process.exitcode for process in processes]


async def test_a_loader_killed_at_any_moment_goes_on_where_it_was(
    database: Database, engine_settings: Settings, clean: dict[str, str]
) -> None:
    wanted = await expected(database, clean)
    # The first process also starts the one that all others are forked from.
    assert await ended(loader(engine_settings, ARTICLES[:1])) == [0]
    began = time.monotonic()
    assert await ended(loader(engine_settings, ARTICLES)) == [0]
    whole = time.monotonic() - began
    await empty(database)
    kills = 0
    partial: set[int] = set()
    chance = random.Random(6)
    while kills < KILLS:
        process = loader(engine_settings, ARTICLES)
        await asyncio.sleep(chance.uniform(0.0, whole))
        process.kill()
        [code] = await ended(process)
        if code == -signal.SIGKILL:
            kills += 1
        [row] = await database.read("MATCH (a:Article) RETURN count(a) AS n")
        partial.add(row["n"])
        if row["n"] == len(ARTICLES):
            assert await digest(database) == wanted
            await empty(database)
    assert await ended(loader(engine_settings, ARTICLES)) == [0]
    assert await digest(database) == wanted
    # Not all of these deaths came before the work began.
    assert partial != {0}


async def test_the_same_load_again_changes_nothing(
    database: Database, clean: dict[str, str]
) -> None:
    wanted = await expected(database, clean)
    await load(database, ARTICLES)

    again = await load(database, ARTICLES)

    assert (again.written.unchanged, again.written.loaded) == (len(ARTICLES), 0)
    assert await digest(database) == wanted


async def test_loaders_at_once_over_the_same_articles_come_to_the_same(
    database: Database, engine_settings: Settings, clean: dict[str, str]
) -> None:
    wanted = await expected(database, clean)
    shares = [range(60), range(30, 96), range(95, -1, -1), range(0, 96, 2)]

    codes = await ended(*[loader(engine_settings, share) for share in shares])

    assert codes == [0, 0, 0, 0]
    assert await digest(database) == wanted


async def test_a_killed_engine_is_waited_for(
    database: Database, clean: dict[str, str], tmp_path: Path
) -> None:
    wanted = await expected(database, clean)
    settings = Settings(data=tmp_path, engine_idle=0.5, engine_heap="512m", retry_time=120.0)
    async with Database.connect(settings) as other:
        await ensure_constraints(other, load_ontology())
        task = asyncio.create_task(load(other, ARTICLES))
        chance = random.Random(7)
        kills = 0
        while not task.done() and kills < 3:
            await asyncio.sleep(chance.uniform(0.3, 2.0))
            state = EngineFolder(tmp_path / "engine").state()
            if state is not None and not task.done():
                os.kill(state.pid, signal.SIGKILL)
                kills += 1
                await asyncio.to_thread(_another_engine, tmp_path, state.pid)
        report = await task
        assert kills > 0
        assert report.read == len(ARTICLES)
        assert await digest(other) == wanted


def _another_engine(data: Path, pid: int) -> None:
    """Wait until the loader has started the engine again."""
    while (state := EngineFolder(data / "engine").state()) is None or state.pid == pid:
        time.sleep(0.1)


COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""Bolt's message COMMIT: its length, a structure without fields of signature 0x12, the end."""


class BreakingProxy:
    """Passes Bolt on, and breaks the connection at the commit with this number.

    ``before``: the commit never arrives; else it is done, and its acknowledgement is lost.
    """

    def __init__(self, port: int, at: int, *, before: bool) -> None:
        self._port = port
        self._at = at
        self._before = before
        self.commits = 0
        self.broken = False

    @asynccontextmanager
    async def listening(self) -> AsyncGenerator[int]:
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        async with server:
            yield server.sockets[0].getsockname()[1]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A driver that gives a connection up resets it; that is no failure of the proxy.
        with suppress(ConnectionError):
            await self._pass_on(reader, writer)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner, outer = await asyncio.open_connection("127.0.0.1", self._port)
        back = asyncio.create_task(_pump(inner, writer))
        try:
            while sent := await reader.read(65536):
                self.commits += sent.count(COMMIT)
                breaks = COMMIT in sent and self.commits == self._at
                if breaks and not self._before:
                    back.cancel()
                    await asyncio.wait([back])
                if not (breaks and self._before):
                    outer.write(sent)
                if breaks:
                    if not self._before:
                        await inner.read(65536)
                    self.broken = True
                    break
        finally:
            back.cancel()
            outer.close()
            writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while sent := await reader.read(65536):
            writer.write(sent)


@pytest.mark.parametrize("before", [True, False])
async def test_a_connection_lost_at_the_commit_is_made_good(
    database: Database, engine_settings: Settings, clean: dict[str, str], before: bool
) -> None:
    wanted = await expected(database, clean)
    lease = EngineLease(engine_settings)
    server = await asyncio.to_thread(lease.acquire)
    # Chunks that wait are written together, so there may be one commit only.
    proxy = BreakingProxy(int(server.uri.rpartition(":")[2]), 1, before=before)
    async with proxy.listening() as port:
        through = Neo4jServer(
            f"bolt://127.0.0.1:{port}", server.user, server.password, server.database
        )
        await load(Database(engine_settings, lease, through), ARTICLES)
    lease.release()
    assert proxy.broken
    assert await digest(database) == wanted


FULL_DISK = """
import asyncio, shutil, sys
from pathlib import Path
from graph.constraints import ensure_constraints
from graph.database import Database
from graph.engine import lease
from graph.errors import DiskFullError
from graph.ontology import load_ontology
from graph.settings import Settings
from tests.many_facts import load
from tests.test_survival import ARTICLES, digest

data, lease.DISK_RESERVE, free = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
ballast = data / "ballast"

async def main():
    settings = Settings(data=data, engine_idle=0.5, engine_heap="256m")
    async with Database.connect(settings) as database:
        await ensure_constraints(database, load_ontology())
        ballast.write_bytes(bytes(shutil.disk_usage(data).free - free))
        try:
            await load(database, ARTICLES)
        except DiskFullError as error:
            print("stopped:", error)
        [row] = await database.read("MATCH (a:Article) RETURN count(a) AS n")
        print("articles:", row["n"])
        ballast.unlink()
        await load(database, ARTICLES)
        print("digest:", await digest(database))

asyncio.run(main())
"""
"""Loads onto a disk that ballast has filled but for some bytes, then without the ballast."""


def own_disk(data: Path, megabytes: int) -> list[str]:
    """The beginning of a command that runs with a small disk of its own, or skip the test."""
    mount = f"mount -t tmpfs -o size={megabytes}m tmpfs {data}"
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    if shutil.which("unshare") is None:
        pytest.skip("a small disk needs unshare, of util-linux")
    tried = subprocess.run([*command, mount], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip(f"no disk can be mounted here: {tried.stderr.decode().strip()}")
    return [*command, f'{mount} && exec "$@"', "sh"]


@pytest.mark.parametrize(("reserve", "free"), [(48_000_000, 52_000_000), (1, 1_000_000)])
async def test_a_full_disk_stops_the_load_which_then_goes_on(
    database: Database, clean: dict[str, str], tmp_path: Path, reserve: int, free: int
) -> None:
    wanted = await expected(database, clean)
    arguments = [str(tmp_path), str(reserve), str(free)]
    done = await asyncio.to_thread(
        subprocess.run,
        [*own_disk(tmp_path, 300), sys.executable, "-c", FULL_DISK, *arguments],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    stopped, articles, value = done.stdout.splitlines()
    assert stopped.startswith(f"stopped: The disk of the data folder {tmp_path} is full: ")
    assert stopped.endswith(
        "run the same command again: what was written is safe, and only the rest is done."
    )
    assert int(articles.split()[1]) < len(ARTICLES)
    assert value == f"digest: {wanted}"
