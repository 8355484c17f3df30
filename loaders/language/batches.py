"""Batches: sentences of like length that are analyzed together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loaders.language.subwords import Subwords

MOST_PIECES = 768
"""Sub-words of a batch, padding included; more is no faster and takes more memory."""

MOST_PADDING = 12
"""Sub-words of padding that a longer sentence may cost those before it: as much as a batch of its
own costs."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences with their numbers, as the arrays that the model takes."""

    numbers: tuple[int, ...]
    lengths: tuple[int, ...]
    arrays: dict[str, NDArray[np.int64]]


def batches_by_length(sentences: Sequence[Subwords]) -> Iterator[Batch]:
    """Yield all sentences, those of like length together."""
    order = sorted(range(len(sentences)), key=lambda number: len(sentences[number].pieces))
    group: list[int] = []
    for number in order:
        length = len(sentences[number].pieces)
        if group and not _fits(len(sentences[group[-1]].pieces), length, len(group)):
            yield _batch(group, sentences)
            group = []
        group.append(number)
    if group:
        yield _batch(group, sentences)


def _fits(longest: int, length: int, count: int) -> bool:
    """Whether a sentence is to be analyzed with so many that are not longer than ``longest``."""
    return (count + 1) * length <= MOST_PIECES and count * (length - longest) <= MOST_PADDING


def _batch(numbers: list[int], sentences: Sequence[Subwords]) -> Batch:
    chosen = [sentences[number] for number in numbers]
    arrays = {
        "pieces": _padded([one.pieces for one in chosen]),
        "shapes": _padded([one.shapes for one in chosen]),
        "firsts": _padded([(0, *one.firsts) for one in chosen]),
    }
    return Batch(tuple(numbers), tuple(len(one.firsts) for one in chosen), arrays)


def _padded(rows: list[tuple[int, ...]]) -> NDArray[np.int64]:
    padded = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for number, row in enumerate(rows):
        padded[number, : len(row)] = row
    return padded
