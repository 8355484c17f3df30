"""Relations of two nations, through the index of pairs."""

from typing import Any

import pytest

from tests.schema_graph import Client, client

__all__ = ["client"]

pytestmark = pytest.mark.anyio


async def test_a_pair_of_nations(client: Client) -> None:
    query = """{
      relations(between: ["KOR", "Nation:CHN"]) {
        nation { code } partner { code } count meanIntensity cooperation conflict
        byType { type count meanIntensity cooperation conflict }
        byQuadClass { quadClass count }
        events { totalCount nodes { id } }
        agreements { totalCount nodes { name } }
        people { count person { name } }
        firstContact { title }
        lastContact { id evidence { quote } }
      }
    }"""
    assert await client.data(query) == {
        "relations": {
            "nation": {"code": "KOR"},
            "partner": {"code": "CHN"},
            "count": 2,
            "meanIntensity": -1.75,
            "cooperation": 1,
            "conflict": 1,
            "byType": [
                {"type": "CONSULT", "count": 1, "meanIntensity": 2.5}
                | {"cooperation": 1, "conflict": 0},
                {"type": "SANCTION", "count": 1, "meanIntensity": -6.0}
                | {"cooperation": 0, "conflict": 1},
            ],
            "byQuadClass": [
                {"quadClass": "MATERIAL_CONFLICT", "count": 1},
                {"quadClass": "VERBAL_COOPERATION", "count": 1},
            ],
            "events": {"totalCount": 2, "nodes": [{"id": "Event:boycott"}, {"id": "Event:talks"}]},
            "agreements": {"totalCount": 1, "nodes": [{"name": "China-South Korea trade pact"}]},
            "people": [],
            "firstContact": {"title": "The EU mediates"},
            "lastContact": {"id": "Event:boycott", "evidence": {"quote": "Trade stopped."}},
        }
    }


async def test_people_between_two_nations(client: Client) -> None:
    query = """{
      relations(between: ["CHN", "DEU"]) { people(first: 1) { count person { name } } }
    }"""
    assert await client.data(query) == {
        "relations": {"people": [{"count": 1, "person": {"name": "Angela Merkel"}}]}
    }


@pytest.mark.parametrize(
    ("by", "starts"),
    [
        # The boycott is known to the month only, so it lies in no day and no week.
        ("DAY", [("2015-09-03", 1), (None, 1)]),
        ("WEEK", [("2015-08-31", 1), (None, 1)]),
        ("MONTH", [("2015-09-01", 1), ("2017-03-01", 1)]),
        ("QUARTER", [("2015-07-01", 1), ("2017-01-01", 1)]),
        ("YEAR", [("2015-01-01", 1), ("2017-01-01", 1)]),
    ],
)
async def test_a_series(client: Client, by: str, starts: list[tuple[str | None, int]]) -> None:
    query = """query ($by: Interval) {
      relations(between: ["CHN", "KOR"]) { series(by: $by) { start count } }
    }"""
    series = [{"start": start, "count": count} for start, count in starts]
    assert await client.data(query, by=by) == {"relations": {"series": series}}


async def test_only_what_may_have_been_between_two_days(client: Client) -> None:
    query = """query ($from: Date, $to: Date, $modality: [Modality!]) {
      relations(between: ["CHN", "KOR"], from: $from, to: $to, modality: $modality) {
        count meanIntensity byType { type } events { nodes { id } } firstContact { id }
      }
    }"""
    sanction = {
        "count": 1,
        "meanIntensity": -6.0,
        "byType": [{"type": "SANCTION"}],
        "events": {"nodes": [{"id": "Event:boycott"}]},
        "firstContact": {"id": "Event:boycott"},
    }
    nothing: dict[str, Any] = {
        "count": 0,
        "meanIntensity": None,
        "byType": [],
        "events": {"nodes": []},
        "firstContact": None,
    }
    dates = {"from": "2017-03-15", "to": "2017-03-20"}
    assert await client.data(query, **dates) == {"relations": sanction}
    assert await client.data(query, to="2015-09-02") == {"relations": nothing}
    assert await client.data(query, modality=["NEGATED"]) == {"relations": nothing}


async def test_the_most_active_partners(client: Client) -> None:
    query = """query ($first: Int) {
      nation(code: "CHN") {
        relations(first: $first) { nation { code } partner { code } count lastContact { id } }
      }
    }"""
    korea = {"nation": {"code": "CHN"}, "partner": {"code": "KOR"}}
    korea |= {"count": 2, "lastContact": {"id": "Event:boycott"}}
    germany = {"nation": {"code": "CHN"}, "partner": {"code": "DEU"}}
    germany |= {"count": 1, "lastContact": {"id": "Event:parade"}}
    assert await client.data(query) == {"nation": {"relations": [korea, germany]}}
    assert await client.data(query, first=1) == {"nation": {"relations": [korea]}}
    error = await client.error(query, first=101)
    assert error["message"].startswith("first is 101, which is no number from 0 to 100.")


async def test_a_nation_that_is_not_known(client: Client) -> None:
    query = '{ relations(between: ["CHN", "ZZZ"]) { count } }'
    assert await client.data(query) == {"relations": None}


@pytest.mark.parametrize("between", [[], ["CHN"], ["CHN", "CHN"], ["CHN", "KOR", "USA"]])
async def test_not_two_nations(client: Client, between: list[str]) -> None:
    query = "query ($between: [ID!]!) { relations(between: $between) { count } }"
    error = await client.error(query, between=between)
    assert "which is no two nations" in error["message"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
