"""The three kinds of records: how their claims become states, and what of these is compared."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Generic, Literal, Protocol, Self, TypeVar

import msgspec

from graph.identity.names import read_name
from graph.identity.people import sovereign
from graph.identity.traits import (
    EventTraits,
    OfficeTrait,
    OrganizationTraits,
    PersonTraits,
    Traits,
)
from graph.writing.claims import EventClaim, OrganizationClaim, PersonClaim, load_claim
from graph.writing.event_state import EventState, event_state
from graph.writing.fold import EntityState, edge_parts, organization_state, person_state

RecordLabel = Literal["Person", "Organization", "Event"]
Entities = Mapping[str, str]
"""The entity of each record, both with their label, such as ``Person:anna-roy``."""


class State(Protocol):
    """What all articles say of a record, or of an entity."""

    @property
    def id(self) -> str:
        """The key of the record or entity."""
        ...

    @property
    def first(self) -> str:
        """The stamp of the earliest claim."""
        ...

    def named(self, key: str) -> Self:
        """The same under another id."""
        ...

    def merged(self, other: Self) -> Self:
        """Both together, under the id of this one."""
        ...


class Claim(Protocol):
    """What one article says of a record."""

    @property
    def id(self) -> str:
        """The key of the record."""
        ...


AnyState = TypeVar("AnyState", bound=State)
AnyClaim = TypeVar("AnyClaim", PersonClaim, OrganizationClaim, EventClaim)


@dataclass(frozen=True, slots=True)
class Kind(Generic[AnyClaim, AnyState]):
    """One kind of records."""

    label: RecordLabel
    claim: type[AnyClaim]
    state: type[AnyState]
    stated: Callable[[AnyClaim], AnyState]
    traits: Callable[[AnyState, Entities], Traits]

    def name(self, key: str) -> str:
        """The id of a record or entity among those of all kinds."""
        return f"{self.label}:{key}"

    def load_state(self, text: str) -> AnyState:
        """The state that ``dump_state`` wrote."""
        return msgspec.json.decode(text, type=self.state)

    def dump_state(self, state: AnyState) -> str:
        """The state as it is kept on a record."""
        return msgspec.json.encode(state, order="deterministic").decode()

    def load_claim(self, text: str) -> AnyClaim:
        """The claim that an edge keeps."""
        return load_claim(text, self.claim)

    def folded(self, known: AnyState | None, claims: Iterable[AnyClaim]) -> AnyState | None:
        """The state after more claims; None where there is nothing at all."""
        state = known
        for claim in claims:
            told = self.stated(claim)
            state = told if state is None else state.merged(told)
        return state


def _person_traits(state: EntityState, entities: Entities) -> PersonTraits:  # noqa: ARG001 - one signature for all kinds
    offices = ((edge_parts(key), reported) for key, reported in sorted(state.edges.items()))
    return PersonTraits(
        forms=tuple(sorted(state.forms)),
        is_full=any(read_name(name).is_full for name in state.names),
        nation=state.value("nation"),
        offices=tuple(
            OfficeTrait(title, f"{label}:{key}", reported.earliest, reported.latest)
            for (label, key, title), reported in offices
        ),
        wikidata=state.value("wikidataId"),
    )


def _organization_traits(state: EntityState, entities: Entities) -> OrganizationTraits:  # noqa: ARG001 - one signature for all kinds
    return OrganizationTraits(
        forms=tuple(sorted(state.forms)),
        nation=state.value("nation"),
        kind=state.value("kind") or "OTHER",
        wikidata=state.value("wikidataId"),
    )


def _event_traits(state: EventState, entities: Entities) -> EventTraits:
    nations: dict[str, set[str]] = {}
    for key in state.nations:
        role, _, code = key.partition(":")
        nations.setdefault(role, set()).add(sovereign(code))
    return EventTraits(
        type=state.type,
        mode=state.mode,
        modality=state.modality,
        nations={role: frozenset(codes) for role, codes in nations.items()},
        others={
            role: frozenset(entities.get(ref, ref) for ref in refs)
            for role, refs in state.participants.items()
        },
        earliest=state.date.earliest,
        latest=state.date.latest,
        is_dated=state.date.source == "TEXT",
        place=state.place,
        places=frozenset(map(sovereign, state.places)),
        concerns=frozenset(state.concerns),
        words=state.words,
        counts=state.counts,
        capitals=state.capitals,
    )


PERSON: Final = Kind("Person", PersonClaim, EntityState, person_state, _person_traits)
ORGANIZATION: Final = Kind(
    "Organization", OrganizationClaim, EntityState, organization_state, _organization_traits
)
EVENT: Final = Kind("Event", EventClaim, EventState, event_state, _event_traits)
