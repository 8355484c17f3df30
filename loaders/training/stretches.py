"""Stretches: text that is taken for one sentence, with the words at which others open in it.

Most are what our own boundaries leave: their weights are trained on one half of the documents and
cut the other, so that they miss as much as in text that they never saw. As few of these hold an
opening, sentences are also run together on purpose, mostly without the marks that ended them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

from loaders.text.boundary import BoundaryModel
from loaders.text.folding import fold
from loaders.text.sentence import LEAST_DOUBT, find_sentences
from loaders.text.token import tokenize
from loaders.training.boundaries import BoundaryRecipe, train_boundaries
from loaders.training.pools import OWN_SENTENCES
from loaders.training.tagged import read_marked
from loaders.training.together import LOST, lowered
from loaders.training.treebank_text import TreebankDocument

_LONGEST = 200
"""Words of a stretch that is learned from."""

_MARKS = re.compile(r"\s*[.!?]+[\"')]*$")
_FULL = 200
"""Characters behind which no sentence is joined any more."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words, those behind a blank, those with which a sentence opens, and the doubts at each.

    ``document`` numbers the document, that all of one can be held out; ``natural`` tells that our
    own boundaries left it so.
    """

    words: tuple[str, ...]
    behind_blank: tuple[bool, ...]
    opens: tuple[bool, ...]
    doubts: tuple[int, ...]
    document: int
    natural: bool


def read_stretches(documents: Sequence[TreebankDocument], seed: int) -> Iterator[Stretch]:
    """Yield all stretches of the documents, and our own sentences, each of which is one."""
    for half in (0, 1):
        weights = train_boundaries(documents[1 - half :: 2], BoundaryRecipe())
        model = BoundaryModel(weights)
        for number in range(half, len(documents), 2):
            yield from _left(documents[number], number, model)
    random = Random(seed)  # noqa: S311 - nothing is secret
    for number, document in enumerate(documents):
        yield from _run_together(document, number, random)
    yield from _written(len(documents))


def _left(document: TreebankDocument, number: int, model: BoundaryModel) -> Iterator[Stretch]:
    """Yield what the boundaries take for the sentences of a document."""
    folded, ends = fold(document.text), frozenset(document.ends)
    for one in find_sentences(document.text, folded, model=model):
        doubts = {doubt.start: doubt.weight for doubt in one.doubts}
        span = (one.start, one.end)
        yield from _stretch(folded, span, ends, doubts, (number, True))


def _run_together(document: TreebankDocument, number: int, random: Random) -> Iterator[Stretch]:
    """Yield sentences of a document, two or three in one."""
    bounds = pairwise((0, *document.ends))
    lines = [document.text[start:end].strip() for start, end in bounds]
    text, ends = "", set[int]()
    for place, line in enumerate(lines):
        if text:
            ends.add(len(text))
            text += " " + lowered(line, random)
        else:
            text = line
        last = place == len(lines) - 1
        if not last and len(text) < _FULL and len(ends) < random.choice((1, 1, 2)):
            text = _MARKS.sub("", text) if random.random() < LOST else text
        else:
            yield from _stretch(fold(text), (0, len(text)), ends, {}, (number, False))
            text, ends = "", set[int]()


def _written(number: int, folder: Path = OWN_SENTENCES) -> Iterator[Stretch]:
    """Yield our own sentences, which are news."""
    for path in sorted(folder.glob("*.txt")):
        for example in read_marked(path, "base"):
            pieces = zip(example.words, example.glued, strict=True)
            text = "".join(word + ("" if glued else " ") for word, glued in pieces).strip()
            yield from _stretch(fold(text), (0, len(text)), frozenset(), {}, (number, False))


def _stretch(
    folded: str,
    span: tuple[int, int],
    ends: frozenset[int] | set[int],
    doubts: dict[int, int],
    origin: tuple[int, bool],
) -> Iterator[Stretch]:
    tokens = tokenize(folded, *span)
    if not 1 < len(tokens) <= _LONGEST:
        return
    pairs = list(pairwise(tokens))
    yield Stretch(
        words=tuple(token.text for token in tokens),
        behind_blank=(False, *(one.end < two.start for one, two in pairs)),
        opens=(
            False,
            *(any(at in ends for at in range(one.end, two.start + 1)) for one, two in pairs),
        ),
        doubts=tuple(doubts.get(token.start, LEAST_DOUBT) for token in tokens),
        document=origin[0],
        natural=origin[1],
    )
