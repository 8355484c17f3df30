"""The job of a worker: extracting a chunk of articles.

What travels to a worker is the choice of the extractor, not the extractor: each process makes it
once, at its first chunk, and with it loads whatever model it needs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.facts import ArticleFacts
from loaders.extraction import checked_facts
from loaders.nlp import extractor_by, extractor_name
from loaders.rejects import Reject
from loaders.sources import SourceArticle


class ExtractionJob(Protocol):
    """Extracts articles wherever it is sent: it must survive pickling.

    ``name`` is that of the extractor, which the facts bear.
    """

    @property
    def name(self) -> str:
        """The extractor and its version: with another, articles are extracted anew."""
        ...

    def __call__(self, articles: Sequence[SourceArticle]) -> list[ArticleFacts | Reject]:
        """The facts of each article, or why there are none."""
        ...


@dataclass(frozen=True, slots=True)
class ChosenExtraction:
    """Extraction by a choice of ``loaders.nlp``; raises InputError as ``extractor_by`` does."""

    choice: str

    @property
    def name(self) -> str:
        """The name of the chosen extractor, which is not loaded for that."""
        return extractor_name(self.choice)

    def __call__(self, articles: Sequence[SourceArticle]) -> list[ArticleFacts | Reject]:
        """Extract, each article on its own."""
        extract = extractor_by(self.choice)
        return [checked_facts(extract, given) for given in articles]
