"""A client's lease of the embedded engine: found where it runs, started where it does not."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager

from graph.engine.folder import EngineFolder, EngineState
from graph.engine.host import DATABASE, LOOPBACK
from graph.engine.locks import FileLock
from graph.errors import DiskFullError, EngineError
from graph.settings import Neo4jServer, Settings

POLL = 0.05
TRIES = 3
USER = "root"
DISK_RESERVE = 48_000_000
"""Bytes that must be free before a write: what a batch and its log take several times over."""


class EngineLease:
    """Keeps the engine up while it is held.

    All calls block, for seconds where the engine must be started: call them in a thread.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folder = EngineFolder(settings.data / "engine")
        self._client = FileLock(self._folder.clients_lock)
        self._start = FileLock(self._folder.start_lock)
        self._process: subprocess.Popen[bytes] | None = None

    def acquire(self) -> Neo4jServer:
        """Attach to the engine, and start it where it does not run; returns its address."""
        self._folder.create()
        self._client.require(shared=True, timeout=self._settings.engine_start_timeout)
        return self.renew()

    def renew(self) -> Neo4jServer:
        """Start the engine again where it has died; returns its address, old or new."""
        self._start.require(timeout=self._settings.engine_start_timeout)
        try:
            return self._address(self._running() or self._started())
        finally:
            self._start.release()

    def serves(self) -> bool:
        """Whether the engine is up; one on its way down fails in ways of its own."""
        return self._folder.state() is not None

    def is_up(self) -> bool:
        """Whether the engine runs and answers, so that to attach to it takes no time."""
        there = self._folder.alive_lock.exists()
        return there and not FileLock(self._folder.alive_lock).is_free() and self.serves()

    @contextmanager
    def lane(self, timeout: float) -> Generator[None]:
        """The lane of writes, held while inside; raises EngineError when it is never free."""
        turn = FileLock(self._folder.lane_lock)
        turn.require(timeout=timeout)
        try:
            yield
        finally:
            turn.release()

    def require_disk(self) -> None:
        """Raise DiskFullError where the disk has no room for another write.

        The engine survives a full disk, but what it then says of a write tells nobody why.
        """
        free = shutil.disk_usage(self._folder.path).free
        if free < DISK_RESERVE:
            raise DiskFullError(str(self._settings.data), free)

    def release(self) -> None:
        """Leave the engine; the last to leave lets it stop."""
        self._client.release()

    def _running(self) -> EngineState | None:
        """The state of the engine that runs, which may still be on its way up or down."""
        deadline = time.monotonic() + self._settings.engine_start_timeout
        while time.monotonic() < deadline:
            if FileLock(self._folder.alive_lock).is_free():
                return None
            state = self._folder.state()
            if state is not None and _process_exists(state.pid):
                return state
            time.sleep(POLL)
        return None

    def _started(self) -> EngineState:
        for _ in range(TRIES):
            self._process = self._launch()
            state = self._ready(self._process)
            if state is not None:
                return state
        self.require_disk()
        raise EngineError(
            f"The embedded engine did not start. Its last words:\n{self._folder.log_tail()}",
            fix=f"The whole log is {self._folder.log}. ENTENTE_DATA names another folder, "
            "ENTENTE_NEO4J_URI another database.",
        )

    def _launch(self) -> "subprocess.Popen[bytes]":
        settings = self._settings
        command = [sys.executable, "-P", "-m", "graph.engine.host", str(self._folder.path)]
        command += ["--heap", settings.engine_heap, "--idle", str(settings.engine_idle)]
        command += ["--command-timeout", str(settings.command_timeout)]
        with self._folder.log.open("wb") as log:
            # A session of its own: Ctrl-C in the terminal ends the command, not the engine.
            return subprocess.Popen(  # noqa: S603 - our own module, run by our interpreter
                command,
                cwd=self._folder.path,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def _ready(self, process: "subprocess.Popen[bytes]") -> EngineState | None:
        deadline = time.monotonic() + self._settings.engine_start_timeout
        while time.monotonic() < deadline and process.poll() is None:
            state = self._folder.state()
            if state is not None and state.pid == process.pid:
                return state
            time.sleep(POLL)
        process.kill()
        process.wait()
        return None

    def _address(self, state: EngineState) -> Neo4jServer:
        return Neo4jServer(
            uri=f"bolt://{LOOPBACK}:{state.bolt_port}",
            user=USER,
            password=self._folder.password(),
            database=DATABASE,
        )


def _process_exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
