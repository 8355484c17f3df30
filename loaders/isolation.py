"""Isolation: of articles at which a worker died, the one that kills is found and left out.

Memory that runs out, or a fault in a library, takes the whole process with it, and all that other
workers are doing is lost, too. So the articles are tried one by one where nothing else runs.
"""

import asyncio
from collections.abc import Sequence
from concurrent.futures import Executor

from graph.writing.drafts import Draft
from loaders.errors import WorkerError
from loaders.extraction_job import Drafting
from loaders.rejects import Reject
from loaders.sources import SourceArticle
from loaders.workers import Workers, killer

Found = list[Draft | Reject]


async def isolated(workers: Workers, job: Drafting, articles: Sequence[SourceArticle]) -> Found:
    """The draft of each article; one at which its worker dies again, alone, is rejected.

    Raises WorkerError where workers die without any article: then none can be extracted.
    """
    found: Found = []
    with workers.alone() as executor:
        is_ready = False
        for given in articles:
            if not is_ready:
                await _make_ready(executor, workers, job)
            try:
                found += await asyncio.wrap_future(executor.submit(job, [given]))
            except workers.deaths:
                found.append(killer(given.path, given.line))
                is_ready = False
            else:
                is_ready = True
    return found


async def _make_ready(executor: Executor, workers: Workers, job: Drafting) -> None:
    """Let a new worker load what it needs, so that no article is blamed where that kills it."""
    try:
        await asyncio.wrap_future(executor.submit(job, []))
    except workers.deaths as error:
        raise WorkerError(error) from error
