"""Paths between entities, explained fact by fact."""

from typing import Any

import networkx
import pytest

from schema.finders.facts import Fact, read_facts
from schema.finders.paths import cheapest, hub_cost
from tests.schema_graph import Client, client

__all__ = ["client"]

PATH = """query (
  $from: ID!, $to: ID!, $maxLength: Int, $first: Int, $via: [FactKind!]
  $after: Date, $before: Date, $minConfidence: Float
) {
  path(
    from: $from, to: $to, maxLength: $maxLength, first: $first, via: $via
    after: $after, before: $before, minConfidence: $minConfidence
  ) {
    length cost
    hops {
      from { id } to { id } kind title count event { id } evidence { quote article { id } }
    }
  }
}"""


async def told(client: Client, start: str, end: str, **arguments: Any) -> list[list[str]]:
    """Each path as its entities and the kinds of facts between them."""
    data = await client.data(PATH, **{"from": start, "to": end}, **arguments)
    paths = data["path"]
    assert [one["cost"] for one in paths] == sorted(one["cost"] for one in paths)
    assert all(one["length"] == len(one["hops"]) for one in paths)
    return [_words(one["hops"]) for one in paths]


def _words(hops: list[dict[str, Any]]) -> list[str]:
    words = [hops[0]["from"]["id"].partition(":")[2]]
    for hop in hops:
        words += [hop["kind"], hop["to"]["id"].partition(":")[2]]
    return words


@pytest.mark.anyio
async def test_hops_are_facts_with_their_quotes(client: Client) -> None:
    data = await client.data(
        PATH, **{"from": "Person:angela-merkel", "to": "Person:xi-jinping"}, first=1
    )
    [path] = data["path"]
    assert path["length"] == 1
    assert path["hops"] == [
        {
            "from": {"id": "Person:angela-merkel"},
            "to": {"id": "Person:xi-jinping"},
            "kind": "EVENT",
            "title": "Merkel meets Xi",
            "count": 1,
            "event": {"id": "Event:parade"},
            "evidence": {"quote": "Merkel met Xi.", "article": {"id": "Article:a1"}},
        }
    ]


@pytest.mark.anyio
async def test_an_office_carries_its_own_evidence(client: Client) -> None:
    data = await client.data(
        PATH, **{"from": "Nation:CHN", "to": "Person:xi-jinping"}, via=["OFFICE"]
    )
    [path] = data["path"]
    [hop] = path["hops"]
    assert (hop["kind"], hop["count"], hop["event"]) == ("OFFICE", 2, None)
    assert hop["title"] in {"President", "General Secretary"}


@pytest.mark.anyio
async def test_of_several_facts_one_with_a_quote_is_told(client: Client) -> None:
    assert await told(
        client, "Person:xi-jinping", "Nation:CHN", via=["AFFILIATION", "OFFICE"], first=1
    ) == [["xi-jinping", "OFFICE", "CHN"]]


@pytest.mark.anyio
async def test_several_paths_the_cheapest_first(client: Client) -> None:
    paths = await told(client, "Nation:DEU", "Nation:KOR", first=10, maxLength=2)
    assert paths == [["DEU", "EVENT", "CHN", "EVENT", "KOR"]]
    paths = await told(client, "Nation:DEU", "Nation:KOR", first=2, maxLength=4)
    assert len(paths) == 2
    assert paths[0] == ["DEU", "EVENT", "CHN", "EVENT", "KOR"]


@pytest.mark.anyio
async def test_only_some_facts(client: Client) -> None:
    ends = ("Person:xi-jinping", "Nation:KOR")
    assert await told(client, *ends, via=["EVENT"], first=1, after="2015-01-01") == [
        ["xi-jinping", "EVENT", "CHN", "EVENT", "KOR"]
    ]
    assert await told(client, *ends, via=["OFFICE", "AGREEMENT"], first=1) == [
        ["xi-jinping", "OFFICE", "CHN", "AGREEMENT", "trade-pact", "AGREEMENT", "KOR"]
    ]
    assert await told(client, *ends, via=["EVENT"], before="2015-01-01") == []
    assert await told(client, *ends, via=["EVENT"], minConfidence=0.95) == []
    assert await told(client, *ends, maxLength=1) == []


@pytest.mark.anyio
async def test_an_event_leads_to_the_agreement_that_it_changes(client: Client) -> None:
    assert await told(client, "Nation:CHN", "Agreement:paris-agreement", via=["EVENT"]) == [
        ["CHN", "EVENT", "paris-agreement"]
    ]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"from": "Nation:ZZZ"}, "Nation:ZZZ is not known."),
        ({"from": "Nation:KOR"}, "from and to are both Nation:KOR."),
        ({"from": "Person:"}, "is no id of a person, nation, organization or agreement."),
        ({"from": "Event:parade"}, "is no id of a person, nation, organization or agreement."),
        ({"maxLength": 7}, "maxLength is 7, which is no number from 1 to 6."),
        ({"first": 0}, "first is 0, which is no number from 1 to 10."),
        ({"minConfidence": 2.0}, "minConfidence is 2.0."),
    ],
)
async def test_what_has_no_paths(client: Client, arguments: dict[str, Any], message: str) -> None:
    given = {"from": "Nation:CHN", "to": "Nation:KOR"} | arguments
    assert message in (await client.error(PATH, **given))["message"]


def test_a_hub_costs_more_than_a_detour() -> None:
    graph: networkx.Graph[str] = networkx.Graph()
    hub, few = hub_cost(10_000), hub_cost(3)
    graph.add_edge("a", "hub", cost=1 + hub / 2)
    graph.add_edge("hub", "b", cost=1 + hub / 2)
    graph.add_edge("a", "one", cost=1 + few / 2)
    graph.add_edge("one", "other", cost=1 + few)
    graph.add_edge("other", "b", cost=1 + few / 2)
    assert [path for _, path in cheapest(graph, "a", "b", 4, 2)] == [
        ["a", "one", "other", "b"],
        ["a", "hub", "b"],
    ]
    assert [path for _, path in cheapest(graph, "a", "b", 2, 2)] == [["a", "hub", "b"]]


def test_what_joins_many_costs_more() -> None:
    row = {"one": "Nation:A", "kind": "EVENT", "title": "T", "confidence": 0.5, "relation": None}
    rows = [row | {"fact": "e", "other": f"Nation:{other}"} for other in "ABBC"]
    assert read_facts(rows) == [
        Fact(("Nation:A", other), "EVENT", "T", "e", 0.5, shared=1)
        for other in ("Nation:B", "Nation:B", "Nation:C")
    ]
    assert Fact(("a", "b"), "EVENT", "T", shared=9).cost == 2.0
