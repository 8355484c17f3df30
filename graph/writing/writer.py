"""The writer: articles and their facts, each batch in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.copies.copies import Copies
from graph.copies.grouping import Candidate, candidate
from graph.copies.wording import Wording
from graph.database import Changes, Database, Transaction
from graph.facts import Article, ArticleFacts
from graph.in_flight import beside
from graph.ontology import Ontology
from graph.writing import statements
from graph.writing.drafts import Draft, draft
from graph.writing.rows import revision
from graph.writing.work import Work

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Written:
    """What a batch came to: articles new, replaced and unchanged, and what changed for them."""

    loaded: int = 0
    replaced: int = 0
    unchanged: int = 0
    changes: Changes = field(default_factory=Changes)

    def __add__(self, other: "Written") -> "Written":
        return Written(
            self.loaded + other.loaded,
            self.replaced + other.replaced,
            self.unchanged + other.unchanged,
            self.changes + other.changes,
        )


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a batch has to do, given what is already there."""

    fresh: tuple[Draft, ...]
    replaced: tuple[str, ...]
    superseded: tuple[str, ...]
    unlinked: tuple[Row, ...]
    sources: tuple[Row, ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class Known:
    """What is already there of an article: its revision, and the files known to contain it."""

    revision: str
    sources: frozenset[str]

    def covers(self, article: Article, extractor: str) -> bool:
        """Whether loading the article would change nothing."""
        in_place = article.source is None or article.source in self.sources
        return in_place and self.revision == revision(article, extractor)


class Writer:
    """Writes facts to the graph, so that loading anything twice changes nothing.

    ``nations`` holds the properties of every nation by code.
    """

    def __init__(self, database: Database, ontology: Ontology, nations: Mapping[str, Row]) -> None:
        self._database = database
        self._ontology = ontology
        self._nations = nations

    async def known(self, ids: Iterable[str]) -> dict[str, Known]:
        """What is already there of articles, by id."""
        rows = await self._database.read(statements.KNOWN, {"ids": list(ids)})
        return {row["id"]: Known(row["revision"], frozenset(row["sources"])) for row in rows}

    async def write(self, batch: Sequence[ArticleFacts], loaded_at: str) -> Written:
        """Write a batch in one transaction; ``loaded_at`` is ISO 8601.

        An article that is there in the same revision is left as it is; in another, all that it
        said is taken back first. Of an article that stands twice in a batch, the last counts.
        """
        drafts = [draft(one, self._nations, self._ontology) for one in batch]
        return await self.write_drafts(drafts, loaded_at)

    async def write_drafts(self, batch: Sequence[Draft], loaded_at: str) -> Written:
        """Write as ``write`` does, when the articles are drafted already."""
        latest = {one.article.id: one for one in batch}

        async def job(transaction: Transaction) -> Written:
            plan = await self._plan(transaction, tuple(latest.values()))
            # Where articles only come, no read waits for what is being written.
            ahead = not (plan.replaced or plan.superseded)
            work = Work(transaction, self._ontology, self._nations, ahead=ahead)
            await work.unlink(plan.unlinked)
            copies = Copies(transaction, ahead=ahead)
            await copies.leave([*plan.replaced, *plan.superseded])
            touched = await work.take_back(plan.replaced, plan.superseded)
            async with beside(copies.look(_wordings(plan.fresh))):
                await work.write(plan.fresh, touched, loaded_at)
            await work.weigh(await copies.mark())
            await work.link(plan.sources)
            return Written(
                loaded=len(plan.fresh) - len(plan.replaced),
                replaced=len(plan.replaced),
                unchanged=plan.unchanged,
                changes=await transaction.changes(),
            )

        return await self._database.transact(job)

    async def _plan(self, transaction: Transaction, batch: tuple[Draft, ...]) -> _Plan:
        known = {
            row["id"]: row["revision"]
            for row in await transaction.read(
                statements.KNOWN, {"ids": [one.article.id for one in batch]}
            )
        }
        fresh = tuple(one for one in batch if known.get(one.article.id) != one.revision)
        sources = [
            {"uri": one.article.source, "id": one.article.id} for one in batch if one.article.source
        ]
        old = await transaction.read(statements.SUPERSEDED, {"rows": sources}) if sources else []
        return _Plan(
            fresh=fresh,
            replaced=tuple(one.article.id for one in fresh if one.article.id in known),
            superseded=tuple(sorted({row["id"] for row in old if row["copies"] == 1})),
            unlinked=tuple(old),
            sources=tuple(sources),
            unchanged=len(batch) - len(fresh),
        )


def _wordings(fresh: Iterable[Draft]) -> dict[Candidate, Wording]:
    return {candidate(one.article.id, one.article.published_at): one.wording for one in fresh}
