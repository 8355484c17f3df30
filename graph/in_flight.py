"""In flight: what the database is asked to do while Python prepares what comes next."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

Work = Callable[[], Coroutine[Any, Any, None]]


class InFlight:
    """Pieces of work that are done one after another, in the order in which they were added.

    The first that fails ends all: those after it are not done, and whoever adds another or waits
    for the end is told its error.
    """

    def __init__(self) -> None:
        self._waiting: deque[Work] = deque()
        self._task: asyncio.Task[None] | None = None

    async def add(self, work: Work) -> None:
        """Let a piece of work be done when it is its turn."""
        self.check()
        self._waiting.append(work)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run())
        # Lets it begin, before Python has the thread for itself again.
        await asyncio.sleep(0)

    async def done(self) -> None:
        """Wait until all is done."""
        if self._task is not None:
            await self._task

    def check(self) -> None:
        """Raise the error of what has failed."""
        if self._task is not None and self._task.done():
            self._task.result()

    async def abandon(self) -> None:
        """End what is still under way, for nobody needs it any more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while self._waiting:
            await self._waiting.popleft()()


@asynccontextmanager
async def beside(work: Coroutine[Any, Any, None]) -> AsyncGenerator[None]:
    """Let something be done beside a block, at whose end it is waited for; it fails with it."""
    task = asyncio.create_task(work)
    try:
        # Lets it begin, so that what it reads comes first.
        await asyncio.sleep(0)
        yield
        await task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
