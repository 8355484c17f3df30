"""Articles in whatever order, one by one or together, come to one graph: keys, too."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from graph.database import Command, Database
from graph.facts import (
    ArticleFacts,
    DateInterval,
    EventFact,
    Evidence,
    NationFact,
    Office,
    OrganizationFact,
    PersonFact,
    Place,
    Ref,
    Span,
)
from graph.ontology import load_ontology
from graph.writing import neighbourhood
from graph.writing.writer import Writer
from tests.facts import NATIONS, TEXT, article_facts
from tests.snapshot import snapshot

pytestmark = pytest.mark.anyio

CODES = (*NATIONS, None)
NAMED = (Span(0, 6, "French"),)
PEOPLE = (
    ("anna-roy", ("Anna Roy", "Roy", "Anna M. Roy")),
    ("roy", ("Roy", "Anne Roy")),
    ("anna-m-roy", ("Anna M. Roy", "Anna Roy")),
    ("otto-braun", ("Otto Braun", "Braun", "Oto Brown")),
    ("otto-von-braun", ("Otto von Braun", "Otto Braun")),
)
"""The id that articles give, and the forms of the name that they may bear."""
BODIES = (
    ("foreign-ministry", ("Foreign Ministry", "Ministry of Foreign Affairs")),
    ("ministry-of-foreign-affairs", ("Ministry of Foreign Affairs", "MFA")),
    ("havas", ("Havas", "Havas Agency")),
)
DATES = (
    DateInterval("2020-03-02", "2020-03-02", "DAY", "TEXT"),
    DateInterval("2020-03-03", "2020-03-03", "DAY", "PUBLICATION"),
    DateInterval("2020-03-09", "2020-03-09", "DAY", "TEXT"),
    DateInterval("2020-03-02", "2020-03-08", "WEEK", "TEXT"),
    DateInterval("2020-03-01", "2020-03-31", "MONTH", "TEXT"),
)
QUOTES = (TEXT, TEXT.partition(" and ")[0])


def _person(chance: random.Random) -> PersonFact:
    key, forms = chance.choice(PEOPLE)
    nation = chance.choice(CODES)
    titles = ("President", "Minister") if nation else ()
    return PersonFact(
        key,
        chance.choice(forms),
        tuple(chance.sample(forms, 1)),
        NAMED,
        nation,
        tuple(
            Office(title, Ref("Nation", str(nation)), Evidence(0, 6, "French"))
            for title in titles
            if chance.random() < 0.3
        ),
        chance.choice((None, None, "Q1", "Q2")),
    )


def _body(chance: random.Random) -> OrganizationFact:
    key, forms = chance.choice(BODIES)
    kind = chance.choice(("GOVERNMENT_BODY", "OTHER"))
    nation, wikidata = chance.choice(CODES), chance.choice((None, None, "Q3", "Q4"))
    return OrganizationFact(
        key, chance.choice(forms), (), NAMED, kind, nation=nation, wikidata_id=wikidata
    )


def _event(chance: random.Random, taking_part: Sequence[Ref]) -> EventFact:
    quote = chance.choice(QUOTES)
    actors = chance.sample(taking_part, chance.randint(0, len(taking_part)))
    return EventFact(
        id=f"event-{chance.randrange(3)}",
        type="CONSULT",
        modality="ASSERTED",
        actors=tuple(actors),
        recipients=(),
        actor_nations=tuple(sorted(chance.sample([*NATIONS], chance.randint(1, 2)))),
        recipient_nations=(),
        date=chance.choice(DATES),
        confidence=chance.choice((0.4, 0.8)),
        evidence=Evidence(0, len(quote), quote),
        place=chance.choice((None, Place("Vienna", "AUT"))),
    )


def _told(number: int, chance: random.Random) -> ArticleFacts:
    people = {one.id: one for one in (_person(chance) for _ in range(chance.randint(0, 3)))}
    bodies = {one.id: one for one in (_body(chance) for _ in range(chance.randint(0, 2)))}
    refs = [Ref("Person", key) for key in people] + [Ref("Organization", key) for key in bodies]
    events = {one.id: one for one in (_event(chance, refs) for _ in range(chance.randint(0, 3)))}
    facts = article_facts(
        f"a{number}",
        text=f"{TEXT} {number}",
        published_at=f"2020-03-{chance.randint(1, 28):02}",
        publisher=chance.choice(("One", "Two")),
    )
    return replace(
        facts,
        nations=tuple(NationFact(code, code, NAMED) for code in NATIONS),
        persons=tuple(people.values()),
        organizations=tuple(bodies.values()),
        events=tuple(events.values()),
        agreements=(),
    )


def _edited(facts: ArticleFacts, chance: random.Random) -> ArticleFacts:
    """Another article that stands where this one does, for a time."""
    other = _told(0, chance)
    return replace(other, article=replace(other.article, id=facts.article.id, title="Edited"))


def _batches(given: Sequence[ArticleFacts], chance: random.Random) -> list[list[ArticleFacts]]:
    """The articles in some order, cut anywhere."""
    left, batches = chance.sample(given, len(given)), list[list[ArticleFacts]]()
    while left:
        size = chance.randint(1, 3)
        batches.append(left[:size])
        left = left[size:]
    return batches


@pytest.mark.parametrize("seed", [0, 3, 5, 8])
async def test_any_order_of_growing_and_changing_articles(
    database: Database, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    articles = [_told(number, chance) for number in range(8)]
    writer = Writer(database, load_ontology(), NATIONS)
    found = list[object]()
    for order in range(3):
        # However many records are looked at together, what is found is the same.
        monkeypatch.setattr(neighbourhood, "VISITED", 2 if order == 2 else neighbourhood.VISITED)
        await database.write([Command("MATCH (n) DETACH DELETE n")])
        for batch in _batches(articles, chance):
            if order:
                await writer.write([_edited(one, chance) for one in batch[:1]], "2020-04-01")
            await writer.write(batch, "2020-04-01")
        found.append(await snapshot(database))

    assert found[1:] == found[:1] * 2
