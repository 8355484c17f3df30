"""Advisory file locks, which the kernel drops when their holder dies.

They need ``flock`` (Linux, macOS); on Windows run Entente against a Neo4j server or in WSL.
"""

import fcntl
import os
import time
from contextlib import suppress
from pathlib import Path

from graph.errors import EngineError

POLL = 0.01


class FileLock:
    """A lock on one file; free when created, and free again after ``release``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    def acquire(self, *, shared: bool = False, timeout: float = 0.0) -> bool:
        """Take the lock within ``timeout`` seconds; tells whether it was had."""
        deadline = time.monotonic() + timeout
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        while True:
            with suppress(BlockingIOError):
                fcntl.flock(
                    descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB
                )
                self._descriptor = descriptor
                return True
            if time.monotonic() >= deadline:
                os.close(descriptor)
                return False
            time.sleep(POLL)

    def require(self, *, shared: bool = False, timeout: float) -> None:
        """Take the lock or raise EngineError."""
        if not self.acquire(shared=shared, timeout=timeout):
            raise EngineError(
                f"{self.path} was held by another process for {timeout:g} seconds.",
                fix="Find the Entente process on this data folder that hangs, and end it.",
            )

    def release(self) -> None:
        """Give the lock back; does nothing where it is not held."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def is_free(self) -> bool:
        """Whether nobody holds it at this moment."""
        probe = FileLock(self.path)
        if not probe.acquire():
            return False
        probe.release()
        return True
