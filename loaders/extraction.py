"""Extraction as loads use it: an extractor under a name, and facts that are checked."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Protocol

from graph.errors import FactsError, InputError
from graph.facts import Article, ArticleFacts
from graph.ontology import load_ontology
from graph.validation import check_facts
from loaders.nations import nation_properties
from loaders.pipeline import Pipeline
from loaders.rejects import Reject
from loaders.sources import SourceArticle


class Extractor(Protocol):
    """Finds the facts of an article; ``name`` tells extractor and version."""

    @property
    def name(self) -> str:
        """The extractor and its version: with another, articles are extracted anew."""
        ...

    def __call__(self, article: Article) -> ArticleFacts:
        """Find the facts."""
        ...


@dataclass(frozen=True, slots=True)
class PipelineExtractor:
    """Finds facts by a pipeline; ``name`` is kept with each fact."""

    name: str
    pipeline: Pipeline

    def __call__(self, article: Article) -> ArticleFacts:
        """Find the facts of an article."""
        return replace(self.pipeline.run(article).facts(), extractor=self.name)


def checked_facts(extract: Extractor, given: SourceArticle) -> ArticleFacts | Reject:
    """The facts of an article, or why there are none: one article must never stop the others.

    Raises InputError: something was asked for that no article can be read with.
    """
    nations: Collection[str] = nation_properties()
    try:
        facts = extract(given.article)
        check_facts(facts, load_ontology(), nations)
    except InputError:
        raise
    except FactsError as error:
        return Reject(given.path, given.line, error.message, error.fix)
    except Exception as error:
        told = ": ".join(filter(None, (type(error).__name__, str(error))))
        reason = f"The extractor failed on this article ({told})."
        return Reject(given.path, given.line, reason, "Please report it with the article.")
    return facts
