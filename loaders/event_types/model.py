"""The event-type model: what a sentence tells of a marked actor and recipient."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, cast

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from loaders.event_types.labels import TypeLabels
from loaders.event_types.marking import Marked, Marker, Span
from loaders.language.subwords import SubwordReader

SHIPPED = Path(__file__).parent.parent / "models" / "event_types"
"""The folder of the model that the package ships."""

_FILES = ("model.onnx", "tokenizer.json", "labels.json")

Pair = tuple[str, Span | None, Span | None]
"""A sentence, and in it the characters of the actor and of the recipient, as far as told."""


class EventTypeModel:
    """The model; one is enough for all threads.

    Pairs that follow each other are read together when they are of one sentence and equally long,
    others one by one, since the int8 scales of a batch let its members sway each other: what is
    asked of a sentence has the same answers, whatever other sentences it is given with.
    """

    def __init__(self, network: Path, marker: Marker, labels: TypeLabels, threads: int) -> None:
        # onnxruntime declares no type for its options.
        options = cast("Any", onnxruntime.SessionOptions())
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(network), sess_options=options, providers=["CPUExecutionProvider"]
        )
        self._marker = marker
        self.labels = labels

    @classmethod
    def load(cls, folder: Path = SHIPPED, threads: int = 1) -> "EventTypeModel":
        """Return the model of a folder, by default the shipped one; a second call is free.

        Raises:
            FileNotFoundError: The folder lacks ``model.onnx``, ``tokenizer.json`` or
                ``labels.json``.
        """
        return _loaded(folder, threads)

    def classify(self, pairs: Sequence[Pair]) -> list[dict[str, float]]:
        """Return for each pair the probability of every type, the likeliest first.

        The types are those of PLOVER and "NONE": that the sentence tells no event between the two.
        The probabilities are calibrated on sentences that were not trained on.
        """
        return [self._ranked(row) for row in self._probabilities(pairs)]

    def scores(self, pairs: Sequence[Pair]) -> NDArray[np.float32]:
        """Return one row a pair of raw scores, in the order of the labels."""
        marked = ((sentence, self._marker.mark(sentence, *sides)) for sentence, *sides in pairs)
        alike = groupby(marked, key=lambda one: (one[0], len(one[1].pieces)))
        rows = [self._run([one for _, one in group]) for _, group in alike]
        none = np.zeros((0, len(self.labels.types)), np.float32)
        return np.concatenate((none, *rows))

    def _probabilities(self, pairs: Sequence[Pair]) -> NDArray[np.float32]:
        scores = self.scores(pairs) / np.float32(self.labels.temperature)
        powers = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-np.inf))
        return powers / powers.sum(axis=1, keepdims=True)

    def _ranked(self, row: NDArray[np.float32]) -> dict[str, float]:
        order = cast("list[int]", np.argsort(-row, kind="stable").tolist())
        return {self.labels.types[number]: round(float(row[number]), 4) for number in order}

    def _run(self, marked: Sequence[Marked]) -> NDArray[np.float32]:
        inputs = {
            "pieces": np.array([one.pieces for one in marked], dtype=np.int64),
            "roles": np.array([one.roles for one in marked], dtype=np.int64),
            "places": np.array([one.places for one in marked], dtype=np.int64),
        }
        return cast("list[NDArray[np.float32]]", self._session.run(None, inputs))[0]


@lru_cache(maxsize=4)
def _loaded(folder: Path, threads: int) -> EventTypeModel:
    for name in _FILES:
        if not (folder / name).is_file():
            raise FileNotFoundError(
                f"The event-type model in {folder} has no {name}: install the package anew, or "
                "train and export one with `python -m loaders.training.events`."
            )
    return EventTypeModel(
        folder / "model.onnx",
        Marker(SubwordReader.load(folder / "tokenizer.json")),
        TypeLabels.load(folder / "labels.json"),
        threads,
    )
