# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""A learner: a network, its optimizer, and the running average of its weights.

Each step takes a few micro-batches, each in a thread of its own: on two cores twice as fast as
torch's own threads. Dropout is seeded by the number of the micro-batch, so a run can be repeated.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from loaders.training.encoder import load_pretrained
from loaders.training.groups import parameter_groups
from loaders.training.rates import Rates


class Learner:
    """Moves a network by AdamW; ``clip`` bounds the norm of a step's gradient.

    ``momentum`` is the share of the average that stays at each step, which is less at the start.
    """

    def __init__(
        self, network: nn.Module, rates: Rates, *, seed: int, clip: float, momentum: float
    ) -> None:
        self.network = network
        # The vocabulary stays as it was: words that training never shows keep their neighbors.
        network.encoder.words.weight.requires_grad_(False)
        self.trained = [p for p in network.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(parameter_groups(network, rates), fused=True)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.average = [p.detach().clone() for p in self.trained]
        self.seed = seed
        self.clip = clip
        self.momentum = momentum
        self.step = 0

    def pace(self, share: float) -> None:
        """Set the rates to a share of those at the top."""
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share

    def advance(self, losses: Sequence[Callable[[], Tensor]], threads: ThreadPoolExecutor) -> float:
        """Make a step down the mean of some losses, and return it."""
        first = self.step * len(losses)
        numbers = [self.seed + 7_919 * (first + place) for place in range(len(losses))]
        results = list(threads.map(self._gradients, losses, numbers))
        for parameter, *parts in zip(self.trained, *(result[1] for result in results), strict=True):
            known = [part for part in parts if part is not None]
            parameter.grad = sum(known[1:], known[0]) / len(losses) if known else None
        torch.nn.utils.clip_grad_norm_(self.trained, self.clip)
        self.optimizer.step()
        self.step += 1
        self._follow()
        return sum(result[0] for result in results) / len(results)

    def _gradients(
        self, loss: Callable[[], Tensor], number: int
    ) -> tuple[float, tuple[Tensor | None, ...]]:
        self.network.dropout.seed(number)
        self.network.head_dropout.seed(number + 1)
        value = loss()
        return float(value.detach()), torch.autograd.grad(value, self.trained, allow_unused=True)

    def _follow(self) -> None:
        """Move the running average of the weights, which is what is published."""
        weight = 1.0 - min(self.momentum, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            torch._foreach_lerp_(self.average, [p.detach() for p in self.trained], weight)

    def restart_average(self) -> None:
        """Let the average begin anew at the weights as they are."""
        self.average = [p.detach().clone() for p in self.trained]

    @contextmanager
    def published(self) -> Iterator[None]:
        """Let the network have the averaged weights for a while, and be as it is when used."""
        own = [p.detach().clone() for p in self.trained]
        _fill(self.trained, self.average)
        self.network.eval()
        yield
        _fill(self.trained, own)
        self.network.train()

    def averaged(self) -> dict[str, Tensor]:
        """Return the averaged weights by their names."""
        names = [name for name, p in self.network.named_parameters() if p.requires_grad]
        return dict(zip(names, (one.clone() for one in self.average), strict=True))

    def state(self) -> dict[str, Any]:
        """Return what a checkpoint keeps."""
        return {
            "network": self.network.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from a checkpoint."""
        self.network.load_state_dict(state["network"])
        self.average = state["average"]
        self.optimizer.load_state_dict(state["optimizer"])
        self.step = state["step"]


def _fill(parameters: Sequence[Tensor], values: Sequence[Tensor]) -> None:
    with torch.no_grad():
        for parameter, value in zip(parameters, values, strict=True):
            parameter.copy_(value)


def pretrained_network(network: nn.Module, folder: Path) -> nn.Module:
    """Return the network with its encoder as it was pretrained."""
    load_pretrained(network.encoder, folder / "model.safetensors")
    return network


def write_whole(state: dict[str, Any], path: Path) -> None:
    """Write a checkpoint, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.partial")
    torch.save(state, partial)
    partial.replace(path)
