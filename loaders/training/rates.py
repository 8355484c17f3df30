"""Rates: how fast the weights of a network move; torch is not needed to know them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of AdamW at the top of the schedule, and how much weights decay.

    ``encoder`` is that of the encoder's highest layer, each one below has ``layer_decay`` of the
    rate above it: the lower a layer, the less it moves from what it was pretrained to be.
    """

    encoder: float
    head: float = 1e-3
    decay: float = 0.01
    layer_decay: float = 1.0
