"""Loading: articles read, facts extracted, facts written, and an account of it all.

Four stages run at once: a thread reads chunks of articles, what the graph already has is left
out, workers extract, and one lane writes, in the order of the input. Each stage is ahead of the
next by a bounded number of chunks, so that memory is bounded whatever the input. Chunks that wait
to be written are written together: the slower the writing, the larger its batches.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Iterable, Sequence
from concurrent.futures import Future
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import Protocol

from graph.errors import EntenteError
from graph.writing.drafts import Draft
from graph.writing.writer import Known, Written
from loaders.ahead import read_ahead, work_ahead
from loaders.chunks import Chunk, chunked
from loaders.errors import TooManyRejectsError, WorkerError
from loaders.extraction_job import Drafting, ExtractionJob
from loaders.isolation import Found, isolated
from loaders.rejects import Reject, utc_now
from loaders.selection import Selected
from loaders.sources import SourceArticle
from loaders.workers import Workers

READ_AHEAD = 2
"""Chunks that are read and wait for their turn."""

WRITE_AHEAD = 4
"""Chunks that are extracted and wait to be written, in one transaction if need be: with more,
transactions would last long, and gain little."""


class DraftsWriter(Protocol):
    """Where drafts go: the graph's writer, or one that only tells what would change."""

    async def known(self, ids: Iterable[str]) -> dict[str, Known]:
        """What is already there of articles, by id."""
        ...

    async def write_drafts(self, batch: Sequence[Draft], loaded_at: str) -> Written:
        """Write a batch in one transaction."""
        ...


@dataclass(frozen=True, slots=True)
class FactCounts:
    """How much articles say; what several say is counted as often."""

    events: int = 0
    agreements: int = 0
    persons: int = 0
    organizations: int = 0
    nations: int = 0

    def plus(self, more: Sequence[Draft]) -> "FactCounts":
        """These, and those of more articles."""
        return FactCounts(
            self.events + sum(len(one.events) for one in more),
            self.agreements + sum(len(one.agreements) for one in more),
            self.persons + sum(len(one.persons) for one in more),
            self.organizations + sum(len(one.organizations) for one in more),
            self.nations + sum(len(one.nation_mentions) for one in more),
        )


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load came to so far; ``seconds`` is the time it took.

    ``read`` counts the articles that could be read, ``rejected`` all that could not be loaded,
    be it for reading or for extraction, ``left_out`` what was not selected. ``path`` is where the
    last of it was read, ``position`` how many bytes of the input were read by then, and ``facts``
    what new articles say.
    """

    read: int = 0
    rejected: int = 0
    left_out: int = 0
    seconds: float = 0.0
    path: str = ""
    position: int = 0
    facts: FactCounts = field(default_factory=FactCounts)
    written: Written = field(default_factory=Written)

    @property
    def articles_per_second(self) -> float:
        """Articles read, over the time it took."""
        return self.read / self.seconds if self.seconds else 0.0


@dataclass(frozen=True, slots=True)
class _Pending:
    """A chunk whose new articles are being extracted."""

    chunk: Chunk
    fresh: list[SourceArticle]
    found: Future[Found]


@dataclass(frozen=True, slots=True)
class _Extracted:
    """A chunk with what came of its new articles."""

    chunk: Chunk
    fresh: int
    drafts: list[Draft]
    rejects: list[Reject]


def _nowhere() -> int:
    return 0


class Load:
    """One load.

    ``max_rejects`` is how many rejects it bears; None for any number. ``write_ahead`` is how many
    chunks may wait to be written, and so be written together.
    """

    def __init__(
        self,
        writer: DraftsWriter,
        workers: Workers,
        extract: ExtractionJob,
        on_reject: Callable[[Reject], None],
        *,
        max_rejects: int | None = None,
        write_ahead: int = WRITE_AHEAD,
    ) -> None:
        self._writer = writer
        self._workers = workers
        self._extract = extract
        self._on_reject = on_reject
        self._max_rejects = max_rejects
        self._write_ahead = write_ahead

    async def run(
        self, readings: Iterable[Selected], position: Callable[[], int] = _nowhere
    ) -> AsyncGenerator[LoadReport]:
        """Load all articles; gives the report of all so far whenever a chunk has been written.

        ``position`` tells how many bytes of the input have been read.

        Raises what stops the run: InputError, EngineError, DatabaseError, WorkerError,
        TooManyRejectsError. What was written until then stays.
        """
        began, report = time.monotonic(), LoadReport()
        async with aclosing(
            work_ahead(self._extracted(readings, position), self._write_ahead)
        ) as ready:
            async for some in ready:
                report = await self._write(some, report)
                report = replace(report, seconds=time.monotonic() - began)
                yield report
                self._check_rejects(report)

    async def _extracted(
        self, readings: Iterable[Selected], position: Callable[[], int]
    ) -> AsyncGenerator[_Extracted]:
        """The facts of chunk after chunk."""
        # As many chunks wait their turn as keep every worker busy.
        begun = work_ahead(self._begun(readings, position), 2 * self._workers.count)
        async with aclosing(begun) as pending:
            async for some in pending:
                for one in some:
                    found = await self._found(one)
                    yield _Extracted(
                        one.chunk,
                        len(one.fresh),
                        [draft for draft in found if isinstance(draft, Draft)],
                        [reject for reject in found if isinstance(reject, Reject)],
                    )

    async def _begun(
        self, readings: Iterable[Selected], position: Callable[[], int]
    ) -> AsyncGenerator[_Pending]:
        """Send what is new to the workers, chunk by chunk."""
        async with aclosing(read_ahead(chunked(readings, position), READ_AHEAD)) as chunks:
            async for chunk in chunks:
                fresh = await self._fresh(chunk.articles)
                yield _Pending(chunk, fresh, self._submit(fresh))

    def _submit(self, fresh: list[SourceArticle]) -> Future[Found]:
        if fresh:
            return self._workers.executor.submit(Drafting(self._extract), fresh)
        done: Future[Found] = Future()
        done.set_result([])
        return done

    async def _write(self, some: Sequence[_Extracted], report: LoadReport) -> LoadReport:
        """Write chunks together, once what was rejected of them has been told."""
        rejects = [reject for one in some for reject in (*one.chunk.rejects, *one.rejects)]
        for reject in rejects:
            self._on_reject(reject)
        drafts = [draft for one in some for draft in one.drafts]
        articles = sum(len(one.chunk.articles) for one in some)
        written = Written(unchanged=articles - sum(one.fresh for one in some))
        if drafts:
            now = utc_now().strftime("%Y-%m-%dT%H:%M:%SZ")
            written += await self._writer.write_drafts(drafts, now)
        last = some[-1].chunk
        return replace(
            report,
            read=report.read + articles,
            rejected=report.rejected + len(rejects),
            left_out=report.left_out + sum(one.chunk.left_out for one in some),
            path=last.path,
            position=last.position,
            facts=report.facts.plus(drafts),
            written=report.written + written,
        )

    async def _found(self, pending: _Pending) -> Found:
        """Wait for the facts; raises WorkerError where workers cannot do their work."""
        try:
            return await asyncio.wrap_future(pending.found)
        except EntenteError:
            raise
        except self._workers.deaths:
            return await isolated(self._workers, Drafting(self._extract), pending.fresh)
        except Exception as error:
            # The job itself lets nothing pass, so this comes from whoever runs it.
            raise WorkerError(error) from error

    def _check_rejects(self, report: LoadReport) -> None:
        if self._max_rejects is not None and report.rejected > self._max_rejects:
            raise TooManyRejectsError(report.rejected, self._max_rejects)

    async def _fresh(self, articles: Sequence[SourceArticle]) -> list[SourceArticle]:
        """What is not there yet, and so must be extracted."""
        known = await self._writer.known(given.article.id for given in articles)
        return [
            given
            for given in articles
            if given.article.id not in known
            or not known[given.article.id].covers(given.article, self._extract.name)
        ]
