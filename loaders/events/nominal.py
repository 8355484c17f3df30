"""Events told by nouns: "Seoul's deployment", "talks between", "faced boycotts"."""

from collections.abc import Iterator
from dataclasses import replace

from graph.facts import Ref
from loaders.agreements.effect import load_terms
from loaders.events.candidate import DEEDS, Candidate, Modality
from loaders.events.control import effect_of
from loaders.events.gatherings import is_occasion
from loaders.events.matching import Matched
from loaders.events.modality import modality_of
from loaders.events.predicate_table import Predicate, gerund, load_nouns
from loaders.events.scene import Scene
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax

_NO = frozenset(("no", "any", "without", "neither", "such"))

_UNREAL_BEFORE = frozenset(("for", "against", "without", "despite", "about"))


class NominalEvents:
    """Finds the events that the nouns of one sentence tell; ``taken`` are words used already."""

    def __init__(self, scene: Scene, syntax: SentenceSyntax, taken: set[int]) -> None:
        self._scene = scene
        self._syntax = syntax
        self._matcher = scene.matcher(syntax)
        self._taken = taken

    def find(self) -> Iterator[Candidate]:
        """Yield the events in the order of the text."""
        for phrase in self._syntax.phrases:
            if phrase.head in self._taken or self._is_denied(phrase):
                continue
            candidate = self._candidate(phrase)
            if candidate:
                yield candidate

    def _is_denied(self, phrase: Phrase) -> bool:
        words = self._syntax.words[phrase.first : phrase.head]
        return any(word.lower in _NO for word in words)

    def _matches(self, phrase: Phrase) -> Iterator[tuple[Predicate, Matched]]:
        head = self._syntax.words[phrase.head]
        if head.kind == "name" or head.lemma in load_terms() or self._scene.is_agreement(head):
            return
        made = gerund(head.lemma)
        for predicate in load_nouns().get(head.lemma, (made,) if made else ()):
            matched = self._matcher.nominal(phrase, predicate.pattern)
            if matched:
                yield predicate, matched

    def _candidate(self, phrase: Phrase) -> Candidate | None:
        for predicate, matched in self._matches(phrase):
            found = self._fit(phrase, predicate, matched)
            if found:
                return found
        return None

    def _fit(self, phrase: Phrase, predicate: Predicate, matched: Matched) -> Candidate | None:
        scene, syntax = self._scene, self._syntax
        governor = syntax.governing(phrase) or self._over_list(phrase)
        if governor and not self._is_real(phrase, governor):
            return None
        actors, recipients = scene.nouns.resolve(syntax, phrase, predicate.frame, matched, governor)
        if not _suffices(predicate, actors, recipients):
            return None
        return replace(
            scene.nominal(syntax, phrase, predicate.type, self._modality(phrase, governor)),
            mode=predicate.mode,
            actors=actors,
            recipients=recipients,
            specific=bool(predicate.pattern.before or predicate.pattern.after),
            occasion=governor is not None and is_occasion(scene, syntax, governor),
        )

    def _over_list(self, phrase: Phrase) -> Predication | None:
        """Return the verb whose object ends where a phrase is added to it.

        "Suspended visits to Peru by singers and trips to Chad": what "trips" hang on is not clear
        from the words nearest to them.
        """
        before = phrase.first - 1
        if before < 0 or self._syntax.words[before].kind != "coordinator":
            return None
        for predication in self._syntax.predications:
            if any(before in (one.last, one.reach) for one in predication.objects):
                return predication
        return None

    def _is_real(self, phrase: Phrase, governor: Predication) -> bool:
        """Whether the noun is told as something that happened."""
        names = {governor.verb, governor.lemma.replace(" ", "-")}
        if names.isdisjoint(word_list("unreal_governors")):
            return True
        marker = next((one.marker for one in governor.obliques if one.phrase == phrase), "")
        if phrase in governor.subject:
            return True
        return bool(marker) and marker not in _UNREAL_BEFORE

    def _modality(self, phrase: Phrase, governor: Predication | None) -> Modality:
        """Return that of the verb whose object the noun is; elsewhere it is taken for granted."""
        if governor is None or phrase not in (*governor.objects, *governor.subject):
            return "ASSERTED"
        if effect_of(self._syntax, governor) in ("HYPOTHETICAL", "FUTURE", "ATTEMPT"):
            return "HYPOTHETICAL"
        return modality_of(self._syntax, self._syntax.predications.index(governor))


def _suffices(predicate: Predicate, actors: tuple[Ref, ...], recipients: tuple[Ref, ...]) -> bool:
    """Whether enough is known: two who do it together, who does it, or who suffers a deed.

    Who is concerned may still be found elsewhere in the sentence; of words, it must be.
    """
    if predicate.frame.name == "RECIPROCAL":
        return len(actors) > 1
    if predicate.type == "STATEMENT":
        return bool(actors and recipients)
    return bool(actors or (recipients and predicate.type in DEEDS))
