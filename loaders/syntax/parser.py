"""The step "syntax": dependencies become words, phrases and predications."""

from dataclasses import replace

from loaders.document import Document
from loaders.language.analysis import ROOT, WordAnalysis
from loaders.syntax.analysis import SentenceSyntax
from loaders.syntax.clauses import ClauseFinder
from loaders.syntax.marks import Marks
from loaders.syntax.noun_phrases import NounPhrases
from loaders.syntax.tree import Tree
from loaders.syntax.verb_groups import VerbGroups
from loaders.syntax.word_classes import WordClasses
from loaders.text.sentence import Sentence


class Parser:
    """Gives each sentence its words, phrases and predications."""

    name = "syntax"

    def __call__(self, document: Document) -> Document:
        """Add the syntax of every sentence."""
        marks = Marks(document)
        syntax = tuple(
            _syntax(sentence, analysis.words, marks)
            for sentence, analysis in zip(document.sentences, document.analyses, strict=True)
        )
        return replace(document, syntax=syntax)


def _syntax(sentence: Sentence, analyses: tuple[WordAnalysis, ...], marks: Marks) -> SentenceSyntax:
    begin, end = marks.between(sentence.start, sentence.end)
    first, _ = marks.between(sentence.body, sentence.end)
    if len(analyses) != end - begin:
        return SentenceSyntax(sentence.index, (), (), ())
    tree = Tree(_without_opening(analyses, first - begin))
    headline = sentence.kind == "headline"
    words = WordClasses([marks.of(index) for index in range(first, end)], tree).words()
    phrases = NounPhrases(words, tree)
    groups = VerbGroups(words, tree, headline=headline).find()
    predications = ClauseFinder(words, tree, phrases, groups).find()
    return SentenceSyntax(sentence.index, words, tuple(phrases), predications)


def _without_opening(analyses: tuple[WordAnalysis, ...], count: int) -> list[WordAnalysis]:
    """Return the analyses behind a dateline; what hung on its words heads the sentence."""
    return [
        replace(one, head=one.head - count if one.head >= count else ROOT)
        for one in analyses[count:]
    ]
