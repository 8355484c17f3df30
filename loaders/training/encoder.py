# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""The encoder: BERT as in MiniLM (Wang et al. 2020), with an embedding of the word's shape."""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from loaders.language.shape import SHAPES
from loaders.training.dropout import Dropout


@dataclass(frozen=True, slots=True)
class EncoderSize:
    """The measures of the encoder; the defaults are those of all-MiniLM-L6-v2."""

    vocabulary: int = 30_522
    places: int = 512
    width: int = 384
    inner: int = 1_536
    heads: int = 12
    layers: int = 6


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self, size: EncoderSize, dropout: Dropout) -> None:
        super().__init__()
        self.heads = size.heads
        self.query = nn.Linear(size.width, size.width)
        self.key = nn.Linear(size.width, size.width)
        self.value = nn.Linear(size.width, size.width)
        self.attended = nn.Linear(size.width, size.width)
        self.attended_norm = nn.LayerNorm(size.width, eps=1e-12)
        self.inner = nn.Linear(size.width, size.inner)
        self.outer = nn.Linear(size.inner, size.width)
        self.outer_norm = nn.LayerNorm(size.width, eps=1e-12)
        self.dropout = dropout

    def forward(self, states: Tensor, bias: Tensor, wanted: Tensor | None = None) -> Tensor:
        """Return the states after the layer; ``bias`` shuts padding out of the attention.

        Of the ``wanted`` places, B x K, alone where these are given: the last layer need not do
        the others.
        """
        key, value = self._split(self.key(states)), self._split(self.value(states))
        if wanted is not None:
            states = torch.gather(states, 1, wanted[:, :, None].expand(-1, -1, states.shape[2]))
        query = self._split(self.query(states))
        scores = torch.matmul(query, key.transpose(2, 3)) * (query.shape[-1] ** -0.5) + bias
        mixed = torch.matmul(torch.softmax(scores, dim=-1), value).transpose(1, 2)
        mixed = self.attended(mixed.reshape(states.shape))
        states = self.attended_norm(states + self.dropout(mixed))
        inner = functional.gelu(self.inner(states))
        return self.outer_norm(states + self.dropout(self.outer(inner)))

    def _split(self, states: Tensor) -> Tensor:
        return states.reshape(states.shape[0], states.shape[1], self.heads, -1).transpose(1, 2)


class Encoder(nn.Module):
    """Sub-words and shapes to vectors."""

    def __init__(self, size: EncoderSize, dropout: Dropout) -> None:
        super().__init__()
        self.words = nn.Embedding(size.vocabulary, size.width, padding_idx=0)
        self.places = nn.Embedding(size.places, size.width)
        self.shapes = nn.Embedding(len(SHAPES), size.width)
        self.norm = nn.LayerNorm(size.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.dropout = dropout
        nn.init.zeros_(self.shapes.weight)

    def forward(
        self, pieces: Tensor, shapes: Tensor, attention: Tensor, wanted: Tensor | None = None
    ) -> Tensor:
        """Return one vector a sub-word, B x S x width; of the ``wanted`` places, if given."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.words(pieces) + self.places(places)[None] + self.shapes(shapes)
        states = self.dropout(self.norm(states))
        bias = (1.0 - attention.float())[:, None, None, :] * -10_000.0
        *lower, last = self.layers
        for layer in lower:
            states = layer(states, bias)
        return last(states, bias, wanted)


_LAYER_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "attended_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer_norm": "output.LayerNorm",
}


def load_pretrained(encoder: Encoder, path: Path) -> None:
    """Fill an encoder from the ``model.safetensors`` of a BERT; shapes stay as they are.

    The segment embedding is added to that of the place: there is but one segment.
    """
    stored = load_file(str(path))
    stored = {name.removeprefix("bert."): value for name, value in stored.items()}
    segment = stored["embeddings.token_type_embeddings.weight"][0]
    filled = {
        "words.weight": stored["embeddings.word_embeddings.weight"],
        "places.weight": stored["embeddings.position_embeddings.weight"] + segment,
        "shapes.weight": encoder.shapes.weight.detach(),
        "norm.weight": stored["embeddings.LayerNorm.weight"],
        "norm.bias": stored["embeddings.LayerNorm.bias"],
    }
    for number in range(len(encoder.layers)):
        for ours, theirs in _LAYER_NAMES.items():
            for kind in ("weight", "bias"):
                name = f"encoder.layer.{number}.{theirs}.{kind}"
                filled[f"layers.{number}.{ours}.{kind}"] = stored[name]
    encoder.load_state_dict(filled)
