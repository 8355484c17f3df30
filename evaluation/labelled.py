"""Our own labelled articles: texts in ``evaluation/articles`` with what a careful reader finds.

Each ``NN-slug.txt`` has a ``NN-slug.json`` beside it. Participants are persons or organizations by
name or nations by code; ``A|B`` allows either. Types, kinds, statuses and modalities are lists of
all that a reader may defend; an office may be ``A|B`` too. What is ``optional`` is right when
found and not missed when not.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NotRequired, TypedDict

from graph.facts import Article
from loaders.rejects import Reject
from loaders.sources import SourceOptions, read_articles

Span = tuple[int, int]

FOLDER = Path(__file__).parent / "articles"


class LabelledPerson(TypedDict):
    """A person, with the nation that the person belongs to or acts for."""

    name: str
    nation: NotRequired[str]
    office: NotRequired[str]
    optional: NotRequired[bool]


class LabelledOrganization(TypedDict):
    """An organization that has a name of its own."""

    name: str
    aliases: NotRequired[list[str]]
    nation: NotRequired[str]
    optional: NotRequired[bool]


LabelledReference = TypedDict(
    "LabelledReference", {"text": str, "occurrence": int, "is": list[str]}
)
"""A pronoun or phrase by its text and which time, from 1, that text stands in the body."""


class LabelledEvent(TypedDict):
    """An event; ``date`` is the interval of an expression in the text."""

    type: list[str]
    modality: list[str]
    actors: list[str]
    recipients: list[str]
    date: NotRequired[list[str]]
    quote_contains: str
    optional: NotRequired[bool]


class LabelledAgreement(TypedDict):
    """An agreement, with its own name or what it is about."""

    name: NotRequired[str]
    about: NotRequired[str]
    kind: list[str]
    parties: list[str]
    status: list[str]
    quote_contains: str


class Labels(TypedDict):
    """What a reader finds in an article."""

    nations: list[str]
    optional_nations: NotRequired[list[str]]
    persons: list[LabelledPerson]
    organizations: list[LabelledOrganization]
    references: list[LabelledReference]
    events: list[LabelledEvent]
    agreements: list[LabelledAgreement]


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article with its labels."""

    slug: str
    article: Article
    labels: Labels

    @property
    def body(self) -> int:
        """The offset in the text at which the body begins."""
        return len(self.article.title) + 2

    def quoted(self, quote: str) -> Span:
        """Return where a quote of the body stands; raise ValueError where it does not."""
        start = self.article.text.index(quote, self.body)
        return start, start + len(quote)

    def referring(self, reference: LabelledReference) -> Span:
        """Return where a reference stands; raise ValueError where it does not."""
        word = re.compile(rf"(?<!\w){re.escape(reference['text'])}(?!\w)")
        for number, found in enumerate(word.finditer(self.article.text, self.body), start=1):
            if number == reference["occurrence"]:
                return found.span()
        raise ValueError(reference)


def read_labelled(folder: Path = FOLDER) -> Iterator[LabelledArticle]:
    """Yield the labelled articles of a folder by name."""
    for path in sorted(folder.glob("*.txt")):
        (given,) = read_articles((str(path),), SourceOptions(), _refuse)
        labels: Labels = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        yield LabelledArticle(path.stem, given.article, labels)


def _refuse(reject: Reject) -> None:
    raise ValueError(reject)
