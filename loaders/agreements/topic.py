"""Topics: the kind of an agreement by what it is about.

Words before the term tell it ("a submarine contract") and words behind it ("a deal to buy tanks").
"""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from loaders.gazetteer.table import read_table
from loaders.syntax.analysis import Oblique, Phrase, SentenceSyntax, Word

_REACH = 12
"""Words behind a term that may tell what it is about."""
_STOPS = frozenset((",", ".", ";", ":", "--", "and", "but", "with", "between", "after", "before"))
_ABOUT = frozenset(
    (
        "on",
        "over",
        "about",
        "for",
        "to",
        "that",
        "of",
        "under",
        "by",
        "which",
        "governing",
        "covering",
    )
)
_PASSED = frozenset(("with", "between", "among"))
_PLACING = frozenset(("in", "at", "on"))
_TRADED = frozenset(("buy", "sell", "purchase", "supply", "deliver"))
"""What is bought, even a missile, is not controlled."""
_LIMITED = frozenset(
    ("destroy", "dismantle", "limit", "ban", "eliminate", "reduce", "scrap", "cut", "surrender")
)
"""What is done to weapons that are controlled."""


@cache
def _topics(where: str) -> Mapping[str, str]:
    rows = read_table("agreement_topics")
    return MappingProxyType(
        {row["word"]: row["kind"] for row in rows if row["where"] in (where, "any")}
    )


def kind_of(syntax: SentenceSyntax, phrase: Phrase, kind: str) -> str:
    """Return the kind of the agreement that a phrase names; ``kind`` is that of its term."""
    if kind != "OTHER":
        return kind
    before = syntax.words[phrase.first : phrase.head]
    behind = _behind(syntax, phrase)
    if any(word.lemma in _TRADED for word in behind) and _first(behind, "behind") != "OTHER":
        return "DEFENCE" if _first(behind, "behind") in ("DEFENCE", "ARMS_CONTROL") else "TRADE"
    told = _first(before[::-1], "before")
    told = told if told != "OTHER" else _first(behind, "behind")
    limited = told == "DEFENCE" and any(word.lemma in _LIMITED for word in behind)
    return "ARMS_CONTROL" if limited else told


def _first(words: Sequence[Word], where: str) -> str:
    topics = _topics(where)
    found = (topics.get(word.lemma) or topics.get(word.lower) for word in words)
    return next(filter(None, found), "OTHER")


def is_topical(syntax: SentenceSyntax, phrase: Phrase) -> bool:
    """Whether it is said what an agreement is about: "an accord on fish", "a deal to leave"."""
    return bool(_behind(syntax, phrase))


def _behind(syntax: SentenceSyntax, phrase: Phrase) -> Sequence[Word]:
    """Return the words that tell what an agreement is about, times and places passed over."""
    start = phrase.last
    for oblique in syntax.trailing(phrase):
        if not (oblique.phrase.time or _is_where(syntax, oblique)):
            break
        start = oblique.phrase.last
    found = syntax.words[start : start + _REACH]
    if not found or found[0].lower not in _ABOUT:
        return ()
    ends = [place for place, word in enumerate(found) if word.lower in _STOPS]
    return found[: ends[0]] if ends else found


def _is_where(syntax: SentenceSyntax, oblique: Oblique) -> bool:
    """Whether "in Vienna" or "with Peru" stands before what tells the topic."""
    named = syntax.words[oblique.phrase.head].kind == "name"
    return oblique.marker in _PASSED or (named and oblique.marker in _PLACING)
