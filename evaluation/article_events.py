"""Score the events of an article.

A found event is where a labelled one is when its evidence shares a character with the quote. Its
type is right when it is one of those labelled, its actors (recipients) when all that are labelled
are among them; by nations, when the nations are that those act for. A found event is borne out
when a labelled one at its place, anywhere for one in the title, has its type and no participant
that it lacks.
"""

from evaluation.article_reading import Reading
from evaluation.labelled import LabelledEvent, Span
from evaluation.tally import Tally
from graph.facts import EventFact

WHOLE = "type, actors and recipients"

_MUTUAL = "CONSULT"
"""Who meets may stand on either side."""


def score_events(reading: Reading, tally: Tally) -> None:
    """Score labelled events by what was found of them, and found ones by whether they are right."""
    labelled = reading.given.labels["events"]
    for event in labelled:
        if not event.get("optional"):
            _score_event(reading, event, tally)
    for found in reading.facts.events:
        right = any(_bears_out(reading, event, found) for event in labelled)
        tally.count(
            "events: found ones borne out", right, f"{found.evidence.quote}\n    {_told(found)}"
        )


def _score_event(reading: Reading, event: LabelledEvent, tally: Tally) -> None:
    quote = reading.given.quoted(event["quote_contains"])
    near = [one for one in reading.facts.events if _shares(one, quote)]
    typed = [one for one in near if one.type in event["type"]]
    whole = any(
        _has_actors(reading, event, one) and _has_recipients(reading, event, one) for one in typed
    )
    told = _missed(reading, event, near)
    tally.count("events: type", typed)
    if event["actors"]:
        tally.count("events: actors", any(_has_actors(reading, event, one) for one in near))
    if event["recipients"]:
        tally.count("events: recipients", any(_has_recipients(reading, event, one) for one in near))
    tally.count(f"events: {WHOLE}", whole, told)
    nations = whole or any(_has_nations(reading, event, one) for one in typed)
    tally.count(f"events: {WHOLE}, by nations", nations)
    if typed:
        _score_circumstances(event, typed, tally, told)


def _score_circumstances(
    event: LabelledEvent, typed: list[EventFact], tally: Tally, told: str
) -> None:
    right = any(one.modality in event["modality"] for one in typed)
    tally.count("events: modality, type right", right, told)
    if date := event.get("date"):
        right = any([one.date.earliest, one.date.latest] == date for one in typed)
        tally.count("events: date, type right", right, f"{'/'.join(date)} {told}")


def _shares(event: EventFact, span: Span) -> bool:
    return event.evidence.start < span[1] and span[0] < event.evidence.end


def _has_actors(reading: Reading, event: LabelledEvent, found: EventFact) -> bool:
    refs, nations = found.actors, found.actor_nations
    if found.type == _MUTUAL:
        refs, nations = refs + found.recipients, nations + found.recipient_nations
    return reading.has(event["actors"], refs, nations)


def _has_recipients(reading: Reading, event: LabelledEvent, found: EventFact) -> bool:
    return reading.has(event["recipients"], found.recipients, found.recipient_nations)


def _has_nations(reading: Reading, event: LabelledEvent, found: EventFact) -> bool:
    actors = all(reading.nations(one) & {*found.actor_nations} for one in event["actors"])
    return actors and all(
        reading.nations(one) & {*found.recipient_nations} for one in event["recipients"]
    )


def _bears_out(reading: Reading, event: LabelledEvent, found: EventFact) -> bool:
    titled = found.evidence.start < reading.given.body
    near = titled or _shares(found, reading.given.quoted(event["quote_contains"]))
    right = near and found.type in event["type"]
    return right and _has_actors(reading, event, found) and _has_recipients(reading, event, found)


def _missed(reading: Reading, event: LabelledEvent, near: list[EventFact]) -> str:
    types, modality = "/".join(event["type"]), "/".join(event["modality"])
    sides = f"{' + '.join(event['actors'])} > {' + '.join(event['recipients'])}"
    sentence = reading.sentence(reading.given.quoted(event["quote_contains"]))
    lines = (sentence, *(_told(one) for one in near))
    return "\n    ".join((f"{types} {modality} {sides}: {event['quote_contains']}", *lines))


def _told(event: EventFact) -> str:
    actors = "+".join((*(ref.key for ref in event.actors), *event.actor_nations))
    recipients = "+".join((*(ref.key for ref in event.recipients), *event.recipient_nations))
    dates = f"{event.date.earliest}/{event.date.latest}"
    return f"{event.type} {event.modality} {actors} > {recipients} {dates} ({event.confidence})"
