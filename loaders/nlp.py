"""What reads the language of articles: the shipped model, or a pipeline of spaCy."""

from functools import cache
from importlib.metadata import version

from graph.errors import InputError
from loaders.extraction import PipelineExtractor
from loaders.language.by_spacy import SpacyAnalyzer
from loaders.language.model import LanguageModel
from loaders.pipeline import Pipeline, default_pipeline, steps

MODEL, SPACY = "model", "spacy:"
CHOICES = f"{MODEL}|{SPACY}NAME"


def pipeline_by(choice: str) -> Pipeline:
    """Return the pipeline of a choice: "model", or "spacy:" and the name of a pipeline.

    Raises:
        InputError: The choice is none of these, or what it needs is not installed.
    """
    name = choice.removeprefix(SPACY)
    if choice == MODEL:
        return default_pipeline()
    if choice.startswith(SPACY) and name:
        return Pipeline(tuple(steps(SpacyAnalyzer.load(name, LanguageModel.load()))))
    raise InputError(f"Nothing reads language by the name {choice!r}.", fix=f"Use {CHOICES}.")


def extractor_name(choice: str) -> str:
    """Return the name of the extractor of a choice, without making it."""
    return f"{choice}/{version('entente')}"


@cache
def extractor_by(choice: str) -> PipelineExtractor:
    """Return the extractor of a choice; its name tells the choice, so that facts tell it too.

    Raises:
        InputError: As ``pipeline_by``.
    """
    return PipelineExtractor(extractor_name(choice), pipeline_by(choice))
