"""Paging: the page of a list of a whole label is looked for in an index, and stays right."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from graph.constraints import ensure_constraints
from graph.database import Command, Database
from graph.ontology import load_ontology
from graph.settings import Settings
from tests.schema_graph import Client

pytestmark = pytest.mark.anyio

ALIKE = 1200
"""More persons of one name than are looked at beyond a page."""

QUERY = """query ($first: Int, $after: String, $where: PersonFilter, $by: [PersonOrder!]) {
  persons(first: $first, after: $after, where: $where, orderBy: $by) {
    nodes { id name } totalCount pageInfo { hasNextPage endCursor }
  }
}"""


def _persons() -> list[dict[str, Any]]:
    few = [{"id": f"few-{at:02}", "name": "Bo"} for at in range(70)]
    many = [{"id": f"many-{at:04}", "name": "Cy"} for at in range(ALIKE)]
    return [{"id": "al", "name": "Al"}, *few, *many, {"id": "di", "name": "Di"}, {"id": "nameless"}]


@pytest.fixture(scope="module")
async def crowd(engine_settings: Settings) -> AsyncIterator[Client]:
    async with Database.connect(engine_settings) as database:
        await ensure_constraints(database, load_ontology())
        create = "UNWIND $rows AS row CREATE (n:Person) SET n = row"
        persons = _persons()
        batches = [persons[start : start + 300] for start in range(0, len(persons), 300)]
        await database.write([Command("MATCH (n) DETACH DELETE n")])
        await database.write([Command(create, {"rows": rows}) for rows in batches])
        yield Client(database)


def _ids(persons: dict[str, Any]) -> list[str]:
    return [node["id"].removeprefix("Person:") for node in persons["nodes"]]


def _read_the_label(client: Client) -> bool:
    """Whether the last statement did not begin at the keys that were found."""
    return "UNWIND" not in client.reader.statements[-1]


@pytest.mark.parametrize(
    ("first", "whole"),
    # Within a page and its margin; among 70 alike; among more alike than are looked at.
    [(1, False), (5, False), (90, True)],
)
async def test_a_first_page(crowd: Client, first: int, whole: bool) -> None:
    page = (await crowd.data(QUERY, first=first))["persons"]
    assert _ids(page) == [person["id"] for person in _persons()[:first]]
    assert page["totalCount"] == len(_persons())
    assert page["pageInfo"]["hasNextPage"]
    assert _read_the_label(crowd) is whole


async def test_pages_to_the_end(crowd: Client) -> None:
    """Also those without a name, which stand in no index and come last."""
    found: list[str] = []
    after = None
    while True:
        page = (await crowd.data(QUERY, first=100, after=after))["persons"]
        found += _ids(page)
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert found == [person["id"] for person in _persons()]


async def test_the_other_way_round(crowd: Client) -> None:
    by = [{"field": "NAME", "direction": "DESC"}]
    page = (await crowd.data(QUERY, first=3, by=by))["persons"]
    assert _ids(page) == ["di", "many-0000", "many-0001"]


async def test_a_filter_that_an_index_serves(crowd: Client) -> None:
    where = {"name": {"eq": "Bo"}}
    first = (await crowd.data(QUERY, first=40, where=where))["persons"]
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"]) == (70, True)
    after = first["pageInfo"]["endCursor"]
    rest = (await crowd.data(QUERY, first=40, after=after, where=where))["persons"]
    assert _ids(first) + _ids(rest) == [f"few-{at:02}" for at in range(70)]
    assert not _read_the_label(crowd)
    nobody = (await crowd.data(QUERY, where={"name": {"eq": "Ed"}}))["persons"]
    assert nobody == {
        "nodes": [],
        "totalCount": 0,
        "pageInfo": {"hasNextPage": False, "endCursor": None},
    }
