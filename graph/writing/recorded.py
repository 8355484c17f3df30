"""Facts under the ids of records: what may be somebody else in another article has another id.

A person or body is one record in all articles that give it the same name and nation; a body that
every state has, of which no nation is told, is one in each article. A surname alone says little:
with an office, it is a record of that office and the year of publication. An event is one record
in all articles that tell it in the same wording.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace

from graph.facts import (
    AgreementFact,
    Article,
    ArticleFacts,
    EventFact,
    Office,
    OrganizationFact,
    PersonFact,
    Ref,
    surest,
)
from graph.identity.body_name import read_body
from graph.identity.names import read_name
from graph.identity.wording import counts, stems

SIGNATURE_LENGTH = 10
"""Hexadecimal digits that tell wordings of one event apart."""

NO_NATION = "unknown"
"""Stands in the id of a record of nobody knows which nation."""

Renamed = Callable[[Ref], Ref]


def base_of(record: str) -> str:
    """The id that the entity of a record has where nobody else claims it."""
    return record.rpartition(".")[0]


def _key(base: str, *parts: str | None) -> str:
    told = (re.sub(r"[\W_]+", "-", part.casefold()) for part in parts if part)
    return f"{base}.{'-'.join(told)}"


def person_key(person: PersonFact, article: Article) -> str:
    """The record of a person, such as ``anna-roy.fra`` or ``roy.fra-president-2020``."""
    nation = person.nation or NO_NATION
    office = next((one.title for one in person.offices if one.of), None)
    if office is None or read_name(person.name).is_full:
        return _key(person.id, nation)
    return _key(person.id, nation, office, (article.published_at or "")[:4])


def organization_key(body: OrganizationFact, article: Article) -> str:
    """The record of an organization.

    A body of some state, nobody knows of which, is only that of its article: the Supreme Court.
    """
    if body.nation is None and body.kind == "GOVERNMENT_BODY" and read_body(body.name).is_common:
        return _key(body.id, NO_NATION, article.id)
    return _key(body.id, body.nation or NO_NATION)


def event_key(event: EventFact) -> str:
    """The record of an event: its id and its wording."""
    place = event.place.text.casefold() if event.place else ""
    quote = event.evidence.quote
    parts = (*sorted(stems(quote)), *sorted(counts(quote)), place)
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return f"{event.id}.{digest[:SIGNATURE_LENGTH]}"


def recorded(facts: ArticleFacts) -> ArticleFacts:
    """The facts with the ids of records in place of those that the article gives."""
    keys = {Ref("Person", one.id): person_key(one, facts.article) for one in facts.persons}
    keys |= {
        Ref("Organization", one.id): organization_key(one, facts.article)
        for one in facts.organizations
    }

    def renamed(ref: Ref) -> Ref:
        return Ref(ref.label, keys.get(ref, ref.key))

    return replace(
        facts,
        persons=tuple(_person(one, renamed) for one in facts.persons),
        organizations=tuple(
            replace(one, id=renamed(Ref("Organization", one.id)).key) for one in facts.organizations
        ),
        agreements=tuple(_agreement(one, renamed) for one in facts.agreements),
        events=surest(_event(one, renamed) for one in facts.events),
    )


def _person(person: PersonFact, renamed: Renamed) -> PersonFact:
    return replace(
        person,
        id=renamed(Ref("Person", person.id)).key,
        offices=tuple(
            Office(one.title, renamed(one.of) if one.of else None, one.evidence)
            for one in person.offices
        ),
    )


def _agreement(agreement: AgreementFact, renamed: Renamed) -> AgreementFact:
    return replace(agreement, parties=tuple(map(renamed, agreement.parties)))


def _event(event: EventFact, renamed: Renamed) -> EventFact:
    return replace(
        event,
        id=event_key(event),
        actors=tuple(map(renamed, event.actors)),
        recipients=tuple(map(renamed, event.recipients)),
    )
