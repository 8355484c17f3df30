"""Selections: aliases, fragments, directives and variables in all their forms."""

import pytest

from tests.schema_graph import Client, client

__all__ = ["client"]

pytestmark = pytest.mark.anyio


async def test_one_field_twice_with_other_arguments(client: Client) -> None:
    assert await client.data(
        """{
          nation(code: "CHN") {
            newest: events(first: 1) { nodes { id } totalCount }
            oldest: events(last: 1) { nodes { id } pageInfo { hasPreviousPage hasNextPage } }
            events(first: 0) { nodes { id } pageInfo { hasNextPage endCursor startCursor } }
          }
          again: nation(code: "DEU") { name other: name }
        }"""
    ) == {
        "nation": {
            "newest": {"nodes": [{"id": "Event:boycott"}], "totalCount": 5},
            "oldest": {
                "nodes": [{"id": "Event:talks"}],
                "pageInfo": {"hasPreviousPage": True, "hasNextPage": False},
            },
            "events": {
                "nodes": [],
                "pageInfo": {"hasNextPage": True, "endCursor": None, "startCursor": None},
            },
        },
        "again": {"name": "Germany", "other": "Germany"},
    }


async def test_parts_of_a_connection_twice(client: Client) -> None:
    data = await client.data(
        """{
          persons(first: 2) {
            edges { cursor }
            names: edges { node { name } place: cursor again: cursor }
            nodes { id }
            more: nodes { aliases }
            total: totalCount
            totalCount
            pageInfo { endCursor }
            page: pageInfo { __typename last: endCursor hasNextPage }
            __typename
            kind: __typename
          }
        }"""
    )
    first, second = (edge["cursor"] for edge in data["persons"]["edges"])
    assert first != second
    assert data == {
        "persons": {
            "edges": [{"cursor": first}, {"cursor": second}],
            "names": [
                {"node": {"name": "Angela Merkel"}, "place": first, "again": first},
                {"node": {"name": "Moon Jae-in"}, "place": second, "again": second},
            ],
            "nodes": [{"id": "Person:angela-merkel"}, {"id": "Person:moon-jae-in"}],
            "more": [{"aliases": ["Merkel"]}, {"aliases": ["Moon", "President Moon"]}],
            "total": 4,
            "totalCount": 4,
            "pageInfo": {"endCursor": second},
            "page": {"__typename": "PageInfo", "last": second, "hasNextPage": True},
            "__typename": "PersonConnection",
            "kind": "PersonConnection",
        }
    }


async def test_fragments_are_merged(client: Client) -> None:
    assert await client.data(
        """query Everything {
          ...Root
          person(id: "moon-jae-in") { ... { id } ...Named nation { code } }
        }
        fragment Root on Query { person(id: "moon-jae-in") { nation { name ...Home } } }
        fragment Named on Entity { name ...Aliased }
        fragment Aliased on Participant { aliases ... on Nation { code } }
        fragment Home on Nation { iso2 ...Named }"""
    ) == {
        "person": {
            "nation": {
                "name": "South Korea",
                "iso2": None,
                "aliases": ["ROK"],
                "code": "KOR",
            },
            "id": "Person:moon-jae-in",
            "name": "Moon Jae-in",
            "aliases": ["Moon", "President Moon"],
        }
    }


async def test_the_same_alias_for_different_types(client: Client) -> None:
    assert await client.data(
        """{
          event(id: "parade") {
            actors(first: 2) {
              nodes {
                ... on Person { label: name }
                ... on Nation { label: name }
                ... on Node { key: id }
              }
            }
          }
        }"""
    ) == {
        "event": {
            "actors": {
                "nodes": [
                    {"label": "Angela Merkel", "key": "Person:angela-merkel"},
                    {"label": "China", "key": "Nation:CHN"},
                ]
            }
        }
    }


@pytest.mark.parametrize(("yes", "expected"), [(True, {"name": "China"}), (False, {"iso2": None})])
async def test_skip_and_include(client: Client, yes: bool, expected: dict[str, object]) -> None:
    assert await client.data(
        """query ($yes: Boolean!, $unset: Boolean = false) {
          nation(code: "CHN") {
            name @include(if: $yes)
            iso2 @skip(if: $yes)
            ... on Nation @include(if: $unset) { region }
            ...Capital @skip(if: true)
            capital @include(if: $yes) @skip(if: $yes)
          }
          events @include(if: false) { totalCount }
        }
        fragment Capital on Nation { capital }""",
        yes=yes,
    ) == {"nation": expected}


async def test_variables_in_every_place(client: Client) -> None:
    query = """
      query (
        $code: String = "CHN", $first: Int, $types: [EventType!], $where: EventFilter,
        $order: [EventOrder!], $field: EventOrderField = TITLE, $role: ParticipantRole,
        $direction: OrderDirection! = DESC, $one: EventType! = CONSULT, $from: Date,
        $also: [EventFilter!]
      ) {
        nation(code: $code) {
          listed: events(where: {type: {in: $types}}, first: $first) { nodes { id } }
          filtered: events(where: $where, orderBy: $order, role: $role) { nodes { id } }
          mixed: events(
            where: {AND: $also, OR: [{type: {in: [$one, AID]}}], earliest: {gte: $from}}
            orderBy: {field: $field, direction: $direction}
          ) { nodes { id } }
        }
      }"""
    assert await client.data(query) == {
        "nation": {
            "listed": {
                "nodes": [
                    {"id": "Event:boycott"},
                    {"id": "Event:signing"},
                    {"id": "Event:signing"},
                    {"id": "Event:parade"},
                    {"id": "Event:talks"},
                ]
            },
            "filtered": {
                "nodes": [
                    {"id": "Event:boycott"},
                    {"id": "Event:signing"},
                    {"id": "Event:signing"},
                    {"id": "Event:parade"},
                    {"id": "Event:talks"},
                ]
            },
            "mixed": {"nodes": [{"id": "Event:talks"}, {"id": "Event:parade"}]},
        }
    }
    assert await client.data(
        query,
        code="KOR",
        first=1,
        types=["SANCTION", "CONSULT"],
        where={"NOT": {"type": {"eq": "SANCTION"}}},
        order=[{"field": "TITLE"}],
        role="RECIPIENT",
        one="SANCTION",
        also=[{"title": {"contains": "Korea"}}, {"date": {"within": {"from": "2017-03-01"}}}],
    ) == {
        "nation": {
            "listed": {"nodes": [{"id": "Event:boycott"}]},
            "filtered": {"nodes": [{"id": "Event:talks"}]},
            "mixed": {"nodes": [{"id": "Event:boycott"}]},
        }
    }


@pytest.mark.parametrize(
    "alias",
    ["match", "MATCH", "order", "null", "true", "row", "n0", "r1", "__proto__", "p0", "_", "list"],
)
async def test_a_response_key_is_only_a_key(client: Client, alias: str) -> None:
    assert await client.data(
        f"""{{
          {alias}: nation(code: "CHN") {{
            {alias}: name
            {alias}2: persons {{ {alias}: nodes {{ {alias}: id }} {alias}3: totalCount }}
          }}
        }}"""
    ) == {
        alias: {
            alias: "China",
            f"{alias}2": {alias: [{alias: "Person:xi-jinping"}], f"{alias}3": 1},
        }
    }


async def test_introspection_beside_data(client: Client) -> None:
    assert await client.data(
        """{
          __typename
          __type(name: "Person") { kind interfaces { name } }
          person(id: "xi-jinping") { name }
        }"""
    ) == {
        "__typename": "Query",
        "__type": {
            "kind": "OBJECT",
            "interfaces": [{"name": "Participant"}, {"name": "Entity"}, {"name": "Node"}],
        },
        "person": {"name": "Xi Jinping"},
    }


async def test_one_statement_for_each_root_field(client: Client) -> None:
    """And one more for a list of a whole label: the page is looked for in an index first."""
    client.reader.statements.clear()
    await client.data(
        """{
          persons { nodes { events { nodes { actors { nodes { name } } evidence { quote } } } } }
          nodes(ids: ["Nation:CHN", "Event:parade"]) { id }
          nation(code: "CHN") { agreements { nodes { parties { nodes { name } } } } }
        }"""
    )
    assert len(client.reader.statements) == 4
