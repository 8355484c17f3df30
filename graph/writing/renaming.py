"""Claims under other records: what an article says of one is said of another."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.writing.claims import (
    AgreementClaim,
    EventClaim,
    OfficeClaim,
    OrganizationClaim,
    PartyClaim,
    PersonClaim,
)

Names = Mapping[str, str]
"""Records with their label, such as ``Person:anna-roy.fra``, by those in whose place they stand."""


def _key(label: str, key: str, names: Names) -> str:
    name = f"{label}:{key}"
    return names.get(name, name).removeprefix(f"{label}:")


def _refs(refs: Sequence[str], names: Names) -> list[str]:
    return [names.get(ref, ref) for ref in refs]


def renamed_person(claim: PersonClaim, names: Names) -> PersonClaim:
    """A claim on a person, and on the bodies in which offices are held."""
    offices = tuple(_renamed(office, names) for office in claim.offices)
    return replace(claim, id=_key("Person", claim.id, names), offices=offices)


def _renamed(office: OfficeClaim, names: Names) -> OfficeClaim:
    return replace(office, key=_key(office.label, office.key, names))


def renamed_organization(claim: OrganizationClaim, names: Names) -> OrganizationClaim:
    """A claim on an organization."""
    return replace(claim, id=_key("Organization", claim.id, names))


def renamed_event(claim: EventClaim, names: Names) -> EventClaim:
    """A claim on an event, and on those who take part."""
    return replace(
        claim,
        id=_key("Event", claim.id, names),
        participants={
            role: sorted(_refs(refs, names), key=lambda ref: ref.partition(":"))
            for role, refs in claim.participants.items()
        },
        nations={key: _refs(refs, names) for key, refs in claim.nations.items()},
    )


def renamed_agreement(claim: AgreementClaim, names: Names) -> AgreementClaim:
    """A claim on an agreement, and on its parties."""
    return replace(claim, parties=tuple(_party(party, names) for party in claim.parties))


def _party(party: PartyClaim, names: Names) -> PartyClaim:
    return replace(party, key=_key(party.label, party.key, names))
