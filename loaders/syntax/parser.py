"""The parser by rules: the step that gives each sentence its words, phrases and predications."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from loaders.document import Document
from loaders.syntax.analysis import SentenceSyntax
from loaders.syntax.chunker import chunked
from loaders.syntax.clauses import ClauseFinder
from loaders.syntax.tagger import Tagger
from loaders.syntax.tagging import Marked
from loaders.text.sentence import Sentence

LONGEST_SENTENCE = 250
"""Words; what is longer is no sentence but a table or a list, and is read without syntax."""


class RuleParser:
    """The step "syntax", by rules."""

    name = "syntax"

    def __call__(self, document: Document) -> Document:
        """Add the syntax of every sentence."""
        marks = _Marks(document)
        syntax = tuple(_analysis(sentence, marks) for sentence in document.sentences)
        return replace(document, syntax=syntax)


class _Marks:
    """What earlier steps know of the tokens of a document."""

    def __init__(self, document: Document) -> None:
        self.starts = [token.start for token in document.tokens]
        self._tokens = document.tokens
        named = [(span.start, span.end) for span in (*document.mentions, *document.names)]
        titles = [(title.start, title.end) for title in document.titles]
        dates = [(date.start, date.end) for date in document.dates]
        self._named = self._numbered(named)
        self._spans = {**self._numbered(titles), **self._named}
        self._timed = self._numbered(dates)

    def _numbered(self, spans: list[tuple[int, int]]) -> dict[int, int]:
        """Number the tokens that lie in a span by where that span begins."""
        found: dict[int, int] = {}
        for start, end in sorted(spans, key=lambda span: span[0] - span[1], reverse=True):
            first = max(0, bisect_right(self.starts, start) - 1)
            for index in range(first, bisect_left(self.starts, end)):
                if self._tokens[index].end > start:
                    found[index] = start
        return found

    def marked(self, index: int) -> Marked:
        """Return a token with its marks."""
        return Marked(
            self._tokens[index], index in self._named, index in self._timed, self._spans.get(index)
        )


def _analysis(sentence: Sentence, marks: _Marks) -> SentenceSyntax:
    first = bisect_left(marks.starts, sentence.body)
    last = bisect_left(marks.starts, sentence.end)
    if last - first > LONGEST_SENTENCE:
        return SentenceSyntax(sentence.index, (), (), ())
    headline = sentence.kind == "headline"
    marked = [marks.marked(index) for index in range(first, last)]
    words = Tagger(marked, headline=headline).tag()
    chunks = chunked(words, headline=headline)
    phrases = tuple(chunk.phrase for chunk in chunks if chunk.phrase)
    return SentenceSyntax(sentence.index, words, phrases, ClauseFinder(words, chunks).find())
