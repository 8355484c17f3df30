"""Opening the graph for a load, and telling that it takes a while, where it does."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from graph.database import Database
from graph.engine.lease import EngineLease
from graph.settings import Settings
from server.load_progress import SECONDS_A_LINE, Progress


@asynccontextmanager
async def opened(settings: Settings, progress: Progress) -> AsyncGenerator[Database]:
    """The graph; raises what ``Database.connect`` does.

    That the embedded engine is being started is told at once; that a database lets wait for itself
    without that, after some seconds.
    """
    starting = settings.neo4j is None and not EngineLease(settings).is_up()
    telling = asyncio.create_task(_tell(progress, starting=starting))
    try:
        async with Database.connect(settings) as database:
            telling.cancel()
            yield database
    finally:
        telling.cancel()


async def _tell(progress: Progress, *, starting: bool) -> None:
    began = time.monotonic()
    if not starting:
        await asyncio.sleep(SECONDS_A_LINE)
    while True:
        progress.wait(time.monotonic() - began, starting=starting)
        await asyncio.sleep(SECONDS_A_LINE)
