# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""The training run: seeded epochs in two threads, with a checkpoint after each."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass
from pathlib import Path
from random import Random

import torch
from torch import Tensor
from torch.nn import functional

from loaders.event_types.marking import Marker
from loaders.language.subwords import SubwordReader
from loaders.training.encoder import load_pretrained
from loaders.training.events.augmentation import Augmentation
from loaders.training.events.batches import Batch, Batcher
from loaders.training.events.groups import parameter_groups
from loaders.training.events.network import EventNetwork
from loaders.training.events.recipe import Recipe
from loaders.training.events.sentences import TypedSentence, split

CHECKPOINT = "checkpoint.pt"
BEST = "best.pt"


@dataclass(frozen=True, slots=True)
class Measure:
    """How the averaged model does on the sentences held out: mean loss, and share right."""

    loss: float
    accuracy: float


class Run:
    """A training run; ``folder`` gets the checkpoint, ``pretrained`` has the encoder's files."""

    def __init__(
        self, recipe: Recipe, sentences: Sequence[TypedSentence], pretrained: Path, folder: Path
    ) -> None:
        torch.set_num_threads(1)
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        self.folder = folder
        self.types = tuple(sorted({one.type for one in sentences}))
        self.learned, self.held = split(sentences, recipe.held_out, recipe.seed)
        self.new = self.learned
        self.augmentation = Augmentation(self.learned)
        reader = SubwordReader.load(pretrained / "tokenizer.json")
        self.batcher = Batcher(Marker(reader), self.types)
        self.network = EventNetwork(len(self.types))
        load_pretrained(self.network.encoder, pretrained / "model.safetensors")
        # The vocabulary stays as it was: words that training never shows keep their neighbors.
        self.network.encoder.words.weight.requires_grad_(False)
        self.trained = [p for p in self.network.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(parameter_groups(self.network, recipe), fused=True)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.average = [p.detach().clone() for p in self.trained]
        self.epoch = 0
        self.step = 0
        self.best = 0.0
        self.best_epoch = 0

    def train(self) -> None:
        """Run epoch after epoch, until those held out have brought no gain for some time."""
        with ThreadPoolExecutor(self.recipe.threads) as threads:
            while self.epoch < self.recipe.epochs:
                if self.epoch - self.best_epoch >= self.recipe.patience:
                    break
                began = time.monotonic()
                loss = self._pass(threads)
                self.epoch += 1
                measure = self.measure()
                # Not the loss: how sure the model is gets calibrated afterwards.
                if measure.accuracy > self.best:
                    self.best, self.best_epoch = measure.accuracy, self.epoch
                    self._write(BEST, self._published())
                self._write(CHECKPOINT, self._state())
                _say(
                    f"epoch {self.epoch} loss {loss:.3f} held out {measure.loss:.3f} "
                    f"right {measure.accuracy:.3f} seconds {time.monotonic() - began:.0f}"
                )

    def _pass(self, threads: ThreadPoolExecutor) -> float:
        """Learn from the sentences once and return the mean loss."""
        self.network.train()
        recipe = self.recipe
        random = Random(f"{recipe.seed} {self.epoch}")  # noqa: S311 - no secret
        chosen = [*self.new, *self._rehearsed(random)]
        batches = self.batcher.epoch(chosen, self.augmentation, recipe.size, random)
        losses: list[float] = []
        for begin in range(0, len(batches), recipe.threads):
            self._pace((self.epoch + begin / len(batches)) / recipe.epochs)
            losses.append(self._advance(batches[begin : begin + recipe.threads], threads))
        return sum(losses) / len(losses)

    def _rehearsed(self, random: Random) -> list[TypedSentence]:
        """Draw of the sentences that are not new as many as there are new ones."""
        new = set(self.new)
        known = [one for one in self.learned if one not in new]
        return random.sample(known, min(len(known), len(self.new)))

    def _pace(self, progress: float) -> None:
        """Set the rates: rising while warming up, then falling with the progress of the run."""
        pace = min(progress / self.recipe.warm_up + 0.01, 1.0) * (1.0 - progress)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * pace

    def _advance(self, batches: list[Batch], threads: ThreadPoolExecutor) -> float:
        numbers = [
            self.recipe.seed + 7_919 * (self.step * self.recipe.threads + place)
            for place in range(len(batches))
        ]
        results = list(threads.map(self._gradients, batches, numbers))
        for parameter, *parts in zip(self.trained, *(result[1] for result in results), strict=True):
            parameter.grad = sum(parts[1:], parts[0]) / len(batches)
        torch.nn.utils.clip_grad_norm_(self.trained, self.recipe.clip)
        self.optimizer.step()
        self.step += 1
        self._follow()
        return sum(result[0] for result in results) / len(results)

    def _gradients(self, batch: Batch, number: int) -> tuple[float, tuple[Tensor, ...]]:
        self.network.dropout.seed(number)
        self.network.head_dropout.seed(number + 1)
        scores = self.network(batch.pieces, batch.roles, batch.places)
        loss = functional.cross_entropy(scores, batch.types, label_smoothing=self.recipe.smoothing)
        return float(loss.detach()), torch.autograd.grad(loss, self.trained)

    def _follow(self) -> None:
        """Move the running average of the weights, which is what is published."""
        weight = 1.0 - min(self.recipe.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            torch._foreach_lerp_(self.average, [p.detach() for p in self.trained], weight)

    def measure(self) -> Measure:
        """Score the averaged weights on the sentences held out."""
        own = [p.detach().clone() for p in self.trained]
        _fill(self.trained, self.average)
        self.network.eval()
        loss = right = 0.0
        with torch.no_grad():
            for begin in range(0, len(self.held), 32):
                batch = self.batcher.batch(self.held[begin : begin + 32])
                scores = self.network(batch.pieces, batch.roles, batch.places)
                loss += float(functional.cross_entropy(scores, batch.types, reduction="sum"))
                right += int((scores.argmax(dim=1) == batch.types).sum())
        _fill(self.trained, own)
        return Measure(loss / len(self.held), right / len(self.held))

    def _published(self) -> dict[str, object]:
        """Return what is exported: the averaged weights, and what their numbers mean."""
        names = [name for name, p in self.network.named_parameters() if p.requires_grad]
        weights = dict(zip(names, (one.clone() for one in self.average), strict=True))
        return {
            "weights": weights,
            "types": self.types,
            "held": [astuple(one) for one in self.held],
            "learned": [astuple(one) for one in self.learned],
        }

    def _state(self) -> dict[str, object]:
        return {
            "network": self.network.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "epoch": self.epoch,
            "step": self.step,
            "best": self.best,
            "best_epoch": self.best_epoch,
        }

    def _write(self, name: str, state: dict[str, object]) -> None:
        """Write a file, whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        partial = self.folder / f"{name}.partial"
        torch.save(state, partial)
        partial.replace(self.folder / name)

    def start(self, earlier: Path) -> None:
        """Begin with the model of an earlier run, which knows all but the sentences new since.

        Each epoch learns the new ones, and as many of the others so that they are not forgotten.
        """
        state = torch.load(earlier / BEST, weights_only=True)
        self.network.load_state_dict(state["weights"], strict=False)
        self.average = [p.detach().clone() for p in self.trained]
        known = {TypedSentence(*one) for one in state["learned"]}
        self.new = [one for one in self.learned if one not in known]

    def resume(self) -> None:
        """Continue after the last whole epoch, with the same sentences."""
        state = torch.load(self.folder / CHECKPOINT, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.average = state["average"]
        self.optimizer.load_state_dict(state["optimizer"])
        self.epoch, self.step = state["epoch"], state["step"]
        self.best, self.best_epoch = state["best"], state["best_epoch"]
        _say(f"resumed after epoch {self.epoch}")


def _fill(parameters: Sequence[Tensor], values: Sequence[Tensor]) -> None:
    with torch.no_grad():
        for parameter, value in zip(parameters, values, strict=True):
            parameter.copy_(value)


def _say(message: str) -> None:
    print(message, flush=True)  # noqa: T201 - the log of a command that runs for minutes
