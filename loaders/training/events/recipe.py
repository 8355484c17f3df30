"""Recipes: how an event-type model is trained."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the model is trained; rates are those of AdamW at the top of the schedule.

    ``encoder_rate`` is that of the encoder's highest layer, each one below has ``layer_decay`` of
    the rate above it.
    """

    epochs: int = 5
    seed: int = 1
    threads: int = 2
    size: int = 8
    encoder_rate: float = 1e-4
    layer_decay: float = 0.85
    head_rate: float = 1e-3
    decay: float = 0.02
    warm_up: float = 0.08
    clip: float = 1.0
    smoothing: float = 0.1
    average: float = 0.98
    held_out: float = 0.12
    patience: int = 3


CONTINUED = Recipe(epochs=2, encoder_rate=6e-5, layer_decay=0.9, head_rate=3e-4)
"""How a model goes on with sentences that are new since it was trained."""
