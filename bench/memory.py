"""Peak memory of the processes of a load, told apart: the loader, its workers, and the engine.

The kernel keeps the peak of each process (``VmHWM`` in ``/proc``): a look now and then is enough.
"""

import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

EVERY: Final = 0.5
"""Seconds from one look to the next."""
ENGINE: Final = "graph.engine.host"


@dataclass(slots=True)
class Peaks:
    """Peaks in MB by role: ``loader``, ``worker`` (the largest) and ``engine``."""

    by_role: dict[str, float] = field(default_factory=dict[str, float])

    def __str__(self) -> str:
        return ", ".join(f"{role} {size:,.0f} MB" for role, size in self.by_role.items())

    def look(self, loader: int, data: Path) -> None:
        """Take up the peaks of the processes that run."""
        for folder in Path("/proc").iterdir():
            # Processes come and go while their folders are read.
            with suppress(OSError, KeyError, ValueError):
                process = int(folder.name)
                status = _status(folder)
                told = (folder / "cmdline").read_bytes().decode(errors="replace")
                role = _role(process, int(status["PPid"]), told, loader, data)
                if role:
                    size = int(status["VmHWM"].removesuffix(" kB")) / 1024
                    self.by_role[role] = max(size, self.by_role.get(role, 0.0))


def _status(folder: Path) -> dict[str, str]:
    lines = (line.partition(":") for line in (folder / "status").read_text().splitlines())
    return {name: value.strip() for name, _, value in lines}


def _role(process: int, parent: int, command: str, loader: int, data: Path) -> str | None:
    if ENGINE in command:
        return "engine" if str(data) in command else None
    if process == loader:
        return "loader"
    return "worker" if parent == loader else None


@contextmanager
def watch(loader: int, data: Path) -> Generator[Peaks]:
    """Watch a load and the engine of its data folder until the load has ended."""
    peaks, ended = Peaks(), threading.Event()

    def follow() -> None:
        while not ended.wait(EVERY):
            peaks.look(loader, data)

    thread = threading.Thread(target=follow, daemon=True)
    thread.start()
    try:
        yield peaks
    finally:
        ended.set()
        thread.join()
