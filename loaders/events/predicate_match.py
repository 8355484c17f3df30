"""The match of a verb with the table: the row that fits best, and who takes part."""

from dataclasses import dataclass

from graph.facts import Ref
from loaders.events.matching import Matched
from loaders.events.pattern import Pattern
from loaders.events.predicate_table import Predicate, load_nouns, load_verbs
from loaders.events.scene import Scene
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Predication, SentenceSyntax

_FIGURES = {"ASSAULT": "abstract_objects", "release": "published_objects"}
"""Lists of what is no victim, by the type or mode of what verbs tell."""

_CARRYING = frozenset(("fly", "drive", "ship"))
"""Verbs of motion whose object is taken along."""

_OUT = frozenset(("expel", "deport"))
"""Modes of what is done to people in the nation that they must leave."""


@dataclass(frozen=True, slots=True)
class PredicateMatch:
    """A predication, by its number, that fits a row of the table."""

    number: int
    predicate: Predicate
    matched: Matched
    actors: tuple[Ref, ...]
    recipients: tuple[Ref, ...]

    @property
    def specific(self) -> bool:
        """Whether more than the bare verb was found; "that" says nothing."""
        return any(element.word != "that" for element in self.predicate.pattern.after)

    @property
    def named(self) -> bool:
        """Whether a noun of the pattern tells the same event by itself: "paid a visit"."""
        nouns = load_nouns()
        return any(
            noun.type == self.predicate.type and noun.pattern == Pattern()
            for element in self.predicate.pattern.after
            for noun in nouns.get(element.word, ())
        )


class PredicateMatcher:
    """Matches the verbs of one sentence; ``told`` are words that tell an event already."""

    def __init__(self, scene: Scene, syntax: SentenceSyntax, told: frozenset[int]) -> None:
        self._scene = scene
        self._syntax = syntax
        self._told = told
        self._matcher = scene.matcher(syntax)

    def best(self, number: int, complement: Predication | None = None) -> PredicateMatch | None:
        """Return the row that asks for most among those that fit."""
        predication = self._syntax.predications[number]
        rows = load_verbs()
        lemmas = dict.fromkeys((predication.lemma, predication.verb))
        for predicate in (row for lemma in lemmas for row in rows.get(lemma, ())):
            found = self._fit(number, predicate, complement)
            if found:
                return found
        return None

    def _fit(
        self, number: int, predicate: Predicate, complement: Predication | None
    ) -> PredicateMatch | None:
        predication = self._syntax.predications[number]
        matched = self._matcher.verbal(predication, predicate.pattern)
        if matched is None or not _has_object(predication, predicate):
            return None
        if self._is_moved(predication, predicate) or self._is_meant(predication, predicate):
            return None
        if self._told.intersection(matched.words):
            return None
        reaches = predicate.pattern.infinitive or predicate.frame.name == "RECIPROCAL"
        actors, recipients = self._scene.verbs.resolve(
            self._syntax,
            predication,
            predicate.frame,
            matched,
            complement if reaches else None,
            moves=predicate.type == "MOBILIZE",
        )
        if predication.passive and not actors and predicate.mode in _OUT:
            # "Peruvians expelled from Chad": who has them out is the nation where they were.
            left = [one.phrase for one in predication.obliques if one.marker == "from"]
            actors = self._scene.concerned.participants.of_all(self._syntax, left)
            recipients = tuple(ref for ref in recipients if ref not in actors)
        if predicate.mode == "withdraw":
            recipients = self._without_own(actors, recipients)
        slotted = any(element.slot == "R" for element in predicate.pattern.after)
        if slotted and not recipients and not self._is_somebody(matched):
            return None
        return PredicateMatch(number, predicate, matched, actors, recipients)

    def _is_moved(self, predication: Predication, predicate: Predicate) -> bool:
        """Whether somebody is taken somewhere, and visits nobody: "were flown to Madrid"."""
        travels = predicate.mode == "visit" and predication.verb in _CARRYING
        return travels and (predication.passive or bool(predication.objects))

    def _is_meant(self, predication: Predication, predicate: Predicate) -> bool:
        """Whether it is a figure of speech: "poisoned their relations", "released a video"."""
        figures = _FIGURES.get(predicate.mode or "") or _FIGURES.get(predicate.type)
        if figures is None or predicate.pattern.after:
            return False
        undergoing = predication.subject if predication.passive else predication.objects
        heads = [self._syntax.words[one.head].lemma for one in undergoing]
        return bool(heads) and all(one in word_list(figures) for one in heads)

    def _without_own(self, actors: tuple[Ref, ...], recipients: tuple[Ref, ...]) -> tuple[Ref, ...]:
        """Leave out what is withdrawn: "withdrew the United States from", "shut its consulate"."""
        own = {*self._scene.nations(actors)}
        return tuple(
            ref
            for ref in recipients
            if ref.label == "Person" or not own.intersection(self._scene.nations((ref,)))
        )

    def _is_somebody(self, matched: Matched) -> bool:
        """Whether the phrase in the recipient's slot is somebody, though nobody known."""
        found = matched.recipient
        return found is not None and self._scene.concerned.is_somebody(self._syntax, found)


def _has_object(predication: Predication, predicate: Predicate) -> bool:
    """Whether a bare verb of doing something to somebody has an object."""
    bare = not predicate.pattern.after and predicate.frame.name in ("SUBJ_OBJ", "OBJ_SUBJ")
    return not bare or predication.passive or bool(predication.objects)
