"""Root fields: lists, single nodes by their ids, and nodes of any type."""

import pytest

from tests.schema_graph import Client, client

__all__ = ["client"]

pytestmark = pytest.mark.anyio


async def test_every_root_list(client: Client) -> None:
    assert await client.data(
        """{
          persons { nodes { id name } totalCount }
          nations { nodes { code } }
          organizations { nodes { id kind sector } }
          events { nodes { id type earliest } }
          agreements { nodes { id status } }
          articles { nodes { id publishedAt } }
        }"""
    ) == {
        "persons": {
            "nodes": [
                {"id": "Person:angela-merkel", "name": "Angela Merkel"},
                {"id": "Person:moon-jae-in", "name": "Moon Jae-in"},
                {"id": "Person:xi-jinping", "name": "Xi Jinping"},
                {"id": "Person:unnamed-envoy", "name": "unnamed-envoy"},
            ],
            "totalCount": 4,
        },
        "nations": {"nodes": [{"code": "CHN"}, {"code": "DEU"}, {"code": "KOR"}, {"code": "USA"}]},
        "organizations": {
            "nodes": [
                {
                    "id": "Organization:european-union",
                    "kind": "INTERGOVERNMENTAL",
                    "sector": "IGO",
                },
                {"id": "Organization:han-river-news", "kind": "NEWS_AGENCY", "sector": None},
            ]
        },
        "events": {
            "nodes": [
                {"id": "Event:summit", "type": "AGREE", "earliest": "2017-12-13"},
                {"id": "Event:boycott", "type": "SANCTION", "earliest": "2017-03-01"},
                {"id": "Event:signing", "type": "SUPPORT", "earliest": "2016-04-22"},
                {"id": "Event:parade", "type": "CONSULT", "earliest": "2015-09-03"},
                {"id": "Event:talks", "type": "CONSULT", "earliest": "2015-09-03"},
                {"id": "Event:remark", "type": "STATEMENT", "earliest": None},
            ]
        },
        "agreements": {
            "nodes": [
                {"id": "Agreement:trade-pact", "status": "SIGNED"},
                {"id": "Agreement:paris-agreement", "status": "IN_FORCE"},
            ]
        },
        "articles": {
            "nodes": [
                {"id": "Article:a2", "publishedAt": "2017-04-02"},
                {"id": "Article:a3", "publishedAt": "2016-04-23T08:30:00Z"},
                {"id": "Article:a1", "publishedAt": "2015-09-03T10:00:00Z"},
            ]
        },
    }


async def test_one_by_global_id_or_by_key(client: Client) -> None:
    assert await client.data(
        """{
          global: person(id: "Person:xi-jinping") { id }
          key: person(id: "xi-jinping") { id name aliases wikidataId }
          code: nation(code: "CHN") { id code demonyms }
          nation(id: "Nation:KOR") { id demonyms }
          bare: nation(id: "KOR") { id }
          organization(id: "european-union") { name }
          event(id: "Event:parade") { title mode contexts quadClass modality place }
          talks: event(id: "talks") { mode }
          agreement(id: "paris-agreement") { name kind aliases precision }
          article(id: "a1") { title url language text publisher }
        }"""
    ) == {
        "global": {"id": "Person:xi-jinping"},
        "key": {
            "id": "Person:xi-jinping",
            "name": "Xi Jinping",
            "aliases": ["Xi"],
            "wikidataId": None,
        },
        "code": {"id": "Nation:CHN", "code": "CHN", "demonyms": ["Chinese"]},
        "nation": {"id": "Nation:KOR", "demonyms": []},
        "bare": {"id": "Nation:KOR"},
        "organization": {"name": "European Union"},
        "event": {
            "title": "Merkel meets Xi",
            "mode": "VISIT",
            "contexts": ["DIPLOMATIC", "MILITARY"],
            "quadClass": "VERBAL_COOPERATION",
            "modality": "ASSERTED",
            "place": "Beijing",
        },
        "talks": {"mode": "THIRD_PARTY"},
        "agreement": {
            "name": "Paris Agreement",
            "kind": "CLIMATE",
            "aliases": ["Paris accord"],
            "precision": "DAY",
        },
        "article": {
            "title": "Guests at the parade",
            "url": "https://example.org/a1",
            "language": "en",
            "text": "Angela Merkel met Xi Jinping.",
            "publisher": "Han River News",
        },
    }


@pytest.mark.parametrize(
    "field", ["person", "nation", "organization", "event", "agreement", "article"]
)
async def test_an_unknown_id_is_null(client: Client, field: str) -> None:
    assert await client.data(f'{{ {field}(id: "nobody-has-this") {{ id }} }}') == {field: None}


async def test_an_id_of_another_type_is_refused(client: Client) -> None:
    assert await client.error('{ person(id: "Nation:CHN") { id } }') == {
        "message": "'Nation:CHN' is the id of a node of type Nation, not Person.",
        "locations": [{"line": 1, "column": 3}],
        "path": ["person"],
        "extensions": {
            "code": "BAD_USER_INPUT",
            "fix": "Give an id that begins with Person:, or ask for nation.",
        },
    }


@pytest.mark.parametrize("arguments", ["", '(id: "CHN", code: "CHN")', "(code: null)"])
async def test_a_nation_is_asked_by_one_argument(client: Client, arguments: str) -> None:
    error = await client.error(f"{{ nation{arguments} {{ id }} }}")
    assert error["extensions"] == {"code": "BAD_USER_INPUT", "fix": "Give exactly one."}


async def test_nodes_of_every_type_in_their_order(client: Client) -> None:
    ids = [
        "Article:a1",
        "Nation:CHN",
        "Person:xi-jinping",
        "Event:nothing",
        "Organization:european-union",
        "Agreement:paris-agreement",
        "Event:parade",
        "Nation:CHN",
    ]
    assert await client.data(
        """query ($ids: [ID!]!) {
          nodes(ids: $ids) {
            __typename
            id
            ... on Entity { name }
            ... on Event { title }
            ... on Article { headline: title }
          }
        }""",
        ids=ids,
    ) == {
        "nodes": [
            {"__typename": "Article", "id": "Article:a1", "headline": "Guests at the parade"},
            {"__typename": "Nation", "id": "Nation:CHN", "name": "China"},
            {"__typename": "Person", "id": "Person:xi-jinping", "name": "Xi Jinping"},
            None,
            {
                "__typename": "Organization",
                "id": "Organization:european-union",
                "name": "European Union",
            },
            {
                "__typename": "Agreement",
                "id": "Agreement:paris-agreement",
                "name": "Paris Agreement",
            },
            {"__typename": "Event", "id": "Event:parade", "title": "Merkel meets Xi"},
            {"__typename": "Nation", "id": "Nation:CHN", "name": "China"},
        ]
    }


async def test_a_node_with_a_list_in_it(client: Client) -> None:
    assert await client.data(
        """{
          node(id: "Nation:KOR") { ... on Body { agreements { nodes { name } } } }
          none: node(id: "Nation:XXX") { id }
        }"""
    ) == {
        "node": {"agreements": {"nodes": [{"name": "China-South Korea trade pact"}]}},
        "none": None,
    }


@pytest.mark.parametrize("bad", ["xi-jinping", "Xi:CHN", "", "Dyad:CHN-KOR", ":CHN"])
async def test_what_is_no_global_id_is_refused(client: Client, bad: str) -> None:
    error = await client.error("query ($id: ID!) { node(id: $id) { id } }", id=bad)
    assert (error["message"], error["path"]) == (f"{bad!r} is no global id.", ["node"])


async def test_too_many_ids_are_refused(client: Client) -> None:
    error = await client.error(
        "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=["Nation:CHN"] * 101
    )
    assert error["message"] == "101 ids are more than the 100 that one field takes."


async def test_no_ids_give_no_nodes(client: Client) -> None:
    assert await client.data("{ nodes(ids: []) { id } }") == {"nodes": []}


async def test_a_list_of_which_nothing_is_asked(client: Client) -> None:
    assert await client.data("{ persons { __typename } }") == {
        "persons": {"__typename": "PersonConnection"}
    }
