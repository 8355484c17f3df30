"""Boundaries: logistic regression over the clues of sentence ends, by numpy alone.

Usage: python -m loaders.training.boundaries --corpora DIR --out loaders/models/boundaries
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from loaders.text.boundary_clues import Habits, clues_at, is_place
from loaders.text.folding import fold
from loaders.text.full_stops import ruled_ends
from loaders.text.paragraph import find_paragraphs
from loaders.training.treebank_text import TreebankDocument, read_documents

TREEBANKS = ("ewt_train", "gum_train")


@dataclass(frozen=True, slots=True)
class BoundaryRecipe:
    """How the weights are trained.

    ``rounds`` over all places at the learning rate ``rate``, with an L2 penalty of strength
    ``decay``. A clue that is seen fewer than ``least`` times gets no weight. Weights are stored as
    whole parts of 1 / ``scale``, those below ``faintest`` parts not at all.
    """

    rounds: int = 300
    rate: float = 0.05
    decay: float = 2e-6
    least: int = 2
    scale: int = 32
    faintest: int = 2


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a text: its clues, and whether a sentence ends there."""

    clues: tuple[str, ...]
    ends: bool


def read_training_documents(corpora: Path) -> Iterator[TreebankDocument]:
    """Yield the documents of the treebanks that may be trained on."""
    for name in TREEBANKS:
        yield from read_documents(corpora / "syntax" / f"{name}.conllu")


def train_boundaries(
    documents: Iterable[TreebankDocument], recipe: BoundaryRecipe
) -> dict[str, int]:
    """Return the weights of the clues; the same documents and recipe always give the same."""
    return _weights([place for one in documents for place in _places(one)], recipe)


def write_boundaries(weights: dict[str, int], folder: Path) -> None:
    """Write weights into a folder, one a line."""
    lines = json.dumps(weights, ensure_ascii=False, indent=0)
    (folder / "weights.json").write_text(lines + "\n", encoding="utf-8")


def _places(document: TreebankDocument) -> Iterator[_Place]:
    folded = fold(document.text)
    paragraphs = find_paragraphs(document.text, folded)
    habits = Habits.of([[chunk.form for chunk in chunks] for chunks in paragraphs])
    ends = frozenset(document.ends)
    for chunks in paragraphs:
        forms = [chunk.form for chunk in chunks]
        ruled = frozenset(ruled_ends(folded, chunks[0].start, chunks[-1].end))
        since = 0
        for place, chunk in enumerate(chunks[:-1]):
            since += 1
            if is_place(forms[place], forms[place + 1]):
                clues = clues_at(forms, place, since, habits, ruled=chunk.end in ruled)
                yield _Place(clues, chunk.end in ends)
            if chunk.end in ends:
                since = 0


def _weights(places: list[_Place], recipe: BoundaryRecipe) -> dict[str, int]:
    seen = Counter(clue for place in places for clue in place.clues)
    known = sorted(clue for clue, count in seen.items() if count >= recipe.least)
    number = {clue: at for at, clue in enumerate(known, start=1)}
    rows = np.array([[number.get(clue, 0) for clue in place.clues] for place in places])
    wanted = np.array([place.ends for place in places], dtype=np.float64)
    weights = _fitted(rows, wanted, len(known) + 1, recipe)
    whole = np.rint(weights * recipe.scale).astype(int)
    kept = (clue for clue in known if abs(whole[number[clue]]) >= recipe.faintest)
    return {clue: int(whole[number[clue]]) for clue in kept}


def _fitted(
    rows: NDArray[np.int64], wanted: NDArray[np.float64], count: int, recipe: BoundaryRecipe
) -> NDArray[np.float64]:
    """Return the weights that minimize the penalized log loss (Adam, all places each round)."""
    weights, mean, square = (np.zeros(count) for _ in range(3))
    for step in range(1, recipe.rounds + 1):
        chance = 1 / (1 + np.exp(-weights[rows].sum(axis=1)))
        error = (chance - wanted) / len(wanted)
        slope = np.bincount(rows.ravel(), np.repeat(error, rows.shape[1]), count)
        slope += recipe.decay * weights
        slope[0] = 0.0  # that of all clues that are too rare
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        rate = recipe.rate * (1 - step / (recipe.rounds + 1))
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


@click.command()
@click.option("--corpora", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--out", type=click.Path(exists=True, path_type=Path), required=True)
def main(corpora: Path, out: Path) -> None:
    """Train where sentences end; half a minute, always to the same weights."""
    documents = read_training_documents(corpora)
    write_boundaries(train_boundaries(documents, BoundaryRecipe()), out)


if __name__ == "__main__":
    main()
