"""Recipes: how an event-type model is trained."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the model is trained; rates are those of AdamW at the top of the schedule."""

    epochs: int = 5
    seed: int = 1
    threads: int = 2
    size: int = 8
    encoder_rate: float = 8e-5
    head_rate: float = 1e-3
    decay: float = 0.02
    warm_up: float = 0.08
    clip: float = 1.0
    smoothing: float = 0.1
    average: float = 0.98
    held_out: float = 0.12
    patience: int = 3
