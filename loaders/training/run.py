# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""The training run: seeded steps in two threads, with checkpoints to resume from."""

import json
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor

from loaders.language.subwords import SubwordReader
from loaders.training.batches import Batch, Encoder, Stream, draw
from loaders.training.labels import Labels
from loaders.training.learner import Learner, pretrained_network, write_whole
from loaders.training.losses import loss_of
from loaders.training.network import Network
from loaders.training.pools import Pool
from loaders.training.rates import Rates

CHECKPOINT = "checkpoint.pt"
_RATES = Rates(encoder=1.5e-4)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the model is trained; rates are those of AdamW at the top of the schedule.

    With ``minutes`` the run ends after that time instead of after ``steps``, its rates falling to
    nothing by then: for a machine that is shared. How many steps it takes is then not repeatable.
    """

    steps: int = 8_000
    seed: int = 1
    threads: int = 2
    rates: Rates = _RATES
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
        self.learner = Learner(
            pretrained_network(Network(labels), pretrained),
            recipe.rates,
            seed=recipe.seed,
            clip=recipe.clip,
            momentum=recipe.average,
        )
        reader = SubwordReader.load(pretrained / "tokenizer.json")
        encoder = Encoder(reader, labels)
        self.names = [pool.name for pool in pools]
        self.shares = [pool.share for pool in pools]
        self.streams = [Stream(pool, encoder, recipe.seed) for pool in pools]
        self.progress = 0.0
        self._resumed_at = 0.0
        self._began = time.monotonic()

    def _measure(self) -> None:
        """Note how much of the run is done."""
        if self.recipe.minutes:
            passed = (time.monotonic() - self._began) / (60 * self.recipe.minutes)
            self.progress = self._resumed_at + (1.0 - self._resumed_at) * passed
        else:
            self.progress = self.learner.step / self.recipe.steps

    def _pace(self) -> float:
        """Return the share of the rates: rising while warming up, then falling with progress."""
        warm = min(1.0, (self.learner.step + 1) / self.recipe.warm_up)
        return warm * max(0.0, 1.0 - self.progress)

    def train(self) -> None:
        """Run to the last step, saving a checkpoint now and then and at the end."""
        self.learner.network.train()
        self._began = began = time.monotonic()
        seen, total = 0, 0.0
        with ThreadPoolExecutor(self.recipe.threads) as threads:
            while self.progress < 1.0:
                self.learner.pace(self._pace())
                batches = self._batches()
                total += self.learner.advance([self._loss(batch) for batch in batches], threads)
                self._measure()
                seen += sum(batch.pieces.numel() for batch in batches)
                if self.learner.step % self.recipe.report_every == 0:
                    mean = total / self.recipe.report_every
                    rate = seen / (time.monotonic() - began)
                    _say(f"step {self.learner.step} loss {mean:.3f} sub-words/s {rate:.0f}")
                    total = 0.0
                if self.learner.step % self.recipe.save_every == 0:
                    self.save()
        self.save()

    def _batches(self) -> list[Batch]:
        first = self.learner.step * self.recipe.threads
        turns = range(first, first + self.recipe.threads)
        return [draw(self.streams, self.shares, self.recipe.seed, turn) for turn in turns]

    def _loss(self, batch: Batch) -> Callable[[], Tensor]:
        return lambda: loss_of(self.learner.network, batch)

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        state = {
            **self.learner.state(),
            "weights": self.learner.averaged(),
            "progress": self.progress,
            "streams": {
                name: (stream.epoch, stream.taken)
                for name, stream in zip(self.names, self.streams, strict=True)
            },
        }
        write_whole(state, self.folder / CHECKPOINT)
        (self.folder / "labels.json").write_text(json.dumps(asdict(self.labels), indent=1) + "\n")

    def resume(self) -> None:
        """Continue from the checkpoint of the folder; pools may have grown since.

        A run that is finished goes on where more steps are asked for.
        """
        state = torch.load(self.folder / CHECKPOINT, weights_only=True)
        self.learner.restore(state)
        self.progress = self._resumed_at = state["progress"]
        if not self.recipe.minutes:
            self._measure()
        for name, stream in zip(self.names, self.streams, strict=True):
            stream.restore(*state["streams"].get(name, (0, 0)))
        _say(f"resumed at step {self.learner.step}")


def _say(message: str) -> None:
    print(message, flush=True)  # noqa: T201 - the log of a command that runs for an hour
