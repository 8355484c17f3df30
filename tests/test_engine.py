"""The embedded engine's life: found, shared, stopped, killed, and nothing acknowledged lost."""

import asyncio
import contextlib
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.database import Command, Database
from graph.engine.folder import EngineFolder
from graph.engine.lease import EngineLease
from graph.engine.locks import FileLock
from graph.errors import DatabaseAccessError, DatabaseTimeoutError, EngineError
from graph.settings import Settings

pytestmark = pytest.mark.anyio


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path, engine_idle=0.5, engine_heap="512m", command_timeout=5.0)


def folder(settings: Settings) -> EngineFolder:
    return EngineFolder(settings.data / "engine")


def engine_pid(settings: Settings) -> int:
    state = folder(settings).state()
    assert state is not None
    return state.pid


def wait_until_gone(settings: Settings, seconds: float = 15.0) -> bool:
    return FileLock(folder(settings).alive_lock).acquire(timeout=seconds)


async def test_it_starts_is_shared_and_stops_when_nobody_is_left(settings: Settings) -> None:
    async with Database.connect(settings) as one, Database.connect(settings) as two:
        await one.write([Command("CREATE (:Person {id: 'a'})")])
        assert await two.read("MATCH (p:Person) RETURN p.id AS id") == [{"id": "a"}]
        password = folder(settings).path / "password"
        assert stat.S_IMODE(password.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder(settings).path.stat().st_mode) == 0o700
    assert wait_until_gone(settings)
    assert folder(settings).state() is None


async def test_a_killed_engine_is_started_again_and_keeps_what_it_acknowledged(
    settings: Settings,
) -> None:
    async with Database.connect(settings) as database:
        for number in range(5):
            await database.write([Command("CREATE (:Person {id: $id})", {"id": number})])
            os.kill(engine_pid(settings), signal.SIGKILL)
            rows = await database.read("MATCH (p:Person) RETURN count(p) AS n")
            assert rows == [{"n": number + 1}]


async def test_a_terminated_engine_is_started_again(settings: Settings) -> None:
    async with Database.connect(settings) as database:
        await database.write([Command("CREATE (:Person {id: 'a'})")])
        os.kill(engine_pid(settings), signal.SIGTERM)
        assert await database.read("MATCH (p:Person) RETURN p.id AS id") == [{"id": "a"}]


async def test_a_killed_client_leaves_no_engine_behind(settings: Settings) -> None:
    client = subprocess.Popen(  # noqa: ASYNC220 - starting a process takes no time here
        [sys.executable, "-c", CLIENT, str(settings.data)], stdout=subprocess.PIPE, text=True
    )
    assert client.stdout is not None
    assert client.stdout.readline() == "attached\n"
    client.kill()
    client.wait()
    client.stdout.close()
    assert await asyncio.to_thread(wait_until_gone, settings)


CLIENT = """
import sys, time
from pathlib import Path
from graph.engine.lease import EngineLease
from graph.settings import Settings
lease = EngineLease(Settings(data=Path(sys.argv[1]), engine_idle=0.5, engine_heap="512m"))
lease.acquire()
print("attached", flush=True)
time.sleep(60)
"""


async def test_many_commands_at_once_start_one_engine(settings: Settings) -> None:
    async def attach() -> int:
        async with Database.connect(settings):
            return engine_pid(settings)

    assert len(set(await asyncio.gather(*(attach() for _ in range(6))))) == 1


async def test_writers_at_once_lose_nothing(settings: Settings) -> None:
    async def add(database: Database) -> None:
        for _ in range(20):
            await database.write(
                [Command("MERGE (p:Person {id: 'a'}) SET p.n = coalesce(p.n, 0) + 1")]
            )

    async with Database.connect(settings) as one, Database.connect(settings) as two:
        await asyncio.gather(add(one), add(two), add(one))
        assert await one.read("MATCH (p:Person) RETURN p.n AS n") == [{"n": 60}]


async def test_statements_end_in_time_and_files_are_out_of_reach(
    settings: Settings, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\nb\n")
    async with Database.connect(settings) as database:
        await database.write(
            [Command("UNWIND range(1, 3000) AS n CREATE (:Event {id: toString(n)})")]
        )
        started = time.monotonic()
        with pytest.raises(DatabaseTimeoutError):
            await database.read("MATCH (a:Event), (b:Event), (c:Event) RETURN count(a.id + c.id)")
        assert time.monotonic() - started < 30
        with pytest.raises(DatabaseAccessError):
            await database.read("LOAD CSV FROM $url AS line RETURN line", {"url": secret.as_uri()})


async def test_an_engine_that_cannot_start_says_why(tmp_path: Path) -> None:
    broken = Settings(data=tmp_path, engine_heap="1m", engine_start_timeout=20.0)
    lease = EngineLease(broken)
    with pytest.raises(EngineError, match="did not start"):
        lease.acquire()
    lease.release()


async def test_an_engine_whose_folder_was_deleted_ends(settings: Settings) -> None:
    async with Database.connect(settings):
        pid = engine_pid(settings)
        shutil.rmtree(settings.data)
    assert await asyncio.to_thread(process_ends, pid)


def process_ends(pid: int, seconds: float = 15.0) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        # Our own child stays as a zombie until it is waited for.
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
