"""Folding claims into the state of an entity: commutative and associative, so order is no matter.

The state itself holds all that folding needs, so that an article is added without reading what
the others say.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.writing.claims import (
    AgreementClaim,
    EventClaim,
    OfficeClaim,
    OrganizationClaim,
    PartyClaim,
    PersonClaim,
    Said,
)


def best_name(forms: Iterable[str]) -> str:
    """The fullest form: most words, then most letters, then first in the alphabet."""
    return min(forms, key=lambda form: (-len(form.split()), -len(form), form))


@dataclass(frozen=True, slots=True, order=True)
class Register:
    """A value with the stamp of the latest claim that gives it; the latest wins."""

    stamp: str
    value: str


@dataclass(frozen=True, slots=True, order=True)
class Counted:
    """A number with the stamp of the latest claim that gives it; the latest wins."""

    stamp: str
    count: int


@dataclass(frozen=True, slots=True)
class Reported:
    """A derived edge: how often it is said, from when to when, and the words for it.

    The words are those of the claim that gives the status, else the earliest.
    """

    reports: int
    earliest: str
    latest: str
    said: Said
    status: Register | None = None

    def merged(self, other: "Reported") -> "Reported":
        """Both together."""
        telling = [one for one in (self, other) if one.status == self._latest_status(other)]
        return Reported(
            reports=self.reports + other.reports,
            # An article without a date has an empty day, which must not hide a known one.
            earliest=min(filter(None, (self.earliest, other.earliest)), default=""),
            latest=max(self.latest, other.latest),
            said=min((one.said for one in telling), key=lambda one: one.stamp),
            status=self._latest_status(other),
        )

    def _latest_status(self, other: "Reported") -> Register | None:
        return max(filter(None, (self.status, other.status)), default=None)


def _reported(said: Said) -> Reported:
    day = said.published[:10]
    return Reported(1, day, day, said)


EdgeKey = tuple[str, str, str]
"""Title of the office (or an empty text), label and key of the other end."""


@dataclass(frozen=True, slots=True)
class EntityState:
    """A person, organization or agreement: its names, registers and derived edges."""

    id: str
    names: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    registers: dict[str, Register] = field(default_factory=dict[str, Register])
    edges: dict[EdgeKey, Reported] = field(default_factory=dict[EdgeKey, Reported])

    def value(self, name: str) -> str | None:
        """What a register holds."""
        return self.registers[name].value if name in self.registers else None


def _folded(
    state: EntityState,
    claim: PersonClaim | OrganizationClaim | AgreementClaim,
    registers: dict[str, str | None],
    edges: Iterable[tuple[EdgeKey, Reported]],
) -> EntityState:
    values = dict(state.registers)
    for name, value in registers.items():
        if value is not None:
            given = Register(claim.said.stamp, value)
            values[name] = max(values.get(name, given), given)
    merged = dict(state.edges)
    for key, reported in edges:
        merged[key] = merged[key].merged(reported) if key in merged else reported
    return EntityState(
        id=state.id,
        names=state.names | {claim.name},
        forms=state.forms | frozenset(claim.forms),
        registers=values,
        edges=merged,
    )


def _offices(offices: Iterable[OfficeClaim]) -> Iterable[tuple[EdgeKey, Reported]]:
    once = {(office.title, office.label, office.key): office for office in reversed([*offices])}
    return ((key, _reported(office.said)) for key, office in once.items())


def fold_person(state: EntityState, claim: PersonClaim) -> EntityState:
    """The person after one more article."""
    registers: dict[str, str | None] = {"nation": claim.nation, "wikidataId": claim.wikidata_id}
    return _folded(state, claim, registers, _offices(claim.offices))


def fold_organization(state: EntityState, claim: OrganizationClaim) -> EntityState:
    """The organization after one more article."""
    registers: dict[str, str | None] = {
        "kind": claim.kind,
        "sector": claim.sector,
        "nation": claim.nation,
        "wikidataId": claim.wikidata_id,
    }
    return _folded(state, claim, registers, ())


def fold_agreement(state: EntityState, claim: AgreementClaim) -> EntityState:
    """The agreement after one more article."""
    registers: dict[str, str | None] = {
        "kind": claim.kind,
        "status": claim.status,
        "earliest": claim.earliest,
        "latest": claim.latest,
        "precision": claim.precision,
        "wikidataId": claim.wikidata_id,
    }
    return _folded(state, claim, registers, map(_party, claim.parties))


def _party(claim: PartyClaim) -> tuple[EdgeKey, Reported]:
    reported = replace(_reported(claim.said), status=Register(claim.stamp, claim.status))
    return ("", claim.label, claim.key), reported


@dataclass(frozen=True, slots=True)
class EventState:
    """An event: what its reports add to what makes it that event."""

    id: str
    title: str = ""
    contexts: frozenset[str] = frozenset()
    confidence: float = 0.0
    date_source: str = "PUBLICATION"
    place: str | None = None
    nations: dict[tuple[str, str], frozenset[str]] = field(
        default_factory=dict[tuple[str, str], frozenset[str]]
    )
    toll: dict[str, Counted] = field(default_factory=dict[str, Counted])


def fold_event(state: EventState, claim: EventClaim) -> EventState:
    """The event after one more report: the words of the text outweigh the date of publication."""
    nations = dict(state.nations)
    for role, codes in claim.nations.items():
        for code, via in codes.items():
            nations[role, code] = nations.get((role, code), frozenset()) | frozenset(via)
    return EventState(
        id=state.id,
        title=min(filter(None, (state.title, claim.title)), default=""),
        contexts=state.contexts | frozenset(claim.contexts),
        confidence=max(state.confidence, claim.confidence),
        date_source="TEXT" if "TEXT" in (state.date_source, claim.date_source) else "PUBLICATION",
        place=min(filter(None, (state.place, claim.place)), default=None),
        nations=nations,
        toll=_latest(state.toll, claim),
    )


def _latest(toll: dict[str, Counted], claim: EventClaim) -> dict[str, Counted]:
    """The counts of the latest publication that states each: tolls are put right later."""
    given = {name: Counted(claim.said.stamp, count) for name, count in claim.toll.items()}
    return toll | {name: max(one, toll.get(name, one)) for name, one in given.items()}
