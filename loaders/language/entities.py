"""Entities: names from the tag scores of the words of a sentence."""

from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from loaders.language.analysis import EntityKind, EntitySpan

_FORBIDDEN = -1e9


@dataclass(frozen=True, slots=True)
class TagRules:
    """The tags by number and which may follow which: I-PER only B-PER or I-PER."""

    tags: tuple[str, ...]
    allowed: NDArray[np.float32]
    opening: NDArray[np.float32]

    @classmethod
    def of(cls, tags: tuple[str, ...]) -> "TagRules":
        """Return the rules of BIO tags."""
        allowed = np.zeros((len(tags), len(tags)), dtype=np.float32)
        for one, before in enumerate(tags):
            for two, after in enumerate(tags):
                if after.startswith("I-") and before[2:] != after[2:]:
                    allowed[one, two] = _FORBIDDEN
        opening = [_FORBIDDEN if tag.startswith("I-") else 0.0 for tag in tags]
        return cls(tags, allowed, np.array(opening, dtype=np.float32))


def find_entities(scores: NDArray[np.float32], rules: TagRules) -> tuple[EntitySpan, ...]:
    """Return the names of a sentence from its W x tags log probabilities."""
    if not len(scores) or not scores[:, 1:].max() > -_FAINTEST:
        return ()
    path = _best_path(scores, rules)
    found: list[EntitySpan] = []
    first = 0
    while first < len(path):
        last = first + 1
        if path[first].startswith("B-"):
            kind = cast("EntityKind", path[first][2:])
            while last < len(path) and path[last] == f"I-{kind}":
                last += 1
            found.append(EntitySpan(first, last, kind, _score(scores[first:last], kind, rules)))
        first = last
    return tuple(found)


_FAINTEST = 7.0
"""A sentence whose every tag but O is less likely than e to the minus this has no names."""


def _best_path(scores: NDArray[np.float32], rules: TagRules) -> list[str]:
    """Return the most probable allowed tags (Viterbi 1967)."""
    best = scores[0] + rules.opening
    back: list[NDArray[np.int64]] = []
    for row in scores[1:]:
        ways = best[:, None] + rules.allowed
        back.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [rules.tags[number] for number in reversed(path)]


def _score(scores: NDArray[np.float32], kind: str, rules: TagRules) -> float:
    own = [number for number, tag in enumerate(rules.tags) if tag[2:] == kind]
    return round(float(np.exp(scores[:, own]).sum(axis=1).mean()), 4)
