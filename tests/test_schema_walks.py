"""Walks: every relationship from both of its ends, whole answers asserted."""

import pytest

from tests.schema_graph import Client, client

__all__ = ["client"]

pytestmark = pytest.mark.anyio


async def test_a_person_with_everything_around(client: Client) -> None:
    assert await client.data(
        """{
          person(id: "xi-jinping") {
            nation { code }
            events { edges { role via node { id } } totalCount }
            actor: events(role: ACTOR) { totalCount }
            recipient: events(role: RECIPIENT) { totalCount }
            articles { edges { count firstOffset confidence forms node { id } } }
            offices {
              nodes {
                title latest earliest reports
                of { __typename name ... on Nation { code } }
                evidence { quote start end sentence extractor article { title } }
              }
            }
          }
        }"""
    ) == {
        "person": {
            "nation": {"code": "CHN"},
            "events": {
                "edges": [
                    {"role": "ACTOR", "via": [], "node": {"id": "Event:summit"}},
                    {"role": "ACTOR", "via": [], "node": {"id": "Event:parade"}},
                ],
                "totalCount": 2,
            },
            "actor": {"totalCount": 2},
            "recipient": {"totalCount": 0},
            "articles": {
                "edges": [
                    {
                        "count": 1,
                        "firstOffset": 7,
                        "confidence": None,
                        "forms": [],
                        "node": {"id": "Article:a2"},
                    },
                    {
                        "count": 3,
                        "firstOffset": 18,
                        "confidence": 0.9,
                        "forms": ["Xi"],
                        "node": {"id": "Article:a1"},
                    },
                ]
            },
            "offices": {
                "nodes": [
                    {
                        "title": "President",
                        "latest": "2017-04-02",
                        "earliest": "2015-09-03",
                        "reports": 2,
                        "of": {"__typename": "Nation", "name": "China", "code": "CHN"},
                        "evidence": {
                            "quote": "Xi Jinping, the President.",
                            "start": 4,
                            "end": 30,
                            "sentence": None,
                            "extractor": None,
                            "article": {"title": "Guests at the parade"},
                        },
                    },
                    {
                        "title": "General Secretary",
                        "latest": "2015-09-03",
                        "earliest": None,
                        "reports": None,
                        "of": {"__typename": "Nation", "name": "China", "code": "CHN"},
                        "evidence": None,
                    },
                ]
            },
        }
    }


async def test_a_nation_with_everything_around(client: Client) -> None:
    assert await client.data(
        """{
          nation(code: "CHN") {
            events { edges { role node { id } } }
            asRecipient: events(role: RECIPIENT) { nodes { id } }
            locatedEvents { edges { place node { id } } }
            articles { nodes { id } }
            officeHolders { edges { title latest node { name } } }
            persons { nodes { name } }
            organizations { nodes { name } }
            agreements { edges { status earliest evidence { quote } node { name } } }
          }
          korea: nation(code: "KOR") { organizations { nodes { name nation { code } } } }
        }"""
    ) == {
        "nation": {
            "events": {
                "edges": [
                    {"role": "ACTOR", "node": {"id": "Event:boycott"}},
                    {"role": "ACTOR", "node": {"id": "Event:signing"}},
                    {"role": "RECIPIENT", "node": {"id": "Event:signing"}},
                    {"role": "ACTOR", "node": {"id": "Event:parade"}},
                    {"role": "RECIPIENT", "node": {"id": "Event:talks"}},
                ]
            },
            "asRecipient": {"nodes": [{"id": "Event:signing"}, {"id": "Event:talks"}]},
            "locatedEvents": {
                "edges": [
                    {"place": "Beijing", "node": {"id": "Event:summit"}},
                    {"place": "Beijing", "node": {"id": "Event:parade"}},
                ]
            },
            "articles": {"nodes": [{"id": "Article:a1"}]},
            "officeHolders": {
                "edges": [
                    {"title": "President", "latest": "2017-04-02", "node": {"name": "Xi Jinping"}},
                    {
                        "title": "General Secretary",
                        "latest": "2015-09-03",
                        "node": {"name": "Xi Jinping"},
                    },
                ]
            },
            "persons": {"nodes": [{"name": "Xi Jinping"}]},
            "organizations": {"nodes": []},
            "agreements": {
                "edges": [
                    {
                        "status": "SIGNED",
                        "earliest": "2016-04-23",
                        "evidence": {"quote": "Xi Jinping, the President."},
                        "node": {"name": "Paris Agreement"},
                    },
                    {
                        "status": "SIGNED",
                        "earliest": None,
                        "evidence": None,
                        "node": {"name": "China-South Korea trade pact"},
                    },
                ]
            },
        },
        "korea": {
            "organizations": {"nodes": [{"name": "Han River News", "nation": {"code": "KOR"}}]}
        },
    }


async def test_an_organization_with_everything_around(client: Client) -> None:
    assert await client.data(
        """{
          organization(id: "european-union") {
            nation { code }
            events { nodes { title } }
            articles { edges { count node { title } } }
            officeHolders { edges { title node { id name } } }
            agreements { edges { status node { id } } }
          }
        }"""
    ) == {
        "organization": {
            "nation": None,
            "events": {"nodes": [{"title": "The EU mediates"}]},
            "articles": {"edges": [{"count": 1, "node": {"title": "Signed at last"}}]},
            "officeHolders": {
                "edges": [
                    {
                        "title": "Envoy",
                        "node": {"id": "Person:unnamed-envoy", "name": "unnamed-envoy"},
                    }
                ]
            },
            "agreements": {
                "edges": [{"status": "RATIFIED", "node": {"id": "Agreement:paris-agreement"}}]
            },
        }
    }


async def test_an_event_with_everything_around(client: Client) -> None:
    assert await client.data(
        """{
          event(id: "parade") {
            location { name }
            actors { edges { role via node { __typename id name ... on Person { aliases } } } }
            recipients { totalCount nodes { id } }
            evidence { quote confidence article { id } }
          }
          signing: event(id: "signing") {
            participants { edges { role node { id } } }
            agreements { edges { effect node { name } } }
            location { name }
            evidence { quote }
          }
          boycott: event(id: "boycott") {
            participants { edges { role node { name ... on Body { agreements { totalCount } } } } }
            reports { edges { quote start end confidence attributedTo node { id } } }
            evidence { quote }
          }
        }"""
    ) == {
        "event": {
            "location": {"name": "China"},
            "actors": {
                "edges": [
                    {
                        "role": "ACTOR",
                        "via": [],
                        "node": {
                            "__typename": "Person",
                            "id": "Person:angela-merkel",
                            "name": "Angela Merkel",
                            "aliases": ["Merkel"],
                        },
                    },
                    {
                        "role": "ACTOR",
                        "via": ["Xi Jinping"],
                        "node": {"__typename": "Nation", "id": "Nation:CHN", "name": "China"},
                    },
                    {
                        "role": "ACTOR",
                        "via": ["Angela Merkel"],
                        "node": {"__typename": "Nation", "id": "Nation:DEU", "name": "Germany"},
                    },
                    {
                        "role": "ACTOR",
                        "via": [],
                        "node": {
                            "__typename": "Person",
                            "id": "Person:xi-jinping",
                            "name": "Xi Jinping",
                            "aliases": ["Xi"],
                        },
                    },
                ]
            },
            "recipients": {"totalCount": 0, "nodes": []},
            "evidence": {
                "quote": "Merkel met Xi.",
                "confidence": 0.9,
                "article": {"id": "Article:a1"},
            },
        },
        "signing": {
            "participants": {
                "edges": [
                    {"role": "ACTOR", "node": {"id": "Nation:CHN"}},
                    {"role": "RECIPIENT", "node": {"id": "Nation:CHN"}},
                ]
            },
            "agreements": {"edges": [{"effect": "SIGNED", "node": {"name": "Paris Agreement"}}]},
            "location": None,
            "evidence": None,
        },
        "boycott": {
            "participants": {
                "edges": [
                    {"role": "ACTOR", "node": {"name": "China", "agreements": {"totalCount": 2}}},
                    {
                        "role": "RECIPIENT",
                        "node": {"name": "South Korea", "agreements": {"totalCount": 1}},
                    },
                ]
            },
            "reports": {
                "edges": [
                    {
                        "quote": "Trade stopped.",
                        "start": 3,
                        "end": 17,
                        "confidence": 0.7,
                        "attributedTo": None,
                        "node": {"id": "Article:a2"},
                    },
                    {
                        "quote": "Trade may stop.",
                        "start": 40,
                        "end": 55,
                        "confidence": 0.2,
                        "attributedTo": None,
                        "node": {"id": "Article:a1"},
                    },
                ]
            },
            "evidence": {"quote": "Trade stopped."},
        },
    }


async def test_an_agreement_with_everything_around(client: Client) -> None:
    assert await client.data(
        """{
          agreement(id: "paris-agreement") {
            parties { edges { status node { __typename name ... on Organization { kind } } } }
            events { edges { effect node { id } } }
            reports { nodes { title } }
            articles { edges { count node { id } } }
            evidence { quote article { publisher } }
          }
        }"""
    ) == {
        "agreement": {
            "parties": {
                "edges": [
                    {"status": "SIGNED", "node": {"__typename": "Nation", "name": "China"}},
                    {
                        "status": "RATIFIED",
                        "node": {
                            "__typename": "Organization",
                            "name": "European Union",
                            "kind": "INTERGOVERNMENTAL",
                        },
                    },
                ]
            },
            "events": {"edges": [{"effect": "SIGNED", "node": {"id": "Event:signing"}}]},
            "reports": {"nodes": [{"title": "Signed at last"}]},
            "articles": {"edges": [{"count": 2, "node": {"id": "Article:a3"}}]},
            "evidence": {"quote": "It is signed.", "article": {"publisher": "Han River News"}},
        }
    }


async def test_an_article_with_everything_around(client: Client) -> None:
    assert await client.data(
        """{
          first: article(id: "a1") {
            persons { edges { count firstOffset node { name } } }
            nations { nodes { code } }
            organizations { totalCount }
            agreements { totalCount }
            events { edges { quote node { id } } }
            reportedAgreements { totalCount }
          }
          third: article(id: "a3") {
            organizations { nodes { id } }
            agreements { nodes { id } }
            reportedAgreements { edges { quote node { id } } }
          }
        }"""
    ) == {
        "first": {
            "persons": {
                "edges": [
                    {"count": 1, "firstOffset": 0, "node": {"name": "Angela Merkel"}},
                    {"count": 3, "firstOffset": 18, "node": {"name": "Xi Jinping"}},
                ]
            },
            "nations": {"nodes": [{"code": "CHN"}]},
            "organizations": {"totalCount": 0},
            "agreements": {"totalCount": 0},
            "events": {
                "edges": [
                    {"quote": "Merkel met Xi.", "node": {"id": "Event:parade"}},
                    {"quote": "Trade may stop.", "node": {"id": "Event:boycott"}},
                ]
            },
            "reportedAgreements": {"totalCount": 0},
        },
        "third": {
            "organizations": {"nodes": [{"id": "Organization:european-union"}]},
            "agreements": {"nodes": [{"id": "Agreement:paris-agreement"}]},
            "reportedAgreements": {
                "edges": [{"quote": "It is signed.", "node": {"id": "Agreement:paris-agreement"}}]
            },
        },
    }


async def test_there_and_back_again(client: Client) -> None:
    assert await client.data(
        """{
          persons(first: 1) {
            nodes {
              events(first: 1) {
                nodes {
                  actors(first: 2) {
                    nodes { name ... on Nation { officeHolders { nodes { name } } } }
                    pageInfo { hasNextPage }
                  }
                }
              }
            }
          }
        }"""
    ) == {
        "persons": {
            "nodes": [
                {
                    "events": {
                        "nodes": [
                            {
                                "actors": {
                                    "nodes": [
                                        {"name": "Angela Merkel"},
                                        {
                                            "name": "China",
                                            "officeHolders": {
                                                "nodes": [
                                                    {"name": "Xi Jinping"},
                                                    {"name": "Xi Jinping"},
                                                ]
                                            },
                                        },
                                    ],
                                    "pageInfo": {"hasNextPage": True},
                                }
                            }
                        ]
                    }
                }
            ]
        }
    }


async def test_nodes_alone_are_those_of_the_edges(client: Client) -> None:
    """Whoever takes part in two roles is there twice, whether the edges are asked for or not."""
    query = """{ nations { nodes { code
      events { nodes { id } } backward: events(last: 2) { nodes { id } }
      edges: events { edges { role node { id } } }
      backwardEdges: events(last: 2) { edges { node { id } } }
    } } }"""
    nations = (await client.data(query))["nations"]["nodes"]
    for nation in nations:
        for nodes, edges in (("events", "edges"), ("backward", "backwardEdges")):
            assert nation[nodes]["nodes"] == [one["node"] for one in nation[edges]["edges"]]
    china = next(one for one in nations if one["code"] == "CHN")
    signing = [
        one["role"] for one in china["edges"]["edges"] if one["node"]["id"] == "Event:signing"
    ]
    assert signing == ["ACTOR", "RECIPIENT"]
