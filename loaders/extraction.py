"""The extractor that a load uses: a pipeline under a name that tells its version."""

from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version

from graph.facts import Article, ArticleFacts
from loaders.pipeline import Pipeline, default_pipeline


@dataclass(frozen=True, slots=True)
class PipelineExtractor:
    """Finds facts by a pipeline; ``name`` is kept with each fact.

    Articles extracted under another name are extracted anew when they are loaded again.
    """

    name: str
    pipeline: Pipeline

    def __call__(self, article: Article) -> ArticleFacts:
        """Find the facts of an article."""
        return replace(self.pipeline.run(article).facts(), extractor=self.name)


@cache
def rules_extractor() -> PipelineExtractor:
    """The extractor that works by rules and gazetteers alone."""
    return PipelineExtractor(f"rules/{version('entente')}", default_pipeline())
