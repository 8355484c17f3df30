"""Filters: what passes, at the root and in lists within."""

from typing import Any

import pytest

from tests.schema_graph import Client, client

__all__ = ["client"]

pytestmark = pytest.mark.anyio


FILTERED = "query ($w: EventFilter) { events(where: $w) { totalCount } }"


async def passing(client: Client, field: str, where: dict[str, Any]) -> list[str]:
    label = field.removesuffix("s").capitalize()
    query = f"""query ($where: {label}Filter) {{
      {field}(where: $where) {{ nodes {{ id }} totalCount }}
    }}"""
    found = (await client.data(query, where=where))[field]
    assert found["totalCount"] == len(found["nodes"])
    return sorted(node["id"].removeprefix(f"{label}:") for node in found["nodes"])


ALL = ["boycott", "parade", "remark", "signing", "summit", "talks"]


def but(*without: str) -> list[str]:
    return [one for one in ALL if one not in without]


Filter = dict[str, Any]

EVENT_FILTERS: list[tuple[Filter, list[str]]] = [
    ({}, ALL),
    ({"type": {"eq": "CONSULT"}}, ["parade", "talks"]),
    ({"type": {"in": ["AID", "SANCTION", "AGREE"]}}, ["boycott", "summit"]),
    ({"type": {"in": []}}, []),
    ({"type": {"notIn": ["CONSULT"]}}, but("parade", "talks")),
    ({"mode": {"eq": "THIRD_PARTY"}}, ["talks"]),
    ({"mode": {"eq": None}}, ["remark", "signing", "summit"]),
    ({"mode": {"isNull": True}}, ["remark", "signing", "summit"]),
    ({"mode": {"isNull": False}}, ["boycott", "parade", "talks"]),
    ({"mode": {"notIn": ["VISIT"]}}, but("parade")),
    ({"contexts": {"has": "HUMAN_RIGHTS"}}, ["boycott"]),
    ({"contexts": {"hasAny": ["MILITARY", "ECONOMIC"]}}, ["boycott", "parade"]),
    ({"contexts": {"hasAll": ["MILITARY", "DIPLOMATIC"]}}, ["parade"]),
    ({"intensity": {"lt": 0}}, ["boycott"]),
    ({"intensity": {"gte": 5}}, ["signing"]),
    ({"confidence": {"gt": 0.6, "lte": 0.8}}, ["boycott", "summit"]),
    ({"id": {"eq": "Event:parade"}}, ["parade"]),
    ({"id": {"in": ["parade", "Event:talks", "nothing"]}}, ["parade", "talks"]),
    ({"id": {"notIn": ["Event:parade"]}}, but("parade")),
    ({"title": {"eq": "The EU mediates"}}, ["talks"]),
    ({"title": {"eq": "the eu mediates"}}, []),
    ({"title": {"contains": "MEET", "ignoreCase": True}}, ["parade", "summit"]),
    ({"title": {"contains": "MEET"}}, []),
    ({"title": {"contains": "meet", "ignoreCase": False}}, ["parade", "summit"]),
    ({"title": {"startsWith": "china ", "ignoreCase": True}}, ["boycott", "signing"]),
    ({"title": {"startsWith": "china "}}, []),
    ({"title": {"endsWith": "KOREA", "ignoreCase": True}}, ["boycott"]),
    ({"title": {"endsWith": "speaks", "startsWith": "Some"}}, ["remark"]),
    ({"earliest": {"gte": "2017-03-01"}}, ["boycott", "summit"]),
    ({"earliest": {"gt": "2017-03-01"}}, ["summit"]),
    ({"latest": {"lte": "2016-04-22"}}, ["parade", "signing", "talks"]),
    ({"earliest": {"isNull": True}}, ["remark"]),
    ({"earliest": {"eq": "2015-09-03"}}, ["parade", "talks"]),
    ({"date": {"overlaps": {"from": "2017-03-15", "to": "2017-03-15"}}}, ["boycott"]),
    ({"date": {"within": {"from": "2017-03-02", "to": "2017-12-31"}}}, ["summit"]),
    ({"date": {"within": {"from": "2017-03-01"}}}, ["boycott", "summit"]),
    ({"date": {"definitelyBefore": "2017-03-31"}}, ["parade", "signing", "talks"]),
    ({"date": {"definitelyAfter": "2017-03-01"}}, ["summit"]),
    ({"date": {"definitelyAfter": None, "overlaps": None}}, ALL),
    ({"OR": [{"type": {"eq": "AGREE"}}, {"mode": {"eq": "VISIT"}}]}, ["parade", "summit"]),
    ({"OR": []}, []),
    ({"AND": []}, ALL),
    ({"AND": [{"type": {"eq": "CONSULT"}}, {"mode": {"eq": "VISIT"}}]}, ["parade"]),
    ({"NOT": {"mode": {"eq": "VISIT"}}}, but("parade")),
    ({"NOT": {"NOT": {"mode": {"eq": "VISIT"}}}}, ["parade"]),
    ({"NOT": {"OR": [{"type": {"eq": "CONSULT"}}, {"place": {"eq": "Beijing"}}]}},
     ["boycott", "remark", "signing"]),
    ({"type": {"eq": "CONSULT"}, "place": {"contains": "eij"}}, ["parade"]),
    ({"location": {"code": {"eq": "CHN"}}}, ["parade", "summit"]),
    ({"actors": {"some": {"nation": {"code": {"eq": "CHN"}}}}},
     ["boycott", "parade", "signing"]),
    ({"participants": {"some": {"nation": {"code": {"eq": "CHN"}}}}},
     ["boycott", "parade", "signing", "talks"]),
    ({"recipients": {"some": {}}}, ["boycott", "signing", "talks"]),
    ({"recipients": {}}, ALL),
    ({"actors": {"some": {"name": {"startsWith": "Xi"}}}}, ["parade", "summit"]),
    ({"actors": {"some": {"person": {"nation": {"code": {"eq": "KOR"}}}}}}, ["summit"]),
    ({"actors": {"some": {"OR": [{"organization": {}}, {"name": {"eq": "Moon Jae-in"}}]}}},
     ["summit", "talks"]),
    ({"actors": {"some": {"NOT": {"person": {}}}}}, ["boycott", "parade", "signing", "talks"]),
    ({"NOT": {"actors": {"some": {"nation": {"aliases": {"hasAny": ["PRC"]}}}},
              "confidence": {"gt": 0.8}}}, ["boycott", "remark", "summit", "talks"]),
    ({"NOT": {"actors": {"some": {"nation": {"aliases": {"hasAll": ["PRC", "X"]}}}}}}, ALL),
    ({"reports": {"some": {"publisher": {"eq": "Baltic Post"}}}}, ["boycott"]),
    ({"agreements": {"some": {"parties": {"some": {"nation": {"code": {"eq": "KOR"}}}}}}},
     ["boycott"]),
    ({"actors": {"none": {}}}, ["remark"]),
    ({"actors": {"none": {"nation": {}}}}, ["remark", "summit", "talks"]),
    ({"actors": {"all": {"nation": {}}}}, ["boycott", "remark", "signing"]),
    ({"actors": {"all": {"nation": {}}, "some": {}}}, ["boycott", "signing"]),
    ({"actors": {"single": {}}}, ["boycott", "signing", "talks"]),
    ({"actors": {"single": {"nation": {}}}}, ["boycott", "signing"]),
    ({"actors": {"count": {"gte": 2}}}, ["parade", "summit"]),
    ({"actors": {"count": {"lte": 1}}}, ["boycott", "remark", "signing", "talks"]),
    ({"actors": {"count": {"eq": 0}}}, ["remark"]),
    ({"actors": {"count": {"gte": 1, "lte": 2}}}, ["boycott", "signing", "summit", "talks"]),
    ({"actors": {"count": {"gte": 2}, "counted": {"nation": {}}}}, ["parade"]),
    ({"NOT": {"actors": {"count": {"gte": 1}}}}, ["remark"]),
    ({"participants": {"count": {"eq": 2}, "edge": {"role": {"eq": "RECIPIENT"}}}}, ["talks"]),
    ({"participants": {"all": {"name": {"eq": "China"}}, "edge": {"role": {"in": ["RECIPIENT"]}}}},
     ["parade", "remark", "signing", "summit"]),
    ({"participants": {"some": {}, "edge": {"via": {"has": "Xi Jinping"}}}}, ["parade"]),
    ({"agreements": {"some": {}, "edge": {"effect": {"in": ["SUSPENDED", "VIOLATED"]}}}},
     ["boycott"]),
    ({"agreements": {"some": {"kind": {"eq": "CLIMATE"}}, "edge": {"effect": {"eq": "SUSPENDED"}}}},
     []),
    ({"reports": {"count": {"gte": 2}}}, ["boycott"]),
    ({"reports": {"some": {}, "edge": {"NOT": {"confidence": {"lt": 0.8}}}}}, ["parade"]),
    ({"evidence": {}}, ALL),
    ({"evidence": {"minPublishers": 1}}, ["boycott", "parade"]),
    ({"evidence": {"minPublishers": 2}}, ["boycott"]),
    ({"evidence": {"minPublishers": 2, "minConfidence": 0.5}}, []),
    ({"evidence": {"minConfidence": 0.5}}, ["boycott", "parade"]),
    ({"evidence": {"minConfidence": 0.8}}, ["parade"]),
    ({"actors": {"some": {"events": {"count": {"gte": 4}}, "aliases": {"has": "PRC"}}}},
     ["boycott", "parade", "signing"]),
]  # fmt: skip


@pytest.mark.parametrize(("where", "expected"), EVENT_FILTERS)
async def test_events(client: Client, where: dict[str, Any], expected: list[str]) -> None:
    assert await passing(client, "events", where) == expected


@pytest.mark.parametrize(
    ("field", "where", "expected"),
    [
        ("persons", {"aliases": {"has": "Xi"}}, ["xi-jinping"]),
        ("persons", {"name": {"isNull": True}}, ["unnamed-envoy"]),
        ("persons", {"nation": {"region": {"eq": "Asia"}}}, ["moon-jae-in", "xi-jinping"]),
        ("persons", {"offices": {"some": {"nation": {}}}}, ["angela-merkel", "xi-jinping"]),
        ("persons", {"events": {"some": {"type": {"eq": "AGREE"}}}}, ["moon-jae-in", "xi-jinping"]),
        ("nations", {"code": {"in": ["KOR", "DEU"]}}, ["DEU", "KOR"]),
        ("nations", {"id": {"eq": "Nation:KOR"}}, ["KOR"]),
        ("nations", {"locatedEvents": {"some": {}}}, ["CHN"]),
        ("nations", {"persons": {"some": {"name": {"contains": "Merkel"}}}}, ["DEU"]),
        ("nations", {"agreements": {"some": {}, "edge": {"earliest": {"isNull": False}}}}, ["CHN"]),
        ("nations", {"officeHolders": {"single": {}, "edge": {"title": {"eq": "President"}}}},
         ["CHN"]),
        ("agreements", {"evidence": {"minPublishers": 1}}, ["paris-agreement"]),
        ("persons", {"articles": {"some": {}, "edge": {"count": {"gte": 2}}}}, ["xi-jinping"]),
        ("organizations", {"kind": {"eq": "NEWS_AGENCY"}}, ["han-river-news"]),
        ("organizations", {"sector": {"notIn": ["IGO"]}}, ["han-river-news"]),
        ("agreements", {"status": {"in": ["SIGNED"]}}, ["trade-pact"]),
        ("agreements", {"parties": {"some": {"organization": {}}}}, ["paris-agreement"]),
        ("articles", {"publishedAt": {"lte": "2016-04-23"}}, ["a1", "a3"]),
        ("articles", {"publishedAt": {"lt": "2016-04-23"}}, ["a1"]),
        ("articles", {"publishedAt": {"gt": "2016-04-23"}}, ["a2"]),
        ("articles", {"publishedAt": {"gte": "2016-04-23T08:30:00Z"}}, ["a2", "a3"]),
        ("articles", {"persons": {"some": {"id": {"eq": "Person:xi-jinping"}}}}, ["a1", "a2"]),
        ("articles", {"events": {"some": {"confidence": {"gte": 0.9}}}}, ["a1"]),
    ],
)  # fmt: skip
async def test_the_other_types(
    client: Client, field: str, where: dict[str, Any], expected: list[str]
) -> None:
    assert await passing(client, field, where) == expected


async def test_filters_of_lists_within(client: Client) -> None:
    assert await client.data(
        """{
          nation(code: "CHN") {
            events(where: {type: {eq: CONSULT}}) { nodes { id } totalCount }
            commitments: agreements(edge: {earliest: {gte: "2016-01-01"}}) { totalCount }
            agreements(where: {kind: {eq: TRADE}}) {
              nodes { parties(where: {nation: {code: {notIn: ["CHN"]}}}) { nodes { name } } }
            }
          }
          persons(where: {events: {some: {}}}, orderBy: {field: NAME, direction: DESC}) {
            nodes { name events(where: {type: {eq: AGREE}}) { totalCount } }
          }
        }"""
    ) == {
        "nation": {
            "events": {
                "nodes": [{"id": "Event:parade"}, {"id": "Event:talks"}],
                "totalCount": 2,
            },
            "commitments": {"totalCount": 1},
            "agreements": {"nodes": [{"parties": {"nodes": [{"name": "South Korea"}]}}]},
        },
        "persons": {
            "nodes": [
                {"name": "Xi Jinping", "events": {"totalCount": 1}},
                {"name": "Moon Jae-in", "events": {"totalCount": 1}},
                {"name": "Angela Merkel", "events": {"totalCount": 0}},
            ]
        },
    }


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ({"actors": {"count": {"gte": None}}}, "count.gte is null."),
        ({"type": {"in": None}}, "in is null."),
        ({"title": {"contains": None}}, "contains is null."),
        ({"OR": [{"title": {"eq": str(at)}} for at in range(150)]},
         "A filter has more than 100 tests."),
    ],
)  # fmt: skip
async def test_filters_that_are_refused(
    client: Client, where: dict[str, Any], message: str
) -> None:
    error = await client.error(
        "query ($w: EventFilter) { events(where: $w) { totalCount } }", w=where
    )
    assert (error["message"], error["path"]) == (message, ["events"])


async def test_a_filter_that_is_too_deep(client: Client) -> None:
    where: dict[str, Any] = {"type": {"eq": "AID"}}
    for _ in range(10):
        where = {"NOT": where}
    error = await client.error(
        "query ($w: EventFilter) { events(where: $w) { totalCount } }", w=where
    )
    assert error["message"] == "A filter is nested more than 6 deep."


@pytest.mark.parametrize("given", ["2017-13-01", "yesterday", "2017", "", 5, None])
async def test_what_is_no_date_is_refused(client: Client, given: object) -> None:
    result = await client.result(
        "query ($d: Date!) { events(where: {earliest: {gte: $d}}) { totalCount } }", d=given
    )
    assert result.data is None
    assert result.errors[0]["extensions"] == {"code": "BAD_QUERY"}
