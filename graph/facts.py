"""Facts: what the loaders find in one article, and what the graph keeps of it.

Offsets count characters (Unicode code points) of the article's cleaned text; ``end`` is exclusive.
Dates are ISO 8601 text. The closed lists (types, kinds, statuses) are those of the ontology.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

EntityLabel = Literal["Person", "Nation", "Organization", "Agreement"]


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read and cleaned.

    ``published_at`` is ISO 8601 as stated (UTC with ``Z`` where a zone was named) or None.
    ``source`` is the file URI of a file that holds this one article without id or URL, so that
    an edited file replaces its own article; None otherwise.
    """

    id: str
    title: str
    text: str
    url: str | None = None
    publisher: str | None = None
    published_at: str | None = None
    language: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that says a fact; ``sentence`` is its number in the article, from 0."""

    start: int
    end: int
    quote: str
    sentence: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A reference to an entity by its label and key."""

    label: EntityLabel
    key: str


@dataclass(frozen=True, slots=True)
class DateInterval:
    """An interval of days, both ends included, with what is known of its precision."""

    earliest: str
    latest: str
    precision: str
    source: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person holds in a nation or organization."""

    title: str
    of: Ref | None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class NationFact:
    """A nation mentioned by name, adjective, demonym, capital or seat of government.

    Where it takes part in an event through another of its cities, that names it too.
    """

    code: str
    name: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PersonFact:
    """A person of the article, with the nation that the person acts for or belongs to."""

    id: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]
    nation: str | None = None
    offices: tuple[Office, ...] = ()
    wikidata_id: str | None = None


@dataclass(frozen=True, slots=True)
class OrganizationFact:
    """An organization of the article, with the nation that it belongs to or acts for."""

    id: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]
    kind: str = "OTHER"
    sector: str | None = None
    nation: str | None = None
    wikidata_id: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event happened, and the nation that the place lies in."""

    text: str
    nation: str | None = None


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people are said to be dead, injured and arrested; None where it is not stated."""

    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None


@dataclass(frozen=True, slots=True)
class AgreementFact:
    """An agreement that the article speaks of."""

    id: str
    name: str
    kind: str
    status: str
    parties: tuple[Ref, ...]
    confidence: float
    evidence: Evidence
    aliases: tuple[str, ...] = ()
    date: DateInterval | None = None
    mentions: tuple[Span, ...] = ()
    wikidata_id: str | None = None


@dataclass(frozen=True, slots=True)
class EventFact:
    """An event that the article reports.

    ``actors`` and ``recipients`` are the participants as named; the nations that they act for
    stand in ``actor_nations`` and ``recipient_nations`` (a nation named itself stands in both).
    ``agreement`` is the id of the agreement it concerns, ``effect`` what it does to it, ``toll``
    how many people it is said to have cost.
    """

    id: str
    type: str
    modality: str
    actors: tuple[Ref, ...]
    recipients: tuple[Ref, ...]
    actor_nations: tuple[str, ...]
    recipient_nations: tuple[str, ...]
    date: DateInterval
    confidence: float
    evidence: Evidence
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    place: Place | None = None
    attributed_to: str | None = None
    agreement: str | None = None
    effect: str | None = None
    extractor: str = "rules"
    toll: Toll = Toll()


def surest(events: Iterable[EventFact]) -> tuple[EventFact, ...]:
    """Each event once, in its surest report; of those that are as sure, in the first."""
    best: dict[str, EventFact] = {}
    for event in events:
        known = best.get(event.id)
        if known is None or event.confidence > known.confidence:
            best[event.id] = event
    return tuple(best.values())


@dataclass(frozen=True, slots=True)
class TemporalExpression:
    """An expression of time with its TIMEX3 type and value (TimeML 1.2.1, section 2.3)."""

    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """All that one article says, in the order of the text."""

    article: Article
    nations: tuple[NationFact, ...] = ()
    persons: tuple[PersonFact, ...] = ()
    organizations: tuple[OrganizationFact, ...] = ()
    events: tuple[EventFact, ...] = ()
    agreements: tuple[AgreementFact, ...] = ()
    dates: tuple[TemporalExpression, ...] = ()
    extractor: str = "rules"
