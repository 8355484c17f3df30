# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""The network: an encoder, and the types by the vectors of the sentence and its two marks.

Marks around the two sides of a relation, whose vectors stand for them, are the "entity start" of
Baldini Soares et al. (2019).
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from loaders.event_types.marking import ROLES
from loaders.training.dropout import Dropout
from loaders.training.encoder import Encoder, EncoderSize


class EventNetwork(nn.Module):
    """The model that is trained."""

    def __init__(self, types: int, size: EncoderSize | None = None) -> None:
        super().__init__()
        size = size or EncoderSize()
        self.dropout = Dropout(0.1)
        self.head_dropout = Dropout(0.2)
        self.encoder = Encoder(size, self.dropout)
        # Where the language model adds the shape of the word, this one adds its role.
        self.encoder.shapes = nn.Embedding(ROLES, size.width)
        nn.init.normal_(self.encoder.shapes.weight, std=0.02)
        with torch.no_grad():
            self.encoder.shapes.weight[0].zero_()
        self.inner = nn.Linear(3 * size.width, size.width)
        self.types = nn.Linear(size.width, types)

    def forward(self, pieces: Tensor, roles: Tensor, places: Tensor) -> Tensor:
        """Return scores, B x types, from B x S sub-words and roles and B x 2 places of marks."""
        wanted = torch.cat([torch.zeros_like(places[:, :1]), places], dim=1)
        states = self.encoder(pieces, roles, pieces != 0, wanted)
        joined = torch.cat([states[:, 0], states[:, 1], states[:, 2]], dim=-1)
        inner = functional.gelu(self.inner(self.head_dropout(joined)))
        return self.types(self.head_dropout(inner))
