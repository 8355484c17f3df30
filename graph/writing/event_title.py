"""Titles of events: who does what to whom, in a few words."""

from collections.abc import Mapping
from typing import Any

from graph.facts import ArticleFacts, EventFact, Ref
from graph.ontology import Ontology
from graph.writing.rows import nation_codes

Row = dict[str, Any]


def names(facts: ArticleFacts, nations: Mapping[str, Row]) -> dict[Ref, str]:
    """The names of all participants that the facts can refer to."""
    found = {Ref("Nation", code): str(nations[code]["name"]) for code in nation_codes(facts)}
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
