# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""Groups: the weights of a network that share a rate, and whether they decay."""

import re
from collections import defaultdict

from torch import nn

from loaders.training.rates import Rates

_LAYER = re.compile(r"encoder\.layers\.(\d+)\.")


def parameter_groups(network: nn.Module, rates: Rates) -> list[dict[str, object]]:
    """Return the groups as an optimizer takes them; biases and norms do not decay."""
    layers = len(network.encoder.layers)
    groups: dict[tuple[float, bool], list[nn.Parameter]] = defaultdict(list)
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            groups[_rate(name, layers, rates), parameter.ndim < 2].append(parameter)
    return [
        {"params": chosen, "lr": rate, "weight_decay": 0.0 if plain else rates.decay}
        for (rate, plain), chosen in groups.items()
    ]


def _rate(name: str, layers: int, rates: Rates) -> float:
    if not name.startswith("encoder."):
        return rates.head
    layer = _LAYER.match(name)
    above = layers - 1 - int(layer[1]) if layer else layers
    # What is not pretrained, the embedding of shapes or roles, learns like the top.
    if name.startswith("encoder.shapes."):
        above = 0
    return rates.encoder * rates.layer_decay**above
