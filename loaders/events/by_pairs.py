"""Events told by any verb at all: the classifier is asked about who acts and who is concerned.

Syntax says which pairs are worth asking about: the subject of a verb with all that the verb, and
those that share its subject, are said to be done to.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.facts import Ref
from loaders.event_types.labels import NONE
from loaders.event_types.marking import Span
from loaders.events.candidate import Candidate, Modality
from loaders.events.concerned import distinct
from loaders.events.modality import modality_of, settled
from loaders.events.placing import LOCATING
from loaders.events.predicate_table import load_nouns
from loaders.events.scene import Scene
from loaders.events.typing import Probabilities, Typing
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax

LEAST_CHANCE = 0.5
"""How sure the classifier must be of an event that no predicate of the lexicon tells; chosen on a
development set."""

LEAST_CHANCE_REPORTED = 0.8
"""The same where somebody only says what another did: that is rarely a deed of the one who says."""

LEAST_CHANCE_OF_THING = 0.8
"""The same where the one concerned is a thing."""

LEAST_CHANCE_FAR = 0.6
"""The same where syntax leads from the verb to nobody concerned."""

_MOST_ASKED = 3
"""Of those whom syntax does not lead to, so many are asked about."""

_SHARING = frozenset(("complement", "manner", "adverbial", "coordinate"))
_CONDITIONS = frozenset(("unless", "until", "if"))
_CONTROLLED = frozenset(("complement", "manner"))
_NO_EVENT = frozenset((NONE, "STATEMENT"))
_SPEECH = frozenset(("AGREE", "REJECT", "REQUEST", "THREATEN", "ACCUSE", "SUPPORT"))
"""Types that the verb above tells, whatever hangs on it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Somebody who acts and somebody concerned, with the predications that name them."""

    actor: tuple[Phrase, ...]
    recipient: Phrase
    above: int
    inner: int


Asked = tuple[Pair, tuple[Ref, ...], tuple[Ref, ...]]
"""A pair with those who act and those concerned, as far as known."""


class PairEvents:
    """Finds the events between the pairs of one sentence."""

    def __init__(self, scene: Scene, syntax: SentenceSyntax, typing: Typing) -> None:
        self._scene = scene
        self._syntax = syntax
        self._typing = typing

    def find(self) -> Iterator[Candidate]:
        """Yield the events that the classifier is sure of."""
        asked: list[Asked] = []
        for pair in dict.fromkeys(self._pairs()):
            actors = self._scene.concerned.who(self._syntax, pair.actor)
            recipients = self._recipients(pair, actors)
            if actors or recipients:
                asked.append((pair, actors, recipients))
        yield from self._told(asked)

    def beyond(self, settled: Iterable[Candidate]) -> Iterator[Candidate]:
        """Yield what subjects without an event do to those whom syntax does not lead to.

        Of those named nearest to the verb the surest counts: "gave a talk on reform in Chad".
        """
        acting = {ref for one in settled for ref in (*one.actors, *one.recipients)}
        for number, predication in enumerate(self._syntax.predications):
            led = predication.passive or predication.link in (*_SHARING, "relative")
            if led or predication.lemma == "report":
                continue
            actors = self._scene.concerned.who(self._syntax, predication.subject)
            if actors and acting.isdisjoint(actors):
                far = ((pair, actors, self._recipients(pair, actors)) for pair in self._far(number))
                found = self._told([one for one in far if one[2]])
                found = [one for one in found if one.chances[one.type] >= LEAST_CHANCE_FAR]
                yield from sorted(found, key=lambda one: -one.chances[one.type])[:1]

    def _far(self, number: int) -> Iterator[Pair]:
        """Yield the subject of a verb with the phrases nearest to the verb that name somebody."""
        predication = self._syntax.predications[number]
        others = [one for one in self._syntax.phrases if one not in predication.subject]
        named = [one for one in others if self._scene.concerned.names(self._syntax, one)]
        named.sort(key=lambda one: abs(one.head - predication.head))
        for phrase in named[:_MOST_ASKED]:
            yield Pair(predication.subject, phrase, number, number)

    def _told(self, asked: Sequence[Asked]) -> Iterator[Candidate]:
        """Yield what the classifier is sure of; asked together, pairs are read faster."""
        sentence = self._scene.sentence(self._syntax)
        answers = self._typing.of_pairs(sentence, [self._sides(pair) for pair, _, _ in asked])
        for (pair, actors, recipients), chances in zip(asked, answers, strict=True):
            best = max(chances, key=lambda type_: chances[type_])
            only_says = self._only_says(pair) and best not in _SPEECH
            if best not in _NO_EVENT and not only_says and chances[best] >= self._least(pair):
                yield self._candidate(pair, best, chances, actors, recipients)

    def _pairs(self) -> Iterator[Pair]:
        predications = self._syntax.predications
        for number, predication in enumerate(predications):
            if predication.link in _SHARING and not predication.passive:
                continue
            if predication.passive:
                agents = tuple(one.phrase for one in predication.obliques if one.marker == "by")
                for phrase in predication.subject if agents else ():
                    yield Pair(agents, phrase, number, number)
                continue
            if predication.subject:
                for inner, phrase in self._concerned(number):
                    yield Pair(predication.subject, phrase, number, inner)

    def _concerned(self, number: int) -> Iterator[tuple[int, Phrase]]:
        """Yield what a verb and those that share its subject are said to be done to."""
        for inner, other in enumerate(self._syntax.predications):
            if inner == number or self._shares(inner, number):
                yield from ((inner, phrase) for phrase in self._undergoing(other))
            elif other.governor == number and self._judges(number, other):
                yield from ((inner, one) for one in other.subject if self._is_somebody(one))

    def _undergoing(self, predication: Predication) -> list[Phrase]:
        """Return whom a verb is done to.

        Where it is done counts where nobody else is named, and what it is done to ("called the
        verdict a disgrace") where nobody is.
        """
        aimed = [one.phrase for one in predication.obliques if one.marker not in LOCATING]
        found = [one for one in (*predication.objects, *aimed) if self._is_somebody(one)]
        places = [one.phrase for one in predication.obliques if one.marker in LOCATING]
        found = found or [one for one in places if self._is_somebody(one)]
        return found or [one for one in predication.objects[:1] if not self._is_deed(one)]

    def _is_deed(self, phrase: Phrase) -> bool:
        """Whether a noun tells an event by itself: "faced boycotts"."""
        return self._syntax.words[phrase.head].lemma in load_nouns()

    def _judges(self, number: int, clause: Predication) -> bool:
        """Whether somebody may judge, ask or threaten others in a clause; who reports does not."""
        if clause.link == "adverbial":
            return clause.marker in _CONDITIONS
        return clause.link == "clause" and self._syntax.predications[number].lemma != "report"

    def _only_says(self, pair: Pair) -> bool:
        """Whether a pair is somebody who speaks, and somebody spoken of and not to."""
        above = self._syntax.predications[pair.above]
        behind = (*above.objects, *(one.phrase for one in above.obliques))
        speaks = above.lemma.split()[0] in word_list("speaking_verbs")
        return speaks and pair.recipient not in behind

    def _least(self, pair: Pair) -> float:
        """Return how sure the classifier must be of a pair."""
        if not self._is_somebody(pair.recipient):
            return LEAST_CHANCE_OF_THING
        return LEAST_CHANCE_REPORTED if self._only_says(pair) else LEAST_CHANCE

    def _shares(self, inner: int, number: int) -> bool:
        """Whether a verb hangs on another one and is done by the same, or by its doing."""
        current = inner
        seen: set[int] = set()
        while current not in seen:
            seen.add(current)
            predication = self._syntax.predications[current]
            above = predication.governor
            if above is None or not self._is_done_by(predication, self._syntax.predications[above]):
                return False
            if above == number:
                return True
            current = above
        return False

    def _is_done_by(self, predication: Predication, above: Predication) -> bool:
        """Whether the subject of the verb above, or what it makes, does this too."""
        if predication.link in _CONTROLLED or self._is_of_thing(predication):
            return True
        same = not predication.subject or predication.subject == above.subject
        return predication.link in _SHARING and same

    def _is_of_thing(self, predication: Predication) -> bool:
        """Whether a clause tells what a thing does: "passed a resolution criticizing"."""
        if predication.link != "relative" or predication.finite or not predication.subject:
            return False
        noun = self._syntax.words[predication.subject[0].head].kind == "noun"
        return noun and not self._scene.concerned.is_agent(self._syntax, predication.subject[0])

    def _is_somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase names an entity, or somebody though nobody known."""
        concerned = self._scene.concerned
        return concerned.is_agent(self._syntax, phrase) or bool(
            concerned.whom(self._syntax, (phrase,))
        )

    def _recipients(self, pair: Pair, actors: tuple[Ref, ...]) -> tuple[Ref, ...]:
        """Return those concerned; people of the nation that acts are so, its things are not."""
        found = self._scene.concerned.whom(self._syntax, (pair.recipient,))
        nations = self._scene.nations(actors)
        own = {Ref("Nation", code) for code in nations} | set(actors)
        words = self._syntax.words
        owned = words[pair.recipient.first].kind == "possessive"
        if owned:
            # "its troops" are no others.
            own |= {ref for ref in found if set(self._scene.nations((ref,))) & set(nations)}
        others = tuple(ref for ref in found if ref not in own)
        people = self._scene.concerned.is_somebody(self._syntax, pair.recipient) and not owned
        return others or (found if people else ())

    def _sides(self, pair: Pair) -> tuple[Span, Span]:
        return self._span(*pair.actor), self._span(pair.recipient)

    def _is_unnamed(self, phrases: tuple[Phrase, ...]) -> bool:
        return any(self._scene.concerned.is_agent(self._syntax, phrase) for phrase in phrases)

    def _span(self, *phrases: Phrase) -> Span:
        return self._syntax.offsets(
            min(one.first for one in phrases), max(one.last for one in phrases)
        )

    def _candidate(
        self,
        pair: Pair,
        type_: str,
        chances: Probabilities,
        actors: tuple[Ref, ...],
        recipients: tuple[Ref, ...],
    ) -> Candidate:
        scene, syntax = self._scene, self._syntax
        number = pair.above if type_ in _SPEECH else pair.inner
        predication = syntax.predications[number]
        days = scene.dates.of_predication(syntax, number)
        agreement, effect = scene.agreement_of(syntax, predication)
        anchor = syntax.words[predication.head].start
        return Candidate(
            sentence=scene.sentence(syntax),
            anchor=anchor,
            type=type_,
            modality=settled(self._modality(number, type_), days, scene.dates.published),
            actors=actors,
            recipients=recipients,
            date=days,
            place=scene.places.of_predication(syntax, predication),
            attributed_to=scene.attribution.speaker(syntax, number),
            agreement=agreement,
            effect=effect,
            quoted=scene.is_quoted(anchor),
            unnamed=not actors and self._is_unnamed(pair.actor),
            chances=chances,
        )

    def _modality(self, number: int, type_: str) -> Modality:
        told = modality_of(self._syntax, number)
        if type_ == "AGREE" and told == "FUTURE":
            return told
        # "will not", "could": the classifier has taken the refusal or the threat into the type.
        return "ASSERTED" if type_ in _SPEECH and told != "HYPOTHETICAL" else told


def joined(found: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates, those of one verb, one type and the same actors as one."""
    merged: dict[tuple[int, str, tuple[Ref, ...]], Candidate] = {}
    for one in found:
        key = one.anchor, one.type, one.actors
        known = merged.get(key, one)
        merged[key] = replace(known, recipients=distinct((*known.recipients, *one.recipients)))
    return list(merged.values())
