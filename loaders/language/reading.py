"""The step "language": what a model says of each sentence."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from loaders.document import Document
from loaders.language.analysis import Analysis
from loaders.text.token import Token

LONGEST_SENTENCE = 400
"""Words; what is longer is no sentence but a table or a list, and is not analyzed."""


class Analyzer(Protocol):
    """Analyzes sentences: the shipped model, or a pipeline of spaCy."""

    def analyze(self, sentences: Sequence[Sequence[Token]]) -> Sequence[Analysis]:
        """Return one analysis a sentence, in order; a sentence is its tokens."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """Has every sentence analyzed, once for all later steps."""

    analyzer: Analyzer
    name: str = "language"

    def __call__(self, document: Document) -> Document:
        """Add the analyses of the sentences."""
        starts = [token.start for token in document.tokens]
        sentences = [
            document.tokens[bisect_left(starts, one.start) : bisect_left(starts, one.end)]
            for one in document.sentences
        ]
        read = [one if _is_readable(one) else () for one in sentences]
        return replace(document, analyses=tuple(self.analyzer.analyze(read)))


def _is_readable(sentence: Sequence[Token]) -> bool:
    """Whether a sentence can be English: no table, and with some word in Latin letters."""
    latin = any(token.text[0].isascii() and token.text[0].isalpha() for token in sentence)
    return latin and len(sentence) <= LONGEST_SENTENCE
