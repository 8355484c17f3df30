"""Merging: the events of an answer beside those of the rules, each event once.

Two events are one when the same sentence tells them, type and modality are the same, and of either
role the participants of one are among those of the other. The rules' event then stands, and two
ways to find it make it surer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.facts import EventFact, Ref

AGREED = 0.1
"""What it adds to the confidence that rules and model find the same."""

SUREST = 0.95


def merged(ruled: Sequence[EventFact], told: Iterable[EventFact]) -> tuple[EventFact, ...]:
    """Return all events in the order of the text; ``ruled`` are those of the rules."""
    events = {fact.id: fact for fact in ruled}
    agreed: set[str] = set()
    for fact in told:
        same = next((one for one in events.values() if _are_one(one, fact)), None)
        if same is None:
            events[fact.id] = fact
            agreed.add(fact.id)
        elif same.id not in agreed:
            agreed.add(same.id)
            events[same.id] = _surer(same)
    return tuple(sorted(events.values(), key=lambda fact: (fact.evidence.start, fact.id)))


def _surer(fact: EventFact) -> EventFact:
    surer = round(min(SUREST, fact.confidence + AGREED), 2)
    return replace(fact, confidence=max(surer, fact.confidence))


def _are_one(one: EventFact, other: EventFact) -> bool:
    return one.id == other.id or (
        one.evidence.start == other.evidence.start
        and (one.type, one.modality) == (other.type, other.modality)
        and _agree(_actors(one), _actors(other))
        and _agree(_recipients(one), _recipients(other))
    )


def _actors(fact: EventFact) -> frozenset[str]:
    return _side(fact.actors, fact.actor_nations)


def _recipients(fact: EventFact) -> frozenset[str]:
    return _side(fact.recipients, fact.recipient_nations)


def _side(refs: Iterable[Ref], codes: Iterable[str]) -> frozenset[str]:
    """Return the nations of a role, or those who act for none: Xi's deed is that of China."""
    return frozenset(codes) or frozenset(ref.key for ref in refs)


def _agree(some: frozenset[str], others: frozenset[str]) -> bool:
    return some <= others or others <= some
