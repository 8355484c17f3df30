"""The job of a worker: extracting a chunk of articles, and drafting what is to be written of it.

What travels to a worker is the choice of the extractor, not the extractor: each process makes it
once, at its first chunk, and with it loads whatever model it needs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.facts import ArticleFacts
from graph.ontology import load_ontology
from graph.writing.drafts import Draft, draft
from loaders.extraction import checked_facts
from loaders.nations import nation_properties
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


@dataclass(frozen=True, slots=True)
class Drafting:
    """Extraction whose facts are drafted where they are found: the one lane has enough to do."""

    extract: ExtractionJob

    def __call__(self, articles: Sequence[SourceArticle]) -> list[Draft | Reject]:
        """The draft of each article, or why there is none."""
        ontology, nations = load_ontology(), nation_properties()
        return [
            one if isinstance(one, Reject) else draft(one, nations, ontology)
            for one in self.extract(articles)
        ]
