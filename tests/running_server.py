"""A real ``entente serve`` in a process of its own, on a free port."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

READY = re.compile(r"Entente is ready: GraphiQL at (http://\S+)/graphql \(Ctrl-C stops it\)\n")
PATIENCE = 90


def entente(*arguments: str) -> list[str]:
    """The command line of ``entente`` with these arguments."""
    return [sys.executable, "-c", "from server.cli import main; main()", *arguments]


def environment(data: Path, **settings: str) -> dict[str, str]:
    """The environment of a command on this data folder, free of the settings of the caller."""
    inherited = {name: value for name, value in os.environ.items() if name[:8] != "ENTENTE_"}
    return {
        **inherited,
        "ENTENTE_DATA": str(data),
        "ENTENTE_ENGINE_HEAP": "512m",
        "ENTENTE_ENGINE_IDLE": "1",
        **settings,
    }


def run(
    data: Path, *arguments: str, stdin: str = "", **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        entente(*arguments),
        env=environment(data, **settings),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@dataclass(frozen=True, slots=True)
class RunningServer:
    """A server that answers at ``url``; ``log`` is what it writes to standard error."""

    url: str
    process: "subprocess.Popen[str]"
    log: Path

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop; returns its exit code."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@contextmanager
def running_server(data: Path, log: Path, **settings: str) -> Generator[RunningServer]:
    """Start a server, wait until it says that it is ready, and stop it at the end."""
    with log.open("w") as errors:
        process = subprocess.Popen(
            entente("serve", "--port", "0"),
            env=environment(data, **settings),
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    late = threading.Timer(PATIENCE, process.kill)
    late.start()
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        ready = READY.fullmatch(line)
        assert ready, f"the server said {line!r} and {log.read_text()}"
        yield RunningServer(ready[1], process, log)
    finally:
        late.cancel()
        if process.poll() is None:
            process.terminate()
            process.wait(PATIENCE)
        if process.stdout is not None:
            process.stdout.close()
