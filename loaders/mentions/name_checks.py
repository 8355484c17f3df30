"""Checks of what a tagger takes for a name: what no name of a person or organization can be."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.document import Document
from loaders.gazetteer.organization import load_bodies
from loaders.gazetteer.phrase_index import lowered
from loaders.gazetteer.word_list import word_list
from loaders.mentions.name_candidate import Candidate
from loaders.mentions.rule_names import tokens_in
from loaders.organizations.vocabulary import load_heads
from loaders.people.name_reading import LONGEST_NAME, is_name_word, may_be_person
from loaders.text.token import Token

_LONGEST_RUN = 10
"""Capitalized words in a row, beyond which they are a list or a heading and no names."""

_MOST_HYPHENS = 4
"""In one word of a person's name."""

_PORTFOLIO_HOLDERS = frozenset(("minister", "ministers", "secretary", "secretaries"))

_THINGS = frozenset(
    (
        *("Accord", "Accords", "Act", "Agreement", "Agreements", "Amendment", "Bill", "Compact"),
        *("Convention", "Deal", "Declaration", "Initiative", "Memorandum", "Pact", "Partnership"),
        *("Plan", "Protocol", "Resolution", "Treaty", "Award", "Cup", "Games", "Olympics"),
        *("Prize", "Show", "Summit", "War", "One", "Two"),
    )
)
"""Last words of names of treaties, laws, events and craft ("Air Force One")."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The least support that a name needs, between 0 and 1: of several words and of one.

    ``speaker`` is for a surname beside a verb of speech.
    """

    person: float = 0.6
    surname: float = 0.85
    speaker: float = 0.7
    organization: float = 0.75
    single: float = 0.8

    def met(self, one: Candidate, *, speaks: bool) -> bool:
        """Whether a candidate has the support that its kind and length ask for."""
        if one.kind == "PER":
            alone = self.speaker if speaks else self.surname
            return one.support >= (self.person if one.length > 1 else alone)
        return one.support >= (self.organization if one.length > 1 else self.single)


@dataclass(frozen=True, slots=True)
class NameChecks:
    """The checks for one document.

    ``blocked`` are the tokens of gazetteer names and dates, ``nations`` those of them that name
    nations, ``places`` those of cities and regions, ``titles`` those of offices.
    """

    tokens: Sequence[Token]
    blocked: frozenset[int]
    nations: frozenset[int]
    places: frozenset[int]
    titles: frozenset[int]

    @classmethod
    def of(
        cls, document: Document, blocked: frozenset[int], nations: frozenset[int]
    ) -> "NameChecks":
        """Return the checks of a document."""
        places = tokens_in(document, ((place.start, place.end) for place in document.places))
        titles = tokens_in(document, ((title.start, title.end) for title in document.titles))
        return cls(document.tokens, blocked, nations, places, titles)

    def allow(self, one: Candidate) -> bool:
        """Whether nothing forbids that the candidate names a person or an organization."""
        name = self.tokens[one.first : one.last]
        if not any(token.capitalized for token in name) or not _lettered(name):
            return False
        if one.kind == "PER":
            return self._may_be_person(one, name)
        return one.kind == "ORG" and self._may_be_organization(one, name)

    def speaks(self, one: Candidate) -> bool:
        """Whether a verb of speech stands right before or behind the name."""
        beside = (
            *self.tokens[max(0, one.first - 1) : one.first],
            *self.tokens[one.last : one.last + 1],
        )
        return any(token.lower in word_list("speech_verbs") for token in beside)

    def _may_be_person(self, one: Candidate, name: Sequence[Token]) -> bool:
        span = range(one.first, one.last)
        if any(index in self.blocked for index in span) or one.length > LONGEST_NAME:
            return False
        if all(index in self.places for index in span):
            return False
        common = any(token.text in word_list("no_names") for token in name)
        repeated = len({token.lower for token in name}) < len(name)
        endless = any(token.text.count("-") > _MOST_HYPHENS for token in name)
        return not (common or repeated or endless) and may_be_person(name) and not self._in_run(one)

    def _in_run(self, one: Candidate) -> bool:
        """Whether the name stands in a long run of capitalized words, such as a list."""
        first, last = one.first, one.last
        while first > 0 and last - first <= _LONGEST_RUN and self._runs_on(first - 1):
            first -= 1
        while last < len(self.tokens) and last - first <= _LONGEST_RUN and self._runs_on(last):
            last += 1
        return last - first > _LONGEST_RUN

    def _runs_on(self, index: int) -> bool:
        closed = index in self.blocked or index in self.titles
        return not closed and is_name_word(self.tokens[index])

    def _may_be_organization(self, one: Candidate, name: Sequence[Token]) -> bool:
        """An organization may hold a nation's name ("Bank of Spain"), but not be one.

        It is not a title ("State Counsellor"), nor what a minister or secretary is of.
        """
        span = range(one.first, one.last)
        behind = self.tokens[one.last].lower if one.last < len(self.tokens) else ""
        if one.last - 1 in self.titles or behind in _PORTFOLIO_HOLDERS:
            return False
        if any(index in self.blocked and index not in self.nations for index in span):
            return False
        own = [token for index, token in zip(span, name, strict=True) if index not in self.blocked]
        if not own or own[-1].text in _THINGS or (len(own) == 1 and not own[0].text.isalpha()):
            return len(own) == 1 and _is_compound(own[0])
        common = all(
            token.text in load_heads() or token.text in word_list("no_names") for token in own
        )
        return not common and not _is_body(own)


def _is_compound(token: Token) -> bool:
    """Whether a word of letters is joined by marks: "AT&T", "Coca-Cola"."""
    return not token.text.isalpha() and not any(one.isdigit() for one in token.text)


def _lettered(name: Sequence[Token]) -> bool:
    return sum(character.isalpha() for token in name for character in token.text) > 1


def _is_body(name: Sequence[Token]) -> bool:
    """Whether a name is that of a body of any state, "Foreign Ministry"."""
    match = load_bodies().match_at(lowered(name), 0)
    return match is not None and match.last == len(name)
