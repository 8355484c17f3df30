"""Worker processes that end with their parent, whatever ends it."""

import os
import signal
import threading
from collections.abc import Generator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Pipe
from typing import Protocol


class _Lifeline(Protocol):
    """The end of a pipe that tells when the other end is closed."""

    def poll(self, timeout: float | None) -> bool: ...


@contextmanager
def worker_processes(count: int) -> Generator[Executor]:
    """An executor of ``count`` processes, each started when there is work for it.

    They are spawned, not forked: a fork would copy locks and threads of the database driver. On
    an error or Ctrl-C they end at once, in the midst of their work; else when it is done.
    """
    context = get_context("spawn")
    # Nothing is ever sent. The kernel closes our end when this process dies, in any way.
    theirs, ours = Pipe(duplex=False)
    executor = ProcessPoolExecutor(count, context, initializer=_begin, initargs=(theirs,))
    try:
        yield executor
    except BaseException:
        ours.close()
        raise
    finally:
        executor.shutdown(cancel_futures=True)
        ours.close()
        theirs.close()


def _begin(parent: _Lifeline) -> None:
    """Make ready a worker: Ctrl-C is its parent's affair, and it does not outlive that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: _Lifeline) -> None:
    parent.poll(None)
    os._exit(1)
