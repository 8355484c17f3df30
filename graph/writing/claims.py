"""Claims: what one article says of a record, as kept on the article's own edges.

``stamp`` orders claims by publication, then by article, so that "the latest" and "the earliest"
mean the same in whatever order the articles were loaded.
"""

from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from graph.facts import (
    Article,
    DateInterval,
    EventFact,
    Evidence,
    OrganizationFact,
    PersonFact,
    Ref,
    Span,
    Toll,
)
from graph.identity.wording import counts, stems, unnamed

AnyClaim = TypeVar("AnyClaim", "PersonClaim", "OrganizationClaim", "AgreementClaim", "EventClaim")


@dataclass(frozen=True, slots=True)
class Said:
    """Which article says it, when it was published, and in which words."""

    article: str
    published: str
    quote: str = ""
    start: int = 0
    end: int = 0

    @property
    def stamp(self) -> str:
        """Orders claims by publication, then by article."""
        return f"{self.published}|{self.article}"


SPANS_KEPT = 50
"""Mentions whose places are kept; the count tells of all."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Where the article names it: how often, the first offset, the places and the forms."""

    count: int = 0
    first: int = 0
    spans: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeClaim:
    """An article says that a person holds an office of ``label`` ``key``."""

    title: str
    label: str
    key: str
    said: Said


@dataclass(frozen=True, slots=True)
class PersonClaim:
    """What an article says of a person."""

    id: str
    said: Said
    name: str
    forms: tuple[str, ...]
    nation: str | None = None
    wikidata_id: str | None = None
    offices: tuple[OfficeClaim, ...] = ()
    mentioned: Mentioned = Mentioned()


@dataclass(frozen=True, slots=True)
class OrganizationClaim:
    """What an article says of an organization."""

    id: str
    said: Said
    name: str
    forms: tuple[str, ...]
    kind: str
    sector: str | None = None
    nation: str | None = None
    wikidata_id: str | None = None
    mentioned: Mentioned = Mentioned()


@dataclass(frozen=True, slots=True)
class PartyClaim:
    """An article says that a party of ``label`` ``key`` stands to an agreement in some way.

    ``stamp`` is that of the article where an event in it says so, and empty where the party only
    shares the status of the agreement: that never outweighs what an event says.
    """

    label: str
    key: str
    status: str
    stamp: str
    said: Said


@dataclass(frozen=True, slots=True)
class AgreementClaim:
    """What an article says of an agreement and its parties."""

    id: str
    said: Said
    name: str
    forms: tuple[str, ...]
    kind: str
    status: str
    parties: tuple[PartyClaim, ...]
    earliest: str | None = None
    latest: str | None = None
    precision: str | None = None
    wikidata_id: str | None = None


@dataclass(frozen=True, slots=True)
class EventClaim:
    """What an article says of an event.

    ``participants`` are people and bodies by role; ``nations`` those through whom a nation takes
    part, by role and code ("HAS_ACTOR:FRA"); ``concerns`` the effect by agreement.
    """

    id: str
    said: Said
    type: str
    modality: str
    date: DateInterval
    title: str
    confidence: float
    sentence: int = 0
    extractor: str = ""
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    place: str | None = None
    places: tuple[str, ...] = ()
    attributed_to: str | None = None
    participants: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    nations: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    concerns: dict[str, str] = field(default_factory=dict[str, str])
    words: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    toll: dict[str, int] = field(default_factory=dict[str, int])
    """The counts that the article states, by property (dead, injured, arrested)."""


def said(article: Article, evidence: Evidence | None = None) -> Said:
    """The article as the one who says it, with its words where given."""
    published = article.published_at or ""
    if evidence is None:
        return Said(article.id, published)
    return Said(article.id, published, evidence.quote, evidence.start, evidence.end)


def _office(article: Article, title: str, of: Ref, evidence: Evidence | None) -> OfficeClaim:
    return OfficeClaim(title, of.label, of.key, said(article, evidence))


def mentioned(spans: tuple[Span, ...]) -> Mentioned:
    """Where the article names something."""
    return Mentioned(
        count=len(spans),
        first=min((span.start for span in spans), default=0),
        spans=tuple(f"{span.start}-{span.end}" for span in spans[:SPANS_KEPT]),
        forms=tuple(sorted({span.text for span in spans})),
    )


def person_claim(article: Article, fact: PersonFact) -> PersonClaim:
    """What the article says of the person; an office of nobody known is left out."""
    return PersonClaim(
        id=fact.id,
        said=said(article),
        name=fact.name,
        forms=tuple(sorted({fact.name, *fact.aliases})),
        nation=fact.nation,
        wikidata_id=fact.wikidata_id,
        offices=tuple(
            _office(article, office.title, office.of, office.evidence)
            for office in fact.offices
            if office.of is not None
        ),
        mentioned=mentioned(fact.mentions),
    )


def organization_claim(article: Article, fact: OrganizationFact) -> OrganizationClaim:
    """What the article says of the organization."""
    return OrganizationClaim(
        id=fact.id,
        said=said(article),
        name=fact.name,
        forms=tuple(sorted({fact.name, *fact.aliases})),
        kind=fact.kind,
        sector=fact.sector,
        nation=fact.nation,
        wikidata_id=fact.wikidata_id,
        mentioned=mentioned(fact.mentions),
    )


def event_claim(
    article: Article,
    fact: EventFact,
    title: str,
    participants: dict[str, list[str]],
    nations: dict[str, list[str]],
    extractor: str,
    names: frozenset[str],
) -> EventClaim:
    """What the article says of the event; ``names`` the stems of names, which do not count."""
    place = fact.place
    return EventClaim(
        id=fact.id,
        said=said(article, fact.evidence),
        type=fact.type,
        modality=fact.modality,
        date=fact.date,
        title=title,
        confidence=fact.confidence,
        sentence=fact.evidence.sentence,
        extractor=extractor,
        mode=fact.mode,
        contexts=tuple(sorted(fact.contexts)),
        place=place.text if place else None,
        places=(place.nation,) if place and place.nation else (),
        attributed_to=fact.attributed_to,
        participants=participants,
        nations=nations,
        concerns={fact.agreement: fact.effect or ""} if fact.agreement else {},
        words=tuple(sorted(stems(fact.evidence.quote) - names)),
        counts=tuple(sorted(counts(fact.evidence.quote))),
        capitals=tuple(sorted(unnamed(fact.evidence.quote, names))),
        toll=_toll(fact.toll),
    )


def _toll(toll: Toll) -> dict[str, int]:
    found = {"dead": toll.dead, "injured": toll.injured, "arrested": toll.arrested}
    return {name: count for name, count in found.items() if count is not None}


Claim = PersonClaim | OrganizationClaim | AgreementClaim | EventClaim


def dump_claim(claim: Claim) -> str:
    """The claim as it is kept on an edge."""
    return msgspec.json.encode(claim, order="deterministic").decode()


def load_claim(text: str, kind: type[AnyClaim]) -> AnyClaim:
    """The claim that ``dump_claim`` wrote."""
    return msgspec.json.decode(text, type=kind)
