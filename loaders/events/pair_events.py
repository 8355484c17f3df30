"""Events told by any verb at all: the classifier is asked about who acts and who is concerned."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from graph.facts import Ref
from loaders.agreements.effect import load_terms
from loaders.event_types.labels import NONE
from loaders.event_types.marking import Span
from loaders.events.candidate import Candidate, Modality
from loaders.events.concerned import distinct
from loaders.events.gatherings import is_occasion
from loaders.events.modality import modality_of
from loaders.events.pairs import Pair, Pairs
from loaders.events.predicate_table import load_verbs
from loaders.events.scene import Scene
from loaders.events.strangers import is_among, strangers
from loaders.events.typing import LEAST_CHANCE, Probabilities, Typing
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Phrase, SentenceSyntax

LEAST_CHANCE_REPORTED = 0.8
"""How sure the classifier must be where somebody only says what another did: that is rarely a deed
of the one who says."""

LEAST_CHANCE_OF_THING = 0.8
"""The same where the one concerned is a thing."""

LEAST_CHANCE_FAR = 0.6
"""The same where syntax leads from the verb to nobody concerned."""

LEAST_CHANCE_ALONE = 0.8
"""The same where those whom the classifier was asked about are not concerned."""

LEAST_CHANCE_QUOTED = 0.8
"""The same in quotation marks, where people speak in figures, and of nobody concerned:"""
LEAST_CHANCE_ALONE_QUOTED = 0.93

_NO_EVENT = frozenset((NONE, "STATEMENT"))
_SPEECH = frozenset(("AGREE", "REJECT", "REQUEST", "THREATEN", "ACCUSE", "SUPPORT"))
"""Types that the verb above tells, whatever hangs on it."""

_PROMISED = frozenset(("AGREE", "THREATEN"))
"""Types of what somebody says that he will do to others."""

_OF_OPINION = frozenset(("SUPPORT", "ACCUSE", "REQUEST", "REJECT"))
"""Types of what people may say of their own nation."""


Asked = tuple[Pair, tuple[Ref, ...], tuple[Ref, ...]]
"""A pair with those who act and those concerned, as far as known."""


class PairEvents:
    """Finds the events between the pairs of one sentence."""

    def __init__(self, scene: Scene, syntax: SentenceSyntax, typing: Typing) -> None:
        self._scene = scene
        self._syntax = syntax
        self._typing = typing
        self._pairs = Pairs(scene, syntax)

    def find(self) -> Iterator[Candidate]:
        """Yield the events that the classifier is sure of."""
        asked: list[Asked] = []
        for pair in dict.fromkeys(self._pairs.near()):
            actors = self._scene.concerned.who(self._syntax, pair.actor)
            recipients = self._recipients(pair, actors)
            if self._is_of_actor(pair, actors, recipients):
                continue
            if recipients or (actors and not self._only_says(pair)):
                asked.append((pair, actors, recipients))
        yield from self._told(asked)

    def _is_of_actor(
        self, pair: Pair, actors: tuple[Ref, ...], recipients: tuple[Ref, ...]
    ) -> bool:
        """Whether one concerned only tells who acts: "hackers working for", "its radar".

        A nation's things do nothing to the nation.
        """
        concerned, syntax = self._scene.concerned, self._syntax
        inside = any(one.last <= pair.recipient.first < one.reach for one in pair.actor)
        things = concerned.is_by_name(syntax, pair.recipient) and not any(
            concerned.is_by_name(syntax, one) or concerned.is_agent(syntax, one)
            for one in pair.actor
        )
        return bool(actors) and set(actors) == set(recipients) and (inside or things)

    def beyond(self, settled: Iterable[Candidate]) -> Iterator[Candidate]:
        """Yield what subjects without an event do to those whom syntax does not lead to.

        Of those named nearest to the verb the surest counts: "gave a talk on reform in Chad".
        """
        acting = {ref for one in settled for ref in (*one.actors, *one.recipients)}
        for number in self._pairs.alone():
            subject = self._syntax.predications[number].subject
            actors = self._scene.concerned.who(self._syntax, subject)
            if actors and acting.isdisjoint(actors):
                far = self._pairs.far(number)
                asked = [(pair, actors, self._recipients(pair, actors)) for pair in far]
                apart = self._strangers(number, asked)
                found = self._told([one for one in asked if one[2]])
                found = [_without(one, apart) for one in found]
                found = [one for one in found if one.chances[one.type] >= _least_far(one)]
                yield from sorted(found, key=lambda one: -one.chances[one.type])[:1]

    def _strangers(self, number: int, asked: Iterable[Asked]) -> set[Ref]:
        """Return those who are asked about, though a verb does not concern them."""
        syntax = self._syntax
        apart = strangers(syntax, syntax.words[syntax.predications[number].head].start)
        return {
            ref
            for pair, _, recipients in asked
            if is_among(self._span(pair.recipient), apart)
            for ref in recipients
        }

    def _told(self, asked: Sequence[Asked]) -> Iterator[Candidate]:
        """Yield what the classifier is sure of; asked together, pairs are read faster.

        Of what a verb does to a list it is asked once: "met Xi, Modi and Abe".
        """
        slots = [self._slot(pair) for pair, _, _ in asked]
        sides: dict[object, tuple[Span, Span]] = {}
        for slot, (pair, _, _) in zip(slots, asked, strict=True):
            sides.setdefault(slot, (self._span(*pair.actor), self._span(pair.recipient)))
        sentence = self._scene.sentence(self._syntax)
        answers = self._typing.of_pairs(sentence, sides.values())
        known = dict(zip(sides, answers, strict=True))
        for slot, (pair, actors, recipients) in zip(slots, asked, strict=True):
            chances = known[slot]
            best = max(chances, key=lambda type_: chances[type_])
            if best == "THREATEN" and self._is_told_of_past(pair):
                # Nobody threatens with what another has done: that is what he is accused of.
                best, chances = "ACCUSE", {**chances, "ACCUSE": chances[best]}
            if best == "AGREE" and self._is_occasion(pair):
                best, chances = "CONSULT", {**chances, "CONSULT": chances[best]}
            allowed = frozenset(("ACCUSE",)) if self._pairs.is_reported(pair) else _SPEECH
            only_says = self._only_says(pair) and best not in allowed
            only_says = only_says or (best == "REQUEST" and self._is_done_by_asked(pair))
            others = self._others(pair, best, actors, recipients)
            # Asked what a state does to itself, the classifier must be sure that it does anything.
            least = LEAST_CHANCE_ALONE if recipients and not others else self._least(pair)
            if self._is_quoted(pair):
                least = max(least, LEAST_CHANCE_QUOTED if others else LEAST_CHANCE_ALONE_QUOTED)
            sure = chances[best] >= least
            if best in _NO_EVENT or only_says or not sure or not (actors or self._may_act(pair)):
                continue
            yield self._candidate(pair, best, chances, actors, others)

    def _may_act(self, pair: Pair) -> bool:
        """Whether those of whom nobody is known may act.

        "A road that links them" does not, nor does what is written: "the pact makes no mention".
        """
        heads = [self._syntax.words[one.head].lower for one in pair.actor]
        if heads and all(head in load_terms() for head in heads):
            return False
        relative = self._syntax.predications[pair.inner].link == "relative"
        return not relative or self._is_unnamed(pair.actor)

    def _only_says(self, pair: Pair) -> bool:
        """Whether a pair is somebody who speaks, and somebody spoken of and not to."""
        above = self._syntax.predications[pair.above]
        behind = (*above.objects, *(one.phrase for one in above.obliques))
        speaks = above.verb in word_list("speaking_verbs")
        return speaks and pair.recipient not in behind

    def _is_occasion(self, pair: Pair) -> bool:
        """Whether those who act are a gathering that takes place."""
        inner = self._syntax.predications[pair.inner]
        gathers = any(one in inner.subject for one in pair.actor)
        return gathers and is_occasion(self._scene, self._syntax, inner)

    def _is_quoted(self, pair: Pair) -> bool:
        """Whether the verb that tells of one concerned stands in quotation marks."""
        head = self._syntax.predications[pair.inner].head
        return self._scene.is_quoted(self._syntax.words[head].start)

    def _is_done_by_asked(self, pair: Pair) -> bool:
        """Whether another is asked to do it to those concerned: "asked Oslo to press Lima"."""
        inner, above = (self._syntax.predications[one] for one in (pair.inner, pair.above))
        asked = (
            inner.link == "complement" and inner.marker == "to" and inner.subject != above.subject
        )
        named = bool(self._scene.concerned.whom(self._syntax, inner.subject)) if asked else False
        return named and pair.recipient not in inner.subject

    def _is_told_of_past(self, pair: Pair) -> bool:
        """Whether somebody says what another did: "said the reporter had put him in danger"."""
        clause = self._syntax.predications[pair.inner]
        reported = clause.link == "clause" and clause.governor == pair.above
        others = clause.subject and clause.subject != pair.actor
        return reported and self._only_says(pair) and bool(others) and clause.past

    def _least(self, pair: Pair) -> float:
        """Return how sure the classifier must be of a pair."""
        if not self._pairs.is_somebody(pair.recipient):
            return LEAST_CHANCE_OF_THING
        return LEAST_CHANCE_REPORTED if self._only_says(pair) else LEAST_CHANCE

    def _recipients(self, pair: Pair, actors: tuple[Ref, ...]) -> tuple[Ref, ...]:
        """Return those concerned; people of the nation that acts are so, its things are not."""
        found = self._scene.concerned.whom(self._syntax, (pair.recipient,))
        nations = self._scene.nations(actors)
        rebels = any(self._scene.concerned.participants.is_armed_group(one) for one in actors)
        own = {*actors, *(Ref("Nation", code) for code in nations if not rebels)}
        words = self._syntax.words
        owned = words[pair.recipient.first].kind == "possessive"
        if owned:
            # "its troops" are no others.
            own |= {ref for ref in found if set(self._scene.nations((ref,))) & set(nations)}
        others = tuple(ref for ref in found if ref not in own)
        people = self._scene.concerned.is_somebody(self._syntax, pair.recipient) and not owned
        return others or (found if people else ())

    def _others(
        self, pair: Pair, type_: str, actors: tuple[Ref, ...], recipients: tuple[Ref, ...]
    ) -> tuple[Ref, ...]:
        """Return those concerned without a state that would do something to itself.

        A nation's critics may accuse it, its police jail its people, and its leaders praise it. But
        it promises itself nothing where it only owns the place: "any rebels found on its soil".
        """
        if (
            type_ in _PROMISED
            and set(actors) == set(recipients)
            and not self._is_told(pair.recipient)
        ):
            return ()
        sides = (pair.recipient, *pair.actor)
        named = all(self._scene.concerned.is_by_name(self._syntax, one) for one in sides)
        itself = set(actors) if type_ in _OF_OPINION else self._of_state(actors)
        return () if named and itself.issuperset(recipients) else recipients

    def _is_told(self, phrase: Phrase) -> bool:
        """Whether a phrase itself, and not what follows it, tells whose or who it is."""
        concerned = self._scene.concerned
        return bool(
            concerned.names(self._syntax, phrase) or concerned.owners(self._syntax, (phrase,))
        )

    def _of_state(self, actors: tuple[Ref, ...]) -> set[Ref]:
        """Return those who act, with the nations whose offices they hold."""
        participants = self._scene.concerned.participants
        state = tuple(one for one in actors if participants.is_of_state(one))
        return {*actors, *(Ref("Nation", code) for code in self._scene.nations(state))}

    def _slot(self, pair: Pair) -> object:
        """Return where the one concerned stands: what a list holds has one place."""
        inner = self._syntax.predications[pair.inner]
        markers = (one.marker for one in inner.obliques if one.phrase == pair.recipient)
        listed = pair.recipient in inner.objects or pair.recipient in inner.subject
        return pair.actor, pair.inner, "" if listed else next(markers, pair.recipient)

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
        number = self._telling(pair) if type_ in _SPEECH else pair.inner
        return replace(
            scene.verbal(syntax, number, type_, self._modality(number, type_)),
            actors=actors,
            recipients=recipients,
            unnamed=not actors and self._is_unnamed(pair.actor),
            occasion=self._is_occasion(pair),
            chances=chances,
        )

    def _telling(self, pair: Pair) -> int:
        """Return the verb by which somebody says something: the last that is joined to his first.

        "Demanded that Lima withdraw and urged Quito to wait": it is by "urged" that he urges.
        """
        predications = self._syntax.predications
        first = predications[pair.above]
        led = any(one.governor == pair.above and one.link == "clause" for one in predications)
        if not (first.objects or first.obliques or led):
            # "Met with, and later embraced, the king": what is joined has the object of both.
            return pair.above
        for number in (pair.inner, *self._syntax.above(pair.inner)):
            joined = predications[number].link == "coordinate"
            if number == pair.above or (joined and predications[number].verb in load_verbs()):
                return number
        return pair.above

    def _modality(self, number: int, type_: str) -> Modality:
        told = modality_of(self._syntax, number)
        if type_ == "AGREE" and told == "FUTURE":
            return told
        # "will not", "could": the classifier has taken the refusal or the threat into the type.
        return "ASSERTED" if type_ in _SPEECH and told != "HYPOTHETICAL" else told


def _without(candidate: Candidate, apart: AbstractSet[Ref]) -> Candidate:
    kept = tuple(ref for ref in candidate.recipients if ref not in apart)
    return replace(candidate, recipients=kept)


def _least_far(candidate: Candidate) -> float:
    return LEAST_CHANCE_FAR if candidate.recipients else LEAST_CHANCE_ALONE


def joined(found: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates, those of one verb, one type and the same actors as one."""
    merged: dict[tuple[int, str, tuple[Ref, ...]], Candidate] = {}
    for one in found:
        key = one.anchor, one.type, one.actors
        known = merged.get(key, one)
        merged[key] = replace(known, recipients=distinct((*known.recipients, *one.recipients)))
    return list(merged.values())
