# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""The training run: seeded steps in two threads, with checkpoints to resume from."""

import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor

from loaders.language.subwords import SubwordReader
from loaders.training.batches import Batch, Encoder, Stream, draw
from loaders.training.encoder import load_pretrained
from loaders.training.labels import Labels
from loaders.training.losses import loss_of
from loaders.training.network import Network
from loaders.training.pools import Pool

CHECKPOINT = "checkpoint.pt"


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the model is trained; rates are those of AdamW at the top of the schedule.

    With ``minutes`` the run ends after that time instead of after ``steps``, its rates falling to
    nothing by then: for a machine that is shared. How many steps it takes is then not repeatable.
    """

    steps: int = 7_000
    seed: int = 1
    threads: int = 2
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    warm_up: int = 300
    clip: float = 5.0
    average: float = 0.997
    save_every: int = 500
    report_every: int = 100
    minutes: float = 0.0


class Run:
    """A training run; ``folder`` gets the checkpoint, ``pretrained`` has the encoder's files."""

    def __init__(
        self, recipe: Recipe, pools: Sequence[Pool], labels: Labels, pretrained: Path, folder: Path
    ) -> None:
        torch.set_num_threads(1)
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        self.folder = folder
        self.labels = labels
        self.network = Network(labels)
        load_pretrained(self.network.encoder, pretrained / "model.safetensors")
        # The vocabulary stays as it was: names that training never shows keep their neighbors.
        self.network.encoder.words.weight.requires_grad_(False)
        self.trained = [p for p in self.network.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(_groups(self.network, recipe), fused=True)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.average = [p.detach().clone() for p in self.trained]
        reader = SubwordReader.load(pretrained / "tokenizer.json")
        encoder = Encoder(reader, labels)
        self.names = [pool.name for pool in pools]
        self.shares = [pool.share for pool in pools]
        self.streams = [Stream(pool, encoder, recipe.seed) for pool in pools]
        self.step = 0
        self.progress = 0.0
        self._resumed_at = 0.0
        self._began = time.monotonic()

    def _measure(self) -> None:
        """Note how much of the run is done."""
        if self.recipe.minutes:
            passed = (time.monotonic() - self._began) / (60 * self.recipe.minutes)
            self.progress = self._resumed_at + (1.0 - self._resumed_at) * passed
        else:
            self.progress = self.step / self.recipe.steps

    def _pace(self) -> None:
        """Set the rates: rising while warming up, then falling with the progress of the run."""
        pace = min(1.0, (self.step + 1) / self.recipe.warm_up) * max(0.0, 1.0 - self.progress)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * pace

    def train(self) -> None:
        """Run to the last step, saving a checkpoint now and then and at the end."""
        self.network.train()
        self._began = began = time.monotonic()
        seen, total = 0, 0.0
        with ThreadPoolExecutor(self.recipe.threads) as threads:
            while self.progress < 1.0:
                self._pace()
                batches = self._batches()
                total += self._advance(batches, threads)
                self._measure()
                seen += sum(batch.pieces.numel() for batch in batches)
                if self.step % self.recipe.report_every == 0:
                    mean = total / self.recipe.report_every
                    rate = seen / (time.monotonic() - began)
                    _say(f"step {self.step} loss {mean:.3f} sub-words/s {rate:.0f}")
                    total = 0.0
                if self.step % self.recipe.save_every == 0:
                    self.save()
        self.save()

    def _batches(self) -> list[Batch]:
        first = self.step * self.recipe.threads
        turns = range(first, first + self.recipe.threads)
        return [draw(self.streams, self.shares, self.recipe.seed, turn) for turn in turns]

    def _advance(self, batches: list[Batch], threads: ThreadPoolExecutor) -> float:
        numbers = [
            self.recipe.seed + 7_919 * (self.step * len(batches) + place)
            for place in range(len(batches))
        ]
        results = list(threads.map(self._gradients, batches, numbers))
        for parameter, *parts in zip(self.trained, *(result[1] for result in results), strict=True):
            known = [part for part in parts if part is not None]
            parameter.grad = sum(known[1:], known[0]) / len(batches) if known else None
        torch.nn.utils.clip_grad_norm_(self.trained, self.recipe.clip)
        self.optimizer.step()
        self.step += 1
        self._follow()
        return sum(result[0] for result in results) / len(results)

    def _gradients(self, batch: Batch, number: int) -> tuple[float, tuple[Tensor | None, ...]]:
        self.network.dropout.seed(number)
        self.network.head_dropout.seed(number + 1)
        loss = loss_of(self.network, batch)
        return float(loss.detach()), torch.autograd.grad(loss, self.trained, allow_unused=True)

    def _follow(self) -> None:
        """Move the running average of the weights, which is what is published."""
        weight = 1.0 - min(self.recipe.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            torch._foreach_lerp_(self.average, [p.detach() for p in self.trained], weight)

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        state = {
            "step": self.step,
            "network": self.network.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "progress": self.progress,
            "streams": {
                name: (stream.epoch, stream.taken)
                for name, stream in zip(self.names, self.streams, strict=True)
            },
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "labels.json").write_text(json.dumps(asdict(self.labels), indent=1) + "\n")
        partial = self.folder / f"{CHECKPOINT}.partial"
        torch.save(state, partial)
        partial.replace(self.folder / CHECKPOINT)

    def resume(self) -> None:
        """Continue from the checkpoint of the folder; pools may have grown since."""
        state = torch.load(self.folder / CHECKPOINT, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.average = state["average"]
        self.optimizer.load_state_dict(state["optimizer"])
        self.step = state["step"]
        self.progress = self._resumed_at = state["progress"]
        for name, stream in zip(self.names, self.streams, strict=True):
            stream.restore(*state["streams"].get(name, (0, 0)))
        _say(f"resumed at step {self.step}")


def published(network: Network, average: Sequence[Tensor]) -> Network:
    """Return the network with the averaged weights, ready to be exported."""
    trained = [
        parameter
        for name, parameter in network.named_parameters()
        if name != "encoder.words.weight"
    ]
    with torch.no_grad():
        for parameter, value in zip(trained, average, strict=True):
            parameter.copy_(value)
    return network.eval()


def _groups(network: Network, recipe: Recipe) -> list[dict[str, object]]:
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


def _say(message: str) -> None:
    print(message, flush=True)  # noqa: T201 - the log of a command that runs for an hour
