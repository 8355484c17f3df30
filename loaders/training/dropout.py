# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""Dropout whose chance belongs to the thread, so that two threads repeat a run exactly."""

from threading import local

import torch
from torch import Tensor, nn


class Dropout(nn.Module):
    """Dropout with a generator of its own in every thread."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate
        self._thread = local()

    def seed(self, number: int) -> None:
        """Set the chance of the calling thread."""
        self._thread.generator = torch.Generator().manual_seed(number)

    def forward(self, states: Tensor) -> Tensor:
        """Return the states, some of them zero while training."""
        if not self.training:
            return states
        kept = torch.empty_like(states).bernoulli_(
            1.0 - self.rate, generator=getattr(self._thread, "generator", None)
        )
        return states * kept / (1.0 - self.rate)

    def rows(self, states: Tensor) -> Tensor:
        """Return the states with whole positions' features dropped alike along a sentence."""
        if not self.training:
            return states
        kept = torch.empty_like(states[:, :1]).bernoulli_(
            1.0 - self.rate, generator=getattr(self._thread, "generator", None)
        )
        return states * kept / (1.0 - self.rate)
