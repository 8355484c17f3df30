"""Rows of an article's own nodes and edges: pure, from facts to what statements take."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from graph.copies.wording import band_keys, shingles
from graph.facts import Article, ArticleFacts, Span
from graph.search_text import search_text
from graph.text_hash import text_hash
from graph.writing.claims import dump_claim, organization_claim, person_claim

Row = dict[str, Any]
SPANS_KEPT = 50
"""Mentions whose places are kept on an edge; the count tells of all."""


def revision(article: Article, extractor: str) -> str:
    """What the facts depend on; the same revision need not be written again."""
    parts = [article.title, article.text, article.url, article.publisher]
    parts += [article.published_at, article.language, extractor]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def article_row(facts: ArticleFacts, loaded_at: str) -> Row:
    """The whole properties of the article."""
    article = facts.article
    row = {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "publishedAt": article.published_at,
        "language": article.language,
        "text": article.text,
        "textHash": text_hash(article.text),
        "revision": revision(article, facts.extractor),
        "loadedAt": loaded_at,
    }
    bands = band_keys(shingles(article.title, article.text))
    row |= {f"band{number}": key for number, key in enumerate(bands)}
    return {name: value for name, value in row.items() if value is not None}


def nation_row(nation: Row) -> Row:
    """The whole properties of a nation."""
    names = [nation["name"], nation.get("officialName", nation["name"])]
    others = [*nation.get("aliases", ()), *nation.get("demonyms", ())]
    return {**nation, "searchText": search_text([*names, *others])}


def _mention(article: str, key: str, spans: tuple[Span, ...], claims: str | None) -> Row:
    return {
        "article": article,
        "key": key,
        "edge": {
            "count": len(spans),
            "firstOffset": min((span.start for span in spans), default=0),
            "spans": [f"{span.start}-{span.end}" for span in spans[:SPANS_KEPT]],
            "forms": sorted({span.text for span in spans}),
            "claims": claims,
            "confidence": 1.0,
        },
    }


def mention_rows(facts: ArticleFacts, label: str) -> list[Row]:
    """The edges MENTIONS of the article to the nodes of one label."""
    article = facts.article
    if label == "Nation":
        return [_mention(article.id, one.code, one.mentions, None) for one in facts.nations]
    if label == "Person":
        return [
            _mention(article.id, one.id, one.mentions, dump_claim(person_claim(article, one)))
            for one in facts.persons
        ]
    if label == "Organization":
        return [
            _mention(article.id, one.id, one.mentions, dump_claim(organization_claim(article, one)))
            for one in facts.organizations
        ]
    return [
        _mention(article.id, one.id, one.mentions, None) for one in facts.agreements if one.mentions
    ]


def nation_codes(facts: ArticleFacts) -> Iterator[str]:
    """Every nation that the article's facts refer to."""
    yield from (one.code for one in facts.nations)
    yield from (one.nation for one in (*facts.persons, *facts.organizations) if one.nation)
    for event in facts.events:
        yield from (*event.actor_nations, *event.recipient_nations)
        yield from (ref.key for ref in (*event.actors, *event.recipients) if ref.label == "Nation")
        if event.place and event.place.nation:
            yield event.place.nation
    for agreement in facts.agreements:
        yield from (ref.key for ref in agreement.parties if ref.label == "Nation")
    for person in facts.persons:
        yield from (o.of.key for o in person.offices if o.of and o.of.label == "Nation")
