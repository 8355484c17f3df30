# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""Openings: a small head that tells, from the vectors of words, where another sentence begins.

The language model stays as it is. The head is trained first without every fourth document; there it
is found out how far it is to be believed beside what is to be seen (``Doubt``), and then it is
trained on all.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from loaders.training.boundaries import read_training_documents
from loaders.training.opening_graph import LAYERS, add_head, word_vectors
from loaders.training.stretches import Stretch, read_stretches

_VECTOR = 384
_UNIT = 32
"""Weights of boundaries are whole parts of this."""


@dataclass(frozen=True, slots=True)
class OpeningRecipe:
    """How the head is trained.

    ``width`` units look at ``reach`` words at a time. Of stretches that were made, by running
    sentences together, a share ``made`` is seen in each round: the network knows such already, and
    those that our own boundaries leave are otherwise. Of stretches without an opening a share
    ``kept`` is seen, and counts the more. A sentence opens where the odds for it are above
    ``certainty``.
    """

    width: int = 96
    reach: int = 5
    rounds: int = 12
    dropout: float = 0.2
    rate: float = 2e-3
    decay: float = 0.02
    words: int = 1_500
    warm_up: int = 50
    made: float = 0.1
    kept: float = 0.2
    certainty: float = 0.5
    seed: int = 1


class OpeningNetwork(nn.Module):
    """The head: a projection of the vectors, a convolution over words, one score a word."""

    def __init__(self, recipe: OpeningRecipe) -> None:
        super().__init__()
        width = recipe.width
        self.inner = nn.Linear(_VECTOR * len(LAYERS), width)
        self.around = nn.Conv1d(width, width, recipe.reach, padding=recipe.reach // 2)
        self.outer = nn.Linear(width, 1)
        self.dropout = nn.Dropout(recipe.dropout)

    def forward(self, vectors: Tensor, mask: Tensor) -> Tensor:
        """Return the log odds of B x W words; ``mask`` is nought where there is none."""
        kept = functional.dropout(vectors, 0.1, self.training)
        inner = functional.relu(self.inner(kept)) * mask[:, :, None]
        around = functional.relu(self.around(self.dropout(inner).transpose(1, 2)))
        return self.outer(self.dropout(around.transpose(1, 2)))[:, :, 0]


@dataclass(frozen=True, slots=True)
class _Item:
    """A stretch, its vectors, and how much it counts."""

    stretch: Stretch
    vectors: NDArray[np.float16]
    weight: float = 1.0


def train_openings(corpora: Path, folder: Path, recipe: OpeningRecipe) -> None:
    """Train the head for the model in a folder, and add it to that model."""
    torch.set_num_threads(1)
    stretches = list(read_stretches(list(read_training_documents(corpora)), recipe.seed))
    _say(f"{len(stretches)} stretches, {sum(sum(one.opens) for one in stretches)} openings")
    vectors = word_vectors(folder, [one.words for one in stretches])
    items = [_Item(*pair) for pair in zip(stretches, vectors, strict=True)]
    _say("vectors read")
    held = [one for one in items if one.stretch.document % 4 == 0]
    rest = [one for one in items if one.stretch.document % 4]
    belief = _belief(_trained(rest, recipe), [one for one in held if one.stretch.natural])
    _say("log odds are {:.3f} head + {:.3f} clues / 32 + {:.3f}".format(*belief))
    add_head(folder / "model.onnx", _weights(_trained(items, recipe), belief, recipe))


def _trained(items: Sequence[_Item], recipe: OpeningRecipe) -> OpeningNetwork:
    torch.manual_seed(recipe.seed)
    random = np.random.default_rng(recipe.seed)
    network = OpeningNetwork(recipe)
    optimizer = torch.optim.AdamW(network.parameters(), lr=recipe.rate, weight_decay=recipe.decay)
    began = time.monotonic()
    rounds = [_batches(_drawn(items, recipe, random), recipe) for _ in range(recipe.rounds)]
    steps, step = sum(map(len, rounds)), 0
    for number, batches in enumerate(rounds, start=1):
        total = 0.0
        for place in random.permutation(len(batches)):
            pace = min(1.0, (step + 1) / recipe.warm_up) * (1.0 - step / steps)
            optimizer.param_groups[0]["lr"] = recipe.rate * pace
            loss = _loss(network, batches[place])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
            total += float(loss.detach())
        _say(f"round {number} loss {total / len(batches):.4f} {time.monotonic() - began:.0f} s")
    return network.eval()


def _drawn(
    items: Sequence[_Item], recipe: OpeningRecipe, random: np.random.Generator
) -> list[_Item]:
    """Return the items of a round: most that hold an opening, and a share of the others."""
    drawn: list[_Item] = []
    for one in items:
        if not one.stretch.natural and random.random() >= recipe.made:
            continue
        if any(one.stretch.opens):
            drawn.append(one)
        elif random.random() < recipe.kept:
            drawn.append(_Item(one.stretch, one.vectors, 1.0 / recipe.kept))
    return [drawn[place] for place in random.permutation(len(drawn))]


def _batches(items: list[_Item], recipe: OpeningRecipe) -> list[list[_Item]]:
    """Return batches of stretches of like length."""
    batches: list[list[_Item]] = [[]]
    for one in sorted(items, key=lambda item: len(item.vectors)):
        if (len(batches[-1]) + 1) * len(one.vectors) > recipe.words and batches[-1]:
            batches.append([])
        batches[-1].append(one)
    return batches


def _padded(batch: Sequence[_Item]) -> tuple[Tensor, Tensor]:
    longest = max(len(one.vectors) for one in batch)
    vectors = torch.zeros(len(batch), longest, _VECTOR * len(LAYERS))
    mask = torch.zeros(len(batch), longest)
    for row, one in enumerate(batch):
        vectors[row, : len(one.vectors)] = torch.from_numpy(one.vectors)
        mask[row, : len(one.vectors)] = 1.0
    return vectors, mask


def _loss(network: OpeningNetwork, batch: Sequence[_Item]) -> Tensor:
    vectors, mask = _padded(batch)
    wanted, weight = torch.zeros_like(mask), torch.zeros_like(mask)
    for row, one in enumerate(batch):
        length = len(one.vectors)
        wanted[row, :length] = torch.tensor(one.stretch.opens, dtype=torch.float32)
        weight[row, :length] = one.weight * torch.tensor(one.stretch.behind_blank)
    scores = network(vectors, mask)
    losses = functional.binary_cross_entropy_with_logits(scores, wanted, reduction="none")
    return (losses * weight).sum() / weight.sum()


def _belief(network: OpeningNetwork, held: Sequence[_Item]) -> NDArray[np.float64]:
    """Return how head, doubts and one are weighed for the log odds, by Newton's method."""
    rows: list[tuple[float, float, float]] = []
    opens: list[bool] = []
    for one in held:
        with torch.no_grad():
            (scores,) = network(*_padded([one])).tolist()
        for word, blank in enumerate(one.stretch.behind_blank):
            if blank:
                rows.append((scores[word], one.stretch.doubts[word] / _UNIT, 1.0))
                opens.append(one.stretch.opens[word])
    seen, wanted, belief = np.array(rows), np.array(opens, float), np.zeros(3)
    for _ in range(30):
        chance = 1 / (1 + np.exp(-seen @ belief))
        bend = (seen * (chance * (1 - chance))[:, None]).T @ seen
        belief += np.linalg.solve(bend, seen.T @ (wanted - chance))
    _report(1 / (1 + np.exp(-seen @ belief)), wanted)
    return belief


def _report(chance: NDArray[np.float64], wanted: NDArray[np.float64]) -> None:
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        hits, found = wanted[chance > least].sum(), (chance > least).sum()
        _say(f"held out, above {least}: {found} found, {hits:.0f} of {wanted.sum():.0f} right")


def _weights(
    network: OpeningNetwork, belief: NDArray[np.float64], recipe: OpeningRecipe
) -> dict[str, NDArray[np.float32]]:
    """Return the weights of the head, its scores such that doubts can be added to them."""
    head, clues, constant = belief
    weights = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    least = np.log(recipe.certainty / (1 - recipe.certainty))
    scale = _UNIT / clues
    weights["outer.weight"] = (weights["outer.weight"] * head * scale).astype(np.float32)
    weights["outer.bias"] = ((weights["outer.bias"] * head + constant - least) * scale).astype(
        np.float32
    )
    return weights


def _say(message: str) -> None:
    print(message, flush=True)  # noqa: T201 - the log of a command that runs for minutes
