"""Analyses by a pipeline of spaCy that the user has installed; spaCy itself is no dependency.

A pipeline need not have all parts: what it lacks, names or syntax, comes from the shipped model.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from graph.errors import InputError
from loaders.language.analysis import Analysis, EntityKind, EntitySpan
from loaders.language.reading import Analyzer
from loaders.language.spacy_dependencies import dependencies
from loaders.text.token import Token

_KINDS: Mapping[str, EntityKind] = MappingProxyType(
    {
        "PERSON": "PER",
        "PER": "PER",
        "ORG": "ORG",
        "GPE": "LOC",
        "LOC": "LOC",
        "FAC": "LOC",
    }
)
"""The labels of spaCy's pipelines (OntoNotes and WikiNER) that name what we know."""

_SCORE = 0.9
"""The score of each name, for spaCy's pipelines give none."""


class SpacyAnalyzer:
    """Analyzes sentences by a pipeline of spaCy, on our tokens; ``other`` gives what it lacks."""

    def __init__(self, pipeline: Any, other: Analyzer) -> None:
        self._pipeline = pipeline
        self._other = other
        self._doc: Any = import_module("spacy.tokens").Doc

    @classmethod
    def load(cls, name: str, other: Analyzer) -> "SpacyAnalyzer":
        """Return the analyzer of an installed pipeline, or of one in a folder.

        Raises:
            InputError: spaCy or the pipeline is not installed.
        """
        try:
            spacy: Any = import_module("spacy")
        except ImportError as error:
            raise InputError(
                f"The pipeline {name!r} of spaCy was asked for, but spaCy is not installed.",
                fix="Install it (pip install spacy), or use --nlp model.",
            ) from error
        try:
            pipeline: Any = spacy.load(name)
        except (OSError, ValueError) as error:
            raise InputError(
                f"spaCy has no pipeline {name!r}, or cannot load it.",
                fix=f"Install it (python -m spacy download {name}), or name its folder.",
            ) from error
        return cls(pipeline, other)

    def analyze(self, sentences: Sequence[Sequence[Token]]) -> list[Analysis]:
        """Return one analysis a sentence, in order; a sentence is its tokens."""
        docs: list[Any] = list(self._pipeline.pipe(map(self._read, sentences)))
        named = any(doc.has_annotation("ENT_IOB") for doc in docs)
        parsed = all(doc.has_annotation("DEP") for doc in docs if len(doc))
        if named and parsed:
            return [Analysis(dependencies(doc), tuple(_entities(doc))) for doc in docs]
        others = self._other.analyze(sentences)
        return [
            Analysis(
                dependencies(doc) if parsed else other.words,
                tuple(_entities(doc)) if named else other.entities,
            )
            for doc, other in zip(docs, others, strict=True)
        ]

    def _read(self, sentence: Sequence[Token]) -> Any:
        spaces = [one.end < two.start for one, two in pairwise(sentence)]
        words = [token.text for token in sentence]
        return self._doc(self._pipeline.vocab, words=words, spaces=[*spaces, False][: len(words)])


def _entities(doc: Any) -> Iterator[EntitySpan]:
    for span in doc.ents:
        kind = _KINDS.get(span.label_)
        if kind:
            yield EntitySpan(int(span.start), int(span.end), kind, _SCORE)
