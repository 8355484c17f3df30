# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""Batches: examples as tensors, drawn from the pools in an order that a seed fixes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import torch
from torch import Tensor

from loaders.language.subwords import SubwordReader
from loaders.training.augmentation import augment
from loaders.training.example import UNKNOWN, Example, Tree
from loaders.training.labels import Labels
from loaders.training.pools import SOURCES, Pool

_WINDOW = 800
"""Examples that are sorted by length together, so that a batch has little padding."""

MOST_PIECES = 320
"""Sub-words of a micro-batch, padding included."""

LONGEST = 240
"""Sub-words of the longest sentence that is learned from."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A micro-batch: B sentences, S sub-words, W words.

    ``pieces`` and ``shapes`` are B x S; ``firsts`` B x (1 + W), the first being the root's. The
    labels are B x W, ``UNKNOWN`` where there is none; ``heads`` count the root as 0; ``opens`` is 1
    where a sentence begins that is run into another.
    """

    pieces: Tensor
    shapes: Tensor
    firsts: Tensor
    tags: Tensor
    classes: Tensor
    heads: Tensor
    relations: Tensor
    opens: Tensor
    source: int

    @property
    def attention(self) -> Tensor:
        """Which sub-words are read: every one but padding (number 0)."""
        return self.pieces != 0

    @property
    def words(self) -> Tensor:
        """Which places B x (1 + W) hold the root or a word."""
        present = self.firsts > 0
        present[:, 0] = True
        return present


@dataclass(frozen=True, slots=True)
class Encoder:
    """Turns examples into batches."""

    reader: SubwordReader
    labels: Labels

    def length(self, example: Example) -> int:
        """Return how many sub-words an example has."""
        return 2 + sum(len(self.reader.pieces(word)) for word in example.words)

    def batch(self, examples: Sequence[Example]) -> Batch:
        """Return examples of one source as a batch."""
        read = [self.reader.read(example.words) for example in examples]
        trees = [example.tree for example in examples]
        numbered = self.labels.relation_number
        wide = max(len(example.words) for example in examples)
        return Batch(
            pieces=_padded([one.pieces for one in read], 0),
            shapes=_padded([one.shapes for one in read], 0),
            firsts=_padded([(0, *one.firsts) for one in read], 0),
            tags=_padded([example.tags for example in examples], UNKNOWN),
            classes=_padded(
                [[self.labels.classes.index(c) for c in t.classes] if t else [] for t in trees],
                UNKNOWN,
                wide,
            ),
            heads=_padded([t.heads if t else [] for t in trees], UNKNOWN, wide),
            relations=_padded(
                [[numbered(r) for r in t.relations] if t else [] for t in trees],
                UNKNOWN,
                wide,
            ),
            opens=_padded([_opens(t) if t else [] for t in trees], UNKNOWN, wide),
            source=SOURCES.index(examples[0].source),
        )


def _opens(tree: Tree) -> list[int]:
    """Return of each word whether another sentence opens with it; the first opens its own."""
    return [UNKNOWN, *(int(word in tree.opens) for word in range(1, len(tree.heads)))]


def _padded(rows: Sequence[Sequence[int]], filler: int, wide: int = 0) -> Tensor:
    width = max(wide, max(map(len, rows)))
    return torch.tensor([[*row, *[filler] * (width - len(row))] for row in rows])


class Stream:
    """The micro-batches of one pool, epoch after epoch, each shuffled and augmented by the seed."""

    def __init__(self, pool: Pool, encoder: Encoder, seed: int) -> None:
        self._pool = pool
        self._encoder = encoder
        self._seed = seed
        self.epoch = 0
        self.taken = 0
        self._waiting: Iterator[Batch] = iter(())

    def restore(self, epoch: int, taken: int) -> None:
        """Continue after the batches of an earlier run."""
        self.epoch, self.taken = epoch, taken
        self._waiting = self._batches(epoch, taken)

    def take(self) -> Batch:
        """Return the next micro-batch."""
        batch = next(self._waiting, None)
        while batch is None:
            self.epoch, self.taken = self.epoch + 1, 0
            self._waiting = self._batches(self.epoch, 0)
            batch = next(self._waiting, None)
        self.taken += 1
        return batch

    def _batches(self, epoch: int, skipped: int) -> Iterator[Batch]:
        random = Random(f"{self._seed} {self._pool.name} {epoch}")  # noqa: S311 - no secret
        groups = self._groups(random)
        return map(self._encoder.batch, groups[skipped:])

    def _groups(self, random: Random) -> list[list[Example]]:
        order = list(self._pool.examples)
        random.shuffle(order)
        changed = [augment(example, random) for example in order]
        groups: list[list[Example]] = []
        for begin in range(0, len(changed), _WINDOW):
            groups.extend(self._filled(changed[begin : begin + _WINDOW]))
        random.shuffle(groups)
        return groups

    def _filled(self, examples: list[Example]) -> Iterator[list[Example]]:
        group: list[Example] = []
        for example in sorted(examples, key=self._sort_key):
            length = self._encoder.length(example)
            if length > LONGEST:
                continue
            changes = group and group[0].source != example.source
            if group and (changes or (len(group) + 1) * length > MOST_PIECES):
                yield group
                group = []
            group.append(example)
        if group:
            yield group

    def _sort_key(self, example: Example) -> tuple[str, int]:
        return example.source, self._encoder.length(example)


def draw(streams: Sequence[Stream], shares: Sequence[float], seed: int, turn: int) -> Batch:
    """Return the micro-batch of a turn; which pool it comes from is the seed's choice."""
    random = Random(f"{seed} {turn}")  # noqa: S311 - no secret
    stream = random.choices(streams, shares)[0]
    return stream.take()
