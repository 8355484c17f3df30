"""Folding claims into the state of an entity: commutative and associative, so order is no matter.

The state itself holds all that folding needs, so that an article is added without reading what
the others say; and the state of an entity is that of all its records merged.
"""

from collections.abc import Iterable

import msgspec

from graph.writing.claims import (
    AgreementClaim,
    OfficeClaim,
    OrganizationClaim,
    PartyClaim,
    PersonClaim,
    Said,
)


def best_name(forms: Iterable[str]) -> str:
    """The fullest form: most words, then most letters, then first in the alphabet."""
    return min(forms, key=lambda form: (-len(form.split()), -len(form), form))


class Register(msgspec.Struct, frozen=True, order=True):
    """A value with the stamp of the latest claim that gives it; the latest wins."""

    stamp: str
    value: str


class Counted(msgspec.Struct, frozen=True, order=True):
    """A number with the stamp of the latest claim that gives it; the latest wins."""

    stamp: str
    count: int


class Reported(msgspec.Struct, frozen=True):
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


def edge_key(label: str, key: str, title: str = "") -> str:
    """The key of a derived edge: the node at its other end, and the title of the office."""
    return f"{label}:{key}:{title}"


def edge_parts(given: str) -> tuple[str, str, str]:
    """Label, key and title of the key of a derived edge."""
    label, key, title = given.split(":", 2)
    return label, key, title


class EntityState(msgspec.Struct, frozen=True):
    """A person, organization or agreement: its names, registers and derived edges.

    ``first`` is the stamp of the earliest claim.
    """

    id: str
    names: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    registers: dict[str, Register] = msgspec.field(default_factory=dict[str, Register])
    edges: dict[str, Reported] = msgspec.field(default_factory=dict[str, Reported])
    first: str = ""

    def value(self, name: str) -> str | None:
        """What a register holds."""
        return self.registers[name].value if name in self.registers else None

    def named(self, key: str) -> "EntityState":
        """The same under another id."""
        return msgspec.structs.replace(self, id=key)

    def merged(self, other: "EntityState") -> "EntityState":
        """Both together, under the id of this one."""
        registers = dict(self.registers)
        for name, given in other.registers.items():
            registers[name] = max(registers.get(name, given), given)
        edges = dict(self.edges)
        for key, reported in other.edges.items():
            edges[key] = edges[key].merged(reported) if key in edges else reported
        return EntityState(
            id=self.id,
            names=self.names | other.names,
            forms=self.forms | other.forms,
            registers=registers,
            edges=edges,
            first=min(filter(None, (self.first, other.first)), default=""),
        )


def _stated(
    claim: PersonClaim | OrganizationClaim | AgreementClaim,
    registers: dict[str, str | None],
    edges: Iterable[tuple[str, Reported]] = (),
) -> EntityState:
    given = {name: value for name, value in registers.items() if value is not None}
    return EntityState(
        id=claim.id,
        names=frozenset((claim.name,)),
        forms=frozenset(claim.forms),
        registers={name: Register(claim.said.stamp, value) for name, value in given.items()},
        edges=dict(edges),
        first=claim.said.stamp,
    )


def _offices(offices: Iterable[OfficeClaim]) -> Iterable[tuple[str, Reported]]:
    once = {edge_key(one.label, one.key, one.title): one for one in reversed([*offices])}
    return ((key, _reported(office.said)) for key, office in once.items())


def person_state(claim: PersonClaim) -> EntityState:
    """The person as one article tells it."""
    registers = {"nation": claim.nation, "wikidataId": claim.wikidata_id}
    return _stated(claim, registers, _offices(claim.offices))


def organization_state(claim: OrganizationClaim) -> EntityState:
    """The organization as one article tells it."""
    registers = {
        "kind": claim.kind,
        "sector": claim.sector,
        "nation": claim.nation,
        "wikidataId": claim.wikidata_id,
    }
    return _stated(claim, registers)


def agreement_state(claim: AgreementClaim) -> EntityState:
    """The agreement as one article tells it."""
    registers = {
        "kind": claim.kind,
        "status": claim.status,
        "earliest": claim.earliest,
        "latest": claim.latest,
        "precision": claim.precision,
        "wikidataId": claim.wikidata_id,
    }
    return _stated(claim, registers, map(_party, claim.parties))


def _party(claim: PartyClaim) -> tuple[str, Reported]:
    reported = msgspec.structs.replace(
        _reported(claim.said), status=Register(claim.stamp, claim.status)
    )
    return edge_key(claim.label, claim.key), reported
