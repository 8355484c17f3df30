"""Forums: bodies before which somebody is accused, and which are not accused themselves.

"Lodged a complaint with the Security Council against Peru", "complained to the bloc about Peru".
"""

from dataclasses import replace

from graph.facts import Ref
from loaders.document import Document
from loaders.events.candidate import Candidate
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import SentenceSyntax, Word

_BEFORE = frozenset(("to", "with", "at", "before", "in"))
_FORUMS = frozenset(("IGO", "JUD", "NGO", "JRN"))


class Forums:
    """Knows the forums of one document."""

    def __init__(self, document: Document) -> None:
        known = {one.id for one in document.organizations if _hears(one.kind, one.sector)}
        self._named = [
            (one.start, one.ref)
            for one in document.mentions
            if one.ref.label == "Organization" and one.ref.key in known
        ]

    def without(self, syntax: SentenceSyntax, candidate: Candidate) -> Candidate:
        """Return an accusation without the bodies that only hear it."""
        if candidate.type != "ACCUSE" or not self._named:
            return candidate
        heard = self._hearing(syntax, candidate)
        kept = tuple(ref for ref in candidate.recipients if ref not in heard)
        return (
            candidate
            if len(kept) == len(candidate.recipients)
            else replace(candidate, recipients=kept)
        )

    def _hearing(self, syntax: SentenceSyntax, candidate: Candidate) -> set[Ref]:
        start, end = candidate.sentence.start, candidate.sentence.end
        return {
            ref
            for at, ref in self._named
            if start <= at < end and _is_told(syntax, candidate.anchor, at)
        }


def _hears(kind: str, sector: str | None) -> bool:
    return kind == "INTERGOVERNMENTAL" or sector in _FORUMS


def _is_told(syntax: SentenceSyntax, anchor: int, start: int) -> bool:
    """Whether a name stands behind a complaint, or a verb of complaining, and its preposition."""
    words = [word for word in syntax.words if anchor <= word.start < start]
    markers = [index for index, word in enumerate(words) if word.kind == "preposition"]
    if not markers or words[markers[-1]].lower not in _BEFORE:
        return False
    return any(_complains(word, words[markers[-1]]) for word in words[: markers[-1]])


def _complains(word: Word, marker: Word) -> bool:
    if word.kind == "verb":
        return marker.lower == "to" and word.lemma in word_list("complaining_verbs")
    return word.kind == "noun" and word.lemma in word_list("complaints")
