# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""The network: one encoder with heads for word classes, syntax and entities.

Syntax is scored by deep biaffine attention (Dozat and Manning 2017). A relation is scored for the
pair of a word and any head through two vectors, so that heads can be chosen afterwards: the
``query`` of the word has one row a relation, which is multiplied with the ``key`` of the head.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from loaders.training.dropout import Dropout
from loaders.training.encoder import Encoder, EncoderSize
from loaders.training.labels import Labels
from loaders.training.pools import SOURCES

ARC_WIDTH = 256
RELATION_WIDTH = 96


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of B sentences of W words, R relations.

    ``classes`` B x W x classes; ``tags`` B x W x tags; ``arcs`` B x W x (1 + W), heads last;
    ``queries`` B x W x R x (1 + width); ``keys`` B x (1 + W) x (1 + width); ``opens`` B x W, the
    log odds that another sentence begins with the word.
    """

    classes: Tensor
    tags: Tensor
    arcs: Tensor
    queries: Tensor
    keys: Tensor
    opens: Tensor


class Network(nn.Module):
    """The model that is trained."""

    def __init__(self, labels: Labels, size: EncoderSize | None = None) -> None:
        super().__init__()
        size = size or EncoderSize()
        width = size.width
        self.dropout = Dropout(0.1)
        self.head_dropout = Dropout(0.25)
        self.encoder = Encoder(size, self.dropout)
        self.classes = nn.Linear(width, len(labels.classes))
        self.tags_inner = nn.Linear(width, width)
        self.tags = nn.Linear(width, len(labels.tags))
        self.habits = nn.Parameter(torch.zeros(len(SOURCES), width, len(labels.tags)))
        self.opens = nn.Linear(width, 1)
        self.arc_word = nn.Linear(width, ARC_WIDTH)
        self.arc_head = nn.Linear(width, ARC_WIDTH)
        self.arcs = nn.Linear(ARC_WIDTH + 1, ARC_WIDTH, bias=False)
        self.relation_word = nn.Linear(width, RELATION_WIDTH)
        self.relation_head = nn.Linear(width, RELATION_WIDTH)
        self.relations = nn.Linear(
            RELATION_WIDTH + 1, len(labels.relations) * (RELATION_WIDTH + 1), bias=False
        )
        nn.init.zeros_(self.arcs.weight)
        nn.init.zeros_(self.relations.weight)

    def word_states(
        self, pieces: Tensor, shapes: Tensor, attention: Tensor, firsts: Tensor
    ) -> Tensor:
        """Return the vectors of the root and the words, B x (1 + W) x width."""
        states = self.encoder(pieces, shapes, attention)
        places = firsts[:, :, None].expand(-1, -1, states.shape[2])
        return torch.gather(states, 1, places)

    def tag_scores(self, words: Tensor, source: int = 0) -> Tensor:
        """Return the tag scores by the habits of a corpus; 0 has none beyond the common ones."""
        inner = functional.gelu(self.tags_inner(self.dropout(words)))
        scores = self.tags(inner)
        return scores if source == 0 else scores + torch.matmul(inner, self.habits[source])

    def forward(
        self, pieces: Tensor, shapes: Tensor, attention: Tensor, firsts: Tensor, source: int = 0
    ) -> Scores:
        """Return the scores of a batch."""
        states = self.word_states(pieces, shapes, attention, firsts)
        words = states[:, 1:]
        arc_word = self._part(self.arc_word, words)
        arc_head = self._part(self.arc_head, states)
        arcs = torch.matmul(self.arcs(_with_one(arc_word)), arc_head.transpose(1, 2))
        relation_word = self._part(self.relation_word, words)
        queries = self.relations(_with_one(relation_word))
        queries = queries.reshape(*queries.shape[:2], -1, RELATION_WIDTH + 1)
        return Scores(
            classes=self.classes(self.dropout(words)),
            tags=self.tag_scores(words, source),
            arcs=arcs,
            queries=queries,
            keys=_with_one(self._part(self.relation_head, states)),
            opens=self.opens(self.dropout(words))[:, :, 0],
        )

    def _part(self, layer: nn.Linear, states: Tensor) -> Tensor:
        inner = functional.leaky_relu(layer(self.dropout(states)), 0.1)
        return self.head_dropout.rows(inner)


def _with_one(states: Tensor) -> Tensor:
    return torch.cat([states, torch.ones_like(states[..., :1])], dim=-1)
