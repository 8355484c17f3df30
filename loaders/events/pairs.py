"""Pairs: who may do something to whom, as far as syntax tells.

The subject of a verb is paired with all that the verb, and those that share its subject, are said
to be done to, and with those whom it speaks of.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.events.concerned import LEADING
from loaders.events.control import effect_of
from loaders.events.modality import is_demanding, is_wanted
from loaders.events.placing import LOCATING
from loaders.events.predicate_table import load_nouns, load_verbs
from loaders.events.scene import Scene
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax

_MOST_ASKED = 2
"""Of those whom syntax does not lead to, so many are asked about."""

_SHARING = frozenset(("complement", "manner", "adverbial", "coordinate"))
_CONDITIONS = frozenset(("unless", "until", "if"))
_NOT_AIMED = LOCATING | frozenset(
    (
        "despite", "after", "before", "since", "during", "amid", "following", "like", "unlike",
        "under", "alongside", "including", "except", "besides", "than", "until", "via", "through",
    )
)  # fmt: skip
"""Prepositions before what a verb is not done to."""

_REASONS = frozenset(("for", "over", "about"))
"""Prepositions before why something is done to somebody: "jailed her for a book about Peru"."""

_UNDERGOING = frozenset(("face", "suffer", "endure", "undergo", "weather"))
"""Verbs whose subject acts on nobody."""

_MEETING = frozenset(("meet", "convene", "confer", "talk", "negotiate"))
"""Verbs that concern nobody where they are done."""

_OF_HOME = frozenset(("of", "at", "from"))

_CONTROLLED = frozenset(("complement", "manner"))


@dataclass(frozen=True, slots=True)
class Pair:
    """Somebody who acts and somebody concerned, with the predications that name them."""

    actor: tuple[Phrase, ...]
    recipient: Phrase
    above: int
    inner: int


class Pairs:
    """Finds the pairs of one sentence that are worth asking the classifier about."""

    def __init__(self, scene: Scene, syntax: SentenceSyntax) -> None:
        self._scene = scene
        self._syntax = syntax

    def near(self) -> Iterator[Pair]:
        """Yield the pairs that syntax joins: by one verb, or by verbs that one of them does."""
        predications = self._syntax.predications
        for number, predication in enumerate(predications):
            shares = self._shares_subject(predication) and not self._is_made(predication)
            if (shares and not predication.passive) or is_wanted(self._syntax, number):
                continue
            giving = predication.agents if predication.passive else self._giving(predication)
            if predication.passive or giving:
                for phrase in predication.subject if giving else ():
                    yield Pair(giving, phrase, number, number)
                continue
            if predication.subject and predication.verb not in _UNDERGOING:
                for inner, phrase in self._concerned(number):
                    if self._is_home(phrase, predication.subject):
                        continue
                    yield Pair(predication.subject, phrase, number, inner)

    def _shares_subject(self, predication: Predication) -> bool:
        """Whether a verb is asked about with the one above: "after Lima left" has its own."""
        above = self._syntax.governor(predication)
        apart = above is not None and predication.link == "adverbial" and predication.finite
        if apart and above and predication.subject and predication.subject != above.subject:
            return False
        return predication.link in _SHARING

    def _giving(self, predication: Predication) -> tuple[Phrase, ...]:
        """Return from whom a subject gets something: that is who acts on it."""
        if predication.verb not in word_list("receiving_verbs"):
            return ()
        trailing = self._scene.concerned.trailing(self._syntax, predication.objects)
        sources = (*predication.obliques, *trailing)
        found = [one.phrase for one in sources if one.marker == "from"]
        return tuple(one for one in found if self.is_somebody(one))

    def _concerned(self, number: int) -> Iterator[tuple[int, Phrase]]:
        """Yield what a verb and those that share its subject are said to be done to."""
        for inner, other in enumerate(self._syntax.predications):
            if inner == number and self._only_causes(number):
                continue
            if inner == number or self._shares(inner, number):
                yield from ((inner, phrase) for phrase in self._undergoing(other))
            elif other.governor == number and _judges(other):
                yield from ((inner, one) for one in other.subject if self.is_somebody(one))

    def _undergoing(self, predication: Predication) -> list[Phrase]:
        """Return whom a verb is done to.

        Where it is done counts where nobody else is named, and what it is done to ("called the
        verdict a disgrace") where nobody is.
        """
        agents = predication.agents if predication.passive else ()
        aimed = [
            one.phrase
            for one in predication.obliques
            if one.marker not in _NOT_AIMED
            and not self._is_beside(one.phrase)
            # "Pressed by Chile, Peru agreed": what Peru does is not done to who pressed it.
            and one.phrase not in agents
        ]
        people = [one for one in predication.objects if self._is_person(one)]
        reasons = [one.phrase for one in predication.obliques if one.marker in _REASONS]
        found = [one for one in (*predication.objects, *aimed) if self.is_somebody(one)]
        found = [one for one in found if not people or one not in reasons or self._is_person(one)]
        if predication.verb in LEADING:
            # "Leads a coalition that bombed": it acts with them.
            return [one for one in found if self._scene.concerned.whom(self._syntax, (one,))]
        says = predication.verb in word_list("speaking_verbs") and not predication.objects
        meets = says or predication.verb in _MEETING
        places = [
            one.phrase for one in predication.obliques if one.marker in LOCATING and not meets
        ]
        places = [one for one in places if not self._is_hosted(one, predication)]
        found = found or [one for one in places if self.is_somebody(one)]
        return found or [one for one in predication.objects[:1] if not self._is_known(predication)]

    def _is_person(self, phrase: Phrase) -> bool:
        """Whether a phrase is somebody, and no thing of somebody's."""
        concerned = self._scene.concerned
        named = bool(concerned.names(self._syntax, phrase))
        return named or concerned.is_agent(self._syntax, phrase)

    def _is_home(self, phrase: Phrase, subject: tuple[Phrase, ...]) -> bool:
        """Whether a phrase only tells where one who acts belongs: "Ole Roy of the University"."""
        return any(
            other.phrase == phrase and other.marker in _OF_HOME
            for one in subject
            if self._syntax.words[one.head].kind == "name"
            for other in self._syntax.trailing(one)
        )

    def _is_hosted(self, phrase: Phrase, predication: Predication) -> bool:
        """Whether a phrase in front only names who made it so: "at talks hosted by Egypt, they"."""
        return phrase.last <= predication.first and any(
            one.passive and not one.finite and phrase in one.subject and one.agents
            for one in self._syntax.predications
        )

    def _is_beside(self, phrase: Phrase) -> bool:
        """Whether a phrase tells how long ("for a third night in Lima"), or by whom it is known."""
        words = self._syntax.words
        known = words[max(phrase.first - 2, 0)].lower == "according"
        return known or words[phrase.head].lemma in word_list("time_nouns")

    def _is_known(self, predication: Predication) -> bool:
        """Whether the lexicon knows a verb, or its object as an event: "faced boycotts"."""
        lemmas = {predication.lemma, predication.verb}
        heads = {self._syntax.words[one.head].lemma for one in predication.objects}
        return not lemmas.isdisjoint(load_verbs()) or not heads.isdisjoint(load_nouns())

    def is_reported(self, pair: Pair) -> bool:
        """Whether somebody only reports what another does: that may be an accusation at most."""
        clause = self._syntax.predications[pair.inner]
        verb = self._syntax.predications[pair.above].verb
        told = clause.governor == pair.above and clause.link == "clause"
        asks = verb not in word_list("speaking_verbs") or is_demanding(self._syntax, pair.inner)
        return told and pair.recipient in clause.subject and not asks

    def alone(self) -> Iterator[int]:
        """Yield the verbs that neither share a subject with another nor only report."""
        for number, predication in enumerate(self._syntax.predications):
            led = predication.passive or predication.link in (*_SHARING, "relative")
            if not led and predication.lemma not in word_list("news_verbs"):
                yield number

    def far(self, number: int) -> Iterator[Pair]:
        """Yield the subject of a verb with the phrases nearest to the verb that name somebody."""
        predication = self._syntax.predications[number]
        others = [one for one in self._syntax.phrases if one not in predication.subject]
        others = [one for one in others if not self._is_home(one, predication.subject)]
        named = [one for one in others if self._scene.concerned.names(self._syntax, one)]
        named.sort(key=lambda one: abs(one.head - predication.head))
        for phrase in named[:_MOST_ASKED]:
            yield Pair(predication.subject, phrase, number, number)

    def _shares(self, inner: int, number: int) -> bool:
        """Whether a verb hangs on another one and is done by the same, or by its doing."""
        predications = self._syntax.predications
        current = inner
        for above in self._syntax.above(inner):
            if not self._is_done_by(predications[current], predications[above]):
                return False
            if above == number:
                return True
            current = above
        return False

    def _is_done_by(self, predication: Predication, above: Predication) -> bool:
        """Whether the subject of the verb above, or what it makes, does this too."""
        if self._is_made(predication):
            return False
        same = not predication.subject or predication.subject == above.subject
        if predication.link == "manner" and not same:
            # "Accused Lima of shelling a village": who accuses did not shell it.
            return False
        if predication.link in _CONTROLLED or self._is_of_thing(predication):
            return True
        return predication.link in _SHARING and same

    def _is_made(self, predication: Predication) -> bool:
        """Whether somebody else made the subject do this: "forced Lima to expel the envoy"."""
        if predication.link != "complement" or predication.governor is None:
            return False
        above = self._syntax.predications[predication.governor]
        caused = effect_of(self._syntax, above) == "CAUSE"
        return caused and predication.subject != above.subject

    def _only_causes(self, number: int) -> bool:
        """Whether a verb says no more than that somebody was made to act: "prompted Lima to"."""
        predications = self._syntax.predications
        if predications[number].verb not in word_list("causing_verbs"):
            return False
        return any(self._is_made(one) for one in predications if one.governor == number)

    def _is_of_thing(self, predication: Predication) -> bool:
        """Whether a clause tells what a thing does: "passed a resolution criticizing"."""
        if predication.link != "relative" or predication.finite or not predication.subject:
            return False
        noun = self._syntax.words[predication.subject[0].head].kind == "noun"
        return noun and not self._scene.concerned.is_agent(self._syntax, predication.subject[0])

    def is_somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase names an entity, or somebody though nobody known."""
        concerned = self._scene.concerned
        return concerned.is_agent(self._syntax, phrase) or bool(
            concerned.whom(self._syntax, (phrase,))
        )


def _judges(clause: Predication) -> bool:
    """Whether those of whom a clause tells may be judged, asked or threatened by it."""
    if clause.link == "adverbial":
        return clause.marker in _CONDITIONS
    return clause.link == "clause"
