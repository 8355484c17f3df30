"""Places of events: the city, region or nation behind "in" and its like."""

from bisect import bisect_left
from collections.abc import Iterable

from graph.facts import Place
from loaders.document import Document
from loaders.syntax.analysis import Oblique, Phrase, Predication, SentenceSyntax

LOCATING = frozenset(("in", "at", "near", "outside", "around", "across", "inside", "within"))
"""Prepositions that say where."""


class EventPlaces:
    """Finds the places of the events of one document."""

    def __init__(self, document: Document) -> None:
        self._text = document.article.text
        cities = [(one.start, one.end, one.nation or None) for one in document.places]
        nations = [
            (one.start, one.end, one.ref.key)
            for one in document.mentions
            if one.ref.label == "Nation"
            and one.form in ("name", "capital", "metonym", "abbreviation")
        ]
        self._known = sorted([*cities, *nations])
        self._starts = [start for start, _, _ in self._known]

    def of_predication(self, syntax: SentenceSyntax, predication: Predication) -> Place | None:
        """Return where a verb's event happened."""
        own = self._first(syntax, predication.obliques)
        if own:
            return own
        phrases = (*predication.objects, *predication.subject)
        return self._first(syntax, (one for phrase in phrases for one in syntax.trailing(phrase)))

    def of_phrase(self, syntax: SentenceSyntax, phrase: Phrase) -> Place | None:
        """Return where a noun's event happened."""
        return self._first(syntax, syntax.trailing(phrase))

    def _first(self, syntax: SentenceSyntax, obliques: Iterable[Oblique]) -> Place | None:
        for oblique in obliques:
            if oblique.marker in LOCATING:
                found = self._inside(syntax, oblique.phrase)
                if found:
                    return found
        return None

    def _inside(self, syntax: SentenceSyntax, phrase: Phrase) -> Place | None:
        """Return the place that the phrase's head names, with the nation named behind a comma."""
        start, end = syntax.offsets(phrase.first, phrase.last)
        head = syntax.words[phrase.head]
        for index in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            first, last, nation = self._known[index]
            if first <= head.start and head.end <= last:
                return Place(self._text[first:last], nation or self._following(index))
        return None

    def _following(self, index: int) -> str | None:
        if index + 1 >= len(self._known):
            return None
        gap = self._known[index + 1][0] - self._known[index][1]
        return self._known[index + 1][2] if gap == len(", ") else None
