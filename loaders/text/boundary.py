"""Boundaries: where sentences end in a paragraph, by rules and trained weights together.

What is seen at a blank are clues; a weight is known of many of them, and their sum decides
(logistic regression). What the rules say is one of the clues.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from loaders.text.boundary_clues import Habits, clues_at, is_place
from loaders.text.chunk import Chunk, ChunkForm

SHIPPED = Path(__file__).parent.parent / "models" / "boundaries" / "weights.json"
"""The weights that the package ships."""

_SURE = 32
"""What the clues must weigh (odds of e to one) where the rules see no end, in printed text."""

_BETWEEN_NAMES = 96
"""What they must weigh between two capitalized words without a mark: this may be one name."""


@dataclass(frozen=True, slots=True)
class BoundaryModel:
    """The weights of clues, as whole numbers; above nought a sentence ends."""

    weights: Mapping[str, int]

    @classmethod
    def load(cls, path: Path = SHIPPED) -> "BoundaryModel":
        """Return the model of a file, by default the shipped one; a second call is free."""
        return _loaded(path)

    def judge(
        self, chunks: Sequence[Chunk], ruled: Collection[int], habits: Habits, behind: int = 0
    ) -> Iterator[tuple[int, int]]:
        """Yield the numbers of the chunks behind which a sentence may end, but for the last.

        With each comes what its clues weigh beyond what they must: above nought one ends there.
        ``ruled`` are the offsets where the rules end one; none ends up to ``behind``.
        """
        forms = [chunk.form for chunk in chunks]
        since = 0
        for place in range(len(forms) - 1):
            since += 1
            if chunks[place].end <= behind or not is_place(forms[place], forms[place + 1]):
                continue
            by_rule = chunks[place].end in ruled
            clues = clues_at(forms, place, since, habits, ruled=by_rule)
            least = _least(forms[place], forms[place + 1], habits, ruled=by_rule)
            weight = sum(self.weights.get(clue, 0) for clue in clues) - least
            yield place, weight
            if weight > 0:
                since = 0


def _least(one: ChunkForm, two: ChunkForm, habits: Habits, *, ruled: bool) -> int:
    if ruled:
        return 0
    if one.shape == two.shape == "Aa" and not one.after and not two.before:
        return _BETWEEN_NAMES
    return _SURE if habits.printed else 0


@lru_cache(maxsize=4)
def _loaded(path: Path) -> BoundaryModel:
    return BoundaryModel(json.loads(path.read_text(encoding="utf-8")))
