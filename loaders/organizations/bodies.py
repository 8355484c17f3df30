"""Bodies that act for a state: "the Chinese Foreign Ministry", "India's army".

A body's nation stands beside it: before it as adjective or genitive, after it behind "of" or "in",
or as a pronoun that means the nation named last. A body by itself, as "the police", repeats the one
named just before ("Turkish police ... the police"), or belongs to the home of the article where it
has one. A mission abroad is never told by where it is: "the consulate in Oslo" is not Norway's.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.facts import Ref
from loaders.document import Document
from loaders.gazetteer.nation import load_nations
from loaders.gazetteer.organization import BodyPattern, load_bodies
from loaders.gazetteer.phrase_index import PhraseMatch, lowered
from loaders.gazetteer.word_list import word_list
from loaders.mentions.mention import Mention
from loaders.organizations.vocabulary import STATE_ITSELF
from loaders.syntax.closed_words import BE, DO, HAVE, POSSESSIVES, function_words
from loaders.syntax.verb_forms import load_verb_forms
from loaders.text.slug import slug

_MODIFIERS = frozenset(
    ["ruling", "top", "state", "federal", "national", "interim", "own", "new", "then", "own's"]
)
_WITH_ARTICLE = frozenset(
    [
        "USA",
        "GBR",
        "ARE",
        "NLD",
        "PHL",
        "BHS",
        "GMB",
        "MDV",
        "COM",
        "SLB",
        "MHL",
        "DOM",
        "CAF",
        "COD",
        "COG",
    ]
)
"""Nations whose names take an article."""
_OWNERS = frozenset(("its", "their"))
_MISSIONS = frozenset(("Embassy", "Consulate", "Consulate General"))
"""Bodies of a nation that work in another."""
_REPEATED_WITHIN = 2
"""Sentences; other bodies are repeated by a short description no further on."""
_OPENING = re.compile(r"(?:In|From) ")


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a nation, with its mention."""

    id: str
    name: str
    pattern: BodyPattern
    nation: str
    mention: Mention


class BodyFinder:
    """Finds the bodies of states in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = document.tokens
        self._lowers = lowered(document.tokens)
        everyone = [one for one in document.mentions if one.ref.label == "Nation"]
        nations = [one for one in everyone if not one.place]
        self._ends: Mapping[int, Mention] = {mention.end: mention for mention in nations}
        # "Put money in Sudan's central bank": what has a genitive owns, whatever stands before it.
        self._owners: Mapping[int, Mention] = {mention.end: mention for mention in everyone}
        self._starts: Mapping[int, Mention] = {mention.start: mention for mention in nations}
        self._nations = nations
        self._starts_anywhere = {
            one.start: one.ref.key for one in document.mentions if one.ref.label == "Nation"
        }
        self._cities = {one.start: one.nation for one in document.places if one.nation}
        self._home = document.home
        self._told: list[tuple[int, Body]] = []
        self._taken = [one for one in document.mentions if one.ref.label == "Organization"]

    def find(self) -> Iterator[Body]:
        """Yield the bodies in order."""
        for match in load_bodies().find(self._lowers):
            itself = match.value.name in STATE_ITSELF
            if itself or self._is_taken(match) or self._modifies(match):
                continue
            body = self._body(match)
            if body:
                yield body

    def _modifies(self, match: PhraseMatch[BodyPattern]) -> bool:
        """Whether a common word such as "military" only modifies the noun behind it."""
        token = self._tokens[match.first]
        if match.value.sector == "JRN" and self._is_medium(match):
            return True
        if match.last - match.first > 1 or token.capitalized or match.last >= len(self._tokens):
            return False
        following = self._lowers[match.last]
        closed = following in function_words() | BE | HAVE | DO
        adjacent = self._tokens[match.last].start - token.end == 1
        verbal = following in load_verb_forms() and following not in word_list("noun_biased")
        return adjacent and following.isalpha() and not closed and not verbal

    def _is_medium(self, match: PhraseMatch[BodyPattern]) -> bool:
        """Whether something is said on state radio, or the name of the broadcaster follows."""
        before = self._lowers[match.first - 1] if match.first else ""
        named = match.last < len(self._tokens) and self._tokens[match.last].capitalized
        return before in ("on", "over") or named

    def _is_taken(self, match: PhraseMatch[BodyPattern]) -> bool:
        start, end = self._tokens[match.first].start, self._tokens[match.last - 1].end
        return any(one.start < end and start < one.end for one in self._taken)

    def _body(self, match: PhraseMatch[BodyPattern]) -> Body | None:
        first = match.first
        while first > 0 and self._lowers[first - 1] in _MODIFIERS:
            first -= 1
        body = self._named(match, first)
        if body:
            self._told.append((match.first, body))
            return body
        # Whose "its troops" are is told by what "its" means, not by where the article is at home.
        owned = first > 0 and self._lowers[first - 1] in POSSESSIVES
        owner = self._owner(first) if owned else self._by_itself(match, first)
        if owner is None:
            return None
        start, end = self._tokens[match.first].start, self._tokens[match.last - 1].end
        return self._made(match, start, end, owner)

    def _named(self, match: PhraseMatch[BodyPattern], first: int) -> Body | None:
        """Return the body of which the nation stands beside it."""
        before = self._nation_before(first)
        if before:
            return self._made(match, before.start, self._tokens[match.last - 1].end, before.ref.key)
        after = self._nation_after(match.last)
        if after:
            return self._made(match, self._tokens[match.first].start, after.end, after.ref.key)
        return None

    def _by_itself(self, match: PhraseMatch[BodyPattern], first: int) -> str | None:
        """Return the nation of a body beside which none stands."""
        mission = match.value.name in _MISSIONS
        definite = first > 0 and self._lowers[first - 1] in ("the", "that")
        repeated = self._repeated(match, anywhere=mission) if definite else None
        if repeated or mission:
            return repeated
        return self._setting(first, match.last)

    def _repeated(self, match: PhraseMatch[BodyPattern], *, anywhere: bool) -> str | None:
        """Return the nation of the body that was named before, and is meant again."""
        sentence = self._document.sentence_at(self._tokens[match.first].start).index
        for index, body in reversed(self._told):
            if not self._is_same(body, match):
                continue
            before = self._document.sentence_at(self._tokens[index].start).index
            return body.nation if anywhere or sentence - before <= _REPEATED_WITHIN else None
        return None

    def _is_same(self, body: Body, match: PhraseMatch[BodyPattern]) -> bool:
        """Whether a body is of the kind that a noun means: a consulate general is a consulate."""
        missions = body.pattern.name in _MISSIONS and match.value.name in _MISSIONS
        general = missions and body.pattern.name.startswith(match.value.name)
        return body.pattern.name == match.value.name or general

    def _nation_before(self, first: int) -> Mention | None:
        position, known = first - 1, self._ends
        if position >= 0 and self._lowers[position] in ("'s", "'"):
            position, known = position - 1, self._owners
        elif self._is_whose(position):
            known = self._owners
        return known.get(self._tokens[position].end) if position >= 0 else None

    def _is_whose(self, position: int) -> bool:
        """Whether a nation tells whose a body is, though a place is told: "at the U.S. Embassy"."""
        if position < 0 or position + 1 >= len(self._tokens):
            return False
        told = self._owners.get(self._tokens[position].end)
        return told is not None and (
            told.form == "adjective"
            or (told.form == "abbreviation" and self._tokens[position + 1].capitalized)
        )

    def _nation_after(self, last: int) -> Mention | None:
        if last + 1 >= len(self._tokens) or self._lowers[last] != "of":
            return None
        position = last + 2 if self._lowers[last + 1] == "the" else last + 1
        found = self._starts.get(self._tokens[min(position, len(self._tokens) - 1)].start)
        return found if found and found.form in ("name", "abbreviation") else None

    def _owner(self, first: int) -> str | None:
        """Return the nation that "its" before a body means: the one named last in the sentence."""
        if first == 0 or self._lowers[first - 1] not in _OWNERS:
            return None
        offset = self._tokens[first].start
        sentence = self._document.sentence_at(offset)
        named = [
            one.ref.key
            for one in self._nations
            if sentence.start <= one.start < offset and one.form not in ("adjective", "demonym")
        ]
        return named[0] if len(set(named)) == 1 else None

    def _setting(self, first: int, last: int) -> str | None:
        """Return the nation that a body by itself works in: "police in Cairo", "the police"."""
        before = self._tokens[first - 1] if first else None
        if before is not None and before.capitalized and before.lower not in function_words():
            return None
        if last + 1 < len(self._tokens) and self._lowers[last] == "in":
            start = self._tokens[last + 1].start
            named = self._starts_anywhere.get(start) or self._cities.get(start)
            if named:
                return named
        return self._told_before(first) or self._home

    def _told_before(self, first: int) -> str | None:
        """Return the nation that sentence or paragraph opens with: "Beijing said. The ministry".

        That is the capital of "In Rabat, the foreign ministry", or the one who spoke just before.
        """
        start = self._tokens[first].start
        sentence = self._document.sentence_at(start)
        opening = _OPENING.match(self._document.folded, sentence.body, start)
        if opening:
            return self._starts_anywhere.get(opening.end()) or self._cities.get(opening.end())
        if sentence.index == 0:
            return None
        previous = self._document.sentences[sentence.index - 1]
        if previous.paragraph != sentence.paragraph:
            return None
        found = self._starts.get(previous.body)
        return found.ref.key if found and found.form in ("name", "capital", "metonym") else None

    def _made(self, match: PhraseMatch[BodyPattern], start: int, end: int, nation: str) -> Body:
        article = "the " if nation in _WITH_ARTICLE else ""
        name = f"{match.value.name} of {article}{load_nations()[nation].name}"
        text = self._document.article.text[start:end]
        mention = Mention(start, end, text, Ref("Organization", slug(name)))
        return Body(slug(name), name, match.value, nation, mention)
