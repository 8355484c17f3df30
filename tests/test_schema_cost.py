"""Cost: told with every answer, asked for alone, refused before anything runs."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import pytest

from graph.ontology import load_ontology
from schema.compiler.limits import Limits
from schema.service import GraphQLService, Way
from tests.schema_graph import Client, client

__all__ = ["client"]

pytestmark = pytest.mark.anyio

PAGES = """
  query ($first: Int, $inner: Int = 5) {
    events(first: $first) {
      totalCount
      edges { node { participants(first: $inner) { nodes { id } } } }
    }
    nation(code: "CHN") { name }
  }"""


async def points(client: Client, query: str, **variables: Any) -> int:
    result = await client.service.execute(query, client.reader, variables, way=Way.COST)
    assert result.errors == []
    return result.extensions["cost"]["points"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("{ __typename }", 0),
        ('{ nation(code: "CHN") { name code } }', 1),
        ('{ nation(code: "CHN") { name } again: nation(code: "CHN") { name } }', 2),
        ("{ nations { nodes { name } } }", 20),
        ("{ nations(first: 7) { nodes { name } } }", 7),
        ("{ nations(last: 7) { edges { node { name } } } }", 14),
        ("{ nations { totalCount } }", 10),
        ("{ nations { pageInfo { endCursor } } }", 20),
        ("{ nations(first: 2) { totalCount nodes { persons(first: 3) { nodes { id } } } } }", 18),
        ("{ persons(first: 5) { nodes { nation { name } } } }", 10),
        ('{ nodes(ids: ["Nation:CHN", "Person:x"]) { id } }', 14),
        ("{ events(first: 5, where: {actors: {some: {}}}) { nodes { id } } }", 15),
        ("{ nations(first: 1000) { nodes { name } } }", 0),
    ],
)
async def test_points(client: Client, query: str, expected: int) -> None:
    assert await points(client, query) == expected


async def test_points_follow_the_variables(client: Client) -> None:
    assert await points(client, PAGES) == 10 + 20 * (2 + 5) + 1
    assert await points(client, PAGES, first=3, inner=7) == 10 + 3 * (2 + 7) + 1


async def test_the_cost_stands_in_every_answer(client: Client) -> None:
    query = '{ a: nation(code: "CHN") { name } events(first: 3) { nodes { id } } }'
    assert (await client.result(query)).response()["extensions"] == {
        "cost": {"points": 4, "depth": 3, "aliases": 1, "rootFields": 2, "tokens": 25}
    }


async def test_the_price_without_the_answer(client: Client) -> None:
    client.reader.statements.clear()
    result = await client.service.execute(PAGES, client.reader, {"first": 100}, way=Way.COST)
    assert result.response() == {
        "data": None,
        "extensions": {
            "cost": {"points": 711, "depth": 6, "aliases": 0, "rootFields": 2, "tokens": 53},
            "limits": {
                "points": 50_000,
                "depth": 30,
                "aliases": 200,
                "rootFields": 50,
                "tokens": 5000,
            },
        },
    }
    assert client.reader.statements == []


def nested(levels: int, innermost: str = "name") -> str:
    query = innermost
    for _ in range(levels):
        query = f"nation {{ persons(first: 1) {{ nodes {{ {query} }} }} }}"
    return f'{{ person(id: "xi-jinping") {{ {query} }} }}'


async def test_as_deep_as_the_limit(client: Client) -> None:
    found: Any = (await client.data(nested(9)))["person"]
    for _ in range(9):
        [found] = found["nation"]["persons"]["nodes"]
    assert found == {"name": "Xi Jinping"}


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (nested(10), "The query has a depth of 32; the limit is 30."),
        (nested(60), "The query has a depth of at least 151; the limit is 150."),
        (
            """{ events(first: 100) { nodes {
              participants(first: 100) { nodes { articles(first: 100) { nodes { id } } } }
            } } }""",
            "The query has a cost of 1010100; the limit is 50000.",
        ),
        (
            f"{{ {' '.join(f'a{at}: __typename' for at in range(51))} }}",
            "The query has this number of root fields: 51; the limit is 50.",
        ),
        (
            f"{{ nations {{ {' '.join(f'a{at}: totalCount' for at in range(201))} }} }}",
            "The query has this number of aliases: 201; the limit is 200.",
        ),
        (
            f"{{ {'nations { totalCount } ' * 150} }}",
            "The query has this number of pairs to merge: 11175; the limit is 10000.",
        ),
    ],
)
async def test_more_than_is_allowed(client: Client, query: str, message: str) -> None:
    client.reader.statements.clear()
    result = await client.result(query)
    assert result.data is None
    [error] = result.errors
    *_, asked, limit = (int(one) for one in message.replace(";", "").replace(".", "").split()
                        if one.isdigit())  # fmt: skip
    assert error["message"] == message
    assert error["extensions"].pop("fix")
    assert error["extensions"] == {"code": "LIMIT", "asked": asked, "limit": limit}
    assert client.reader.statements == []


async def test_tokens_have_a_limit(client: Client) -> None:
    result = await client.result(f"{{ {'a ' * 5000} }}")
    [error] = result.errors
    assert "5000 tokens" in error["message"]


def doubling(levels: int) -> Iterable[str]:
    """Each fragment holds the next one twice, under two keys: two to the power of levels."""
    for this, following in pairwise(range(levels)):
        inner = f"persons {{ nodes {{ nation {{ ...F{following} }} }} }}"
        yield f"fragment F{this} on Nation {{ a: {inner} b: {inner} }}"
    yield f"fragment F{levels - 1} on Nation {{ name }}"


def spreading(levels: int) -> Iterable[str]:
    """Each fragment spreads the next one through two others, in the same place."""
    for this, following in pairwise(range(levels)):
        yield f"fragment F{this} on Nation {{ ...A{this} ...B{this} }}"
        yield f"fragment A{this} on Nation {{ name ...F{following} }}"
        yield f"fragment B{this} on Nation {{ code ...F{following} }}"
    yield f"fragment F{levels - 1} on Nation {{ name }}"


def merging(levels: int) -> Iterable[str]:
    """Which fragments are merged tells the whole way there: no two ways have the same merger."""

    def within(key: str, *names: int) -> str:
        spread = " ".join(f"...F{name}" for name in names)
        return f"{key}: persons {{ nodes {{ nation {{ {spread} }} }} }}"

    yield f"fragment F0 on Nation {{ {within('a', 0, 1)} {within('b', 0)} }}".replace(
        "...F0", "...G0"
    )
    yield f"fragment G0 on Nation {{ {within('a', 1)} }}"
    for this, following in pairwise(range(1, levels)):
        inner = f"{within('a', following)} {within('b', following)}"
        yield f"fragment F{this} on Nation {{ {inner} }}"
    yield f"fragment F{levels - 1} on Nation {{ name }}"


def typed(levels: int) -> Iterable[str]:
    """Every level asks something else of each of three types."""
    for this, following in pairwise(range(levels)):
        inner = f"events {{ nodes {{ participants {{ nodes {{ ...F{following} }} }} }} }}"
        parts = " ".join(
            f"... on {type_} {{ {inner.replace('{ nodes', '{ totalCount nodes', at)} }}"
            for at, type_ in enumerate(("Person", "Nation", "Organization"))
        )
        yield f"fragment F{this} on Participant {{ {parts} }}"
    yield f"fragment F{levels - 1} on Participant {{ name }}"


def cyclic(levels: int) -> Iterable[str]:
    """The last fragment leads back to the first."""
    for this in range(levels):
        yield f"fragment F{this} on Nation {{ name ...F{(this + 1) % levels} }}"


@pytest.mark.parametrize("bomb", [doubling, merging, typed])
@pytest.mark.parametrize("levels", [7, 30])
async def test_a_bomb_of_fragments_is_refused(client: Client, bomb: Any, levels: int) -> None:
    query = " ".join(['{ node(id: "Nation:CHN") { ...F0 } }', *bomb(levels)])
    client.reader.statements.clear()
    result = await client.result(query)
    assert {error["extensions"]["code"] for error in result.errors} == {"LIMIT"}
    assert client.reader.statements == []


async def test_what_only_looks_like_a_bomb_is_answered(client: Client) -> None:
    query = " ".join(['{ node(id: "Nation:CHN") { ...F0 } }', *spreading(30)])
    assert await client.data(query) == {"node": {"name": "China", "code": "CHN"}}


async def test_fragments_in_a_circle_are_refused(client: Client) -> None:
    query = " ".join(['{ nation(code: "CHN") { ...F0 } }', *cyclic(5)])
    [error] = (await client.result(query)).errors
    assert error["message"].startswith("Cannot spread fragment 'F0' within itself")


async def test_limits_are_given(client: Client) -> None:
    service = GraphQLService(load_ontology(), Limits(cost=19))
    result = await service.execute("{ nations { nodes { name } } }", client.reader)
    [error] = result.errors
    assert error["message"] == "The query has a cost of 20; the limit is 19."
