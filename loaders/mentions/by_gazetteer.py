"""The step "gazetteer": the names of the tables, found and told apart."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.facts import Ref
from loaders.document import Document
from loaders.gazetteer.agreement import load_agreements
from loaders.gazetteer.lexicon import load_lexicon, load_nation_index
from loaders.gazetteer.name_index import Entry, Match
from loaders.mentions.mention import Mention, in_order
from loaders.mentions.nation_mentions import nation_mentions
from loaders.mentions.place_span import PlaceSpan
from loaders.mentions.split_states import split_state_mentions
from loaders.organizations.vocabulary import load_heads
from loaders.text.sentence import Sentence

_NEXT_WORDS = re.compile(r" ([A-Z][a-z]+)\b(?: ([A-Z][a-z]+)\b)?")
_ARTICLED = re.compile(r" (?:al|el|ul)-[A-Z]")
_INNER_FORMS = frozenset(("name", "abbreviation", "adjective"))


class GazetteerMentions:
    """Finds nations, organizations, agreements and places by their names."""

    name = "gazetteer"

    def __call__(self, document: Document) -> Document:
        """Add the mentions and places that the tables know."""
        if not document.sentences:
            return document
        text, folded = document.article.text, document.folded
        matches = tuple(load_lexicon().find(folded))
        located = [*_located(document, matches), *_inside_agreements(document, matches)]
        nations = nation_mentions(located, text, folded)
        found = [*nations, *split_state_mentions(text, folded, nations)]
        for match in matches:
            found.extend(_tabled(document, match))
        places = tuple(place for match in matches for place in _places(text, match))
        return replace(document, mentions=_apart(in_order(tuple(found))), places=places)


def _located(document: Document, matches: tuple[Match, ...]) -> Iterator[tuple[Match, Sentence]]:
    for match in matches:
        if _first(match, "nation"):
            yield match, document.sentence_at(match.start)


def _inside_agreements(
    document: Document, matches: tuple[Match, ...]
) -> Iterator[tuple[Match, Sentence]]:
    """Yield nations named inside the names of agreements: Iran in "Iran nuclear deal"."""
    for match in matches:
        if not _first(match, "agreement"):
            continue
        for inner in load_nation_index().find(document.folded[match.start : match.end]):
            entry = inner.entries[0]
            if entry.kind == "nation" and entry.form in _INNER_FORMS:
                moved = Match(inner.start + match.start, inner.end + match.start, inner.entries)
                yield moved, document.sentence_at(match.start)


def _first(match: Match, kind: str) -> Entry | None:
    return next((entry for entry in match.entries if entry.kind == kind), None)


def _tabled(document: Document, match: Match) -> Iterator[Mention]:
    """Yield the organization or agreement that a name stands for, unless it is a nation's name."""
    if _first(match, "nation"):
        return
    text = document.article.text[match.start : match.end]
    organization = _first(match, "organization")
    agreement = _first(match, "agreement")
    if organization and not _is_part(document, match):
        yield Mention(match.start, match.end, text, Ref("Organization", organization.key))
    elif agreement and _was_known(document, agreement.key):
        yield Mention(match.start, match.end, text, Ref("Agreement", agreement.key))


def _is_part(document: Document, match: Match) -> bool:
    """Whether a name of one word is but part of a longer one, as in "Liberation Army".

    Fatah al-Islam is not Fatah either.
    """
    following = _NEXT_WORDS.match(document.folded, match.end)
    single = " " not in document.folded[match.start : match.end]
    if not single:
        return False
    if _ARTICLED.match(document.article.text, match.end):
        return True
    return following is not None and any(word in load_heads() for word in following.groups())


def _was_known(document: Document, key: str) -> bool:
    """Whether the agreement can be meant on the day of publication."""
    published = document.article.published_at
    return published is None or load_agreements()[key].may_be_meant(published[:10])


def _places(text: str, match: Match) -> Iterator[PlaceSpan]:
    entry = _first(match, "place")
    if entry and not _first(match, "nation"):
        yield PlaceSpan(match.start, match.end, text[match.start : match.end], entry.key)


def _apart(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Drop nations inside a longer part of a split state ("Korean" in "inter-Korean")."""
    parts = [mention for mention in mentions if mention.form == "part"]
    return tuple(
        mention
        for mention in mentions
        if mention.form == "part"
        or not any(part.covers(mention.start, mention.end) for part in parts)
    )
