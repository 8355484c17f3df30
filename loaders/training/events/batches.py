# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""Batches: typed sentences as tensors, in an order that a seed fixes."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import torch
from torch import Tensor

from loaders.event_types.marking import Marker
from loaders.training.events.augmentation import Augmentation
from loaders.training.events.sentences import TypedSentence

_WINDOW = 256
"""Sentences that are sorted by length together, so that a batch has little padding."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A micro-batch: what the network takes, and the numbers of the types."""

    pieces: Tensor
    roles: Tensor
    places: Tensor
    types: Tensor


@dataclass(frozen=True, slots=True)
class Batcher:
    """Turns sentences into batches."""

    marker: Marker
    types: tuple[str, ...]

    def batch(self, sentences: Sequence[TypedSentence]) -> Batch:
        """Return sentences as a batch."""
        read = [self.marker.mark(one.text, one.actor, one.recipient) for one in sentences]
        return Batch(
            pieces=_padded([one.pieces for one in read]),
            roles=_padded([one.roles for one in read]),
            places=torch.tensor([one.places for one in read]),
            types=torch.tensor([self.types.index(one.type) for one in sentences]),
        )

    def epoch(
        self,
        sentences: Sequence[TypedSentence],
        augmentation: Augmentation,
        size: int,
        random: Random,
    ) -> list[Batch]:
        """Return sentences once, changed anew and in a new order."""
        order = list(sentences)
        random.shuffle(order)
        changed = [augmentation.change(one, random) for one in order]
        groups: list[list[TypedSentence]] = []
        for begin in range(0, len(changed), _WINDOW):
            window = sorted(changed[begin : begin + _WINDOW], key=lambda one: len(one.text))
            groups += [window[at : at + size] for at in range(0, len(window), size)]
        random.shuffle(groups)
        return [self.batch(group) for group in groups]


def _padded(rows: Sequence[tuple[int, ...]]) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *[0] * (width - len(row))] for row in rows])
