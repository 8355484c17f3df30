"""Publishing: the nodes and edges of people, organizations and events that clients see.

All of it is derived from records. What only grew is merged; of what was rebuilt, the edges are
deleted first and made anew from all that articles say.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, LiteralString, TypeVar

from graph.ontology import Ontology
from graph.writing import record_statements, statements
from graph.writing.claims import EventClaim, Mentioned, OrganizationClaim, PersonClaim
from graph.writing.event_state import EventState
from graph.writing.fold import EntityState
from graph.writing.kinds import EVENT, AnyClaim, AnyState, Kind
from graph.writing.reading import Reading
from graph.writing.resolved import resolved_entity, resolved_event
from graph.writing.rows import event_report, mention_row
from graph.writing.sender import Sender
from graph.writing.settling import Settled
from graph.writing.states import (
    concern_rows,
    dyad_rows,
    edge_rows,
    entity_row,
    event_row,
    nation_rows,
    participant_rows,
    place_rows,
)
from graph.writing.weighing import confidence

Row = dict[str, Any]
AnyNamed = TypeVar("AnyNamed", PersonClaim, OrganizationClaim)
Told = Sequence[tuple[str, AnyClaim]]
"""What articles say, each claim with the id of its article."""

BODIES: Final = ("Nation", "Organization")


class Publishing:
    """Writes what clients see, inside a transaction."""

    def __init__(self, reading: Reading, sender: Sender, ontology: Ontology) -> None:
        self._reading = reading
        self._send = sender
        self._ontology = ontology
        self._left_pairs: set[str] = set()

    async def clear(self, label: LiteralString, settled: Settled[AnyState]) -> None:
        """Delete what is no more, and the edges of what is made anew."""
        if label == EVENT.label:
            left = {*settled.gone, *settled.rebuilt}
            self._left_pairs |= {r["id"] for r in await self._reading.rows(statements.PAIRS, left)}
        await self._send.run(statements.DELETE_ENTITIES[label], settled.gone)
        for statement in statements.DELETE_DERIVED[label]:
            await self._send.run(statement, settled.rebuilt)

    async def drop_pairs(self) -> None:
        """Delete the pairs of nations that events have left and no event is between any more."""
        await self._send.run(statements.DELETE_PAIRS, self._left_pairs)

    async def nodes(self, label: LiteralString, settled: Settled[EntityState]) -> None:
        """Write the nodes of people or organizations, and the nations that they belong to."""
        states = [one.state for _, one in sorted(settled.entities.items())]
        await self._send.send(statements.ENTITIES[label], list(map(entity_row, states)))
        rows: list[Row] = [
            {"id": state.id, "key": nation} for state in states if (nation := state.value("nation"))
        ]
        await self._send.send(statements.LEAVE_NATION[label], rows)
        await self._send.send(statements.JOIN_NATION[label], rows)

    async def offices(self, settled: Settled[EntityState]) -> None:
        """Write the offices that people hold."""
        states = [one.state for _, one in sorted(settled.entities.items())]
        entities = await self._reading.entities(
            {key.rpartition(":")[0] for state in states for key in state.edges}
        )
        resolved = [resolved_entity(state, entities) for state in states]
        for body in BODIES:
            rows = [row for state in resolved for row in edge_rows(state, body)]
            await self._send.send(statements.OFFICES[body], rows)

    async def mentions(
        self,
        kind: Kind[AnyNamed, EntityState],
        settled: Settled[EntityState],
        fresh: Told[AnyNamed],
    ) -> None:
        """Write which articles mention them."""
        parts: dict[tuple[str, str], list[Mentioned]] = {}
        for article, entity, claim in await self._telling(kind, settled, fresh):
            parts.setdefault((article, entity), []).append(claim.mentioned)
        rows = [mention_row(*pair, some) for pair, some in sorted(parts.items(), key=_pair)]
        await self._send.send(statements.MENTIONS[kind.label], rows)

    async def events(
        self,
        settled: Settled[EventState],
        fresh: Told[EventClaim],
        publishers: Mapping[str, str],
    ) -> None:
        """Write events with all that they are joined to.

        ``publishers`` are those of the fresh articles. By these the confidence in new events is
        known; that of others is for ``Weighing`` to say.
        """
        states = [one.state for _, one in sorted(settled.entities.items())]
        entities = await self._reading.entities({ref for one in states for ref in one.all_refs})
        told = await self._telling(EVENT, settled, fresh)
        sure = _confidences(told, settled, publishers)
        fresh_rows, rows = list[Row](), list[Row]()
        for one in states:
            row = event_row(one, self._ontology, sure.get(one.id))
            (fresh_rows if settled.entities[one.id].is_fresh else rows).append(row)
        await self._send.send(statements.NEW_EVENTS, fresh_rows)
        await self._send.send(statements.EVENTS, rows)
        await self._participants([resolved_event(one, entities) for one in states])
        pairs = [row for one in states for row in dyad_rows(one)]
        await self._send.send(statements.DYADS, list({r["key"]: r for r in pairs}.values()))
        await self._send.send(statements.BETWEEN, pairs)
        places = [row for one in states for row in place_rows(one)]
        await self._send.send(statements.PLACES, places)
        await self._send.send(statements.REPORTS["Event"], _reports(told))

    async def concerns(self, settled: Settled[EventState]) -> None:
        """Write which agreements events concern, once these are there."""
        rows = [row for one in settled.entities.values() for row in concern_rows(one.state)]
        await self._send.send(statements.CONCERNS, rows)

    async def _participants(self, states: Sequence[EventState]) -> None:
        for (role, label), statement in statements.PARTICIPANTS.items():
            rows = [row for one in states for row in participant_rows(one, role, label)]
            await self._send.send(statement, rows)
        for role, statement in statements.NATION_PARTICIPANTS.items():
            rows = [row for one in states for row in nation_rows(one, role)]
            await self._send.send(statement, rows)

    async def _telling(
        self, kind: Kind[AnyClaim, AnyState], settled: Settled[AnyState], fresh: Told[AnyClaim]
    ) -> list[tuple[str, str, AnyClaim]]:
        """Article, entity and claim: those fresh, and of what is rebuilt all that there are."""
        entity_of = {name: key for key, one in settled.entities.items() for name in one.records}
        rebuilt = {n for one in settled.entities.values() if one.rebuilt for n in one.records}
        found = [(article, entity_of[kind.name(claim.id)], claim) for article, claim in fresh]
        # What is fresh may be written by now, or not yet.
        articles = {article for article, _ in fresh}
        found += [
            (row["article"], entity_of[row["id"]], kind.load_claim(row["claims"]))
            for row in await self._reading.rows(record_statements.TELLING, rebuilt)
            if row["article"] not in articles
        ]
        return found


def _confidences(
    told: Iterable[tuple[str, str, EventClaim]],
    settled: Settled[EventState],
    publishers: Mapping[str, str],
) -> dict[str, float]:
    """The confidence in each event that is new, as if no article were a copy."""
    reports: dict[str, list[tuple[str, float]]] = {}
    for article, event, claim in told:
        if settled.entities[event].is_fresh:
            reports.setdefault(event, []).append((publishers[article], claim.confidence))
    return {event: confidence(some) for event, some in reports.items()}


def _pair(item: tuple[tuple[str, str], Any]) -> tuple[str, str]:
    return item[0]


def _reports(told: Iterable[tuple[str, str, EventClaim]]) -> list[Row]:
    """The reports of events, of one quote the surest."""
    best: dict[tuple[str, str, int], EventClaim] = {}
    for article, event, claim in told:
        known = best.get(key := (event, article, claim.said.start))
        if known is None or _surety(claim) > _surety(known):
            best[key] = claim
    return [event_report(event, best[event, a, start]) for event, a, start in sorted(best)]


def _surety(claim: EventClaim) -> tuple[float, str]:
    return claim.confidence, claim.id
