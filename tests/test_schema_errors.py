"""Errors: clear for what is the client's, masked for what is ours; and injection that fails."""

from collections.abc import Mapping
from typing import Any

import pytest

from graph.errors import DatabaseUnavailableError
from graph.ontology import load_ontology
from graph.statement import Statement
from schema.compiler.limits import Limits
from schema.service import GraphQLService, Result
from tests.schema_graph import Client, client

__all__ = ["client"]

pytestmark = pytest.mark.anyio

HOSTILE = [
    "'",
    '"',
    "`",
    "\\",
    "'}) DETACH DELETE n //",
    "x' OR 1=1 //",
    "`}) MATCH (n) DETACH DELETE n RETURN n{`a",
    "$p0",
    "{id: 'CHN'}",
    "CHN\u0000",
    "\n//",
    "\u2028*/",
    "')-[]->() DELETE n WITH 1 AS `x",
    "\\u0027",
    "(.*)",
]

STRINGS = """
  query ($s: String!, $id: ID!) {
    person(id: $id) { name }
    nation(code: $s) { name }
    byId: nation(id: $id) { name }
    organization(id: $id) { name }
    event(id: $id) { title }
    agreement(id: $id) { name }
    article(id: $id) { title }
    persons(where: {OR: [
      {name: {eq: $s}}, {name: {in: [$s]}}, {name: {contains: $s}}, {name: {startsWith: $s}},
      {name: {endsWith: $s}}, {aliases: {has: $s}}, {aliases: {hasAny: [$s]}},
      {aliases: {hasAll: [$s, $s]}}, {id: {eq: $id}}, {id: {in: [$id]}},
      {name: {contains: $s, ignoreCase: true}},
      {offices: {some: {}, edge: {title: {contains: $s}}}},
      {articles: {single: {publisher: {in: [$s]}}, edge: {forms: {hasAny: [$s]}}}},
      {articles: {count: {gte: 1}, counted: {title: {endsWith: $s, ignoreCase: true}}}},
      {events: {some: {title: {contains: $s}}}}
    ]}) { totalCount nodes { events(where: {title: {eq: $s}}) { totalCount } } }
    not: persons(where: {NOT: {name: {eq: $s}}}) { totalCount }
  }"""


@pytest.mark.parametrize("hostile", HOSTILE)
async def test_hostile_text_is_only_text(client: Client, hostile: str) -> None:
    client.reader.statements.clear()
    assert await client.data(STRINGS, s=hostile, id=hostile) == {
        "person": None,
        "nation": None,
        "byId": None,
        "organization": None,
        "event": None,
        "agreement": None,
        "article": None,
        "persons": {"totalCount": 0, "nodes": []},
        "not": {"totalCount": 4},
    }
    statements = set(client.reader.statements)
    client.reader.statements.clear()
    await client.data(STRINGS, s="harmless", id="harmless")
    assert set(client.reader.statements) == statements


def document(text: str) -> str:
    literal = '"' + "".join(f"\\u{ord(letter):04x}" for letter in text) + '"'
    return f"""{{
      nation(code: {literal}) {{ name }}
      persons(where: {{name: {{contains: {literal}}}}}) {{ totalCount }}
      node(id: "Person:x") {{ id }}
    }}"""


@pytest.mark.parametrize("hostile", HOSTILE)
async def test_hostile_text_in_the_document_is_only_text(client: Client, hostile: str) -> None:
    statements: list[set[str]] = []
    for text in (hostile, "harmless"):
        client.reader.statements.clear()
        assert await client.data(document(text)) == {
            "nation": None,
            "persons": {"totalCount": 0},
            "node": None,
        }
        statements.append(set(client.reader.statements))
    assert statements[0] == statements[1]


@pytest.mark.parametrize("hostile", HOSTILE)
async def test_hostile_ids_and_cursors(client: Client, hostile: str) -> None:
    data = await client.data("query ($id: ID!) { node(id: $id) { id } }", id=f"Nation:{hostile}")
    assert data == {"node": None}
    error = await client.error(
        "query ($c: String) { persons(after: $c) { totalCount nodes { id } } }", c=hostile
    )
    assert error["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize("alias", ["a`b", "a'b", 'a"b', "a-b", "a.b", "a b", "#type", "é", "1a"])
async def test_hostile_aliases_are_no_graphql(client: Client, alias: str) -> None:
    result = await client.result(f'{{ nation(code: "CHN") {{ {alias}: name }} }}')
    assert result.data is None
    assert {error["extensions"]["code"] for error in result.errors} == {"BAD_QUERY"}


async def test_text_that_no_encoding_holds_is_refused(client: Client) -> None:
    error = await client.error("query ($s: String!) { nation(code: $s) { name } }", s="\ud800")
    assert error["extensions"]["code"] == "BAD_USER_INPUT"


class Failing:
    """A database that fails as it is told."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    async def read(
        self, statement: Statement, parameters: Mapping[str, Any] | None = None
    ) -> list[dict[str, Any]]:
        """Fails, whatever is asked."""
        del statement, parameters
        raise self.error


async def failing(error: Exception) -> Result:
    service = GraphQLService(load_ontology())
    return await service.execute("{ persons { totalCount } __typename }", Failing(error))


async def test_an_error_of_ours_tells_the_fix() -> None:
    result = await failing(DatabaseUnavailableError("It is away.", fix="Wait."))
    assert result.response() == {
        "errors": [
            {
                "message": "It is away.",
                "locations": [{"line": 1, "column": 3}],
                "path": ["persons"],
                "extensions": {"code": "DATABASE_UNAVAILABLE", "fix": "Wait."},
            }
        ],
        "data": {"persons": None, "__typename": "Query"},
        "extensions": {
            "cost": {"points": 10, "depth": 2, "aliases": 0, "rootFields": 2, "tokens": 7}
        },
    }


async def test_any_other_error_is_masked_and_logged(capsys: pytest.CaptureFixture[str]) -> None:
    result = await failing(RuntimeError("secret in here"))
    [error] = result.errors
    assert error["message"] == "Internal error"
    assert error["extensions"]["code"] == "INTERNAL"
    assert "secret" not in str(result.response())
    logged = capsys.readouterr().out
    assert error["extensions"]["id"] in logged
    assert "secret in here" in logged


async def test_one_root_field_fails_and_the_others_do_not(client: Client) -> None:
    result = await client.result(
        '{ persons(first: 500) { totalCount } nation(code: "CHN") { name } }'
    )
    assert result.data == {"persons": None, "nation": {"name": "China"}}
    assert [error["path"] for error in result.errors] == [["persons"]]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "{",
        "{ nothing }",
        "{ persons }",
        "mutation { x }",
        "subscription { x }",
        "fragment A on B",
    ],
)
async def test_what_is_no_query(client: Client, query: str) -> None:
    result = await client.result(query)
    assert "data" not in result.response()
    assert result.errors[0]["extensions"]["code"] == "BAD_QUERY"


@pytest.mark.parametrize(
    ("query", "fix"),
    [
        ("{ stats { xyz } }", "Stats has nodes, eventTypes, publishers, coverage."),
        (
            "{ events(where: {modality: {eq: TRUE}}) { totalCount } }",
            "Modality is one of ASSERTED, FUTURE, HYPOTHETICAL, NEGATED.",
        ),
        (
            "{ events(where: {type: ASSAULT}) { totalCount } }",
            "EventTypeFilter is an object of eq, in, notIn, isNull.",
        ),
        ('{ node(id: "x", quux: 1) { id } }', "Query.node takes id."),
        ("{ nations { totalCount(x: 1) } }", "NationConnection.totalCount takes no arguments."),
        ("mutation { x }", "Ask a query; the graph changes only by loading articles."),
    ],
)
async def test_what_the_schema_lacks_tells_what_it_has(
    client: Client, query: str, fix: str
) -> None:
    [error] = (await client.result(query)).errors
    assert error["extensions"] == {"code": "BAD_QUERY", "fix": fix}


async def test_a_variable_that_does_not_fit_tells_what_would(client: Client) -> None:
    query = "query ($where: EventFilter) { events(where: $where) { totalCount } }"
    [error] = (await client.result(query, where={"type": "ASSAULT"})).errors
    assert error["extensions"] == {
        "code": "BAD_QUERY",
        "fix": "EventTypeFilter is an object of eq, in, notIn, isNull.",
    }


async def test_a_day_that_is_none_tells_where_it_stands(client: Client) -> None:
    query = '{ events(where: {earliest: {lt: "2020-02"}}) { totalCount } }'
    [error] = (await client.result(query)).errors
    assert error == {
        "message": "Date cannot be '2020-02': give a day as YYYY-MM-DD.",
        "locations": [{"line": 1, "column": 33}],
        "extensions": {"code": "BAD_QUERY"},
    }


@pytest.mark.parametrize(
    "query",
    [
        "{ events { nodes { ... on Person { id } } } }",
        "{ events(first: $unknown) { totalCount } }",
        '{ node(id: "Nation:CHN") { name } }',
    ],
)
async def test_no_fix_is_better_than_a_wrong_one(client: Client, query: str) -> None:
    [error] = (await client.result(query)).errors
    assert error["extensions"] == {"code": "BAD_QUERY"}


RANGES = """query ($from: Date, $to: Date) {
  events(where: {date: {overlaps: {from: $from, to: $to}}}) { totalCount }
  others: events(where: {date: {within: {from: $from, to: $to}}}) { totalCount }
  relations(between: ["CHN", "KOR"], from: $from, to: $to) { count }
  timeline(of: "Nation:CHN", from: $from, to: $to) { title }
  path(from: "Nation:CHN", to: "Nation:KOR", after: $from, before: $to) { length }
}"""


async def test_a_range_that_ends_before_it_begins(client: Client) -> None:
    result = await client.result(RANGES, **{"from": "2020-01-02"}, to="2020-01-01")
    assert result.data == dict.fromkeys(("events", "others", "relations", "timeline", "path"))
    assert {error["message"] for error in result.errors} == {
        "The range from 2020-01-02 to 2020-01-01 ends before it begins."
    }
    result = await client.result(RANGES, **{"from": "2020-01-02"}, to="2020-01-02")
    assert not result.errors


async def test_the_operation_must_be_clear(client: Client) -> None:
    query = "query A { __typename } query B { persons { totalCount } }"
    service, reader = client.service, client.reader
    assert (await service.execute(query, reader)).errors[0]["message"] == (
        "The document has several operations: name the one to execute."
    )
    assert (await service.execute(query, reader, operation_name="C")).errors[0]["message"] == (
        "The document has no operation 'C'."
    )
    assert (await service.execute(query, reader, operation_name="B")).data == {
        "persons": {"totalCount": 4}
    }


async def test_variables_that_do_not_fit(client: Client) -> None:
    result = await client.result("query ($n: Int!) { persons(first: $n) { totalCount } }", n="x")
    assert result.data is None
    assert [error["extensions"] for error in result.errors] == [{"code": "BAD_QUERY"}]


async def test_the_service_never_raises() -> None:
    service = GraphQLService(load_ontology())
    variables: Any = {1: object(), "a": object()}
    query = "query ($a: Int) { persons(first: $a) { totalCount } }"
    result = await service.execute(query, Failing(OSError()), variables)
    assert result.errors[0]["extensions"] == {"code": "BAD_QUERY"}
    result = await service.execute("{" * 100_000, Failing(OSError()))
    assert result.data is None
    assert result.errors


async def test_limits_can_be_set(client: Client) -> None:
    service = GraphQLService(load_ontology(), Limits(page=1, largest_page=2))
    result = await service.execute("{ persons { nodes { id } } }", client.reader)
    assert result.data == {"persons": {"nodes": [{"id": "Person:angela-merkel"}]}}
    result = await service.execute("{ persons(first: 3) { nodes { id } } }", client.reader)
    assert result.errors[0]["extensions"]["fix"] == "Ask for at most 2, and go on with endCursor."
