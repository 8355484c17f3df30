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


OF_NATIONS = """query ($where: EventFilter, $role: ParticipantRole) {
  nations { nodes { code events(where: $where, role: $role) {
    totalCount edges { role node { id } }
  } } }
}"""

OF_PARTICIPANTS = """query ($where: EventFilter) {
  event(id: "parade") { participants { nodes { id events(where: $where) { nodes { id } } } } }
}"""


async def of_nations(client: Client, **variables: Any) -> dict[str, list[str]]:
    """The events of each nation that has any, with its roles."""
    nations = (await client.data(OF_NATIONS, **variables))["nations"]["nodes"]
    assert all(one["events"]["totalCount"] == len(one["events"]["edges"]) for one in nations)
    return {
        one["code"]: [
            f"{edge['node']['id'].removeprefix('Event:')} {edge['role']}"
            for edge in one["events"]["edges"]
        ]
        for one in nations
        if one["events"]["edges"]
    }


async def test_events_of_a_nation_with_another_begin_at_their_pair(client: Client) -> None:
    client.reader.statements.clear()
    found = await of_nations(client, where={"participants": nation("KOR")})
    assert ":Dyad" in client.reader.statements[-1]
    slow = {"OR": [{"participants": nation("KOR")}]}
    client.reader.statements.clear()
    assert found == await of_nations(client, where=slow)
    assert ":Dyad" not in client.reader.statements[-1]
    assert found["CHN"] == ["boycott ACTOR", "talks RECIPIENT"]
    assert {one.partition(" ")[0] for one in found["KOR"]} >= {"boycott", "talks"}


async def test_events_of_a_nation_in_a_role_with_another(client: Client) -> None:
    for where in ({"participants": nation("KOR")}, {"actors": nation("CHN")}):
        for role in ("ACTOR", "RECIPIENT"):
            found = await of_nations(client, where=where, role=role)
            assert found == await of_nations(client, where={"OR": [where]}, role=role)


async def test_events_of_whoever_takes_part_with_a_nation(client: Client) -> None:
    """Those who are no nations have no pair."""
    where = {"participants": nation("CHN")}
    found = await client.data(OF_PARTICIPANTS, where=where)
    assert found == await client.data(OF_PARTICIPANTS, where={"OR": [where]})
    listed = found["event"]["participants"]["nodes"]
    assert any(one["events"]["nodes"] for one in listed if one["id"].startswith("Person:"))
