"""Spanning trees: the heads of a sentence, chosen so that they form one tree."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32] | NDArray[np.float64]

_ROOT_PENALTY = 1e6
"""Taken from every arc from the root, so that no tree with two of them can win."""


def best_heads(scores: Floats) -> tuple[int, ...]:
    """Return the head of each word, 0 for the root, from W x (1 + W) scores.

    The best head of each word, if these form a tree with one word under the root; else the
    maximum spanning tree (Chu and Liu 1965, Edmonds 1967).
    """
    count = scores.shape[0]
    if count == 0:
        return ()
    scores = scores.astype(np.float64)
    scores[np.arange(count), np.arange(count) + 1] = -np.inf
    greedy = tuple(int(head) for head in scores.argmax(axis=1))
    return greedy if is_tree(greedy) else _spanning_tree(scores)


def is_tree(heads: tuple[int, ...]) -> bool:
    """Return whether heads (1-based, 0 the root) form a tree with one word under the root."""
    return heads.count(0) == 1 and not _cycle((0, *heads))


def _cycle(heads: tuple[int, ...]) -> list[int]:
    """Return the places of a cycle; place 0 is the root, whose own head is not looked at."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path: list[int] = []
        place = start
        while state[place] == 0:
            state[place] = 1
            path.append(place)
            place = heads[place]
        if state[place] == 1:
            return path[path.index(place) :]
        for visited in path:
            state[visited] = 2
    return []


def _spanning_tree(scores: NDArray[np.float64]) -> tuple[int, ...]:
    size = scores.shape[0] + 1
    square = np.full((size, size), -np.inf)
    square[1:] = np.where(np.isfinite(scores), scores, -np.inf)
    square[1:, 0] -= _ROOT_PENALTY
    return tuple(int(head) for head in _contract(square)[1:])


def _contract(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the heads of the best tree over scores[word, head], place 0 being the root."""
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(tuple(int(head) for head in heads))
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.array([place for place in range(len(scores)) if place not in set(cycle)])
    kept = scores[inside, heads[inside]]
    entering = scores[np.ix_(inside, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, inside)]
    smaller = _contract(_contracted(scores, outside, entering, leaving))
    return _expanded(smaller, heads, inside, outside, entering, leaving)


def _contracted(
    scores: NDArray[np.float64],
    outside: NDArray[np.int64],
    entering: NDArray[np.float64],
    leaving: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return the scores with the cycle as one place, the last."""
    count = len(outside)
    smaller = np.full((count + 1, count + 1), -np.inf)
    smaller[:count, :count] = scores[np.ix_(outside, outside)]
    smaller[count, :count] = entering.max(axis=0)
    smaller[:count, count] = leaving.max(axis=1)
    return smaller


def _expanded(
    smaller: NDArray[np.int64],
    heads: NDArray[np.int64],
    inside: NDArray[np.int64],
    outside: NDArray[np.int64],
    entering: NDArray[np.float64],
    leaving: NDArray[np.float64],
) -> NDArray[np.int64]:
    """Return the heads of all places from those of the contracted ones."""
    count = len(outside)
    found = heads.copy()
    for place in range(1, count):
        head = smaller[place]
        found[outside[place]] = inside[leaving[place].argmax()] if head == count else outside[head]
    entry = smaller[count]
    found[inside[entering[:, entry].argmax()]] = outside[entry]
    return found
