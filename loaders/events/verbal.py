"""Events told by verbs, alone or with the infinitive that they take."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.facts import Ref
from loaders.events.candidate import Candidate, Modality
from loaders.events.control import composed, effect_of
from loaders.events.matching import Matched, Matcher
from loaders.events.modality import modality_of, settled
from loaders.events.predicate_table import Predicate, load_verbs
from loaders.events.scene import Scene
from loaders.syntax.analysis import Predication, SentenceSyntax

_CLAIMED = frozenset(("accuse", "suspect", "blame", "convict", "acquit", "charge"))
"""What stands behind "of" or "for" after these is claimed, not told."""


@dataclass(frozen=True, slots=True)
class Found:
    """A predication that matches a row of the table, with who takes part."""

    number: int
    predicate: Predicate
    matched: Matched
    actors: tuple[Ref, ...]
    recipients: tuple[Ref, ...]


class VerbalEvents:
    """Finds the events that the verbs of one sentence tell.

    ``taken`` are the words that tell an event already; those that patterns use are added.
    """

    def __init__(self, scene: Scene, syntax: SentenceSyntax, taken: set[int]) -> None:
        self._scene = scene
        self._syntax = syntax
        self._matcher: Matcher = scene.matcher(syntax)
        self._told = frozenset(taken)
        self._taken = taken

    def find(self) -> Iterator[Candidate]:
        """Yield the events in the order of their verbs."""
        consumed: set[int] = set()
        kept: dict[int, str] = {}
        for number, predication in enumerate(self._syntax.predications):
            if number in consumed or self._is_claimed(predication):
                continue
            candidate = self._composed(number, consumed) or self._plain(number)
            if candidate is None or self._repeats(predication, candidate, kept):
                continue
            if predication.governor in consumed | set(kept) and self._is_purpose(predication):
                continue
            kept[number] = candidate.type
            yield candidate

    def _is_claimed(self, predication: Predication) -> bool:
        above = predication.governor
        if above is None or predication.marker not in ("of", "for", "with"):
            return False
        return self._syntax.predications[above].lemma in _CLAIMED

    def _repeats(
        self, predication: Predication, candidate: Candidate, kept: dict[int, str]
    ) -> bool:
        """Whether it only says how the event above was done: "retaliated by suspending"."""
        above = predication.governor
        if predication.link != "manner" or above is None:
            return False
        return kept.get(above) == candidate.type

    def _is_purpose(self, predication: Predication) -> bool:
        """Whether an infinitive only tells what something is done for."""
        if predication.link != "complement" or predication.governor is None:
            return False
        return effect_of(self._syntax, self._syntax.predications[predication.governor]) is None

    def _complement(self, number: int) -> tuple[int, Predication] | None:
        for index in range(number + 1, len(self._syntax.predications)):
            following = self._syntax.predications[index]
            if following.governor == number and following.link == "complement":
                return index, following
        return None

    def _match(
        self, number: int, complement: Predication | None = None
    ) -> Found | None:
        """Return the row that fits a predication best."""
        predication = self._syntax.predications[number]
        rows = load_verbs()
        lemmas = dict.fromkeys((predication.lemma, predication.lemma.split()[0]))
        for predicate in (row for lemma in lemmas for row in rows.get(lemma, ())):
            found = self._fit(number, predicate, complement)
            if found:
                return found
        return None

    def _fit(
        self, number: int, predicate: Predicate, complement: Predication | None
    ) -> Found | None:
        predication = self._syntax.predications[number]
        matched = self._matcher.verbal(predication, predicate.pattern)
        if matched is None or not self._has_object(predication, predicate):
            return None
        if self._told.intersection(matched.words):
            return None
        inner = complement if predicate.pattern.infinitive or predicate.frame.name == "RECIPROCAL" else None
        actors, recipients = self._scene.arguments.verbal(
            self._syntax, predication, predicate.frame, matched, inner
        )
        if predicate.mode == "withdraw":
            own = set(self._scene.nations(actors))
            recipients = tuple(
                ref for ref in recipients if ref.label != "Nation" or ref.key not in own
            )
        slotted = any(element.slot == "R" for element in predicate.pattern.after)
        if (slotted and not recipients) or not (actors or recipients):
            return None
        return Found(number, predicate, matched, actors, recipients)

    def _has_object(self, predication: Predication, predicate: Predicate) -> bool:
        """Whether a bare verb of doing something to somebody has an object."""
        bare = not predicate.pattern.after and predicate.frame.name in ("SUBJ_OBJ", "OBJ_SUBJ")
        return not bare or predication.passive or bool(predication.objects)

    def _composed(self, number: int, consumed: set[int]) -> Candidate | None:
        """Find an event of a controlling verb with its infinitive: "refused to meet"."""
        predication = self._syntax.predications[number]
        following = self._complement(number)
        effect = effect_of(self._syntax, predication)
        if following is None or effect is None:
            return None
        index, complement = following
        outer = self._match(number, complement)
        if outer and outer.predicate.pattern.infinitive and outer.predicate.pattern.weight[0] > 1:
            consumed.add(index)
            return self._candidate(outer, outer.predicate.type, outer.predicate.mode, specific=True)
        inner = self._match(index)
        if inner is None:
            if outer and composed(effect, predication.lemma, "CONSULT", None):
                consumed.add(index)
            return None
        made = composed(effect, predication.lemma, inner.predicate.type, inner.predicate.mode)
        if made is None:
            return None
        consumed.add(index)
        return self._joined(outer, inner, effect, *made)

    def _joined(
        self, outer: Found | None, inner: Found, effect: str, type_: str, mode: str | None
    ) -> Candidate | None:
        """Join the actor of the outer verb with those whom the infinitive concerns."""
        number = self._syntax.predications[inner.number].governor
        assert number is not None
        predication = self._syntax.predications[number]
        arguments = self._scene.arguments
        actors = (
            outer.actors if outer else arguments.who(self._syntax, () if predication.passive else predication.subject)
        )
        if effect == "REQUEST":
            asked = arguments.whom(self._syntax, predication.objects)
            marked = [one.phrase for one in predication.obliques if one.marker in ("on", "to", "upon")]
            recipients = asked or arguments.whom(self._syntax, marked)
        else:
            recipients = inner.recipients
        recipients = tuple(ref for ref in recipients if ref not in actors) or recipients
        if not actors and not recipients:
            return None
        own = Found(number, inner.predicate, inner.matched, actors, recipients)
        outcome = type_ == inner.predicate.type and effect == "PROMISE" and type_ != "AGREE"
        modality: Modality | None = "FUTURE" if outcome else None
        return self._candidate(own, type_, mode, specific=True, modality=modality)

    def _plain(self, number: int) -> Candidate | None:
        """Find an event of a verb by itself."""
        following = self._complement(number)
        found = self._match(number, following[1] if following else None)
        if found is None:
            return None
        predicate = found.predicate
        if predicate.type == "REQUEST" and not found.recipients:
            found = replace(found, recipients=self._asked(number))
        specific = any(element.word != "that" for element in predicate.pattern.after)
        return self._candidate(found, predicate.type, predicate.mode, specific=specific)

    def _asked(self, number: int) -> tuple[Ref, ...]:
        """Return who should do what a clause demands: "demanded that New Delhi pull out"."""
        for other in self._syntax.predications:
            if other.governor == number and other.link == "clause" and not other.passive:
                return self._scene.arguments.who(self._syntax, other.subject)
        return ()

    def _candidate(
        self,
        found: Found,
        type_: str,
        mode: str | None,
        *,
        specific: bool,
        modality: Modality | None = None,
    ) -> Candidate:
        scene, syntax = self._scene, self._syntax
        predication = syntax.predications[found.number]
        self._taken.update(found.matched.words)
        days = scene.dates.of_predication(syntax, found.number)
        agreement, effect = scene.agreement_of(syntax, predication)
        anchor = syntax.words[predication.head].start
        told = modality or modality_of(syntax, found.number)
        if any(syntax.words[index - 1].lower == "no" for index in found.matched.words if index):
            told = "NEGATED"
        return Candidate(
            sentence=scene.sentence(syntax),
            anchor=anchor,
            type=type_,
            mode=mode,
            modality=settled(told, days, scene.dates.published),
            actors=found.actors,
            recipients=found.recipients,
            date=days,
            place=scene.places.of_predication(syntax, predication),
            attributed_to=scene.attribution.speaker(syntax, found.number),
            agreement=agreement,
            effect=effect,
            specific=specific,
            quoted=scene.is_quoted(anchor),
        )
