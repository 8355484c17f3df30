"""Worker processes that end with their parent, whatever ends it."""

import os
import signal
import threading
from collections.abc import Callable, Generator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Pipe
from typing import ParamSpec, Protocol, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


class _Lifeline(Protocol):
    """The end of a pipe that tells when the other end is closed."""

    def poll(self, timeout: float | None) -> bool: ...


@contextmanager
def worker_processes(count: int) -> Generator[Executor]:
    """An executor of ``count`` processes, each started when there is work for it.

    They are spawned, not forked: a fork would copy locks and threads of the database driver. On
    an error or Ctrl-C they end at once, in the midst of their work; else when it is done.
    """
    # Nothing is ever sent. The kernel closes our end when this process dies, in any way.
    theirs, ours = Pipe(duplex=False)
    executor = _Renewed(count, theirs)
    try:
        yield executor
    except BaseException:
        ours.close()
        raise
    finally:
        executor.shutdown(cancel_futures=True)
        ours.close()
        theirs.close()


class _Renewed(Executor):
    """A pool of processes, and after one of them has died, which ends its pool, another.

    What the pool was doing and had before it fails with BrokenProcessPool.
    """

    def __init__(self, count: int, lifeline: _Lifeline) -> None:
        self._count = count
        self._lifeline = lifeline
        self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._count, get_context("spawn"), initializer=_begin, initargs=(self._lifeline,)
        )

    def submit(
        self, fn: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs
    ) -> Future[Result]:
        """Let a process call the function; a pool that has ended is replaced."""
        try:
            return self._pool.submit(fn, *args, **kwargs)
        except BrokenProcessPool:
            self._pool = self._new_pool()
            return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes."""
        self._pool.shutdown(wait, cancel_futures=cancel_futures)


def _begin(parent: _Lifeline) -> None:
    """Make ready a worker: Ctrl-C is its parent's affair, and it does not outlive that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: _Lifeline) -> None:
    parent.poll(None)
    os._exit(1)
