"""Whereabouts: cities that only tell where something was done, and concern nobody.

Leaders who sign a treaty "in Geneva" do nothing to Switzerland. Deeds do concern the place where
they are done, travels the place where they end, and words the nation that they are about ("called
for elections in Chad").
"""

from dataclasses import replace
from functools import cache

from loaders.document import Document
from loaders.event_types.marking import Span
from loaders.events.candidate import DEEDS, Candidate
from loaders.events.placing import LOCATING
from loaders.gazetteer.agent_noun import load_agent_nouns
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import SentenceSyntax

_MATERIAL = frozenset(("CONCEDE", "COOPERATE"))
"""Types of which one alone may do something to a place: "reopened a consulate in Lima"."""

_GATHERING = frozenset(("hold", "gather", "convene", "open", "take", "meet", "begin"))
_TOGETHER = frozenset(("CONSULT", "AGREE", "SUPPORT", "COOPERATE"))


class Whereabouts:
    """Knows the cities of one document."""

    def __init__(self, document: Document) -> None:
        self._cities = {(place.start, place.end): place.nation for place in document.places}
        self._cities |= {
            (one.start, one.end): one.ref.key for one in document.mentions if one.form == "capital"
        }
        self._spans = self._cities | {
            (one.start, one.end): one.ref.key
            for one in document.mentions
            if one.ref.label == "Nation" and one.form == "name"
        }
        self._nations = [one for one in document.mentions if one.ref.label == "Nation"]

    def without(self, syntax: SentenceSyntax, candidate: Candidate) -> Candidate:
        """Return an event without recipients that only tell where it was done."""
        alone = len(candidate.actors) < 2
        material = candidate.type in DEEDS | {"RETREAT"} or (alone and candidate.type in _MATERIAL)
        if material or _travels(syntax, candidate):
            return candidate
        kept = tuple(
            ref
            for ref in candidate.recipients
            if ref.label != "Nation" or not self._is_only_where(syntax, candidate, ref.key)
        )
        return candidate if kept == candidate.recipients else replace(candidate, recipients=kept)

    def is_where(self, syntax: SentenceSyntax, start: int, end: int) -> bool:
        """Whether a stretch of text names a city behind a preposition that tells where."""
        if not any(start <= first and last <= end for first, last in self._cities):
            return False
        return self._stands(syntax, (start, end))

    def _is_only_where(self, syntax: SentenceSyntax, candidate: Candidate, code: str) -> bool:
        """Whether a sentence names a nation by nothing but the place of an event.

        What several do with one another concerns no third: "the two met in Panama".
        """
        sentence = candidate.sentence
        together = candidate.type in _TOGETHER and (
            len(candidate.actors) > 1 or _gathers(syntax, candidate)
        )
        by_city = [
            span
            for span, nation in (self._spans if together else self._cities).items()
            if nation == code and sentence.start <= span[0] < sentence.end
        ]
        others = any(
            one.ref.key == code
            and sentence.start <= one.start < sentence.end
            and (one.start, one.end) not in by_city
            for one in self._nations
        )
        return bool(by_city) and not others and all(self._stands(syntax, one) for one in by_city)

    def _stands(self, syntax: SentenceSyntax, span: Span) -> bool:
        """Whether a name stands behind "in"; "the ambassador in Rome" is somebody of Italy."""
        before = [word for word in syntax.words if word.end <= span[0]][-2:]
        if not before or before[-1].lower not in LOCATING:
            return False
        return len(before) == 1 or before[0].lemma not in _people()


@cache
def _people() -> frozenset[str]:
    """Return the nouns of people and bodies that are of the place where they are."""
    return load_agent_nouns() - {"headquarters", "office", "base"}


def _gathers(syntax: SentenceSyntax, candidate: Candidate) -> bool:
    """Whether a verb only says that something takes place: "a summit held in Chad"."""
    return any(one.verb in _GATHERING for one in syntax.told_at(candidate.anchor))


def _travels(syntax: SentenceSyntax, candidate: Candidate) -> bool:
    if candidate.mode == "visit":
        return True
    if candidate.agreement or candidate.type not in ("CONSULT", "AGREE"):
        return False
    told = syntax.told_at(candidate.anchor)
    return any(one.verb == "be" or one.verb in word_list("motion_words") for one in told)
