# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""Groups: the weights of the network that share a rate, and whether they decay."""

from loaders.training.events.network import EventNetwork
from loaders.training.events.recipe import Recipe


def parameter_groups(network: EventNetwork, recipe: Recipe) -> list[dict[str, object]]:
    """Return the groups as an optimizer takes them; biases and norms do not decay."""
    groups: list[dict[str, object]] = []
    for encoder, rate in ((True, recipe.encoder_rate), (False, recipe.head_rate)):
        for plain in (True, False):
            chosen = [
                parameter
                for name, parameter in network.named_parameters()
                if parameter.requires_grad
                and name.startswith("encoder.") == encoder
                and (parameter.ndim < 2) == plain
            ]
            groups.append(
                {"params": chosen, "lr": rate, "weight_decay": 0.0 if plain else recipe.decay}
            )
    return groups
