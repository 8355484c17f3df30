"""The report: all that was found in one article, as the JSON that ``entente extract`` prints."""

from typing import TypedDict

from graph.facts import (
    AgreementFact,
    Article,
    ArticleFacts,
    DateInterval,
    EventFact,
    Evidence,
    NationFact,
    Office,
    OrganizationFact,
    PersonFact,
    Place,
    Ref,
    Span,
    TemporalExpression,
    Toll,
)


class SpanReport(TypedDict):
    """A stretch of the text; ``end`` is exclusive."""

    start: int
    end: int
    text: str


class EvidenceReport(TypedDict):
    """The sentence that says a fact."""

    start: int
    end: int
    quote: str


class IntervalReport(TypedDict):
    """An interval of days, both ends included."""

    earliest: str
    latest: str
    precision: str
    source: str


class ArticleHead(TypedDict):
    """What is known of an article, without its text."""

    id: str
    title: str
    url: str | None
    publisher: str | None
    publishedAt: str | None
    language: str | None


class NationReport(TypedDict):
    """A nation; ``id`` is its code."""

    id: str
    name: str
    mentions: list[SpanReport]


class OfficeReport(TypedDict):
    """An office; ``of`` is the id of the nation or organization."""

    title: str
    of: str | None


class PersonReport(TypedDict):
    """A person."""

    id: str
    name: str
    aliases: list[str]
    nation: str | None
    offices: list[OfficeReport]
    mentions: list[SpanReport]


class OrganizationReport(TypedDict):
    """An organization."""

    id: str
    name: str
    aliases: list[str]
    kind: str
    nation: str | None
    mentions: list[SpanReport]


class PlaceReport(TypedDict):
    """The place of an event, as named, and the nation it lies in."""

    text: str
    nation: str | None


class CountsReport(TypedDict):
    """How many people the sentence of an event counts; null where it does not."""

    dead: int | None
    injured: int | None
    arrested: int | None


class EventReport(TypedDict):
    """An event; participants are given by id, nations by code."""

    id: str
    type: str
    mode: str | None
    contexts: list[str]
    modality: str
    actors: list[str]
    recipients: list[str]
    actorNations: list[str]
    recipientNations: list[str]
    place: PlaceReport | None
    date: IntervalReport
    attributedTo: str | None
    agreement: str | None
    confidence: float
    counts: CountsReport
    evidence: EvidenceReport


class AgreementReport(TypedDict):
    """An agreement; parties are given by id."""

    id: str
    name: str
    kind: str
    status: str
    parties: list[str]
    date: IntervalReport | None
    confidence: float
    evidence: EvidenceReport


class DateReport(TypedDict):
    """An expression of time; ``value`` is its TIMEX3 value."""

    start: int
    end: int
    text: str
    type: str
    value: str


class ArticleReport(TypedDict):
    """All that one article says; offsets count characters of ``text``."""

    article: ArticleHead
    text: str
    nations: list[NationReport]
    persons: list[PersonReport]
    organizations: list[OrganizationReport]
    events: list[EventReport]
    agreements: list[AgreementReport]
    dates: list[DateReport]


def facts_to_json(facts: ArticleFacts) -> ArticleReport:
    """Turn the facts of one article into values that JSON can hold, keys in the stated order."""
    return {
        "article": _head(facts.article),
        "text": facts.article.text,
        "nations": [_nation(nation) for nation in facts.nations],
        "persons": [_person(person) for person in facts.persons],
        "organizations": [_organization(organization) for organization in facts.organizations],
        "events": [_event(event) for event in facts.events],
        "agreements": [_agreement(agreement) for agreement in facts.agreements],
        "dates": [_date(date) for date in facts.dates],
    }


def _head(article: Article) -> ArticleHead:
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "publishedAt": article.published_at,
        "language": article.language,
    }


def _spans(spans: tuple[Span, ...]) -> list[SpanReport]:
    return [{"start": span.start, "end": span.end, "text": span.text} for span in spans]


def _keys(refs: tuple[Ref, ...]) -> list[str]:
    return [ref.key for ref in refs]


def _evidence(evidence: Evidence) -> EvidenceReport:
    return {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}


def _interval(date: DateInterval) -> IntervalReport:
    return {
        "earliest": date.earliest,
        "latest": date.latest,
        "precision": date.precision,
        "source": date.source,
    }


def _nation(nation: NationFact) -> NationReport:
    return {"id": nation.code, "name": nation.name, "mentions": _spans(nation.mentions)}


def _office(office: Office) -> OfficeReport:
    return {"title": office.title, "of": office.of.key if office.of else None}


def _person(person: PersonFact) -> PersonReport:
    return {
        "id": person.id,
        "name": person.name,
        "aliases": list(person.aliases),
        "nation": person.nation,
        "offices": [_office(office) for office in person.offices],
        "mentions": _spans(person.mentions),
    }


def _organization(organization: OrganizationFact) -> OrganizationReport:
    return {
        "id": organization.id,
        "name": organization.name,
        "aliases": list(organization.aliases),
        "kind": organization.kind,
        "nation": organization.nation,
        "mentions": _spans(organization.mentions),
    }


def _place(place: Place) -> PlaceReport:
    return {"text": place.text, "nation": place.nation}


def _event(event: EventFact) -> EventReport:
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "modality": event.modality,
        "actors": _keys(event.actors),
        "recipients": _keys(event.recipients),
        "actorNations": list(event.actor_nations),
        "recipientNations": list(event.recipient_nations),
        "place": _place(event.place) if event.place else None,
        "date": _interval(event.date),
        "attributedTo": event.attributed_to,
        "agreement": event.agreement,
        "confidence": event.confidence,
        "counts": _counts(event.toll),
        "evidence": _evidence(event.evidence),
    }


def _counts(toll: Toll) -> CountsReport:
    return {"dead": toll.dead, "injured": toll.injured, "arrested": toll.arrested}


def _agreement(agreement: AgreementFact) -> AgreementReport:
    return {
        "id": agreement.id,
        "name": agreement.name,
        "kind": agreement.kind,
        "status": agreement.status,
        "parties": _keys(agreement.parties),
        "date": _interval(agreement.date) if agreement.date else None,
        "confidence": agreement.confidence,
        "evidence": _evidence(agreement.evidence),
    }


def _date(date: TemporalExpression) -> DateReport:
    return {
        "start": date.start,
        "end": date.end,
        "text": date.text,
        "type": date.type,
        "value": date.value,
    }
