"""Workers: where extraction runs, behind the one interface of ``concurrent.futures``."""

from collections.abc import Callable, Generator
from concurrent.futures import BrokenExecutor, Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass

from loaders.rejects import Reject
from loaders.worker_processes import worker_processes


@dataclass(frozen=True, slots=True)
class Workers:
    """An executor and how many pieces of work it does at once.

    ``deaths`` are the errors by which work ends whose worker died; the executor goes on with new
    workers. ``alone`` gives an executor whose workers die of nothing but their own work.
    """

    executor: Executor
    count: int
    deaths: tuple[type[Exception], ...]
    alone: Callable[[], AbstractContextManager[Executor]]


@contextmanager
def local_workers(count: int) -> Generator[Workers]:
    """``count`` processes on this machine; with 0 the work is done within this one."""
    if count == 0:
        with ThreadPoolExecutor(1, "extraction") as executor:
            # A thread does not die alone.
            yield Workers(executor, 1, (), lambda: nullcontext(executor))
        return
    with worker_processes(count) as executor:
        yield Workers(executor, count, (BrokenExecutor,), lambda: worker_processes(1))


def killer(path: str, line: int | None) -> Reject:
    """The reject of what a worker died at twice, the second time alone."""
    return Reject(
        path,
        line,
        "The process that worked on this article died, also when it had nothing else to do: it ran "
        "out of memory, or a library failed.",
        "Free memory and load it again; if that does not help, report it with the article.",
    )
