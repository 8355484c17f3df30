"""The language model: word classes, syntax and names of sentences."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Protocol, cast

import numpy as np

from loaders.language.analysis import ROOT, Analysis, EntitySpan, Opening, WordAnalysis
from loaders.language.batches import Batch, batches_by_length
from loaders.language.entities import TagRules, find_entities
from loaders.language.labels import Labels
from loaders.language.session import NetworkSession, Scores
from loaders.language.spanning_tree import best_heads
from loaders.language.subwords import SubwordReader
from loaders.language.windows import find_windows

SHIPPED = Path(__file__).parent.parent / "models" / "language"
"""The folder of the model that the package ships."""

_MOST_WAITING = 512
"""Windows that are read before they are analyzed, so that memory does not grow with the text."""


class HasText(Protocol):
    """A word of any kind, such as a ``Token``."""

    @property
    def text(self) -> str:
        """The word as written, accents and quotes folded."""
        ...


class LanguageModel:
    """The model; loading takes a fraction of a second, and one is enough for all threads.

    The same sentences, given together in the same order, always get the same analyses. The last
    digits of the scores may differ when they are given with others, for the int8 scales are those
    of a batch.
    """

    def __init__(self, session: NetworkSession, reader: SubwordReader, labels: Labels) -> None:
        self._session = session
        self._reader = reader
        self._labels = labels
        self._rules = TagRules.of(labels.tags)

    @classmethod
    def load(cls, folder: Path = SHIPPED, threads: int = 1) -> "LanguageModel":
        """Return the model of a folder, by default the shipped one; a second call is free.

        Raises:
            FileNotFoundError: The folder lacks ``model.onnx``, ``tokenizer.json`` or
                ``labels.json``.
        """
        return _loaded(folder, threads)

    def analyze(self, sentences: Sequence[Sequence[HasText]]) -> list[Analysis]:
        """Return one analysis a sentence, in order; a sentence is its tokens."""
        return self.analyze_words([[word.text for word in sentence] for sentence in sentences])

    def analyze_words(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        """Return one analysis a sentence, in order; a sentence is its words."""
        places = [
            (number, window)
            for number, words in enumerate(sentences)
            if words
            for window in find_windows(words, self._reader)
        ]
        found: list[list[Analysis]] = [[] for _ in sentences]
        for begin in range(0, len(places), _MOST_WAITING):
            chosen = places[begin : begin + _MOST_WAITING]
            windows = [sentences[number][first:last] for number, (first, last) in chosen]
            for (number, _), analysis in zip(chosen, self._windows(windows), strict=True):
                found[number].append(analysis)
        return [_joined(parts) for parts in found]

    def _windows(self, windows: Sequence[Sequence[str]]) -> list[Analysis]:
        analyses = [Analysis()] * len(windows)
        read = [self._reader.read(words) for words in windows]
        for batch in batches_by_length(read):
            for number, analysis in zip(batch.numbers, self._batch(batch), strict=True):
                analyses[number] = analysis
        return analyses

    def _batch(self, batch: Batch) -> list[Analysis]:
        scores = self._session.run(batch)
        return [self._analysis(scores, row, length) for row, length in enumerate(batch.lengths)]

    def _analysis(self, scores: Scores, row: int, length: int) -> Analysis:
        heads = best_heads(scores.arcs[row, :length, : length + 1])
        keys = scores.keys[row][list(heads)]
        pairs = np.matmul(scores.queries[row, :length], keys[:, :, None])[:, :, 0]
        relations = cast("list[int]", pairs.argmax(axis=1).tolist())
        classes = cast("list[int]", scores.classes[row, :length].argmax(axis=1).tolist())
        words = tuple(
            WordAnalysis(self._labels.classes[one], head - 1, self._labels.relations[relation])
            for one, head, relation in zip(classes, heads, relations, strict=True)
        )
        return Analysis(
            words,
            find_entities(scores.tags[row, :length], self._rules),
            _openings(scores, row, length),
        )


@lru_cache(maxsize=4)
def _loaded(folder: Path, threads: int) -> LanguageModel:
    for name in ("model.onnx", "tokenizer.json", "labels.json"):
        if not (folder / name).is_file():
            raise FileNotFoundError(
                f"The language model in {folder} has no {name}: install the package anew, or "
                "train and export one with `python -m loaders.training`."
            )
    return LanguageModel(
        NetworkSession(folder / "model.onnx", threads),
        SubwordReader.load(folder / "tokenizer.json"),
        Labels.load(folder / "labels.json"),
    )


def _openings(scores: Scores, row: int, length: int) -> tuple[Opening, ...]:
    if scores.openings is None:
        return ()
    weights = cast("list[float]", scores.openings[row, :length].tolist())
    return tuple(
        Opening(word, round(weight)) for word, weight in enumerate(weights) if word and weight > 0
    )


def _joined(parts: list[Analysis]) -> Analysis:
    """Return the analysis of a sentence from those of its windows, all under the first's root."""
    if len(parts) < 2:
        return parts[0] if parts else Analysis()
    top = next(n for n, word in enumerate(parts[0].words) if word.head == ROOT)
    words: list[WordAnalysis] = []
    entities: list[EntitySpan] = []
    openings: list[Opening] = []
    for part in parts:
        begin = len(words)
        openings.extend(one.after(begin) for one in part.openings)
        entities.extend(span.after(begin) for span in part.entities)
        words.extend(
            replace(word, head=top, relation="parataxis")
            if begin and word.head == ROOT
            else word.after(begin)
            for word in part.words
        )
    return Analysis(tuple(words), tuple(entities), tuple(openings))
