# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""Groups: the weights of the network that share a rate, and whether they decay."""

import re
from collections import defaultdict

from torch import nn

from loaders.training.events.network import EventNetwork
from loaders.training.events.recipe import Recipe

_LAYER = re.compile(r"encoder\.layers\.(\d+)\.")


def parameter_groups(network: EventNetwork, recipe: Recipe) -> list[dict[str, object]]:
    """Return the groups as an optimizer takes them; biases and norms do not decay.

    The lower a layer of the encoder, the less it moves from what it was pretrained to be.
    """
    layers = len(network.encoder.layers)
    groups: dict[tuple[float, bool], list[nn.Parameter]] = defaultdict(list)
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            groups[_rate(name, layers, recipe), parameter.ndim < 2].append(parameter)
    return [
        {"params": chosen, "lr": rate, "weight_decay": 0.0 if plain else recipe.decay}
        for (rate, plain), chosen in groups.items()
    ]


def _rate(name: str, layers: int, recipe: Recipe) -> float:
    if not name.startswith("encoder."):
        return recipe.head_rate
    layer = _LAYER.match(name)
    above = layers - 1 - int(layer[1]) if layer else layers
    # What is not pretrained, the embedding of roles, learns like the top.
    if name.startswith("encoder.shapes."):
        above = 0
    return recipe.encoder_rate * recipe.layer_decay**above
