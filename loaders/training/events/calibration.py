"""Calibration: the temperature by which scores become honest probabilities (Guo et al. 2017)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_TEMPERATURES = np.geomspace(0.2, 5.0, 400)


def best_temperature(scores: NDArray[np.float32], labels: Sequence[int]) -> float:
    """Return the temperature with the least loss on N x types scores and their right types."""
    losses = [mean_loss(scores / one, labels) for one in _TEMPERATURES]
    return round(float(_TEMPERATURES[int(np.argmin(losses))]), 4)


def mean_loss(scores: NDArray[np.floating], labels: Sequence[int]) -> float:
    """Return the mean negative log probability of the right types."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return float(-logs[np.arange(len(labels)), list(labels)].mean())
