"""The work on one batch inside its transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.database import Command, Transaction
from graph.ontology import Ontology
from graph.writing import record_statements, statements
from graph.writing.agreements import Agreements
from graph.writing.drafts import Draft, renamed_draft
from graph.writing.kinds import EVENT, ORGANIZATION, PERSON, AnyClaim, AnyState, Kind
from graph.writing.partings import parts_by_article
from graph.writing.publishing import Publishing, Told
from graph.writing.reading import Reading
from graph.writing.retraction import DELETE_ORPHANS, Touched, retract
from graph.writing.rows import nation_row
from graph.writing.sender import Sender
from graph.writing.settling import Changed, Settled, Settling
from graph.writing.weighing import Weighing

Row = dict[str, Any]


class Work:
    """One run of a batch inside a transaction.

    ``ahead`` says that articles only come and that nobody judges: what is written until events are
    weighed then changes nothing that is read until then, and no read waits for it. That holds
    because records of a kind are read before any of them is written, and other kinds read nothing
    of them but the entities that they stand for, which are remembered.
    """

    def __init__(
        self,
        transaction: Transaction,
        ontology: Ontology,
        nations: Mapping[str, Row],
        *,
        ahead: bool = False,
    ) -> None:
        self._transaction = transaction
        self._ontology = ontology
        self._nations = nations
        self._reading = Reading(transaction, ahead=ahead)
        self._send = Sender(transaction)
        self._publishing = Publishing(self._reading, self._send, ontology)
        self._weighed_later: set[str] = set()

    async def take_back(self, replaced: Sequence[str], superseded: Sequence[str]) -> Touched:
        """Take back what articles say; the superseded are deleted, the replaced stay."""
        if not replaced and not superseded:
            return Touched()
        return await retract(self._transaction, [*replaced, *superseded], list(superseded))

    async def write(self, fresh: Sequence[Draft], touched: Touched, loaded_at: str) -> None:
        """Write articles, and make anew what a retraction or a judgement has touched.

        Bodies come before the people who hold offices in them, and both before the events in which
        they take part: who moves to another entity takes along what leads there.
        """
        await self._send.send(statements.ARTICLES, [one.row(loaded_at) for one in fresh])
        parts = await parts_by_article(self._reading, [one.article.id for one in fresh])
        fresh = [renamed_draft(one, parts.get(one.article.id, {})) for one in fresh]
        nations = await self._new_nations({code for one in fresh for code in one.codes})
        await self._send.send(statements.NATIONS, nations)
        mentioned = [row for one in fresh for row in one.nation_mentions]
        await self._send.send(statements.MENTIONS["Nation"], mentioned)
        bodies = [(one.article.id, claim) for one in fresh for claim in one.organizations]
        people = [(one.article.id, claim) for one in fresh for claim in one.persons]
        events = [(one.article.id, claim) for one in fresh for claim in one.events]
        settled_bodies, touched = await self._settle(ORGANIZATION, bodies, touched)
        settled_people, touched = await self._settle(PERSON, people, touched)
        settled_events, touched = await self._settle(EVENT, events, touched)
        await self._publishing.nodes("Organization", settled_bodies)
        await self._publishing.nodes("Person", settled_people)
        await self._publishing.offices(settled_people)
        await self._publishing.mentions(ORGANIZATION, settled_bodies, bodies)
        await self._publishing.mentions(PERSON, settled_people, people)
        publishers = {one.article.id: one.publisher for one in fresh}
        await self._publishing.events(settled_events, events, publishers)
        await Agreements(self._reading, self._send).write(fresh, touched.agreements)
        await self._publishing.concerns(settled_events)
        self._weighed_later |= {k for k, one in settled_events.entities.items() if not one.is_fresh}
        agreements = [row for one in fresh for row in one.agreement_mentions]
        await self._send.send(statements.MENTIONS["Agreement"], agreements)
        await self._publishing.drop_pairs()
        if touched != Touched() or settled_bodies.left or settled_people.left:
            await self._transaction.run(Command(DELETE_ORPHANS))

    async def weigh(self, articles: Collection[str]) -> None:
        """Weigh events that have older reports, and those of articles that are or were copies."""
        reading = Reading(self._transaction)
        await Weighing(reading, self._send).run(self._weighed_later, articles)

    async def link(self, sources: Sequence[Row]) -> None:
        """Join files to the articles that they contain."""
        await self._send.send(statements.SOURCES, list(sources))

    async def unlink(self, sources: Sequence[Row]) -> None:
        """Part files from the articles that they no longer contain."""
        await self._send.send(statements.UNLINK_SOURCES, list(sources))

    async def _settle(
        self, kind: Kind[AnyClaim, AnyState], told: Told[AnyClaim], touched: Touched
    ) -> tuple[Settled[AnyState], Touched]:
        """Settle the records of a kind; what leads to those that moved is touched, too."""
        changed = Changed(told, *touched.of(kind.label))
        settled = await Settling(self._reading, self._send, kind).run(changed)
        touched = await self._followed(kind.label, settled.left, touched)
        await self._publishing.clear(kind.label, settled)
        return settled, touched

    async def _followed(self, label: str, left: frozenset[str], touched: Touched) -> Touched:
        """What has edges to entities that lost records."""
        names: set[str] = set()
        agreements = set(touched.agreements)
        for follower, statement in statements.FOLLOWERS.get(label, {}).items():
            keys = [row["id"] for row in await self._reading.rows(statement, left)]
            if follower == "Agreement":
                agreements |= set(keys)
            else:
                names |= await self._records_of({f"{follower}:{key}" for key in keys})
        return replace(
            touched,
            reconsidered=touched.reconsidered | names,
            agreements=frozenset(agreements),
        )

    async def _records_of(self, entities: set[str]) -> set[str]:
        rows = await self._reading.rows(record_statements.IDS_OF_ENTITIES, entities)
        return {row["id"] for row in rows}

    async def _new_nations(self, codes: Collection[str]) -> list[Row]:
        """Those nations that are not there as they should be; most are."""
        there = {
            row["nation"]["code"]: row["nation"]
            for row in await self._reading.rows(statements.KNOWN_NATIONS, codes)
        }
        rows = [nation_row(self._nations[code]) for code in sorted(codes)]
        return [row for row in rows if row != there.get(row["code"])]
