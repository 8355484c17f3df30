"""Names by a pipeline of spaCy that the user has installed; spaCy itself is no dependency."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from graph.errors import InputError
from loaders.language.analysis import Analysis, EntityKind, EntitySpan
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

_NOT_NEEDED = ("lemmatizer", "attribute_ruler")


class SpacyTagger:
    """Finds names by a pipeline of spaCy, on our tokens."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        self._doc: Any = import_module("spacy.tokens").Doc

    @classmethod
    def load(cls, name: str) -> "SpacyTagger":
        """Return the tagger of an installed pipeline, or of one in a folder.

        Raises:
            InputError: spaCy or the pipeline is not installed.
        """
        try:
            spacy: Any = import_module("spacy")
        except ImportError as error:
            raise InputError(
                f"The pipeline {name!r} of spaCy was asked for, but spaCy is not installed.",
                fix="Install it (pip install spacy), or use --nlp model or --nlp rules.",
            ) from error
        try:
            pipeline: Any = spacy.load(name)
        except (OSError, ValueError) as error:
            raise InputError(
                f"spaCy has no pipeline {name!r}, or cannot load it.",
                fix=f"Install it (python -m spacy download {name}), or name its folder.",
            ) from error
        return cls(pipeline)

    def analyze(self, sentences: Sequence[Sequence[Token]]) -> list[Analysis]:
        """Return the names of sentences; words get no syntax."""
        kept = [name for name in _NOT_NEEDED if name in self._pipeline.pipe_names]
        with self._pipeline.select_pipes(disable=kept):
            docs: Iterable[Any] = self._pipeline.pipe(map(self._read, sentences))
            return [Analysis(entities=tuple(_entities(doc))) for doc in docs]

    def _read(self, sentence: Sequence[Token]) -> Any:
        spaces = [one.end < two.start for one, two in pairwise(sentence)]
        words = [token.text for token in sentence]
        return self._doc(self._pipeline.vocab, words=words, spaces=[*spaces, False][: len(words)])


def _entities(doc: Any) -> Iterator[EntitySpan]:
    for span in doc.ents:
        kind = _KINDS.get(span.label_)
        if kind:
            yield EntitySpan(int(span.start), int(span.end), kind, _SCORE)
