"""Pronouns of the third person: "he", "she", "it", "they" and their other forms."""

from loaders.references.clause_subjects import ClauseSubjects
from loaders.references.discourse import Before, Discourse, Refs
from loaders.references.neutral import Neutral
from loaders.references.people import People
from loaders.references.personal import Personal
from loaders.references.plural import Plural


class Pronouns:
    """Resolves the pronouns of one document, which begin at an offset of its text."""

    def __init__(self, discourse: Discourse, people: People) -> None:
        subjects = ClauseSubjects(discourse)
        self._personal = Personal(discourse, people, subjects)
        self._neutral = Neutral(discourse, subjects)
        self._plural = Plural(discourse, subjects)

    def person(self, start: int, word: str, before: Before) -> Refs:
        """Return whom "he", "she" or another form of these means."""
        return self._personal.person(start, word, before)

    def body(self, start: int, before: Before) -> Refs:
        """Return which nation or body "it" or "its" means."""
        return self._neutral.body(start, before)

    def several(self, start: int, before: Before) -> Refs:
        """Return whom "they" or another form of it means."""
        return self._plural.several(start, before)
