"""The work on one batch inside its transaction."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, LiteralString

from graph.database import Command, Transaction
from graph.facts import ArticleFacts
from graph.ontology import Ontology
from graph.writing import statements
from graph.writing.agreement_claims import agreement_claim
from graph.writing.claims import (
    AgreementClaim,
    OrganizationClaim,
    PersonClaim,
    organization_claim,
    person_claim,
)
from graph.writing.event_rows import (
    concern_rows,
    event_claims,
    event_identity,
    participant_rows,
    place_rows,
    report_rows,
)
from graph.writing.fold import (
    EntityState,
    EventState,
    fold_agreement,
    fold_event,
    fold_organization,
    fold_person,
)
from graph.writing.memory import (
    EntityClaim,
    remembered_entities,
    remembered_events,
    retold_entities,
    retold_events,
)
from graph.writing.retraction import DELETE_ORPHANS, Touched, retract
from graph.writing.rows import article_row, mention_rows, nation_codes, nation_row
from graph.writing.states import dyad_rows, edge_rows, entity_row, event_row, nation_rows

Row = dict[str, Any]
LABELS = ("Nation", "Person", "Organization", "Agreement")


class Work:
    """One run of a batch inside a transaction, counting the rows that it merges."""

    def __init__(
        self, transaction: Transaction, ontology: Ontology, nations: Mapping[str, Row]
    ) -> None:
        self._transaction = transaction
        self._ontology = ontology
        self._nations = nations
        self.nodes = 0
        self.relationships = 0

    async def take_back(self, replaced: Sequence[str], superseded: Sequence[str]) -> Touched:
        """Take back what articles say; the superseded are deleted, the replaced stay."""
        if not replaced and not superseded:
            return Touched()
        return await retract(self._transaction, [*replaced, *superseded], list(superseded))

    async def write(self, fresh: Sequence[ArticleFacts], touched: Touched, loaded_at: str) -> None:
        """Write articles, and make anew what a retraction has touched."""
        await self._write_own_nodes(fresh, loaded_at)
        await self._write_entities(fresh, touched)
        await self._write_events(fresh, touched)
        await self._write_own_edges(fresh)
        if touched != Touched():
            for statement in DELETE_ORPHANS:
                await self._transaction.run(Command(statement))

    async def link(self, sources: Sequence[Row]) -> None:
        """Join files to the articles that they contain."""
        await self._merge_edges(statements.SOURCES, list(sources))

    async def unlink(self, sources: Sequence[Row]) -> None:
        """Part files from the articles that they no longer contain."""
        await self._send(statements.UNLINK_SOURCES, list(sources))

    async def _send(self, statement: LiteralString, rows: list[Row]) -> None:
        for command in statements.commands(statement, rows):
            await self._transaction.run(command)

    async def _merge_nodes(self, statement: LiteralString, rows: list[Row]) -> None:
        self.nodes += len(rows)
        await self._send(statement, rows)

    async def _merge_edges(self, statement: LiteralString, rows: list[Row]) -> None:
        self.relationships += len(rows)
        await self._send(statement, rows)

    async def _write_own_nodes(self, fresh: Sequence[ArticleFacts], loaded_at: str) -> None:
        await self._merge_nodes(
            statements.ARTICLES, [article_row(facts, loaded_at) for facts in fresh]
        )
        codes = sorted({code for facts in fresh for code in nation_codes(facts)})
        await self._merge_nodes(
            statements.NATIONS, [nation_row(self._nations[code]) for code in codes]
        )

    async def _write_entities(self, fresh: Sequence[ArticleFacts], touched: Touched) -> None:
        people = [person_claim(f.article, one) for f in fresh for one in f.persons]
        bodies = [organization_claim(f.article, one) for f in fresh for one in f.organizations]
        told = [(f, [agreement_claim(f, one) for one in f.agreements]) for f in fresh]
        agreements = [claim for _, claims in told for claim in claims]
        states = {
            "Person": await self._folded(
                "Person", touched.persons, PersonClaim, people, fold_person
            ),
            "Organization": await self._folded(
                "Organization", touched.organizations, OrganizationClaim, bodies, fold_organization
            ),
            "Agreement": await self._folded(
                "Agreement", touched.agreements, AgreementClaim, agreements, fold_agreement
            ),
        }
        for label, some in states.items():
            await self._merge_nodes(statements.ENTITIES[label], [entity_row(s) for s in some])
        for other in ("Nation", "Organization"):
            offices = [row for state in states["Person"] for row in edge_rows(state, other)]
            await self._merge_edges(statements.OFFICES[other], offices)
            parties = [row for state in states["Agreement"] for row in edge_rows(state, other)]
            await self._merge_edges(statements.PARTIES[other], parties)
        for label in ("Person", "Organization"):
            await self._join_nations(label, states[label])
        reports = [
            row
            for facts, some in told
            for row in report_rows(facts, zip(facts.agreements, some, strict=True))
        ]
        await self._merge_edges(statements.REPORTS["Agreement"], reports)

    async def _join_nations(self, label: str, states: Sequence[EntityState]) -> None:
        rows: list[Row] = [
            {"id": state.id, "key": state.value("nation")}
            for state in states
            if state.value("nation")
        ]
        await self._send(statements.LEAVE_NATION[label], rows)
        await self._merge_edges(statements.JOIN_NATION[label], rows)

    async def _folded(
        self,
        label: LiteralString,
        touched: Sequence[str],
        kind: type[EntityClaim],
        claims: Sequence[EntityClaim],
        fold: Callable[[EntityState, EntityClaim], EntityState],
    ) -> list[EntityState]:
        """Entities after the batch: those touched by a retraction told anew, then folded on."""
        retold = (
            await retold_entities(self._transaction, label, touched, kind, fold) if touched else {}
        )
        others = sorted({claim.id for claim in claims} - set(touched))
        known = await remembered_entities(self._transaction, label, others) if others else {}
        states = retold | known
        for claim in claims:
            states[claim.id] = fold(states.get(claim.id, EntityState(claim.id)), claim)
        return [states[key] for key in sorted(states)]

    async def _write_events(self, fresh: Sequence[ArticleFacts], touched: Touched) -> None:
        told = [(f, event_claims(f, self._nations, self._ontology)) for f in fresh]
        claims = [claim for _, some in told for claim in some]
        retold = await retold_events(self._transaction, touched.events) if touched.events else {}
        others = sorted({claim.id for claim in claims} - set(touched.events))
        states = retold | (await remembered_events(self._transaction, others) if others else {})
        for claim in claims:
            states[claim.id] = fold_event(states.get(claim.id, EventState(claim.id)), claim)
        identities = {
            event.id: event_identity(event, self._ontology) for f in fresh for event in f.events
        }
        await self._merge_nodes(
            statements.EVENTS,
            [identities.get(key, {}) | event_row(states[key]) for key in sorted(states)],
        )
        for role, statement in statements.NATION_PARTICIPANTS.items():
            rows = [row for key in sorted(states) for row in nation_rows(states[key], role)]
            await self._merge_edges(statement, rows)
        pairs = [row for key in sorted(states) for row in dyad_rows(states[key])]
        dyads = {row["key"]: row for row in pairs}
        await self._merge_nodes(statements.DYADS, list(dyads.values()))
        await self._merge_edges(statements.BETWEEN, pairs)
        reports = [
            row
            for facts, some in told
            for row in report_rows(facts, zip(facts.events, some, strict=True))
        ]
        await self._merge_edges(statements.REPORTS["Event"], reports)

    async def _write_own_edges(self, fresh: Sequence[ArticleFacts]) -> None:
        for label in LABELS:
            rows = [row for facts in fresh for row in mention_rows(facts, label)]
            await self._merge_edges(statements.MENTIONS[label], rows)
        for (role, label), statement in statements.PARTICIPANTS.items():
            rows = [row for facts in fresh for row in participant_rows(facts, role, label)]
            await self._merge_edges(statement, rows)
        await self._merge_edges(statements.PLACES, [r for f in fresh for r in place_rows(f)])
        await self._merge_edges(statements.CONCERNS, [r for f in fresh for r in concern_rows(f)])
