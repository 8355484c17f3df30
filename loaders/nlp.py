"""What reads the language of articles: rules alone, the shipped model, or a pipeline of spaCy."""

from functools import cache
from importlib import import_module
from importlib.metadata import version
from typing import Any

from graph.errors import InputError
from loaders.extraction import PipelineExtractor, rules_extractor
from loaders.mentions.by_model import ModelNames
from loaders.mentions.by_spacy import SpacyTagger
from loaders.mentions.name_candidate import NameTagger
from loaders.pipeline import Pipeline, default_pipeline

RULES, MODEL, SPACY = "rules", "model", "spacy:"
CHOICES = f"{RULES}|{MODEL}|{SPACY}NAME"


def pipeline_by(choice: str) -> Pipeline:
    """Return the pipeline of a choice: "rules", "model" or "spacy:" and a pipeline's name.

    Raises:
        InputError: The choice is none of these, or what it needs is not installed.
    """
    if choice == RULES:
        return default_pipeline()
    return default_pipeline().replacing(ModelNames(_tagger(choice)))


def extractor_name(choice: str) -> str:
    """Return the name of the extractor of a choice, without making it."""
    return f"{choice}/{version('entente')}"


@cache
def extractor_by(choice: str) -> PipelineExtractor:
    """Return the extractor of a choice; its name tells the choice, so that facts tell it too.

    Raises:
        InputError: As ``pipeline_by``.
    """
    if choice == RULES:
        return rules_extractor()
    return PipelineExtractor(extractor_name(choice), pipeline_by(choice))


def _tagger(choice: str) -> NameTagger:
    name = choice.removeprefix(SPACY)
    if choice == MODEL:
        return _shipped_model()
    if choice.startswith(SPACY) and name:
        return SpacyTagger.load(name)
    raise InputError(f"Nothing reads language by the name {choice!r}.", fix=f"Use {CHOICES}.")


def _shipped_model() -> NameTagger:
    try:
        # Imported late: the rules need neither onnxruntime nor numpy.
        module: Any = import_module("loaders.language.model")
    except ImportError as error:
        raise InputError(
            f"The language model cannot run: {error.name or 'a package'} is not installed.",
            fix="Install it (pip install 'entente[language]'), or use --nlp rules.",
        ) from error
    tagger: NameTagger = module.LanguageModel.load()
    return tagger
