"""Score sentence ends on treebanks, and tell how fast text is cut.

Usage: python -m evaluation.sentences CORPORA [--model FOLDER]

The raw text of a treebank is cut into our own sentences; the figures are precision, recall and F1
of their ends, at all ends and at those inside paragraphs: by what is to be seen, and where the
language model has read the words, too.
"""

import argparse
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from click import echo

from evaluation.own_sentences import read_sentences
from loaders.language.model import SHIPPED, LanguageModel
from loaders.text.folding import fold
from loaders.text.paragraph import find_paragraphs
from loaders.text.sentence import Sentence, find_sentences
from loaders.text.token import tokenize
from loaders.training.treebank_text import TreebankDocument, read_documents

TREEBANKS = ("ewt_dev", "gum_dev", "pud_dev")


@dataclass(slots=True)
class EndScore:
    """Counts of sentence ends."""

    gold: int = 0
    found: int = 0
    hits: int = 0

    def add(self, gold: frozenset[int], found: frozenset[int]) -> None:
        """Count the ends of a text."""
        self.gold += len(gold)
        self.found += len(found)
        self.hits += len(gold & found)

    def row(self, name: str) -> str:
        """Return the figures as a line of a table."""
        figures = (
            self.hits / (self.found or 1),
            self.hits / (self.gold or 1),
            2 * self.hits / (self.found + self.gold or 1),
        )
        return f"{name:26}" + "".join(f"{100 * one:8.2f}" for one in figures) + f"{self.gold:8}"


def score_ends(
    documents: Sequence[TreebankDocument], cut: Callable[[str], Iterable[Sentence]]
) -> tuple[EndScore, EndScore]:
    """Return the scores at all ends, and at those inside paragraphs, of what cuts a text."""
    all_ends, inner_ends = EndScore(), EndScore()
    for document in documents:
        folded = fold(document.text)
        last = {chunks[-1].end for chunks in find_paragraphs(document.text, folded)}
        gold = frozenset(document.ends)
        found = frozenset(one.end for one in cut(document.text))
        all_ends.add(gold, found)
        inner_ends.add(gold - last, found - last)
    return all_ends, inner_ends


def _seen(text: str) -> Iterable[Sentence]:
    return find_sentences(text, fold(text))


def speed(documents: Sequence[TreebankDocument]) -> float:
    """Return how many tokens a second of one core are found, sentences included."""
    begun = time.process_time()
    count = 0
    for document in documents:
        folded = fold(document.text)
        for sentence in find_sentences(document.text, folded):
            count += len(tokenize(folded, sentence.start, sentence.end))
    return count / (time.process_time() - begun)


def main() -> None:
    """Run the evaluation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    model = LanguageModel.load(options.model)
    echo(f"{'sentence ends':26}" + "".join(f"{one:>8}" for one in ("P", "R", "F1", "ends")))
    for name in TREEBANKS:
        documents = list(read_documents(options.corpora / "syntax" / f"{name}.conllu"))
        for how, cut in (("", _seen), (", read", partial(read_sentences, model))):
            every, inner = score_ends(documents, cut)
            echo(every.row(f"{name}{how}"))
            echo(inner.row(f"{name}{how}, inside"))
        echo(f"{'':26}{speed(documents):,.0f} tokens a second")


if __name__ == "__main__":
    main()
