"""Finding by names and words: candidates from the indexes of words, then how well each matches.

The indexes are asked for each word as it is, as a beginning, and with one or two errors; that
gives more than it should, and no order to rely on. So each candidate is compared anew.
"""

import asyncio
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.search_text import plain, words
from graph.statement import Statement
from schema.reader import Reader

MOST_WORDS = 8
LONGEST_SWAPPED = 16
"""Letters of a word that may have changed places."""
SIMILAR = 0.75
"""How alike two words are, from 0 to 1, if one is the other with a typing error."""
IMPORTANCE = 0.1
"""The part of the score that importance makes; the match makes the rest."""
EXCERPT = 60
"""Characters on either side of what was found in a text."""


def _entities(index: LiteralString) -> LiteralString:
    return (
        f"CALL db.index.fulltext.queryNodes('{index}', $query) YIELD node, score"
        " WITH node, score ORDER BY score DESC LIMIT 100"
        " RETURN elementId(node) AS element, coalesce(node.code, node.id) AS key,"
        " [node.name, node.officialName] + coalesce(node.aliases, []) +"
        " coalesce(node.demonyms, []) AS names, [] AS texts,"
        " COUNT { (node)<-[:MENTIONS]-() } AS weight"
    )


CANDIDATES: Mapping[str, LiteralString] = {
    "Person": _entities("person_words"),
    "Nation": _entities("nation_words"),
    "Organization": _entities("organization_words"),
    "Agreement": _entities("agreement_words"),
    "Event": (
        "CALL db.index.fulltext.queryNodes('event_words', $query) YIELD node, score"
        " WITH node, score ORDER BY score DESC LIMIT 100"
        " RETURN elementId(node) AS element, node.id AS key, [] AS names, [node.title] AS texts,"
        " COUNT { (node)-[:REPORTED_IN]->() } AS weight"
    ),
    "Article": (
        "CALL db.index.fulltext.queryNodes('article_words', $query) YIELD node, score"
        " WITH node, score ORDER BY score DESC LIMIT 30"
        " RETURN elementId(node) AS element, node.id AS key, [] AS names,"
        " [coalesce(node.title, ''), coalesce(node.text, '')] AS texts, 1 AS weight"
    ),
}


def lucene_query(asked: Sequence[str]) -> str:
    """Any of the words as it is, as a beginning, or with a typing error.

    Words are letters and digits in lower case, so nothing in them is syntax.
    """
    return " OR ".join(part for word in asked for part in _variants(word))


def _variants(word: str) -> Iterable[str]:
    yield f"{word}^4"
    if len(word) > 1:
        yield f"{word}*^2"
    if len(word) > 3:
        yield f"{word}~{2 if len(word) > 7 else 1}"
        # To the embedded engine two letters in the wrong order are two errors.
        yield from _swapped(word)


def _swapped(word: str) -> Iterable[str]:
    """The word with each two neighbours the other way round, as fingers that are too quick do."""
    pairs = ((at, word[at : at + 2]) for at in range(min(len(word), LONGEST_SWAPPED) - 1))
    return (word[:at] + two[::-1] + word[at + 2 :] for at, two in pairs if two[0] != two[1])


@dataclass(frozen=True, slots=True)
class Match:
    """How a candidate matches: the part of the score that this makes, and why."""

    strength: float
    reason: str
    matched: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The text that is searched for, plain, and its words."""

    text: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Asked":
        """What a client asks."""
        return cls(plain(text).strip(), tuple(words(text)[:MOST_WORDS]))


def match_name(asked: Asked, name: str, *, first: bool) -> Match | None:
    """How a name matches; ``first`` is the usual one. None where it does not."""
    form, own = plain(name), words(name)
    if form == asked.text or tuple(own) == asked.words:
        return Match(1.0, "NAME", name) if first else Match(0.96, "ALIAS", name)
    if form.startswith(asked.text):
        return Match(0.9 - 0.02 * (not first), "BEGINNING", name)
    if all(any(one.startswith(word) for one in own) for word in asked.words):
        return Match(0.84 - 0.02 * (not first), "PART", name)
    alike = [_likeness(word, own) for word in asked.words]
    if min(alike) >= SIMILAR:
        return Match(0.4 + 0.4 * sum(alike) / len(alike), "SPELLING", name)
    share = sum(one >= SIMILAR for one in alike) / len(alike)
    return Match(0.5 * share, "WORDS", name) if share >= 0.5 else None


def _likeness(word: str, others: Sequence[str]) -> float:
    found = process.extractOne(word, others, scorer=OSA.normalized_similarity)
    return found[1] if found else 0.0


def match_text(asked: Asked, text: str) -> Match | None:
    """How a title or text matches: by how many of the words stand in it."""
    own = dict.fromkeys(words(text))
    found = [word for word in asked.words if any(one.startswith(word) for one in own)]
    near = [word for word in asked.words if word not in found and len(word) > 3]
    similar = [word for word in near if _likeness(word, [*own]) >= SIMILAR]
    share = (len(found) + 0.8 * len(similar)) / len(asked.words)
    if share < 0.5:
        return None
    return Match(0.6 * share, "WORDS", excerpt(text, found or similar))


def excerpt(text: str, wanted: Sequence[str]) -> str:
    """The text around the first of the words, or one like it."""
    if len(text) <= 2 * EXCERPT:
        return text.strip()
    places = list(re.finditer(r"\w+", text))
    at = next((one for one in places if _wanted(plain(one[0]), wanted)), places[0])
    start, end = max(0, at.start() - EXCERPT), min(len(text), at.end() + EXCERPT)
    inside = " ".join(text[start:end].split())
    before = "…" if start else ""
    return f"{before}{inside}{'…' if end < len(text) else ''}"


def _wanted(word: str, wanted: Sequence[str]) -> bool:
    return any(
        word.startswith(one) or OSA.normalized_similarity(word, one) >= SIMILAR for one in wanted
    )


def best_match(asked: Asked, row: Mapping[str, Any]) -> Match | None:
    """How a candidate matches best."""
    names = [name for name in row["names"] if name]
    found = [match_name(asked, name, first=not at) for at, name in enumerate(names)]
    found += [match_text(asked, text) for text in row["texts"] if text]
    return max(filter(None, found), key=lambda one: one.strength, default=None)


def _score(match: Match, weight: int, most: int) -> float:
    importance = math.log1p(weight) / math.log1p(most) if most else 0.0
    return round((1 - IMPORTANCE) * match.strength + IMPORTANCE * importance, 4)


def ranked(asked: Asked, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The candidates that match, the best first; ties are broken by their keys."""
    given = list(rows)
    most = max((row["weight"] for row in given), default=0)
    matches = ((best_match(asked, row), row) for row in given)
    scored = [(_score(match, row["weight"], most), match, row) for match, row in matches if match]
    scored.sort(key=lambda one: (-one[0], one[2]["key"]))
    return [
        {"element": row["element"], "score": score, "at": at}
        | {"reason": match.reason, "matched": match.matched}
        for at, (score, match, row) in enumerate(scored)
    ]


async def find_matches(reader: Reader, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """The hits of a search, from the text, the types and how many there may be."""
    asked = Asked.of(arguments["text"])
    query = {"query": lucene_query(asked.words)}
    reads = (reader.read(Statement(CANDIDATES[one]), query) for one in arguments["types"])
    found = await asyncio.gather(*reads)
    hits = ranked(asked, (row for rows in found for row in rows))
    return {"hits": hits[: arguments["first"]]}
