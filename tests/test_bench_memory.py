"""The memory of a load is told by process, as the kernel counts it."""

import subprocess
import sys
from pathlib import Path

import pytest

from bench.memory import Peaks

CHILD = "import sys; kept = bytearray(60 << 20); print('ready', flush=True); sys.stdin.read()"
LOADER = (
    "import subprocess, sys; "
    f"subprocess.run([sys.executable, '-c', {CHILD!r}], stdin=sys.stdin, check=True)"
)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux has it")
def test_peaks_are_told_by_role(tmp_path: Path) -> None:
    peaks = Peaks()
    with subprocess.Popen(
        [sys.executable, "-c", LOADER], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as loader:
        assert loader.stdout is not None
        assert loader.stdin is not None
        assert loader.stdout.readline() == b"ready\n"
        peaks.look(loader.pid, tmp_path)
        loader.stdin.close()
    assert set(peaks.by_role) == {"loader", "worker"}
    assert peaks.by_role["loader"] < 60 < peaks.by_role["worker"] < 120
