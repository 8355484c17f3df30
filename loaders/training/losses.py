# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""Losses: how far the network's scores are from the labels of a micro-batch."""

import torch
from torch import Tensor
from torch.nn import functional

from loaders.training.batches import Batch
from loaders.training.example import UNKNOWN
from loaders.training.network import Network

_CLASS_WEIGHT = 0.5
_TAG_WEIGHT = 1.5
_OPENS_WEIGHT = 3.0  # few words open a sentence, so that the mean over all of them is small


def loss_of(network: Network, batch: Batch) -> Tensor:
    """Return the loss of a micro-batch: of tags, and of syntax where it is known."""
    if not bool((batch.heads != UNKNOWN).any()):
        states = network.word_states(batch.pieces, batch.shapes, batch.attention, batch.firsts)
        return _TAG_WEIGHT * _cross(network.tag_scores(states[:, 1:], batch.source), batch.tags)
    scores = network(batch.pieces, batch.shapes, batch.attention, batch.firsts, batch.source)
    arcs = scores.arcs.masked_fill(~batch.words[:, None, :], -1e4)
    loss = _cross(arcs, batch.heads) + _CLASS_WEIGHT * _cross(scores.classes, batch.classes)
    loss = loss + _OPENS_WEIGHT * _opens_loss(scores.opens, batch.opens)
    loss = loss + _cross(_relation_scores(scores.queries, scores.keys, batch), batch.relations)
    if bool((batch.tags != UNKNOWN).any()):
        loss = loss + _TAG_WEIGHT * _cross(scores.tags, batch.tags)
    return loss


def _relation_scores(queries: Tensor, keys: Tensor, batch: Batch) -> Tensor:
    heads = batch.heads.clamp(min=0)[:, :, None].expand(-1, -1, keys.shape[2])
    return torch.einsum("bwrd,bwd->bwr", queries, torch.gather(keys, 1, heads))


def _opens_loss(scores: Tensor, opens: Tensor) -> Tensor:
    known = opens != UNKNOWN
    return functional.binary_cross_entropy_with_logits(scores[known], opens[known].float())


def _cross(scores: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(
        scores.reshape(-1, scores.shape[-1]), labels.reshape(-1), ignore_index=UNKNOWN
    )
