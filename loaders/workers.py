"""Workers: where extraction runs, behind the one interface of ``concurrent.futures``."""

from collections.abc import Generator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from loaders.worker_processes import worker_processes


@dataclass(frozen=True, slots=True)
class Workers:
    """An executor and how many pieces of work it does at once."""

    executor: Executor
    count: int


@contextmanager
def local_workers(count: int) -> Generator[Workers]:
    """``count`` processes on this machine; with 0 the work is done within this one."""
    if count == 0:
        with ThreadPoolExecutor(1, "extraction") as executor:
            yield Workers(executor, 1)
        return
    with worker_processes(count) as executor:
        yield Workers(executor, count)
