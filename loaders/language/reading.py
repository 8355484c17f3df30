"""The step "language": what a model says of each sentence."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from loaders.document import Document
from loaders.language.analysis import ROOT, Analysis, WordAnalysis
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
        """Add the analyses of the sentences; what a dateline says is analyzed by itself."""
        starts = [token.start for token in document.tokens]
        parts: list[Sequence[Token]] = []
        for one in document.sentences:
            first, body, last = (bisect_left(starts, at) for at in (one.start, one.body, one.end))
            parts += [document.tokens[first:body], document.tokens[body:last]]
        found = self.analyzer.analyze([part if _is_readable(part) else () for part in parts])
        analyses = [
            _joined(opening, len(parts[2 * number]), body)
            for number, (opening, body) in enumerate(zip(found[::2], found[1::2], strict=True))
        ]
        return replace(document, analyses=tuple(analyses))


def _joined(opening: Analysis, length: int, body: Analysis) -> Analysis:
    """Return the analysis of a sentence from those of its dateline and of what follows."""
    if length == 0:
        return body
    unread = [WordAnalysis("X", ROOT, "root")] * (length - len(opening.words))
    words = (*opening.words, *unread, *(word.after(length) for word in body.words))
    return Analysis(words, (*opening.entities, *(name.after(length) for name in body.entities)))


def _is_readable(sentence: Sequence[Token]) -> bool:
    """Whether a sentence can be English: no table, and with some word in Latin letters."""
    latin = any(token.text[0].isascii() and token.text[0].isalpha() for token in sentence)
    return latin and len(sentence) <= LONGEST_SENTENCE
