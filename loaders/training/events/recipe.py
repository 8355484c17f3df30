"""Recipes: how an event-type model is trained."""

from dataclasses import dataclass

from loaders.training.rates import Rates

_RATES = Rates(encoder=1e-4, layer_decay=0.85, decay=0.02)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the model is trained; rates are those of AdamW at the top of the schedule.

    ``taught`` is the share of the loss that is how far the model is from its teachers, if it has
    any; the rest is how far it is from the labels.
    """

    epochs: int = 5
    seed: int = 1
    threads: int = 2
    size: int = 8
    rates: Rates = _RATES
    warm_up: float = 0.08
    clip: float = 1.0
    smoothing: float = 0.1
    average: float = 0.98
    held_out: float = 0.12
    patience: int = 3
    taught: float = 0.5


CONTINUED = Recipe(epochs=2, rates=Rates(encoder=6e-5, layer_decay=0.9, head=3e-4, decay=0.02))
"""How a model goes on with sentences that are new since it was trained."""
