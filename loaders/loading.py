"""Loading: articles read, facts extracted, facts written, and an account of it all."""

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Protocol

from graph.facts import ArticleFacts
from graph.writing.writer import Writer, Written
from loaders.extraction import Extractor, checked_facts
from loaders.rejects import Reject, utc_now
from loaders.sources import SourceArticle

BATCH = 32
"""Articles a transaction: enough to be fast, few enough that little is done again after a fall."""


class Observer(Protocol):
    """Is told how a load goes on."""

    def began(self, path: str) -> None:
        """An article of this file or stream is being worked on."""
        ...

    def wrote(self, report: "LoadReport") -> None:
        """A batch has been written; the report is that of the whole load so far."""
        ...


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load came to; ``seconds`` is the time it took."""

    read: int = 0
    rejected: int = 0
    seconds: float = 0.0
    written: Written = field(default_factory=Written)

    @property
    def articles_per_second(self) -> float:
        """Articles read, over the time it took."""
        return self.read / self.seconds if self.seconds else 0.0


class Load:
    """One load: reads articles in batches and writes each batch in one transaction."""

    def __init__(
        self,
        writer: Writer,
        extract: Extractor,
        on_reject: Callable[[Reject], None],
    ) -> None:
        self._writer = writer
        self._extract = extract
        self._on_reject = on_reject

    async def run(self, articles: Iterator[SourceArticle], observer: Observer) -> LoadReport:
        """Load all articles; raises what stops the run: InputError, EngineError, DatabaseError."""
        began = time.monotonic()
        report = LoadReport()
        while batch := await asyncio.to_thread(lambda: list(islice(articles, BATCH))):
            observer.began(batch[0].path)
            facts, rejected, unchanged = await self._facts(batch)
            written = await self._writer.write(facts, utc_now().strftime("%Y-%m-%dT%H:%M:%SZ"))
            report = replace(
                report,
                read=report.read + len(batch),
                rejected=report.rejected + rejected,
                seconds=time.monotonic() - began,
                written=report.written + written + Written(unchanged=unchanged),
            )
            observer.wrote(report)
        return replace(report, seconds=time.monotonic() - began)

    async def _facts(self, batch: Sequence[SourceArticle]) -> tuple[list[ArticleFacts], int, int]:
        """The facts of what is new, how many articles were rejected, how many are unchanged."""
        fresh = await self._fresh(batch)
        found = await asyncio.to_thread(lambda: [checked_facts(self._extract, g) for g in fresh])
        facts = [one for one in found if isinstance(one, ArticleFacts)]
        for one in found:
            if isinstance(one, Reject):
                self._on_reject(one)
        return facts, len(found) - len(facts), len(batch) - len(fresh)

    async def _fresh(self, batch: Sequence[SourceArticle]) -> list[SourceArticle]:
        """What is not there yet, and so must be extracted."""
        known = await self._writer.known(given.article.id for given in batch)
        return [
            given
            for given in batch
            if given.article.id not in known
            or not known[given.article.id].covers(given.article, self._extract.name)
        ]
