"""States with entities in place of records, as the nodes and edges that clients see need them."""

from collections.abc import Iterable
from dataclasses import replace

from msgspec import structs

from graph.writing.claims import AgreementClaim
from graph.writing.event_state import EventState
from graph.writing.fold import EntityState, Reported, edge_key, edge_parts
from graph.writing.kinds import Entities


def _entity(ref: str, entities: Entities) -> str:
    return entities.get(ref, ref)


def _united(refs: Iterable[str], entities: Entities) -> frozenset[str]:
    return frozenset(_entity(ref, entities) for ref in refs)


def resolved_entity(state: EntityState, entities: Entities) -> EntityState:
    """A person or organization whose edges lead to entities."""
    edges: dict[str, Reported] = {}
    for given, reported in sorted(state.edges.items()):
        label, key, title = edge_parts(given)
        other, _, name = _entity(f"{label}:{key}", entities).partition(":")
        known = edges.get(found := edge_key(other, name, title))
        edges[found] = known.merged(reported) if known else reported
    return structs.replace(state, edges=edges)


def resolved_event(state: EventState, entities: Entities) -> EventState:
    """An event in which entities take part."""
    return structs.replace(
        state,
        participants={role: _united(refs, entities) for role, refs in state.participants.items()},
        nations={key: _united(via, entities) for key, via in state.nations.items()},
    )


def resolved_agreement(claim: AgreementClaim, entities: Entities) -> AgreementClaim:
    """A claim on an agreement whose parties are entities, each once."""
    parties = {
        (ref := _entity(f"{party.label}:{party.key}", entities)): replace(
            party, key=ref.partition(":")[2]
        )
        for party in sorted(claim.parties, key=lambda party: (party.stamp, party.key))
    }
    return replace(claim, parties=tuple(parties.values()))
