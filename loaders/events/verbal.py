"""Events told by verbs, alone or with the infinitive that they take."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.facts import Ref
from loaders.events.candidate import Candidate, Modality
from loaders.events.control import (
    COOPERATIVE,
    HOSTILE,
    composed,
    effect_of,
    refused_mode,
    threatened_mode,
)
from loaders.events.gatherings import is_occasion
from loaders.events.modality import is_wanted, modality_of
from loaders.events.predicate_match import PredicateMatch, PredicateMatcher
from loaders.events.predicate_table import load_nouns
from loaders.events.scene import Scene
from loaders.syntax.analysis import Predication, SentenceSyntax

_CLAIMING = frozenset(("accuse", "suspect", "blame", "convict", "acquit", "charge"))
"""What stands behind "of" or "for" after these is claimed, not told."""

_OFFERING = frozenset(("offer", "pledge", "promise"))
"""Verbs whose object may be what is offered, and the infinitive what it is for."""

_EXCLUDING = frozenset(("rule", "exclude"))

_CLAIMED = frozenset(("of", "for", "with"))
_ASKED = frozenset(("on", "to", "upon"))


class VerbalEvents:
    """Finds the events that the verbs of one sentence tell.

    ``taken`` are the words that tell an event already; those that patterns use are added.
    """

    def __init__(self, scene: Scene, syntax: SentenceSyntax, taken: set[int]) -> None:
        self._scene = scene
        self._syntax = syntax
        self._matches = PredicateMatcher(scene, syntax, frozenset(taken))
        self._taken = taken

    def find(self) -> Iterator[Candidate]:
        """Yield the events in the order of their verbs."""
        consumed: set[int] = set()
        kept: dict[int, Candidate] = {}
        for number, predication in enumerate(self._syntax.predications):
            if number in consumed or self._is_claimed(predication):
                continue
            candidate = self._composed(number, consumed) or self._plain(number)
            if candidate is None:
                continue
            if self._is_errand(predication, candidate, kept):
                # One event, which lies ahead as the journey does.
                above = kept[predication.governor or 0]
                told = replace(candidate, anchor=above.anchor, date=above.date, confirmed=True)
                kept[predication.governor or 0] = replace(told, modality="FUTURE")
                continue
            if self._is_part(predication, kept, consumed):
                continue
            governor = number if predication.governor is None else predication.governor
            above = kept.get(governor) if predication.link == "manner" else None
            if above is not None and above.type == candidate.type:
                # "retaliated by suspending": one event, which two predicates tell.
                kept[governor] = replace(above, confirmed=True)
            else:
                kept[number] = candidate
        yield from kept.values()

    def _is_errand(
        self, predication: Predication, candidate: Candidate, kept: Mapping[int, Candidate]
    ) -> bool:
        """Whether an infinitive tells what somebody will travel for: "will fly there to ask"."""
        above = kept.get(-1 if predication.governor is None else predication.governor)
        asks = candidate.type == "REQUEST" and predication.marker == "to"
        ahead = above is not None and above.modality == "FUTURE"
        return asks and ahead and above is not None and above.mode == "visit"

    def _is_claimed(self, predication: Predication) -> bool:
        above = predication.governor
        if above is None or predication.marker not in _CLAIMED:
            return False
        return self._syntax.predications[above].lemma in _CLAIMING

    def _is_part(
        self, predication: Predication, kept: Mapping[int, Candidate], consumed: set[int]
    ) -> bool:
        """Whether an infinitive only says what for the event above was done."""
        above = predication.governor
        if above is None:
            return False
        if predication.marker == "for" and predication.link == "adverbial":
            # "Called for Norway to lift the ban": who calls does not lift it.
            return not predication.finite and above in kept
        if predication.link != "complement":
            return False
        governor = self._syntax.predications[above]
        number = self._syntax.predications.index(predication)
        purpose = effect_of(self._syntax, governor) is None or self._is_for(governor, number)
        return purpose and above in consumed | kept.keys()

    def _complement(self, number: int) -> int | None:
        """Return the infinitive that a verb takes."""
        for index in range(number + 1, len(self._syntax.predications)):
            following = self._syntax.predications[index]
            if following.governor == number and following.link == "complement":
                return index
        return None

    def _wanted(self, number: int) -> int | None:
        """Return the clause that says what a verb asks for: "demanded that Lima free him"."""
        for index in range(number + 1, len(self._syntax.predications)):
            if self._syntax.predications[index].governor == number and is_wanted(
                self._syntax, index
            ):
                return index
        return None

    def _composed(self, number: int, consumed: set[int]) -> Candidate | None:
        """Find an event of a controlling verb with its infinitive: "refused to meet"."""
        predication = self._syntax.predications[number]
        index = self._complement(number)
        wanted = self._wanted(number) if index is None else None
        index = wanted if index is None else index
        effect = effect_of(self._syntax, predication)
        if index is None or effect is None or self._is_for(predication, index):
            return None
        outer = self._matches.best(number, self._syntax.predications[index])
        if outer and outer.predicate.pattern.infinitive and outer.predicate.pattern.weight[0] > 1:
            self._consume(index, consumed)
            return self._candidate(outer, outer.predicate.type, outer.predicate.mode)
        inner = self._matches.best(index)
        if inner is None:
            if outer and composed(effect, predication.lemma, "CONSULT", None):
                self._consume(index, consumed)
            return None
        made = composed(effect, predication.lemma, inner.predicate.type, inner.predicate.mode)
        if made is None:
            return None
        self._consume(index, consumed)
        return self._joined(number, outer, inner, effect, *made)

    def _is_for(self, predication: Predication, index: int) -> bool:
        """Whether an infinitive says what something offered is for: "offered planes to fight"."""
        infinitive = self._syntax.predications[index]
        offers = predication.verb in _OFFERING and infinitive.link == "complement"
        return offers and bool(predication.objects) and not predication.passive

    def _consume(self, number: int, consumed: set[int]) -> None:
        """Note that an infinitive, and what it is done to, is part of the event above."""
        consumed.add(number)
        self._taken.update(one.head for one in self._syntax.predications[number].objects)

    def _joined(
        self,
        number: int,
        outer: PredicateMatch | None,
        inner: PredicateMatch,
        effect: str,
        type_: str,
        mode: str | None,
    ) -> Candidate:
        """Join the actor of the outer verb with those whom the infinitive concerns."""
        predication = self._syntax.predications[number]
        acting = predication.agents if predication.passive else predication.subject
        actors = outer.actors if outer else self._scene.concerned.who(self._syntax, acting)
        recipients = self._asked(predication) if effect == "REQUEST" else inner.recipients
        recipients = recipients or (self._demanded(number) if effect == "REQUEST" else ())
        others = tuple(ref for ref in recipients if ref not in actors)
        recipients = others or (recipients if len(actors) > 1 else ())
        match = replace(inner, number=number, actors=actors, recipients=recipients)
        if type_ == "THREATEN" and predication.verb in _OFFERING and not recipients:
            # "Promised to ban plastic bags": that threatens nobody.
            type_, mode = inner.predicate.type, inner.predicate.mode
        planned = effect == "PROMISE" and type_ == inner.predicate.type and type_ != "AGREE"
        found = self._candidate(match, type_, mode, "FUTURE" if planned else None)
        return replace(found, specific=True)

    def _asked(self, predication: Predication) -> tuple[Ref, ...]:
        """Return who is asked: the object, or who stands behind "on" and "to"."""
        concerned = self._scene.concerned
        marked = [one.phrase for one in predication.obliques if one.marker in _ASKED]
        undergoing = predication.subject if predication.passive else predication.objects
        asked = concerned.whom(self._syntax, undergoing)
        return asked or concerned.whom(self._syntax, marked)

    def _plain(self, number: int) -> Candidate | None:
        """Find an event of a verb by itself."""
        index = self._complement(number)
        complement = None if index is None else self._syntax.predications[index]
        found = self._matches.best(number, complement)
        if found is None:
            return None
        if found.predicate.type == "REQUEST" and not found.recipients:
            found = replace(found, recipients=self._demanded(number))
        return self._candidate(found, found.predicate.type, found.predicate.mode)

    def _demanded(self, number: int) -> tuple[Ref, ...]:
        """Return who should do what a clause demands: "demanded that New Delhi pull out"."""
        for other in self._syntax.predications:
            if other.governor == number and other.link == "clause" and not other.passive:
                return self._scene.concerned.who(self._syntax, other.subject)
        return ()

    def _is_denied(self, match: PredicateMatch) -> bool:
        """Whether "no" stands before a word of the pattern: "has no plans to"."""
        words = self._syntax.words
        return any(words[index - 1].lower == "no" for index in match.matched.words if index)

    def _modality(self, match: PredicateMatch) -> Modality:
        if self._is_denied(match):
            return "NEGATED"
        return modality_of(self._syntax, match.number)

    def _candidate(
        self, match: PredicateMatch, type_: str, mode: str | None, modality: Modality | None = None
    ) -> Candidate:
        scene, syntax = self._scene, self._syntax
        predication = syntax.predications[match.number]
        self._taken.update(match.matched.words)
        told = modality or self._modality(match)
        refused = _is_refused(predication) or self._is_denied(match)
        held = told == "NEGATED" and predication.verb in _EXCLUDING
        if held:
            # "Did not rule out strikes" holds them out, be it as a threat or as an offer.
            type_, mode, told = self._held_out(predication), None, "ASSERTED"
        planned = told == "FUTURE" or predication.modal == "would"
        if planned and type_ in HOSTILE and self._is_conditional(match.number):
            # "Would cut ties if Lima voted no": who makes a condition threatens.
            type_, mode, told = "THREATEN", threatened_mode(type_), "ASSERTED"
        declined = told == "NEGATED" and type_ in COOPERATIVE and refused
        if declined:
            type_, mode, told = "REJECT", refused_mode(type_), "ASSERTED"
        return replace(
            scene.verbal(syntax, match.number, type_, told),
            mode=mode,
            actors=match.actors,
            recipients=match.recipients,
            specific=match.specific or declined,
            named=match.named and not declined,
            confirmed=held,
            occasion=is_occasion(scene, syntax, predication),
            unnamed=not match.actors and self._is_unnamed(predication),
        )

    def _is_conditional(self, number: int) -> bool:
        """Whether a condition hangs on a verb."""
        return any(
            one.governor == number and one.marker in ("if", "unless")
            for one in self._syntax.predications
        )

    def _held_out(self, predication: Predication) -> str:
        """Return what somebody does who does not rule out what the object names."""
        heads = (self._syntax.words[one.head].lemma for one in predication.objects)
        types = {row.type for head in heads for row in load_nouns().get(head, ())}
        return "THREATEN" if types & HOSTILE else "AGREE"

    def _is_unnamed(self, predication: Predication) -> bool:
        """Whether somebody acts whom the text does not name: "gunmen"."""
        acting = predication.agents if predication.passive else predication.subject
        return any(self._scene.concerned.is_agent(self._syntax, one) for one in acting)


def _is_refused(predication: Predication) -> bool:
    """Whether somebody says that he will not: "will not lift the ban"."""
    return predication.future or (predication.modal == "would" and predication.link == "clause")
