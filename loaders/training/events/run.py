# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""The training run: seeded epochs in two threads, with a checkpoint after each."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass
from pathlib import Path
from random import Random

import torch
from torch import Tensor
from torch.nn import functional

from loaders.event_types.marking import Marker
from loaders.language.subwords import SubwordReader
from loaders.training.events.augmentation import Augmentation
from loaders.training.events.batches import Batch, Batcher
from loaders.training.events.network import EventNetwork
from loaders.training.events.recipe import Recipe
from loaders.training.events.sentences import TypedSentence, split
from loaders.training.events.teaching import BEST, Teachers
from loaders.training.learner import Learner, pretrained_network, write_whole

CHECKPOINT = "checkpoint.pt"


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
        self.learned, self.held = split(sentences, recipe.held_out)
        self.new = self.learned
        self.augmentation = Augmentation(self.learned)
        reader = SubwordReader.load(pretrained / "tokenizer.json")
        self.batcher = Batcher(Marker(reader), self.types)
        self.network = EventNetwork(len(self.types))
        self.learner = Learner(
            pretrained_network(self.network, pretrained),
            recipe.rates,
            seed=recipe.seed,
            clip=recipe.clip,
            momentum=recipe.average,
        )
        self.teachers: Teachers | None = None
        self.epoch = 0
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
                    write_whole(self._published(), self.folder / BEST)
                write_whole(self._state(), self.folder / CHECKPOINT)
                _say(
                    f"epoch {self.epoch} loss {loss:.3f} held out {measure.loss:.3f} "
                    f"right {measure.accuracy:.3f} seconds {time.monotonic() - began:.0f}"
                )

    def _pass(self, threads: ThreadPoolExecutor) -> float:
        """Learn from the sentences once and return the mean loss."""
        self.network.train()
        recipe = self.recipe
        random = Random(f"{recipe.seed} {self.epoch}")  # noqa: S311 - no secret
        sentences = [*self.new, *self._rehearsed(random)]
        batches = self.batcher.epoch(sentences, self.augmentation, recipe.size, random)
        losses: list[float] = []
        for begin in range(0, len(batches), recipe.threads):
            self.learner.pace(self._pace((self.epoch + begin / len(batches)) / recipe.epochs))
            chosen = batches[begin : begin + recipe.threads]
            losses.append(self.learner.advance([self._loss(batch) for batch in chosen], threads))
        return sum(losses) / len(losses)

    def _rehearsed(self, random: Random) -> list[TypedSentence]:
        """Draw of the sentences that are not new as many as there are new ones."""
        new = set(self.new)
        known = [one for one in self.learned if one not in new]
        return random.sample(known, min(len(known), len(self.new)))

    def _pace(self, progress: float) -> float:
        """Return the share of the rates: rising while warming up, then falling with progress."""
        return min(progress / self.recipe.warm_up + 0.01, 1.0) * (1.0 - progress)

    def _loss(self, batch: Batch) -> Callable[[], Tensor]:
        """Return what computes how far the scores of a batch are from labels and teachers."""

        def loss() -> Tensor:
            scores = self.network(batch.pieces, batch.roles, batch.places)
            smoothing = self.recipe.smoothing
            told = functional.cross_entropy(scores, batch.types, label_smoothing=smoothing)
            if self.teachers is None:
                return told
            return torch.lerp(told, self.teachers.loss(scores, batch), self.recipe.taught)

        return loss

    def measure(self) -> Measure:
        """Score the averaged weights on the sentences held out."""
        loss = right = 0.0
        with self.learner.published(), torch.no_grad():
            for begin in range(0, len(self.held), 32):
                batch = self.batcher.batch(self.held[begin : begin + 32])
                scores = self.network(batch.pieces, batch.roles, batch.places)
                loss += float(functional.cross_entropy(scores, batch.types, reduction="sum"))
                right += int((scores.argmax(dim=1) == batch.types).sum())
        return Measure(loss / len(self.held), right / len(self.held))

    def _published(self) -> dict[str, object]:
        """Return what is exported: the averaged weights, and what their numbers mean."""
        return {
            "weights": self.learner.averaged(),
            "types": self.types,
            "held": [astuple(one) for one in self.held],
            "learned": [astuple(one) for one in self.learned],
        }

    def _state(self) -> dict[str, object]:
        return {
            **self.learner.state(),
            "epoch": self.epoch,
            "best": self.best,
            "best_epoch": self.best_epoch,
        }

    def start(self, earlier: Path) -> None:
        """Begin with the model of an earlier run, which knows all but the sentences new since.

        Each epoch learns the new ones, and as many of the others so that they are not forgotten.
        """
        state = torch.load(earlier / BEST, weights_only=True)
        self.network.load_state_dict(state["weights"], strict=False)
        self.learner.restart_average()
        known = {TypedSentence(*one) for one in state["learned"]}
        self.new = [one for one in self.learned if one not in known]

    def resume(self) -> None:
        """Continue after the last whole epoch, with the same sentences."""
        state = torch.load(self.folder / CHECKPOINT, weights_only=True)
        self.learner.restore(state)
        self.epoch = state["epoch"]
        self.best, self.best_epoch = state["best"], state["best_epoch"]
        _say(f"resumed after epoch {self.epoch}")


def _say(message: str) -> None:
    print(message, flush=True)  # noqa: T201 - the log of a command that runs for minutes
