"""Subjects: the phrase to the left of a finite verb that it is said of."""

from loaders.syntax.analysis import Phrase
from loaders.syntax.chunk_view import CLOSERS, ChunkView

Phrases = tuple[Phrase, ...]


class SubjectFinder:
    """Finds the subjects of the finite verbs of one sentence."""

    def __init__(self, view: ChunkView) -> None:
        self._view = view

    def before(self, index: int) -> Phrases:
        """Return the first bare phrase of the clause to the left of a verb, and those joined."""
        view = self._view
        position = view.previous(index)
        if view.lower(position) == ",":
            position = self._before_parenthesis(position)
        found: int | None = None
        while position >= 0 and not self._is_boundary(position):
            phrase = view.phrase(position)
            bare = view.kind(view.previous(position)) != "preposition"
            if phrase and not phrase.time and bare:
                found = position
            position -= 1
        if self._is_relative_clause(position, found):
            return self.antecedent(view.previous(position))
        return () if found is None else view.coordinated(found, index)

    def _is_relative_clause(self, verb: int, found: int | None) -> bool:
        """Whether a relative clause with its object lies between subject and verb.

        "A coalition that fights the rebels expelled Qatar": the rebels expelled nobody.
        """
        view = self._view
        if view.kind(verb) != "verb" or view.kind(view.previous(verb)) != "relative":
            return False
        return found is None or found == verb + 1

    def antecedent(self, relative: int) -> Phrases:
        """Return the phrase that a relative pronoun stands for."""
        view = self._view
        position = view.previous(relative)
        if view.lower(position) == ",":
            position = view.previous(position)
        while position >= 0 and view.kind(position) == "preposition":
            position = view.previous(position)
        phrase = view.phrase(position)
        return (phrase,) if phrase else ()

    def of_main_clause(self, index: int) -> Phrases:
        """Return the subject of the clause that follows a gerund at the start of a sentence."""
        view = self._view
        for position in range(index + 1, len(view)):
            if view.is_finite(position) and view.lower(view.previous(position)) != ",":
                return self.before(position)
        return ()

    def _is_boundary(self, position: int) -> bool:
        """Whether a clause begins to the right of this chunk."""
        view = self._view
        kind = view.kind(position)
        if kind in ("subordinator", "relative") or view.lower(position) in CLOSERS:
            return True
        if kind == "verb":
            return not view.is_reduced(position)
        if view.lower(position) == ",":
            return not view.is_list_comma(position)
        if kind == "coordinator":
            return self._joins_clauses(position)
        return view.lower(position) == '"'

    def _joins_clauses(self, position: int) -> bool:
        """Whether a conjunction opens a new clause rather than joining two subjects."""
        view = self._view
        before = view.previous(position)
        if view.lower(before) == "," and view.is_list_comma(before):
            return False
        if view.kind(before) != "phrase":
            return True
        earlier = view.previous(before)
        while view.kind(earlier) in ("preposition", "phrase"):
            earlier = view.previous(earlier)
        return view.kind(earlier) == "verb"

    def _before_parenthesis(self, comma: int) -> int:
        """Skip what stands between two commas; return the place before the first of them."""
        view = self._view
        position = comma - 1
        while position >= 0:
            if view.lower(position) == ",":
                before = position - 1
                opened = view.phrase(before) is not None and view.lower(before - 1) == ","
                return self._before_parenthesis(before - 1) if opened else before
            if view.kind(position) == "subordinator" or view.lower(position) in CLOSERS:
                return comma
            position -= 1
        return comma
