"""The timeline of an entity, and the statistics of the whole graph."""

import pytest

from tests.schema_graph import Client, client

__all__ = ["client"]

pytestmark = pytest.mark.anyio

TIMELINE = """query ($of: ID!, $first: Int, $after: String, $from: Date, $to: Date) {
  timeline(of: $of, first: $first, after: $after, from: $from, to: $to) {
    title earliest latest cursor event { id } office { title of { id } } person { id }
    evidence { quote start end confidence article { id } }
  }
}"""

PARADE = {
    "title": "Merkel meets Xi",
    "earliest": "2015-09-03",
    "latest": "2015-09-03",
    "cursor": "2015-09-03|Event:parade",
    "event": {"id": "Event:parade"},
    "office": None,
    "person": None,
    "evidence": {"quote": "Merkel met Xi.", "start": 0, "end": 14, "confidence": 0.9}
    | {"article": {"id": "Article:a1"}},
}

OFFICE = {
    "title": "Xi Jinping, President",
    "earliest": "2015-09-03",
    "latest": "2017-04-02",
    "cursor": "2015-09-03|Office:xi-jinping:President:CHN",
    "event": None,
    "office": {"title": "President", "of": {"id": "Nation:CHN"}},
    "person": {"id": "Person:xi-jinping"},
    "evidence": {"quote": "Xi Jinping, the President.", "start": 4, "end": 30}
    | {"confidence": None, "article": {"id": "Article:a1"}},
}


async def test_a_person(client: Client) -> None:
    assert await client.data(TIMELINE, of="Person:xi-jinping") == {"timeline": [PARADE, OFFICE]}


async def test_a_nation_in_stretches(client: Client) -> None:
    first = (await client.data(TIMELINE, of="Nation:CHN", first=3))["timeline"]
    assert [first[0], first[2]] == [PARADE, OFFICE]
    assert first[1]["title"] == "The EU mediates"
    after = OFFICE["cursor"]
    rest = (await client.data(TIMELINE, of="Nation:CHN", after=after))["timeline"]
    assert [one["title"] for one in rest] == [
        "China signs the Paris Agreement",
        "China sanctions South Korea",
    ]


async def test_between_two_days(client: Client) -> None:
    found = await client.data(TIMELINE, of="Nation:CHN", **{"from": "2016-01-01"}, to="2017-03-02")
    assert [one["title"] for one in found["timeline"]] == [
        "Xi Jinping, President",
        "China signs the Paris Agreement",
        "China sanctions South Korea",
    ]


async def test_changes_of_agreements(client: Client) -> None:
    """An agreement has the events that change it; a party has those of its agreements, too."""
    for of, wanted in (
        ("Agreement:paris-agreement", ["China signs the Paris Agreement"]),
        ("Organization:european-union", ["The EU mediates", "China signs the Paris Agreement"]),
        ("Nation:KOR", ["The EU mediates", "China sanctions South Korea"]),
    ):
        found = await client.data(TIMELINE, of=of)
        assert [one["title"] for one in found["timeline"]] == wanted


@pytest.mark.parametrize("after", ["abc", "2020-01-01", "2020-01-01|Person:x", "WyJuYW1lIl0"])
async def test_what_is_no_cursor(client: Client, after: str) -> None:
    error = await client.error(TIMELINE, of="Nation:CHN", after=after)
    assert error["message"] == f"{after!r} is no cursor of a timeline."


async def test_an_entity_that_is_not_known(client: Client) -> None:
    error = await client.error(TIMELINE, of="Nation:ZZZ")
    assert error["message"] == "Nation:ZZZ is not known."
    assert error["extensions"]["fix"] == "Find the ids of what is known by search."


@pytest.mark.parametrize("of", ["xi-jinping", "Event:parade", "", "Dyad:CHN-KOR", "Nation:"])
async def test_what_is_no_entity(client: Client, of: str) -> None:
    error = await client.error(TIMELINE, of=of)
    assert "is no id of a person, nation, organization or agreement" in error["message"]


async def test_stats(client: Client) -> None:
    query = """{
      stats {
        nodes { type count }
        eventTypes(by: YEAR) { start type count }
        publishers(first: 1) { name articles earliest latest }
        coverage { earliestEvent latestEvent earliestArticle latestArticle lastLoad }
      }
    }"""
    assert await client.data(query) == {
        "stats": {
            "nodes": [
                {"type": "EVENT", "count": 6},
                {"type": "NATION", "count": 4},
                {"type": "PERSON", "count": 4},
                {"type": "ARTICLE", "count": 3},
                {"type": "AGREEMENT", "count": 2},
                {"type": "ORGANIZATION", "count": 2},
            ],
            "eventTypes": [
                {"start": "2015-01-01", "type": "CONSULT", "count": 2},
                {"start": "2016-01-01", "type": "SUPPORT", "count": 1},
                {"start": "2017-01-01", "type": "AGREE", "count": 1},
                {"start": "2017-01-01", "type": "SANCTION", "count": 1},
            ],
            "publishers": [
                {"name": "Han River News", "articles": 2}
                | {"earliest": "2015-09-03T10:00:00Z", "latest": "2016-04-23T08:30:00Z"}
            ],
            "coverage": {
                "earliestEvent": "2015-09-03",
                "latestEvent": "2017-12-16",
                "earliestArticle": "2015-09-03T10:00:00Z",
                "latestArticle": "2017-04-02",
                "lastLoad": None,
            },
        }
    }
