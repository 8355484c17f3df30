"""Analyses: what the model says of a sentence."""

from dataclasses import dataclass, replace
from typing import Literal

EntityKind = Literal["PER", "ORG", "LOC"]

ROOT = -1
"""The head of the word that heads its sentence."""


@dataclass(frozen=True, slots=True)
class WordAnalysis:
    """The syntax of a word.

    ``word_class`` is a UPOS tag and ``relation`` a relation of Universal Dependencies, with its
    subtype ("nsubj:pass"); ``head`` is the number of another word of the sentence, or ``ROOT``.
    """

    word_class: str
    head: int
    relation: str

    def after(self, words: int) -> "WordAnalysis":
        """Return the same where so many words stand before its sentence."""
        return self if self.head == ROOT else replace(self, head=self.head + words)


@dataclass(frozen=True, slots=True)
class EntitySpan:
    """A name: the words from ``first`` to before ``last``; ``score`` is its mean probability."""

    first: int
    last: int
    kind: EntityKind
    score: float

    def after(self, words: int) -> "EntitySpan":
        """Return the same where so many words stand before its sentence."""
        return replace(self, first=self.first + words, last=self.last + words)


@dataclass(frozen=True, slots=True)
class Opening:
    """A word with which another sentence may begin, and what speaks for it.

    ``weight`` counts as that of the clues of a boundary does (32 are odds of e to one), to which
    it is added.
    """

    word: int
    weight: int

    def after(self, words: int) -> "Opening":
        """Return the same where so many words stand before its sentence."""
        return replace(self, word=self.word + words)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the model says of one sentence: one analysis a word, and the names in text order.

    ``openings`` are words with which another sentence may begin, so that this would be several.
    """

    words: tuple[WordAnalysis, ...] = ()
    entities: tuple[EntitySpan, ...] = ()
    openings: tuple[Opening, ...] = ()
