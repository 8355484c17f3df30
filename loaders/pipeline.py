"""The pipeline: from an article to what it says, by steps that can be replaced.

A step takes a document and returns one that knows more (see ``loaders/document.py`` for what each
adds). Steps are named; ``Pipeline.replacing`` puts another in the place of one of the same name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from graph.errors import InputError
from graph.facts import Article, ArticleFacts
from loaders.agreements.agreement_facts import AgreementFacts
from loaders.document import Document
from loaders.event_types.model import EventTypeModel
from loaders.events.coding import Events
from loaders.language.model import LanguageModel
from loaders.language.reading import Analyzer, Reading
from loaders.mentions.by_gazetteer import GazetteerMentions
from loaders.mentions.by_model import ModelNames
from loaders.mentions.dating import Dating
from loaders.mentions.home import Home
from loaders.mentions.named_by_places import NamedByPlaces
from loaders.mentions.nation_facts import NationFacts
from loaders.organizations.organization_facts import OrganizationFacts
from loaders.people.belonging import Belonging
from loaders.people.person_facts import PersonFacts
from loaders.people.title_finder import TitleFinder
from loaders.references.resolution import References
from loaders.syntax.parser import Parser
from loaders.text.segmentation import Segmentation


class Step(Protocol):
    """One step of the pipeline."""

    @property
    def name(self) -> str:
        """The name by which the step is replaced."""
        ...

    def __call__(self, document: Document) -> Document:
        """Return the document with what this step finds."""
        ...


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Steps, run one after the other."""

    steps: tuple[Step, ...]

    def run(self, article: Article) -> Document:
        """Return the document of an article after all steps."""
        document = Document.of(article)
        for step in self.steps:
            document = step(document)
        return document

    def replacing(self, *others: Step) -> "Pipeline":
        """Return this pipeline with steps exchanged for others of the same names."""
        names = {step.name for step in self.steps}
        for other in others:
            if other.name not in names:
                raise InputError(
                    f"No step of the pipeline is called {other.name!r}.",
                    fix=f"Use one of {', '.join(sorted(names))}.",
                )
        by_name = {other.name: other for other in others}
        return Pipeline(tuple(by_name.get(step.name, step) for step in self.steps))


def steps(analyzer: Analyzer) -> Iterable[Step]:
    """Yield the steps in their order, language analyzed by a model or another analyzer."""
    yield Segmentation()
    yield Reading(analyzer)
    yield Dating()
    yield GazetteerMentions()
    yield TitleFinder()
    yield ModelNames()
    yield Home()
    yield OrganizationFacts()
    yield PersonFacts()
    yield NationFacts()
    yield Parser()
    yield Belonging()
    yield References()
    yield AgreementFacts()
    yield Events(EventTypeModel.load())
    yield NamedByPlaces()


@cache
def default_pipeline() -> Pipeline:
    """Return the pipeline with the language model that the package ships."""
    return Pipeline(tuple(steps(LanguageModel.load())))


def extract(article: Article) -> ArticleFacts:
    """Return all that an article says."""
    return default_pipeline().run(article).facts()
