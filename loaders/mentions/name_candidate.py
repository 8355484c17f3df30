"""Candidates: stretches of text that may be names, each with what speaks for it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.document import Document
from loaders.gazetteer.phrase_index import lowered
from loaders.mentions.name_span import NameKind
from loaders.people.name_reading import is_generation
from loaders.people.office_table import load_honorifics
from loaders.text.token import Token

RULE_SUPPORT = 0.9
"""What a name that a rule found counts for: rules ask for a title, a given name or a head word."""

_OPENINGS = frozenset(("the", "a", "an", "'", '"', "(", "'s"))
_ENDINGS = frozenset(("'s", "'", '"', ",", ")", "(", "-"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """The tokens from ``first`` to before ``last``; ``support`` is between 0 and 1.

    ``key`` is the name in lower case, words joined by blanks.
    """

    first: int
    last: int
    kind: NameKind
    support: float
    key: str

    @property
    def length(self) -> int:
        """How many tokens the name has."""
        return self.last - self.first

    def overlaps(self, other: "Candidate") -> bool:
        """Whether two candidates share a token."""
        return self.first < other.last and other.first < self.last


def key_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return the key of a stretch of tokens."""
    return " ".join(token.lower for token in tokens[first:last])


def tagged(document: Document) -> Iterator[Candidate]:
    """Yield the names of the language model, without articles, titles and genitives."""
    starts = [token.start for token in document.tokens]
    titled = _tokens_before_names(document)
    for sentence, analysis in zip(document.sentences, document.analyses, strict=True):
        begin = bisect_left(starts, sentence.start)
        for span in analysis.entities:
            first, last = begin + span.first, begin + span.last
            closed = titled if span.kind == "PER" else frozenset[int]()
            first, last = _trimmed(document.tokens, first, last, closed)
            if span.kind == "PER":
                last = _before_mark(document.tokens, first, last)
                last = _with_generation(document.tokens, first, last)
            if last > first:
                key = key_of(document.tokens, first, last)
                yield Candidate(first, last, span.kind, span.score, key)


def _tokens_before_names(document: Document) -> frozenset[int]:
    """Return the tokens of titles and forms of address, which are no part of the name behind."""
    addressed = load_honorifics().find(lowered(document.tokens))
    titles = ((title.first, title.last) for title in document.titles)
    spans = (*titles, *((match.first, match.last) for match in addressed))
    return frozenset(index for first, last in spans for index in range(first, last))


def _before_mark(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a person's name ends at the latest: no mark stands in it."""
    for index in range(first, last):
        if not tokens[index].text[0].isalpha():
            return index
    return last


def _with_generation(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a name of several words ends, the "Jr." behind it being a part of it."""
    follows = last - first > 1 and last < len(tokens) and is_generation(tokens[last].text)
    return last + 1 if follows and tokens[last].text[0].isupper() else last


def _trimmed(
    tokens: Sequence[Token], first: int, last: int, titled: frozenset[int]
) -> tuple[int, int]:
    while first < last and (tokens[first].lower in _OPENINGS or first in titled):
        first += 1
    while first < last and tokens[last - 1].lower in _ENDINGS:
        last -= 1
    return first, last
