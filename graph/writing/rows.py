"""Rows of an article's own nodes and edges: pure, from facts and claims to what statements take."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from graph.copies.wording import Wording
from graph.facts import Article, ArticleFacts
from graph.search_text import search_text
from graph.text_hash import text_hash
from graph.writing.claims import (
    SPANS_KEPT,
    AgreementClaim,
    EventClaim,
    Mentioned,
    dump_claim,
    mentioned,
)

Row = dict[str, Any]


def revision(article: Article, extractor: str) -> str:
    """What the facts depend on; the same revision need not be written again."""
    parts = [article.title, article.text, article.url, article.publisher]
    parts += [article.published_at, article.language, extractor]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def article_row(article: Article, wording: Wording, revised: str) -> Row:
    """The properties of the article, but when it was loaded."""
    row = {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "publishedAt": article.published_at,
        "language": article.language,
        "text": article.text,
        "textHash": text_hash(article.text),
        "revision": revised,
        "sketch": wording.sketch or None,
    }
    row |= {f"band{number}": key for number, key in enumerate(wording.keys)}
    return {name: value for name, value in row.items() if value is not None}


def nation_row(nation: Row) -> Row:
    """The whole properties of a nation."""
    names = [nation["name"], nation.get("officialName", nation["name"])]
    others = [*nation.get("aliases", ()), *nation.get("demonyms", ())]
    return {**nation, "searchText": search_text([*names, *others])}


def mention_row(article: str, key: str, parts: Sequence[Mentioned]) -> Row:
    """The edge MENTIONS of an article to a node, which it may name under several records."""
    spans = sorted(
        {span for part in parts for span in part.spans}, key=lambda span: int(span.split("-")[0])
    )
    return {
        "article": article,
        "key": key,
        "edge": {
            "count": sum(part.count for part in parts),
            "firstOffset": min(part.first for part in parts),
            "spans": spans[:SPANS_KEPT],
            "forms": sorted({form for part in parts for form in part.forms}),
            "confidence": 1.0,
        },
    }


def nation_mentions(facts: ArticleFacts) -> list[Row]:
    """The edges MENTIONS of the article to nations."""
    return [
        mention_row(facts.article.id, one.code, [mentioned(one.mentions)]) for one in facts.nations
    ]


def agreement_mentions(facts: ArticleFacts) -> list[Row]:
    """The edges MENTIONS of the article to agreements."""
    return [
        mention_row(facts.article.id, one.id, [mentioned(one.mentions)])
        for one in facts.agreements
        if one.mentions
    ]


def agreement_reports(facts: ArticleFacts, claims: Sequence[AgreementClaim]) -> list[Row]:
    """The edges REPORTED_IN from agreements to the article."""
    return [
        {
            "key": fact.id,
            "article": facts.article.id,
            "edge": {
                "quote": fact.evidence.quote,
                "start": fact.evidence.start,
                "end": fact.evidence.end,
                "sentence": fact.evidence.sentence,
                "confidence": fact.confidence,
                "extractor": facts.extractor,
                "claims": dump_claim(claim),
            },
        }
        for fact, claim in zip(facts.agreements, claims, strict=True)
    ]


def event_report(event: str, claim: EventClaim) -> Row:
    """The edge REPORTED_IN from an event to the article of a claim."""
    edge = {
        "quote": claim.said.quote,
        "start": claim.said.start,
        "end": claim.said.end,
        "sentence": claim.sentence,
        "confidence": claim.confidence,
        "attributedTo": claim.attributed_to,
        "extractor": claim.extractor,
    }
    return {"key": event, "article": claim.said.article, "edge": edge}


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
