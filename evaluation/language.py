"""Score the language model on treebanks and tagged corpora.

Usage: python -m evaluation.language CORPORA [--model FOLDER]

Syntax is scored on gold tokens and on raw text with our own words and sentences, aligned by
characters as in the CoNLL 2018 shared task: every figure is an F1 over words. In raw text,
paragraphs and documents are parted by blank lines, as there. LAS compares the main types of
relations, LAS+ also their subtypes; "words" is the F1 of the words themselves. Names count when
their span and kind are exact.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from click import echo

from evaluation.own_sentences import read_tokens, read_words
from loaders.language.analysis import Analysis
from loaders.language.model import SHIPPED, LanguageModel
from loaders.training.example import TAGS, UNKNOWN, Example
from loaders.training.pools import folded
from loaders.training.tagged import read_tagged, with_tags
from loaders.training.treebank_text import (
    Span,
    TreebankDocument,
    read_documents,
    solid_offsets,
)

TREEBANKS = ("ewt_dev", "gum_dev", "pud_dev")
TAGGED = {"uner_ewt_dev": "ewt_dev", "gum_dev": "gum_dev", "pud_news_dev": "", "pud_wiki_dev": ""}
"""Tagged sets, and the treebank of the same text whose sentences are theirs."""

FIGURES = ("words", "UPOS", "UAS", "LAS", "LAS+")

_ARTICLE = 25
"""Sentences that are analyzed in one call when speed is measured."""


@dataclass(frozen=True, slots=True)
class ScoredWord:
    """A word as it is compared: the head is a span, (-1, -1) the root."""

    span: Span
    word_class: str
    head: Span
    relation: str


@dataclass(slots=True)
class SyntaxScore:
    """Counts of words."""

    gold: int = 0
    found: int = 0
    hits: Counter[str] = field(default_factory=Counter[str])

    def add(self, gold: Sequence[ScoredWord], found: Sequence[ScoredWord]) -> None:
        """Count the words of a text."""
        self.gold += len(gold)
        self.found += len(found)
        by_span = {word.span: word for word in gold if word.span[0] < word.span[1]}
        for word in found:
            mark = by_span.get(word.span)
            if mark is None:
                continue
            attached = word.head == mark.head
            same = _main(word.relation) == _main(mark.relation)
            self.hits["words"] += 1
            self.hits["UPOS"] += word.word_class == mark.word_class
            self.hits["UAS"] += attached
            self.hits["LAS"] += attached and same
            self.hits["LAS+"] += attached and word.relation == mark.relation

    def row(self, name: str) -> str:
        """Return the figures as a line of a table."""
        return f"{name:22}" + "".join(f"{100 * self.f1(one):8.2f}" for one in FIGURES)

    def f1(self, figure: str) -> float:
        """Return the F1 of one of the figures, such as "LAS"."""
        return 2 * self.hits[figure] / (self.gold + self.found or 1)


@dataclass(slots=True)
class NameScore:
    """Counts of names by kind."""

    gold: Counter[str] = field(default_factory=Counter[str])
    found: Counter[str] = field(default_factory=Counter[str])
    hits: Counter[str] = field(default_factory=Counter[str])

    def add(self, gold: set[tuple[Span, str]], found: set[tuple[Span, str]]) -> None:
        """Count the names of a text."""
        self.gold.update(kind for _, kind in gold)
        self.found.update(kind for _, kind in found)
        self.hits.update(kind for _, kind in gold & found)

    def row(self, name: str) -> str:
        """Return the figures as a line of a table."""
        found, gold, hits = (sum(one.values()) for one in (self.found, self.gold, self.hits))
        figures = [hits / (found or 1), hits / (gold or 1), 2 * hits / (found + gold or 1)]
        figures += [self.f1(kind) for kind in ("PER", "ORG", "LOC")]
        return f"{name:22}" + "".join(f"{100 * one:8.1f}" for one in figures) + f"{gold:8}"

    def f1(self, *kinds: str) -> float:
        """Return the F1 of some kinds, by default of all."""
        chosen = kinds or tuple(self.gold | self.found)
        counts = (sum(one[kind] for kind in chosen) for one in (self.found, self.gold, self.hits))
        found, gold, hits = counts
        return 2 * hits / (found + gold or 1)


def _main(relation: str) -> str:
    return relation.partition(":")[0]


def _scored(
    spans: Sequence[Span], rows: Iterable[tuple[str, int, str]], begin: int = 0
) -> list[ScoredWord]:
    """Return words as they are compared; heads are 0-based, negative for the root."""
    return [
        ScoredWord(span, word_class, spans[begin + head] if head >= 0 else (-1, -1), relation)
        for span, (word_class, head, relation) in zip(spans, rows, strict=True)
    ]


def _gold(spans: Sequence[Span], example: Example) -> list[ScoredWord]:
    assert example.tree
    heads = (head - 1 for head in example.tree.heads)
    rows = zip(example.tree.classes, heads, example.tree.relations, strict=True)
    return _scored(spans, rows)


def _found(spans: Sequence[Span], analysis: Analysis) -> list[ScoredWord]:
    return _scored(spans, ((one.word_class, one.head, one.relation) for one in analysis.words))


def syntax_on_gold(model: LanguageModel, documents: Sequence[TreebankDocument]) -> SyntaxScore:
    """Score syntax on the words of the treebank itself."""
    examples = [folded(sentence) for one in documents for sentence in one.sentences]
    score = SyntaxScore()
    analyses = model.analyze_words([example.words for example in examples])
    for example, analysis in zip(examples, analyses, strict=True):
        spans = [(number, number + 1) for number in range(len(example.words))]
        score.add(_gold(spans, example), _found(spans, analysis))
    return score


def syntax_on_text(model: LanguageModel, documents: Sequence[TreebankDocument]) -> SyntaxScore:
    """Score syntax on raw text with our own sentences and words."""
    score = SyntaxScore()
    for document in documents:
        gold = [
            word
            for spans, sentence in zip(document.spans, document.sentences, strict=True)
            for word in _gold(spans, sentence)
        ]
        solid = solid_offsets(document.text)
        sentences = read_words(model, document.text)
        found = [
            word
            for words, analysis in zip(sentences, model.analyze(sentences), strict=True)
            for word in _found([(solid[one.start], solid[one.end]) for one in words], analysis)
        ]
        score.add(gold, found)
    return score


def names_on_gold(model: LanguageModel, examples: Sequence[Example]) -> NameScore:
    """Score names on the words of the corpus."""
    score = NameScore()
    known = [folded(one) for one in examples if UNKNOWN not in one.tags]
    analyses = model.analyze_words([example.words for example in known])
    for example, analysis in zip(known, analyses, strict=True):
        found = {((one.first, one.last), str(one.kind)) for one in analysis.entities}
        score.add(_marked(example, range(len(example.words) + 1)), found)
    return score


def names_on_text(model: LanguageModel, examples: Sequence[Example]) -> NameScore:
    """Score names on the raw text of each example."""
    score = NameScore()
    for example in (one for one in examples if UNKNOWN not in one.tags):
        pieces = zip(example.words, example.glued, strict=True)
        text = "".join(word + ("" if glued else " ") for word, glued in pieces)
        starts = [0]
        for word in example.words:
            starts.append(starts[-1] + len("".join(word.split())))
        solid, sentences = solid_offsets(text), read_tokens(model, text)
        found = {
            ((solid[words[one.first].start], solid[words[one.last - 1].end]), str(one.kind))
            for words, analysis in zip(sentences, model.analyze(sentences), strict=True)
            for one in analysis.entities
        }
        score.add(_marked(example, starts), found)
    return score


def _marked(example: Example, starts: Sequence[int]) -> set[tuple[Span, str]]:
    """Return the names of an example; ``starts`` gives the place of each word and the end."""
    marked: set[tuple[Span, str]] = set()
    tags = [TAGS[tag] for tag in example.tags] + ["O"]
    for first, tag in enumerate(tags):
        if tag.startswith("B-"):
            last = first + 1
            while tags[last] == f"I-{tag[2:]}":
                last += 1
            marked.add(((starts[first], starts[last]), tag[2:]))
    return marked


def read_names(corpora: Path, name: str, treebank: str) -> list[Example]:
    """Return the sentences of a tagged set, cut as in the treebank of the same text if any."""
    tagged = list(read_tagged(corpora / "entities" / f"{name}.tsv", "base"))
    if not treebank:
        return tagged
    documents = read_documents(corpora / "syntax" / f"{treebank}.conllu")
    return list(with_tags((one for each in documents for one in each.sentences), tagged))


def speed(model: LanguageModel, documents: Sequence[TreebankDocument]) -> float:
    """Return how many words a second of one core's time are analyzed, article by article."""
    sentences = [one.words for document in documents for one in document.sentences]
    articles = [sentences[at : at + _ARTICLE] for at in range(0, len(sentences), _ARTICLE)]
    begun = time.process_time()
    for article in articles:
        model.analyze_words(article)
    return sum(map(len, sentences)) / (time.process_time() - begun)


def main() -> None:
    """Run the evaluation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    begun = time.perf_counter()
    model = LanguageModel.load(options.model)
    echo(f"loaded in {time.perf_counter() - begun:.2f} s\n")
    echo(f"{'syntax':22}" + "".join(f"{one:>8}" for one in FIGURES))
    for name in TREEBANKS:
        documents = list(read_documents(options.corpora / "syntax" / f"{name}.conllu"))
        echo(syntax_on_gold(model, documents).row(name))
        echo(syntax_on_text(model, documents).row(f"{name}, raw text"))
    heads = ("P", "R", "F1", "PER", "ORG", "LOC", "names")
    echo(f"\n{'names':22}" + "".join(f"{one:>8}" for one in heads))
    for name, treebank in TAGGED.items():
        examples = read_names(options.corpora, name, treebank)
        echo(names_on_gold(model, examples).row(name))
        echo(names_on_text(model, examples).row(f"{name}, raw text"))
    documents = list(read_documents(options.corpora / "syntax" / "pud_dev.conllu"))
    echo(f"\nwords a second on one core {speed(model, documents):,.0f}")


if __name__ == "__main__":
    main()
