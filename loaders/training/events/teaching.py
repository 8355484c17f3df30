# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""Teaching: a model learns what several others think together (Hinton et al. 2015).

Models that differ by their seed alone err at different sentences; the mean of what they think is
better than each, and one model can learn it.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from loaders.training.events.batches import Batch
from loaders.training.events.network import EventNetwork
from loaders.training.learner import pretrained_network

BEST = "best.pt"
"""The file of a run that keeps its best model."""


class Teachers:
    """Finished runs, which think together."""

    def __init__(self, networks: Sequence[EventNetwork]) -> None:
        self.networks = networks

    @classmethod
    def load(cls, runs: Sequence[Path], types: Sequence[str], pretrained: Path) -> "Teachers":
        """Return the best models of some runs.

        Raises:
            ValueError: A run knows other types.
        """
        return cls([_load(run, types, pretrained) for run in runs])

    def loss(self, scores: Tensor, batch: Batch) -> Tensor:
        """Return the cross entropy of a model's scores and the mean of what the teachers think."""
        with torch.no_grad():
            given = (one(batch.pieces, batch.roles, batch.places) for one in self.networks)
            thought = torch.stack([torch.softmax(one, dim=-1) for one in given]).mean(dim=0)
        return functional.cross_entropy(scores, thought)


def _load(run: Path, types: Sequence[str], pretrained: Path) -> EventNetwork:
    state = torch.load(run / BEST, weights_only=True)
    if tuple(state["types"]) != tuple(types):
        raise ValueError(f"{run} knows other types: train it anew with the sentences of today.")
    return published(state, pretrained)


def published(state: dict[str, Any], pretrained: Path) -> EventNetwork:
    """Return the network that a run found best, as it is exported."""
    network = EventNetwork(len(state["types"]))
    pretrained_network(network, pretrained)
    network.load_state_dict(state["weights"], strict=False)
    return network.eval()
