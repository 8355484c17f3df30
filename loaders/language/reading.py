"""The step "language": what a model says of each sentence."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from loaders.document import Document
from loaders.language.analysis import ROOT, Analysis, Opening, WordAnalysis
from loaders.text.parting import Cut, part_sentences
from loaders.text.quotation import find_quotations
from loaders.text.sentence import LEAST_DOUBT, Sentence
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
    """Has every sentence analyzed, once for all later steps.

    A sentence in which the analyzer sees others open is cut there, and its parts are analyzed anew.
    What they are is then settled: they are not cut again.
    """

    analyzer: Analyzer
    name: str = "language"

    def __call__(self, document: Document) -> Document:
        """Add the analyses of the sentences; what a dateline says is analyzed by itself."""
        words = _Words(document.tokens)
        found = self._analyses(document.sentences, words)
        cuts = {
            one.index: own
            for one, analysis in zip(document.sentences, found, strict=True)
            if analysis.openings and (own := _cuts(one, words.of(one), analysis.openings))
        }
        if not cuts:
            return replace(document, analyses=found)
        sentences = part_sentences(document.sentences, cuts, document.folded)
        known = {
            one.start: analysis
            for one, analysis in zip(document.sentences, found, strict=True)
            if one.index not in cuts
        }
        parts = [one for one in sentences if one.start not in known]
        known |= zip((one.start for one in parts), self._analyses(parts, words), strict=True)
        return replace(
            document,
            sentences=sentences,
            quotations=find_quotations(document.folded, sentences),
            analyses=tuple(known[one.start] for one in sentences),
        )

    def _analyses(self, sentences: Sequence[Sentence], words: "_Words") -> tuple[Analysis, ...]:
        parts = [part for one in sentences for part in words.parts(one)]
        found = self.analyzer.analyze([part if _is_readable(part) else () for part in parts])
        return tuple(
            _joined(opening, len(parts[2 * number]), body)
            for number, (opening, body) in enumerate(zip(found[::2], found[1::2], strict=True))
        )


class _Words:
    """The tokens of a document, by sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._starts = [token.start for token in tokens]

    def of(self, sentence: Sentence) -> Sequence[Token]:
        """Return the tokens of a sentence."""
        return self._between(sentence.start, sentence.end)

    def parts(self, sentence: Sentence) -> tuple[Sequence[Token], Sequence[Token]]:
        """Return the tokens of the dateline of a sentence, mostly none, and of its body."""
        return (
            self._between(sentence.start, sentence.body),
            self._between(sentence.body, sentence.end),
        )

    def _between(self, start: int, end: int) -> Sequence[Token]:
        return self._tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _cuts(sentence: Sentence, tokens: Sequence[Token], openings: Sequence[Opening]) -> list[Cut]:
    """Return where a sentence is to be cut: at blanks only, and never a headline.

    What is to be seen and what the words say are weighed together.
    """
    if sentence.kind == "headline":
        return []
    doubts = {doubt.start: doubt.weight for doubt in sentence.doubts}
    places = ((tokens[one.word - 1], tokens[one.word], one.weight) for one in openings)
    return [
        Cut(one.end, two.start)
        for one, two, weight in places
        if one.end < two.start and weight + doubts.get(two.start, LEAST_DOUBT) > 0
    ]


def _joined(opening: Analysis, length: int, body: Analysis) -> Analysis:
    """Return the analysis of a sentence from those of its dateline and of what follows."""
    if length == 0:
        return body
    unread = [WordAnalysis("X", ROOT, "root")] * (length - len(opening.words))
    words = (*opening.words, *unread, *(word.after(length) for word in body.words))
    entities = (*opening.entities, *(name.after(length) for name in body.entities))
    return Analysis(words, entities, tuple(one.after(length) for one in body.openings))


def _is_readable(sentence: Sequence[Token]) -> bool:
    """Whether a sentence can be English: no table, and with some word in Latin letters."""
    latin = any(token.text[0].isascii() and token.text[0].isalpha() for token in sentence)
    return latin and len(sentence) <= LONGEST_SENTENCE
