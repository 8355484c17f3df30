"""Writing on the real engine: nothing twice, nothing lost, nothing left behind."""

import itertools
from collections import Counter
from dataclasses import replace
from typing import Any, LiteralString

import pytest

from graph.database import Command, Database
from graph.facts import ArticleFacts, DateInterval, Ref, Toll
from graph.ontology import load_ontology
from graph.writing.event_title import names, title
from graph.writing.writer import Writer
from tests.facts import MONDAY, NATIONS, article_facts
from tests.snapshot import snapshot

NOW = "2020-03-04T00:00:00Z"


def writer(database: Database) -> Writer:
    return Writer(database, load_ontology(), NATIONS)


@pytest.mark.anyio
async def test_everything_is_written(database: Database) -> None:
    written = await writer(database).write([article_facts()], NOW)

    assert (written.loaded, written.replaced, written.unchanged) == (1, 0, 0)
    nodes, edges = await snapshot(database)
    counts = Counter(node["label"] for node in nodes)
    assert counts.pop("Key") > 0
    assert counts == {
        "Article": 1, "Nation": 3, "Person": 2, "Organization": 1, "Agreement": 1, "Event": 1,
        "Dyad": 1, "Record": 4,
    }  # fmt: skip
    shown = [edge for edge in edges if edge["type"] not in ("TELLS", "KEYED")]
    assert {(edge["source"], edge["type"], edge["target"]) for edge in shown} == {
        ("a1", "MENTIONS", "AUT"),
        ("a1", "MENTIONS", "DEU"),
        ("a1", "MENTIONS", "FRA"),
        ("a1", "MENTIONS", "anna-roy"),
        ("a1", "MENTIONS", "havas"),
        ("a1", "MENTIONS", "otto-braun"),
        ("a1", "MENTIONS", "vienna-accord"),
        ("anna-roy", "AFFILIATED_WITH", "FRA"),
        ("anna-roy", "HOLDS_OFFICE", "FRA"),
        ("havas", "BASED_IN", "FRA"),
        ("DEU", "PARTY_TO", "vienna-accord"),
        ("FRA", "PARTY_TO", "vienna-accord"),
        ("meeting", "BETWEEN", "DEU-FRA"),
        ("meeting", "CONCERNS", "vienna-accord"),
        ("meeting", "HAS_ACTOR", "DEU"),
        ("meeting", "HAS_ACTOR", "FRA"),
        ("meeting", "HAS_ACTOR", "anna-roy"),
        ("meeting", "HAS_ACTOR", "otto-braun"),
        ("meeting", "LOCATED_IN", "AUT"),
        ("meeting", "REPORTED_IN", "a1"),
        ("otto-braun", "AFFILIATED_WITH", "DEU"),
        ("vienna-accord", "REPORTED_IN", "a1"),
    }


@pytest.mark.anyio
async def test_the_same_article_again_changes_nothing(database: Database) -> None:
    await writer(database).write([article_facts()], NOW)
    before = await snapshot(database)

    again = await writer(database).write([article_facts()], "2021-01-01T00:00:00Z")

    assert (again.loaded, again.replaced, again.unchanged) == (0, 0, 1)
    assert again.changes.nodes_created == again.changes.relationships_created == 0
    assert await snapshot(database) == before


@pytest.mark.anyio
async def test_a_changed_article_replaces_its_own_facts_and_nothing_else(
    database: Database,
) -> None:
    other = article_facts("a2", published_at="2020-03-05")
    await writer(database).write([other], NOW)
    clean = await snapshot(database)
    without_events = replace(article_facts(), events=(), agreements=())
    await writer(database).write([article_facts()], NOW)

    changed = replace(
        without_events, article=replace(without_events.article, title="Another title"),
        nations=(), persons=(), organizations=(),
    )  # fmt: skip
    written = await writer(database).write([changed], NOW)

    assert (written.loaded, written.replaced) == (0, 1)
    nodes, edges = await snapshot(database)
    assert [node for node in nodes if node["properties"].get("id") != "a1"] == clean[0]
    assert edges == clean[1]


@pytest.mark.anyio
async def test_a_pair_of_nations_goes_with_its_last_event(database: Database) -> None:
    other = replace(MONDAY, earliest="2020-01-06", latest="2020-01-06")
    second = article_facts("a2")
    second = replace(second, events=(replace(second.events[0], id="earlier", date=other),))
    await writer(database).write([article_facts(), second], NOW)
    pairs: LiteralString = (
        "MATCH (d:Dyad) RETURN d.id AS id, COUNT { (d)<-[:BETWEEN]-() } AS events"
    )
    assert await database.read(pairs) == [{"id": "DEU-FRA", "events": 2}]

    await writer(database).write([replace(article_facts(title="New"), events=())], NOW)
    assert await database.read(pairs) == [{"id": "DEU-FRA", "events": 1}]

    await writer(database).write([replace(article_facts("a2", title="New"), events=())], NOW)
    assert await database.read(pairs) == []


@pytest.mark.anyio
async def test_the_order_of_loading_does_not_matter(database: Database) -> None:
    one = article_facts("a1", published_at="2020-03-03")
    two = article_facts("a2", published_at="2020-03-01")
    two = replace(
        two,
        persons=(replace(two.persons[0], aliases=("A. Roy",), nation=None), two.persons[1]),
        agreements=(replace(two.agreements[0], status="PROPOSED"),),
        events=(replace(two.events[0], confidence=0.9, contexts=("military",)),),
    )
    three = replace(article_facts("a3", published_at="2020-03-09"), organizations=())
    results: list[tuple[list[Any], list[Any]]] = []
    for order in itertools.permutations([one, two, three]):
        await _wipe(database)
        for facts in order:
            await writer(database).write([facts], NOW)
        results.append(await snapshot(database))
    await _wipe(database)
    await writer(database).write([one, two, three], NOW)
    results.append(await snapshot(database))

    assert all(result == results[0] for result in results)
    roy = next(n for n in results[0][0] if n["properties"].get("id") == "anna-roy")
    assert roy["properties"]["aliases"] == ["A. Roy", "Roy"]
    accord = next(n for n in results[0][0] if n["properties"].get("id") == "vienna-accord")
    assert accord["properties"]["status"] == "SIGNED"


@pytest.mark.anyio
async def test_the_latest_count_wins_and_is_taken_back_with_its_article(
    database: Database,
) -> None:
    def told(article: str, day: str, toll: Toll) -> ArticleFacts:
        facts = article_facts(article, published_at=day)
        return replace(facts, events=(replace(facts.events[0], toll=toll),))

    early = told("early", "2020-03-03", Toll(dead=12, injured=30))
    late = told("late", "2020-03-05", Toll(dead=81))
    silent = told("silent", "2020-03-07", Toll())

    async def counts() -> list[int | None]:
        query = "MATCH (e:Event) RETURN [e.dead, e.injured, e.arrested] AS toll"
        [row] = await database.read(query)
        return row["toll"]

    for order in itertools.permutations((early, late, silent)):
        await _wipe(database)
        for facts in order:
            await writer(database).write([facts], NOW)
        assert await counts() == [81, 30, None]
    await writer(database).write([replace(told("late", "2020-03-05", Toll()), extractor="2")], NOW)
    assert await counts() == [12, 30, None]


@pytest.mark.anyio
async def test_taking_back_and_adding_again_comes_to_the_same(database: Database) -> None:
    await writer(database).write([article_facts("a1"), article_facts("a2")], NOW)
    before = await snapshot(database)
    empty = replace(
        article_facts("a1", text="Nothing."),
        nations=(), persons=(), organizations=(), agreements=(), events=(),
    )  # fmt: skip
    await writer(database).write([empty], NOW)

    await writer(database).write([article_facts("a1")], NOW)

    assert await snapshot(database) == before


@pytest.mark.anyio
async def test_an_edited_file_replaces_its_article(database: Database) -> None:
    first = article_facts("hash1", url=None, source="file:///news/one.txt")
    await writer(database).write([first], NOW)
    second = article_facts("hash2", url=None, source="file:///news/one.txt", title="Edited")

    await writer(database).write([second], NOW)

    rows = await database.read(
        "MATCH (a:Article)<-[:CONTAINS]-(s:Source) RETURN a.id AS id, s.uri AS uri"
    )
    assert rows == [{"id": "hash2", "uri": "file:///news/one.txt"}]
    assert (await database.read("MATCH (a:Article) RETURN count(a) AS n")) == [{"n": 1}]


async def _wipe(database: Database) -> None:
    await database.write([Command("MATCH (n) DETACH DELETE n")])


@pytest.mark.anyio
async def test_a_party_that_withdraws_stays_withdrawn(database: Database) -> None:
    leaving = replace(
        article_facts("a2", published_at="2020-05-01"),
        events=(
            replace(
                article_facts().events[0],
                id="leaving",
                type="SANCTION",
                mode="withdraw",
                effect="WITHDRAWN",
                actors=(Ref("Nation", "FRA"),),
                actor_nations=("FRA",),
                date=DateInterval("2020-04-30", "2020-04-30", "DAY", "TEXT"),
            ),
        ),
    )
    later = article_facts("a3", published_at="2020-09-01")
    later = replace(later, events=(), agreements=(replace(later.agreements[0], status="IN_FORCE"),))
    for facts in (later, article_facts("a1"), leaving):
        await writer(database).write([facts], NOW)

    rows = await database.read(
        "MATCH (n:Nation)-[r:PARTY_TO]->(:Agreement) "
        "RETURN n.code AS code, r.status AS status, r.reports AS reports, "
        "r.articleId AS article ORDER BY code"
    )
    assert rows == [
        {"code": "DEU", "status": "SIGNED", "reports": 3, "article": "a1"},
        {"code": "FRA", "status": "WITHDRAWN", "reports": 3, "article": "a2"},
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Anna Roy and Otto Braun sign Vienna Accord"),
        (
            {"agreement": None, "effect": None, "recipients": (Ref("Nation", "AUT"),)},
            "Anna Roy and Otto Braun visit Austria",
        ),
        (
            {"agreement": None, "effect": None, "mode": None, "modality": "FUTURE"},
            "Anna Roy and Otto Braun: consult (planned)",
        ),
        (
            {
                "agreement": None,
                "effect": None,
                "mode": "phone",
                "recipients": (Ref("Person", "otto-braun"), Ref("Person", "anna-roy")),
            },
            "Anna Roy and Otto Braun meet (phone)",
        ),
        (
            {"agreement": None, "effect": None, "actors": (), "mode": "resign", "type": "RETREAT"},
            "Somebody resigns",
        ),
    ],
)
def test_titles_read_as_sentences(changes: dict[str, Any], expected: str) -> None:
    facts = article_facts()
    event = replace(facts.events[0], **changes)
    assert title(event, names(facts, NATIONS), load_ontology()) == expected
