"""What the graph remembers of entities: their states, or all that articles claim of them."""

from collections.abc import Callable, Sequence
from typing import Final, LiteralString, TypeVar

from graph.database import Transaction
from graph.writing.claims import (
    AgreementClaim,
    EventClaim,
    OrganizationClaim,
    PersonClaim,
    load_claim,
)
from graph.writing.fold import EntityState, EventState, fold_event
from graph.writing.states import entity_state, event_state

EntityClaim = TypeVar("EntityClaim", PersonClaim, OrganizationClaim, AgreementClaim)

STATES: Final[dict[str, LiteralString]] = {
    "Person": """
MATCH (n:Person) WHERE n.id IN $ids
RETURN properties(n) AS node, COLLECT {
  MATCH (n)-[r:HOLDS_OFFICE]->(o)
  RETURN r{.*, label: head(labels(o)), key: coalesce(o.code, o.id)}
} AS edges
""",
    "Organization": """
MATCH (n:Organization) WHERE n.id IN $ids RETURN properties(n) AS node, [] AS edges
""",
    "Agreement": """
MATCH (n:Agreement) WHERE n.id IN $ids
RETURN properties(n) AS node, COLLECT {
  MATCH (n)<-[r:PARTY_TO]-(o)
  RETURN r{.*, label: head(labels(o)), key: coalesce(o.code, o.id)}
} AS edges
""",
    "Event": """
MATCH (n:Event) WHERE n.id IN $ids
RETURN properties(n) AS node, COLLECT {
  MATCH (n)-[r:HAS_ACTOR|HAS_RECIPIENT]->(o:Nation)
  RETURN r{.via, role: type(r), code: o.code}
} AS edges
""",
}

CLAIMS: Final[dict[str, LiteralString]] = {
    "Person": """
MATCH (n:Person)<-[r:MENTIONS]-(:Article) WHERE n.id IN $ids RETURN r.claims AS claims
""",
    "Organization": """
MATCH (n:Organization)<-[r:MENTIONS]-(:Article) WHERE n.id IN $ids RETURN r.claims AS claims
""",
    "Agreement": """
MATCH (n:Agreement)-[r:REPORTED_IN]->(:Article) WHERE n.id IN $ids RETURN r.claims AS claims
""",
    "Event": """
MATCH (n:Event)-[r:REPORTED_IN]->(:Article) WHERE n.id IN $ids RETURN r.claims AS claims
""",
}


async def remembered_entities(
    transaction: Transaction, label: LiteralString, ids: Sequence[str]
) -> dict[str, EntityState]:
    """The states of people, organizations or agreements, by id; missing where unknown."""
    rows = await transaction.read(STATES[label], {"ids": list(ids)})
    return {row["node"]["id"]: entity_state(row["node"], row["edges"]) for row in rows}


async def remembered_events(transaction: Transaction, ids: Sequence[str]) -> dict[str, EventState]:
    """The states of events, by id; missing where unknown."""
    rows = await transaction.read(STATES["Event"], {"ids": list(ids)})
    return {row["node"]["id"]: event_state(row["node"], row["edges"]) for row in rows}


async def retold_entities(
    transaction: Transaction,
    label: LiteralString,
    ids: Sequence[str],
    kind: type[EntityClaim],
    fold: Callable[[EntityState, EntityClaim], EntityState],
) -> dict[str, EntityState]:
    """The states of entities, folded anew from all claims that remain."""
    states: dict[str, EntityState] = {}
    for row in await transaction.read(CLAIMS[label], {"ids": list(ids)}):
        claim = load_claim(row["claims"], kind)
        states[claim.id] = fold(states.get(claim.id, EntityState(claim.id)), claim)
    return states


async def retold_events(transaction: Transaction, ids: Sequence[str]) -> dict[str, EventState]:
    """The states of events, folded anew from all reports that remain."""
    states: dict[str, EventState] = {}
    for row in await transaction.read(CLAIMS["Event"], {"ids": list(ids)}):
        claim = load_claim(row["claims"], EventClaim)
        states[claim.id] = fold_event(states.get(claim.id, EventState(claim.id)), claim)
    return states
