"""Orders by what is no property: how many, how recent; and of lists of several types."""

from typing import Any

import pytest

from tests.schema_graph import Client, client

__all__ = ["client"]

pytestmark = pytest.mark.anyio

Orders = list[dict[str, str]]


async def keys(client: Client, field: str, order: Orders, **page: Any) -> dict[str, Any]:
    label = field.removesuffix("s").capitalize()
    query = f"""query ($order: [{label}Order!], $f: Int, $a: String, $l: Int, $b: String) {{
      {field}(orderBy: $order, first: $f, after: $a, last: $l, before: $b) {{
        nodes {{ id }} pageInfo {{ startCursor endCursor hasNextPage hasPreviousPage }}
      }}
    }}"""
    return (await client.data(query, order=order, **page))[field]


def ids(given: dict[str, Any]) -> list[str]:
    return [node["id"].partition(":")[2] for node in given["nodes"]]


ORDERED: list[tuple[str, Orders, list[str]]] = [
    ("persons", [{"field": "EVENT_COUNT", "direction": "DESC"}],
     ["xi-jinping", "angela-merkel", "moon-jae-in", "unnamed-envoy"]),
    ("persons", [{"field": "EVENT_COUNT"}],
     ["unnamed-envoy", "angela-merkel", "moon-jae-in", "xi-jinping"]),
    ("persons", [{"field": "LAST_EVENT", "direction": "DESC"},
                 {"field": "EVENT_COUNT", "direction": "DESC"}],
     ["xi-jinping", "moon-jae-in", "angela-merkel", "unnamed-envoy"]),
    ("persons", [{"field": "LAST_MENTION"}, {"field": "NAME", "direction": "DESC"}],
     ["angela-merkel", "xi-jinping", "moon-jae-in", "unnamed-envoy"]),
    ("nations", [{"field": "EVENT_COUNT", "direction": "DESC"}], ["CHN", "KOR", "DEU", "USA"]),
    ("nations", [{"field": "AGREEMENT_COUNT", "direction": "DESC"},
                 {"field": "MENTION_COUNT"}, {"field": "CODE", "direction": "DESC"}],
     ["CHN", "KOR", "USA", "DEU"]),
    ("events", [{"field": "REPORT_COUNT", "direction": "DESC"}, {"field": "TITLE"}],
     ["boycott", "parade", "signing", "summit", "remark", "talks"]),
    ("agreements", [{"field": "MENTION_COUNT"}], ["trade-pact", "paris-agreement"]),
    ("articles", [{"field": "EVENT_COUNT", "direction": "DESC"}], ["a1", "a2", "a3"]),
]  # fmt: skip


@pytest.mark.parametrize(("field", "order", "expected"), ORDERED)
async def test_in_both_directions(
    client: Client, field: str, order: Orders, expected: list[str]
) -> None:
    assert ids(await keys(client, field, order)) == expected
    forward: list[str] = []
    page = await keys(client, field, order, f=1)
    while ids(page):
        forward += ids(page)
        page = await keys(client, field, order, f=1, a=page["pageInfo"]["endCursor"])
    backward: list[str] = []
    page = await keys(client, field, order, l=2)
    while ids(page):
        backward = ids(page) + backward
        page = await keys(client, field, order, l=2, b=page["pageInfo"]["startCursor"])
    assert (forward, backward) == (expected, expected)


async def test_lists_of_several_types(client: Client) -> None:
    query = """query ($order: [ParticipantOrder!], $after: String) {
      event(id: "parade") {
        participants(orderBy: $order, first: 2, after: $after) {
          nodes { name } pageInfo { endCursor }
        }
      }
    }"""
    order = [{"field": "EVENT_COUNT", "direction": "DESC"}, {"field": "NAME", "direction": "DESC"}]
    page = (await client.data(query, order=order))["event"]["participants"]
    assert page["nodes"] == [{"name": "China"}, {"name": "Xi Jinping"}]
    page = (await client.data(query, order=order, after=page["pageInfo"]["endCursor"]))["event"]
    assert page["participants"]["nodes"] == [{"name": "Germany"}, {"name": "Angela Merkel"}]


async def test_within_a_list_and_with_more_read_of_each(client: Client) -> None:
    query = """{
      nations(orderBy: [{field: LAST_EVENT, direction: DESC}, {field: CODE}], first: 2) {
        nodes {
          code
          persons(orderBy: {field: MENTION_COUNT, direction: DESC}) {
            nodes { name offices(orderBy: {field: EVENT_COUNT}) { nodes { title } } }
          }
        }
      }
      agreement(id: "paris-agreement") {
        parties(orderBy: [{field: AGREEMENT_COUNT}]) { nodes { name } }
      }
    }"""
    xi = {"name": "Xi Jinping", "offices": {"nodes": [{"title": "General Secretary"},
                                                      {"title": "President"}]}}  # fmt: skip
    moon: dict[str, Any] = {"name": "Moon Jae-in", "offices": {"nodes": []}}
    assert await client.data(query) == {
        "nations": {
            "nodes": [
                {"code": "CHN", "persons": {"nodes": [xi]}},
                {"code": "KOR", "persons": {"nodes": [moon]}},
            ]
        },
        "agreement": {"parties": {"nodes": [{"name": "European Union"}, {"name": "China"}]}},
    }
