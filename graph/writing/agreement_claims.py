"""Claims of agreements: how each party stands, by what it does in the article."""

from collections.abc import Container

from graph.facts import AgreementFact, ArticleFacts, EventFact, Ref
from graph.writing.claims import AgreementClaim, PartyClaim, said

PARTY_STATUS = {
    "SIGNED": "SIGNED",
    "RATIFIED": "RATIFIED",
    "ENTERED_INTO_FORCE": "IN_FORCE",
    "SUSPENDED": "SUSPENDED",
    "VIOLATED": "VIOLATED",
    "WITHDRAWN": "WITHDRAWN",
    "REJECTED": "REJECTED",
    "TERMINATED": "TERMINATED",
}
"""The status that an effect leaves those in who bring it about."""

DONE_BY_PARTIES = frozenset({"SIGNED", "RATIFIED", "WITHDRAWN"})
"""What only a party can do, so that whoever does it is one."""


def _party_claims(facts: ArticleFacts, fact: AgreementFact) -> tuple[PartyClaim, ...]:
    """Each party once; an event that it acted in, the latest, tells how it stands."""
    article = facts.article
    of_all = said(article, fact.evidence)
    claims = {
        party: PartyClaim(party.label, party.key, fact.status, "", of_all) for party in fact.parties
    }
    changes = [e for e in facts.events if e.agreement == fact.id and e.modality == "ASSERTED"]
    for event in sorted(changes, key=lambda one: (one.date.earliest, one.evidence.start)):
        if status := PARTY_STATUS.get(event.effect or ""):
            words = said(article, event.evidence)
            for party in _acting(event, claims):
                if party in claims or event.effect in DONE_BY_PARTIES:
                    claims[party] = PartyClaim(party.label, party.key, status, words.stamp, words)
    return tuple(claims[party] for party in sorted(claims))


def _acting(event: EventFact, parties: Container[Ref]) -> set[Ref]:
    """The nations and organizations that act in an event."""
    bodies = {ref for ref in event.actors if ref.label == "Organization"}
    nations = {Ref("Nation", code) for code in event.actor_nations}
    binding = {ref for ref in bodies if ref in parties}
    if binding:
        # An armed group that signed for itself does not bind the nation that it comes from.
        return binding | {ref for ref in nations if ref in parties}
    # A body that acts for a nation is not a party of its own.
    return nations or bodies


def agreement_claim(facts: ArticleFacts, fact: AgreementFact) -> AgreementClaim:
    """What the article says of the agreement."""
    article = facts.article
    return AgreementClaim(
        id=fact.id,
        said=said(article, fact.evidence),
        name=fact.name,
        forms=tuple(sorted({fact.name, *fact.aliases})),
        kind=fact.kind,
        status=fact.status,
        parties=_party_claims(facts, fact),
        earliest=fact.date.earliest if fact.date else None,
        latest=fact.date.latest if fact.date else None,
        precision=fact.date.precision if fact.date else None,
        wikidata_id=fact.wikidata_id,
    )
