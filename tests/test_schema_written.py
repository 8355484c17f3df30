"""Fields with Cypher written by hand: how they stand among all others."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from graph.errors import InputError
from graph.ontology import load_ontology
from schema.model.field import (
    Column,
    End,
    Field,
    LeafType,
    Lookup,
    Many,
    Property,
    Records,
    Shape,
    Sort,
    Taken,
    Value,
    Written,
)
from schema.model.model import Model, build_model
from schema.model.walks import BODY, EVENT, NATION, PARTICIPANT
from schema.reader import Reader
from schema.service import GraphQLService
from tests.schema_graph import Client, client

__all__ = ["client"]

pytestmark = pytest.mark.anyio


def _size(given: int) -> int:
    if given > 3:
        raise InputError(f"first is {given}, which is more than 3.", fix="Ask for less.")
    return given


FIRST = Taken("first", "int | None", "How many; 2 unless given.", otherwise=2, convert=_size)

BUSY = Records(
    "busy",
    "Who takes part in most events.",
    "Busy",
    Written(
        "MATCH (@e:Event)-[:HAS_ACTOR|HAS_RECIPIENT]->(@node:Nation)"
        " WITH @node, count(DISTINCT @e) AS @count",
        columns=("count",),
        nodes=NATION,
        order="@count DESC, @node.code",
    ),
    (FIRST,),
    size="first",
)

BUSY_SHAPE = Shape(
    "Busy",
    "Busy",
    "A nation, and how busy it is.",
    {
        "count": Value("count", "How many events.", LeafType("Int"), Column("count")),
        "nation": End("nation", "Which nation.", NATION),
    },
)


async def _find(reader: Reader, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    del reader
    return {"keys": [{"key": key, "rank": at} for at, key in enumerate(arguments["names"])]}


FOUND = Records(
    "found",
    "What was found before.",
    "Found",
    Written(
        "UNWIND $keys AS @row MATCH (@node:Nation {code: @row.key})"
        " OPTIONAL MATCH (@node)<-[:HOLDS_OFFICE]-(@person:Person)"
        " WITH @node, @row.rank AS @rank, @row.key AS @key, @person",
        columns=("rank", "key", "person"),
        nodes=NATION,
        order="@rank, @person.id",
    ),
    (Taken("names", "list[str]", "The codes."),),
    size=10,
    finder=_find,
)

FOUND_SHAPE = Shape(
    "Found",
    "Found",
    "What was found.",
    {
        "rank": Value("rank", "Which one.", LeafType("Int"), Column("rank")),
        "nation": End("nation", "As a body.", BODY),
        "person": End("person", "Who.", PARTICIPANT, column="person", optional=True),
        "same": Lookup("same", "The nation again.", Property("code"), NATION),
    },
)

OVERVIEW = Records(
    "overview",
    "All in one.",
    "Overview",
    Written("UNWIND [0] AS @zero", columns=("zero",)),
    many=False,
)

COUNTS = Records(
    "counts",
    "Events by type.",
    "TypeCount",
    Written(
        "MATCH (@e:Event) WHERE @e.intensity >= $least WITH @e.type AS @type, count(*) AS @count",
        columns=("type", "count"),
        order="@count DESC, @type",
    ),
    (Taken("least", "float | None", "The least intensity.", otherwise=-10),),
    size=20,
)

COUNTS_SHAPE = Shape(
    "TypeCount",
    "TypeCount",
    "Events of one type.",
    {
        "type": Value("type", "The type.", LeafType("EventType"), Column("type")),
        "count": Value("count", "How many.", LeafType("Int"), Column("count")),
    },
)

OVERVIEW_SHAPE = Shape("Overview", "Overview", "All in one.", {"counts": COUNTS})

SHARED = Many(
    "sharedEvents",
    "Events of which another nation is part, too.",
    "EventConnection",
    Written(
        "MATCH (@start)<-[:HAS_ACTOR|HAS_RECIPIENT]-(@node:Event)"
        "-[:HAS_ACTOR|HAS_RECIPIENT]->(@other:Nation {code: $code}) WITH DISTINCT @node",
        nodes=EVENT,
    ),
    (Sort("earliest"),),
    (Taken("code", "str", "The other nation."),),
)


def model() -> Model:
    plain = build_model(load_ontology())
    shapes = plain.catalog.shapes
    fields: Mapping[str, Field] = {**shapes["Nation"].fields, "sharedEvents": SHARED}
    new = {one.name: one for one in (BUSY_SHAPE, FOUND_SHAPE, OVERVIEW_SHAPE, COUNTS_SHAPE)}
    catalog = replace(
        plain.catalog,
        shapes={**shapes, "Nation": replace(shapes["Nation"], fields=fields), **new},
        query={**plain.catalog.query, "busy": BUSY, "found": FOUND, "overview": OVERVIEW},
    )
    return replace(plain, catalog=catalog)


@pytest.fixture(scope="module")
async def special(client: Client) -> Client:
    made = Client(client.database)
    made.service = GraphQLService(load_ontology(), model=model())
    return made


async def test_records_of_the_query(special: Client) -> None:
    query = """query ($first: Int) {
      busy(first: $first) { n: count nation { name events(first: 1) { nodes { id } } } }
    }"""
    first = {
        "n": 4,
        "nation": {"name": "China", "events": {"nodes": [{"id": "Event:boycott"}]}},
    }
    second = {
        "n": 2,
        "nation": {"name": "South Korea", "events": {"nodes": [{"id": "Event:boycott"}]}},
    }
    assert await special.data(query, first=1) == {"busy": [first]}
    assert await special.data(query) == {"busy": [first, second]}
    error = await special.error(query, first=4)
    assert error["message"] == "first is 4, which is more than 3."


async def test_a_finder_comes_first(special: Client) -> None:
    query = """query ($names: [String!]!) {
      found(names: $names) {
        rank nation { __typename name } person { __typename id name } same { code }
      }
    }"""
    assert await special.data(query, names=["DEU", "KOR"]) == {
        "found": [
            {
                "rank": 0,
                "nation": {"__typename": "Nation", "name": "Germany"},
                "person": {
                    "__typename": "Person",
                    "id": "Person:angela-merkel",
                    "name": "Angela Merkel",
                },
                "same": {"code": "DEU"},
            },
            {
                "rank": 1,
                "nation": {"__typename": "Nation", "name": "South Korea"},
                "person": None,
                "same": {"code": "KOR"},
            },
        ]
    }


async def test_records_within_an_object_without_a_node(special: Client) -> None:
    assert await special.data("{ overview { __typename counts(least: 2) { type count } } }") == {
        "overview": {
            "__typename": "Overview",
            "counts": [
                {"type": "CONSULT", "count": 2},
                {"type": "AGREE", "count": 1},
                {"type": "SUPPORT", "count": 1},
            ],
        }
    }


async def test_a_connection_along_a_written_walk(special: Client) -> None:
    query = """query ($after: String) {
      nation(code: "CHN") {
        sharedEvents(code: "KOR", first: 1, after: $after) {
          edges { cursor node { title } } totalCount pageInfo { hasNextPage endCursor }
        }
      }
    }"""
    page = (await special.data(query))["nation"]["sharedEvents"]
    assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (2, True)
    assert page["edges"][0]["node"] == {"title": "The EU mediates"}
    page = (await special.data(query, after=page["pageInfo"]["endCursor"]))["nation"]
    assert page["sharedEvents"]["edges"][0]["node"] == {"title": "China sanctions South Korea"}
