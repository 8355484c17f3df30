"""The step "events": what predicates and the classifier tell becomes coded events."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.facts import EventFact, surest
from loaders.document import Document
from loaders.event_types.model import EventTypeModel
from loaders.events.agreed import AgreementEvents
from loaders.events.candidate import DEEDS, Candidate
from loaders.events.completion import Completion
from loaders.events.confidence import confidence
from loaders.events.contexts import contexts_of
from loaders.events.counts import toll_of
from loaders.events.demanded import Demanded
from loaders.events.duplicates import Duplicates
from loaders.events.forums import Forums
from loaders.events.identity import event_id
from loaders.events.messengers import Messengers, without
from loaders.events.nominal import NominalEvents
from loaders.events.occasions import occasions
from loaders.events.pair_events import PairEvents, joined
from loaders.events.respectively import taken_apart
from loaders.events.scene import Scene
from loaders.events.settling import Settling
from loaders.events.sides import Sides
from loaders.events.typing import Typing
from loaders.events.verbal import VerbalEvents
from loaders.events.whereabouts import Whereabouts
from loaders.syntax.analysis import SentenceSyntax

_PLANNED = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))
"""Types that the codebook codes as AGREE while they lie ahead."""


@dataclass(frozen=True, slots=True)
class Events:
    """Finds events by the table of predicates and by the classifier of event types.

    Without a classifier the table alone tells them; without ``pairs`` the classifier only weighs
    the types of what the table tells.
    """

    model: EventTypeModel | None
    pairs: bool = True
    name: str = "events"

    def __call__(self, document: Document) -> Document:
        """Add the events."""
        scene = Scene(document)
        found = _settled(document, scene, self.model, pairs=self.pairs)
        facts = (_fact(document, scene, _coded(one)) for one in found)
        events = sorted(surest(facts), key=lambda fact: (fact.evidence.start, fact.id))
        return replace(document, events=tuple(events))


def _settled(
    document: Document, scene: Scene, model: EventTypeModel | None, *, pairs: bool
) -> Iterator[Candidate]:
    typing = model and Typing(model, document.article.text)
    sides = Sides(document)
    where = Whereabouts(document)
    completion = typing and Completion(scene, typing, sides, where)
    duplicates = Duplicates(scene)
    messengers = Messengers(document, scene.concerned)
    agreed = AgreementEvents(scene)
    forums = Forums(document)
    demanded = Demanded(scene)
    for syntax in document.syntax:
        told = _told(scene, syntax)
        if typing is None or completion is None:
            yield from filter(_tells, told)
        else:
            paired = PairEvents(scene, syntax, typing)
            found = paired.find() if pairs else ()
            settled = list(Settling(scene, typing, sides).settle(syntax, told, joined(found)))
            completed = map(_coded, completion.complete(syntax, settled))
            settled = duplicates.joined(syntax, completed)
            beyond = (where.without(syntax, one) for one in paired.beyond(settled)) if pairs else ()
            settled = duplicates.joined(syntax, (*settled, *map(_coded, beyond)))
            passing = messengers.of(syntax)
            heard = (forums.without(syntax, _of_others(one)) for one in settled)
            kept = (without(one, passing) for one in heard)
            told = [one for one in kept if one and _tells(one)]
            told = demanded.completed(syntax, told)
            for one in agreed.completed(syntax, told):
                yield from taken_apart(syntax, one)


def _told(scene: Scene, syntax: SentenceSyntax) -> list[Candidate]:
    """Return what the table of predicates tells of a sentence, in the order of the text."""
    taken: set[int] = set()
    found = list(occasions(scene, syntax, taken))
    found += VerbalEvents(scene, syntax, taken).find()
    found += NominalEvents(scene, syntax, taken).find()
    return sorted(filter(_may_tell, found), key=lambda candidate: candidate.anchor)


def _of_others(candidate: Candidate) -> Candidate:
    """Return an event without the one person who would do it to himself: "to his deputy"."""
    alone = len(candidate.actors) == 1 and candidate.actors[0].label == "Person"
    if not alone or candidate.recipients != candidate.actors:
        return candidate
    return replace(candidate, recipients=())


def _tells(candidate: Candidate) -> bool:
    """Whether a reader would call it an event.

    "Xi's criticism" tells nothing without those whom it concerns; "Xi criticized" does.
    """
    missing = candidate.nominal and candidate.type not in DEEDS and not candidate.recipients
    return _may_tell(candidate) and (candidate.type == "STATEMENT" or not missing)


def _may_tell(candidate: Candidate) -> bool:
    """Whether it may be an event, once all those concerned are found.

    It needs somebody who acts; a deed needs only those who suffer it, or the nation where it was
    done. A plain statement needs to be made to somebody else, or to be an occasion.
    """
    if candidate.type == "STATEMENT":
        others = set(candidate.recipients) - set(candidate.actors)
        return bool(candidate.actors) and (candidate.nominal or bool(others))
    suffered = candidate.unnamed or candidate.type in DEEDS or candidate.mode == "release"
    if candidate.actors or (candidate.recipients and suffered):
        return True
    return candidate.type in DEEDS and candidate.place is not None and bool(candidate.place.nation)


def _coded(candidate: Candidate) -> Candidate:
    """Code what lies ahead by the rule of the codebook."""
    ahead = candidate.modality == "FUTURE" and candidate.type in _PLANNED
    # Nobody agrees on the yearly summit of a body: it is a meeting that is to come.
    if ahead and not candidate.occasion:
        chance = candidate.chances.get(candidate.type, 0.0) + candidate.chances.get("AGREE", 0.0)
        return replace(candidate, type="AGREE", mode=None, chances={"AGREE": chance})
    return candidate


def coded_fact(document: Document, scene: Scene, candidate: Candidate) -> EventFact:
    """Return the fact of an event, coded by the rules of the codebook."""
    return _fact(document, scene, _coded(candidate))


def _fact(document: Document, scene: Scene, candidate: Candidate) -> EventFact:
    sentence = candidate.sentence
    place = candidate.place
    return EventFact(
        id=event_id(
            type=candidate.type,
            mode=candidate.mode,
            modality=candidate.modality,
            actors=candidate.actors,
            recipients=candidate.recipients,
            date=candidate.date,
            place_nation=place.nation if place else None,
            agreement=candidate.agreement,
        ),
        type=candidate.type,
        mode=candidate.mode,
        modality=candidate.modality,
        actors=candidate.actors,
        recipients=candidate.recipients,
        actor_nations=scene.nations(candidate.actors),
        recipient_nations=scene.nations(candidate.recipients),
        date=candidate.date,
        place=place,
        contexts=contexts_of(document.folded[sentence.start : sentence.end]),
        attributed_to=candidate.attributed_to,
        agreement=candidate.agreement,
        effect=candidate.effect,
        confidence=confidence(candidate),
        evidence=document.evidence(sentence),
        toll=toll_of(document.syntax[sentence.index], candidate),
    )
