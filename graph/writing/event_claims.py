"""Claims of events: who takes part, and through whom nations do."""

from collections.abc import Mapping
from typing import Any

from graph.facts import ArticleFacts, EventFact, Ref
from graph.identity.wording import name_stems
from graph.ontology import Ontology
from graph.writing.claims import EventClaim, event_claim
from graph.writing.event_title import directed, names, title

Row = dict[str, Any]


ActsFor = Mapping[Ref, str | None]
"""The nation that each person and body of an article acts for."""


def _acts_for(facts: ArticleFacts) -> dict[Ref, str | None]:
    people = {Ref("Person", one.id): one.nation for one in facts.persons}
    return people | {Ref("Organization", one.id): one.nation for one in facts.organizations}


def _through(
    acts_for: ActsFor, participants: tuple[Ref, ...], codes: tuple[str, ...]
) -> dict[str, list[str]]:
    """By nation: the people and bodies among the participants that act for it."""
    via: dict[str, list[str]] = {code: [] for code in codes}
    for ref in participants:
        if ref.label == "Nation":
            via.setdefault(ref.key, [])
        elif (nation := acts_for.get(ref)) in via:
            via[str(nation)].append(f"{ref.label}:{ref.key}")
    return via


def _participants(event: EventFact) -> dict[str, list[str]]:
    """The people and bodies that take part, by role."""
    by_role = {"HAS_ACTOR": event.actors, "HAS_RECIPIENT": directed(event)}
    found = {
        role: [f"{ref.label}:{ref.key}" for ref in sorted(refs) if ref.label != "Nation"]
        for role, refs in by_role.items()
    }
    return {role: refs for role, refs in found.items() if refs}


def _nations(acts_for: ActsFor, event: EventFact) -> dict[str, list[str]]:
    """Through whom each nation takes part, by role and code."""
    meant = directed(event)
    by_role = {
        "HAS_ACTOR": _through(acts_for, event.actors, event.actor_nations),
        "HAS_RECIPIENT": _through(acts_for, meant, event.recipient_nations if meant else ()),
    }
    return {f"{role}:{code}": via for role, codes in by_role.items() for code, via in codes.items()}


def _name_stems(facts: ArticleFacts, nations: Mapping[str, Row]) -> frozenset[str]:
    """The stems of the names of all whom the article speaks of."""
    found = {form for one in (*facts.persons, *facts.organizations) for form in one.aliases}
    found |= {one.name for one in (*facts.persons, *facts.organizations)}
    for fact in facts.nations:
        nation = nations[fact.code]
        found |= {fact.name, *nation.get("aliases", ()), *nation.get("demonyms", ())}
    return name_stems(found)


def event_claims(
    facts: ArticleFacts, nations: Mapping[str, Row], ontology: Ontology
) -> list[EventClaim]:
    """What the article says of its events."""
    named, stems = names(facts, nations), _name_stems(facts, nations)
    acts_for = _acts_for(facts)
    return [
        event_claim(
            facts.article,
            event,
            title(event, named, ontology),
            _participants(event),
            _nations(acts_for, event),
            facts.extractor,
            stems,
        )
        for event in facts.events
    ]
