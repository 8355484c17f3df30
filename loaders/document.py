"""The document: an article on its way through the pipeline.

Each step reads what the steps before it found and returns a document that knows more. What a step
adds is declared here, so that a step can be replaced by another that adds the same.
"""

from bisect import bisect_right
from dataclasses import dataclass

from graph.facts import (
    AgreementFact,
    Article,
    ArticleFacts,
    EventFact,
    Evidence,
    NationFact,
    OrganizationFact,
    PersonFact,
    TemporalExpression,
)
from loaders.language.analysis import Analysis
from loaders.mentions.mention import Mention
from loaders.mentions.name_span import NameSpan
from loaders.mentions.place_span import PlaceSpan
from loaders.people.office_span import OfficeSpan
from loaders.references.reference import Reference
from loaders.syntax.analysis import SentenceSyntax
from loaders.text.folding import fold
from loaders.text.quotation import Quotation
from loaders.text.sentence import Sentence
from loaders.text.token import Token


def _start(sentence: Sentence) -> int:
    return sentence.start


@dataclass(frozen=True, slots=True)
class Document:
    """An article and all that the steps have found in it so far.

    ``folded`` is the article's text without accents and with plain quotes, offset for offset.
    ``analyses`` are what a language model says of each sentence; ``names`` and ``syntax`` are made
    of them. ``mentions`` are names that are resolved to an entity, ``places`` names of cities and
    regions, ``home`` is the nation whose police and courts need no name, ``titles`` are titles of
    offices, ``names`` capitalized names by what they name.
    ``described`` are the ids of the persons of whom words beside their names say who they are.
    ``references`` are pronouns and definite phrases with those that they stand for.
    """

    article: Article
    folded: str
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    analyses: tuple[Analysis, ...] = ()
    dates: tuple[TemporalExpression, ...] = ()
    places: tuple[PlaceSpan, ...] = ()
    home: str | None = None
    titles: tuple[OfficeSpan, ...] = ()
    names: tuple[NameSpan, ...] = ()
    syntax: tuple[SentenceSyntax, ...] = ()
    mentions: tuple[Mention, ...] = ()
    references: tuple[Reference, ...] = ()
    nations: tuple[NationFact, ...] = ()
    persons: tuple[PersonFact, ...] = ()
    described: frozenset[str] = frozenset()
    organizations: tuple[OrganizationFact, ...] = ()
    agreements: tuple[AgreementFact, ...] = ()
    events: tuple[EventFact, ...] = ()

    @classmethod
    def of(cls, article: Article) -> "Document":
        """Return the document of an article, nothing found yet."""
        return cls(article=article, folded=fold(article.text))

    def evidence(self, sentence: Sentence) -> Evidence:
        """Return a sentence as evidence."""
        quote = self.article.text[sentence.start : sentence.end]
        return Evidence(sentence.start, sentence.end, quote, sentence.index)

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence that holds an offset, else the last one before it."""
        number = bisect_right(self.sentences, offset, key=_start)
        return self.sentences[max(0, number - 1)]

    def facts(self) -> ArticleFacts:
        """Return what the document says, in the order of its text."""
        return ArticleFacts(
            article=self.article,
            nations=self.nations,
            persons=self.persons,
            organizations=self.organizations,
            events=self.events,
            agreements=self.agreements,
            dates=self.dates,
        )
