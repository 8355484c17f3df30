"""Rows of events and of the edges that make them: pure, from facts to what statements take."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.facts import AgreementFact, ArticleFacts, EventFact, Ref
from graph.ontology import Ontology
from graph.writing.claims import AgreementClaim, EventClaim, dump_claim, event_claim

Row = dict[str, Any]


def names(facts: ArticleFacts, nations: Mapping[str, Row]) -> dict[Ref, str]:
    """The names of all participants that the facts can refer to."""
    found = {Ref("Nation", code): str(nation["name"]) for code, nation in nations.items()}
    found |= {Ref("Person", one.id): one.name for one in facts.persons}
    found |= {Ref("Organization", one.id): one.name for one in facts.organizations}
    return found | {Ref("Agreement", one.id): one.name for one in facts.agreements}


TOLD = {"FUTURE": "planned", "HYPOTHETICAL": "possible", "NEGATED": "denied"}


def title(event: EventFact, named: Mapping[Ref, str], ontology: Ontology) -> str:
    """A short title of an event, such as "China sanctions South Korea (boycott)"."""
    actors = sorted(named[ref] for ref in event.actors)
    who = " and ".join(actors) or "Somebody"
    told = f"{who}{_deed(event, len(actors), named, ontology)}"
    # Told twice is too much: "China boycotts South Korea (boycott)".
    mode = None if event.effect or event.mode in ontology.mode_verbs else event.mode
    notes = [note for note in (mode, TOLD.get(event.modality)) if note]
    return f"{told} ({', '.join(notes)})" if notes else told


def _deed(event: EventFact, actors: int, named: Mapping[Ref, str], ontology: Ontology) -> str:
    """What is done: to an agreement, to somebody, together, or just what kind of thing it is."""
    if event.agreement and event.effect:
        verb = ontology.effect_verbs[event.effect]
        return f" {verb.of(actors)} {named[Ref('Agreement', event.agreement)]}"
    verb = ontology.mode_verbs.get(event.mode or "", ontology.event_types[event.type].verb)
    if recipients := " and ".join(sorted(named[ref] for ref in directed(event))):
        return f" {verb.of(actors)} {recipients}"
    if event.recipients or event.mode in ontology.mode_verbs:
        # Together, or alone: without an object, a preposition would hang in the air.
        return f" {verb.of(actors).split()[0]}"
    return f": {event.type.lower()}"


def directed(event: EventFact) -> tuple[Ref, ...]:
    """The recipients; in a reciprocal event there are none, since all are actors.

    PLOVER codebook, "Reciprocal events".
    """
    return () if set(event.recipients) == set(event.actors) else event.recipients


def _through(
    facts: ArticleFacts, participants: tuple[Ref, ...], codes: tuple[str, ...]
) -> dict[str, list[str]]:
    """By nation: the people and bodies among the participants that act for it."""
    acts_for = {Ref("Person", one.id): one.nation for one in facts.persons}
    acts_for |= {Ref("Organization", one.id): one.nation for one in facts.organizations}
    via: dict[str, list[str]] = {code: [] for code in codes}
    for ref in participants:
        if ref.label == "Nation":
            via.setdefault(ref.key, [])
        elif (nation := acts_for.get(ref)) in via:
            via[str(nation)].append(f"{ref.label}:{ref.key}")
    return via


def event_claims(
    facts: ArticleFacts, nations: Mapping[str, Row], ontology: Ontology
) -> list[EventClaim]:
    """What the article says of its events."""
    named = names(facts, nations)
    return [
        event_claim(
            facts.article,
            event,
            title(event, named, ontology),
            {
                "HAS_ACTOR": _through(facts, event.actors, event.actor_nations),
                "HAS_RECIPIENT": _through(
                    facts,
                    directed(event),
                    event.recipient_nations if directed(event) else (),
                ),
            },
        )
        for event in facts.events
    ]


def event_identity(event: EventFact, ontology: Ontology) -> Row:
    """The properties that make it that event, the same in every report."""
    kind = ontology.event_types[event.type]
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "quadClass": kind.quad_class,
        "intensity": kind.intensity,
        "modality": event.modality,
        "earliest": event.date.earliest,
        "latest": event.date.latest,
        "precision": event.date.precision,
    }


def report_rows(
    facts: ArticleFacts,
    reported: Iterable[tuple[EventFact, EventClaim] | tuple[AgreementFact, AgreementClaim]],
) -> list[Row]:
    """The edges REPORTED_IN from events or agreements to their article."""
    return [
        {
            "key": fact.id,
            "article": facts.article.id,
            "edge": {
                "quote": fact.evidence.quote,
                "start": fact.evidence.start,
                "end": fact.evidence.end,
                "sentence": fact.evidence.sentence,
                "confidence": fact.confidence,
                "attributedTo": fact.attributed_to if isinstance(fact, EventFact) else None,
                "extractor": facts.extractor,
                "claims": dump_claim(claim),
            },
        }
        for fact, claim in reported
    ]


def participant_rows(facts: ArticleFacts, role: str, label: str) -> list[Row]:
    """The edges of events to people or organizations in one role."""
    return [
        {"id": event.id, "key": ref.key}
        for event in facts.events
        for ref in (event.actors if role == "HAS_ACTOR" else directed(event))
        if ref.label == label
    ]


def place_rows(facts: ArticleFacts) -> list[Row]:
    """The edges LOCATED_IN of events."""
    return [
        {"id": event.id, "key": event.place.nation}
        for event in facts.events
        if event.place and event.place.nation
    ]


def concern_rows(facts: ArticleFacts) -> list[Row]:
    """The edges CONCERNS of events to agreements."""
    return [
        {"id": event.id, "key": event.agreement, "effect": event.effect}
        for event in facts.events
        if event.agreement
    ]
