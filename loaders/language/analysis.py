"""Analyses: what the model says of a sentence."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class EntitySpan:
    """A name: the words from ``first`` to before ``last``; ``score`` is its mean probability."""

    first: int
    last: int
    kind: EntityKind
    score: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the model says of one sentence: one analysis a word, and the names in text order."""

    words: tuple[WordAnalysis, ...] = ()
    entities: tuple[EntitySpan, ...] = ()
