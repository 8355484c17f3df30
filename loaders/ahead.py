"""Working ahead: a stage of a pipeline runs while the next one works, as far ahead as told."""

import asyncio
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class _End:
    """No more items come, for want of them or because of an error."""

    error: BaseException | None = None


async def read_ahead(items: Iterable[Item], count: int) -> AsyncGenerator[Item]:
    """Items made in a thread of their own, at most ``count`` of them ahead.

    The thread is a daemon: one that waits for input that never comes keeps no process from ending.
    """
    reader = _Reader(items, count)
    reader.start()
    try:
        while not isinstance(item := await reader.queue.get(), _End):
            reader.free.release()
            yield item
        if item.error is not None:
            raise item.error
    finally:
        reader.stop()


class _Reader(threading.Thread, Generic[Item]):
    def __init__(self, items: Iterable[Item], count: int) -> None:
        super().__init__(name="reader", daemon=True)
        self.queue: asyncio.Queue[Item | _End] = asyncio.Queue()
        self.free = threading.Semaphore(count)
        self._items = items
        self._loop = asyncio.get_running_loop()
        self._stopped = False

    def run(self) -> None:
        end = _End()
        try:
            for item in self._items:
                self.free.acquire()
                if self._stopped:
                    return
                self._put(item)
        except BaseException as error:
            end = _End(error)
        self._put(end)

    def stop(self) -> None:
        self._stopped = True
        self.free.release()

    def _put(self, item: Item | _End) -> None:
        # The loop is closed when nobody waits any more.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self.queue.put_nowait, item)


async def work_ahead(items: AsyncIterator[Item], count: int) -> AsyncGenerator[list[Item]]:
    """Items made in a task of their own, at most ``count`` of them ahead; all that wait at once."""
    queue: asyncio.Queue[Item | _End] = asyncio.Queue(count)

    async def work() -> None:
        try:
            async for item in items:
                await queue.put(item)
        except Exception as error:
            await queue.put(_End(error))
        else:
            await queue.put(_End())

    task = asyncio.create_task(work())
    end = None
    try:
        while end is None:
            waiting = [await queue.get()]
            while not queue.empty():
                waiting.append(queue.get_nowait())
            # Nothing comes after the end.
            end = waiting.pop() if isinstance(waiting[-1], _End) else None
            if made := [item for item in waiting if not isinstance(item, _End)]:
                yield made
        if isinstance(end, _End) and end.error is not None:
            raise end.error
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
