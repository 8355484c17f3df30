"""Sessions: the network in onnxruntime, behind a typed call."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from loaders.language.batches import Batch

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of B sentences of W words, R relations.

    ``classes`` B x W x classes; ``tags`` B x W x tags, log probabilities; ``arcs``
    B x W x (1 + W), heads last; a relation's score is the product of the word's row in ``queries``
    (B x W x R x width) and the head's in ``keys`` (B x (1 + W) x width). ``openings`` B x W is
    what speaks for another sentence's beginning with a word, see ``Opening``; a model to which no
    such head was added says nothing of it.
    """

    classes: Floats
    tags: Floats
    arcs: Floats
    queries: Floats
    keys: Floats
    openings: Floats | None = None


class NetworkSession:
    """The network; may be run by several threads at once."""

    def __init__(self, path: Path, threads: int = 1) -> None:
        # onnxruntime declares no type for its options.
        options = cast("Any", onnxruntime.SessionOptions())
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # The arena would keep the memory of the largest batch for good.
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(path), sess_options=options, providers=["CPUExecutionProvider"]
        )

    def run(self, batch: Batch) -> Scores:
        """Return the scores of a batch."""
        return Scores(*cast("list[Floats]", self._session.run(None, batch.arrays)))
