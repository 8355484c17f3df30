"""Starts: a root list begins at the node that its filter names, and finds the same as without."""

import re
from typing import Any

import pytest

from schema.service import Result
from tests.schema_graph import Client, client

__all__ = ["client"]

pytestmark = pytest.mark.anyio

QUERY = """query ($where: EventFilter) {
  events(where: $where) { totalCount nodes { id actors { nodes { name } } } }
}"""


def nation(code: str) -> dict[str, Any]:
    return {"some": {"nation": {"code": {"eq": code}}}}


def found(result: Result) -> list[str]:
    assert result.errors == []
    assert result.data is not None
    events = result.data["events"]
    assert events["totalCount"] == len(events["nodes"])
    return [node["id"].removeprefix("Event:") for node in events["nodes"]]


FIRST_LABEL = re.compile(r"MATCH \(\w+:`(\w+)`")

STARTS: list[tuple[dict[str, Any], str, list[str]]] = [
    ({"actors": nation("CHN")}, "Nation", ["boycott", "signing", "parade"]),
    ({"actors": nation("CHN"), "type": {"eq": "SUPPORT"}}, "Nation", ["signing"]),
    ({"AND": [{"type": {"eq": "CONSULT"}}, {"AND": [{"actors": nation("CHN")}]}]},
     "Nation", ["parade"]),
    ({"location": {"code": {"eq": "CHN"}}}, "Nation", ["summit", "parade"]),
    ({"actors": {"some": {"nation": {"code": {"in": ["CHN", "DEU", "CHN"]}}}}},
     "Nation", ["boycott", "signing", "parade"]),
    ({"actors": {"some": {"person": {"nation": {"code": {"eq": "KOR"}}}}}},
     "Nation", ["summit"]),
    ({"actors": {"some": {"person": {"nation": {"code": {"eq": "CHN"}, "name": {"eq": "X"}}}}}},
     "Nation", []),
    ({"actors": {"some": {"person": {"events": {"some": {"id": {"eq": "parade"}}}}}}},
     "Event", ["summit", "parade"]),
    ({"reports": {"some": {"id": {"eq": "a1"}}, "edge": {"confidence": {"gt": 0.5}}}},
     "Article", ["parade"]),
    ({"participants": nation("CHN"), "AND": [{"participants": nation("KOR")}]},
     "Dyad", ["boycott", "talks"]),
    ({"actors": nation("CHN"), "recipients": nation("KOR")},
     "Dyad", ["boycott"]),
    ({"actors": nation("CHN"), "recipients": nation("CHN")}, "Nation", ["signing"]),
    ({"OR": [{"actors": nation("CHN")}]}, "Event",
     ["boycott", "signing", "parade"]),
    ({"NOT": {"actors": nation("CHN")}}, "Event", ["summit", "talks", "remark"]),
    ({"actors": {"none": {"nation": {"code": {"eq": "CHN"}}}}}, "Event",
     ["summit", "talks", "remark"]),
    ({"actors": {"some": {"NOT": {"nation": {"code": {"eq": "CHN"}}}}}}, "Event",
     ["summit", "parade", "talks"]),
]  # fmt: skip


@pytest.mark.parametrize(("where", "start", "expected"), STARTS)
async def test_starts(
    client: Client, where: dict[str, Any], start: str, expected: list[str]
) -> None:
    client.reader.statements.clear()
    assert found(await client.result(QUERY, where=where)) == expected
    assert FIRST_LABEL.findall(client.reader.statements[0])[0] == start


async def test_the_codes_of_a_pair_are_variables(client: Client) -> None:
    query = """query ($a: String, $b: String) {
      events(where: {
        actors: {some: {nation: {code: {eq: $a}}}}, recipients: {some: {nation: {code: {eq: $b}}}}
      }) { totalCount nodes { id } }
    }"""
    for a, b, expected in (
        ("CHN", "KOR", ["boycott"]),
        ("KOR", "CHN", []),
        ("CHN", "CHN", ["signing"]),
        ("X", "Y", []),
    ):
        assert found(await client.result(query, a=a, b=b)) == expected
