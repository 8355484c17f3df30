"""Pages: cursors in both directions, stable under change, and limits that say what they are."""

import base64
import json
from typing import Any

import pytest

from graph.database import Command
from tests.schema_graph import Client, client

__all__ = ["client"]

pytestmark = pytest.mark.anyio

PAGE = """
  query (
    $first: Int, $after: String, $last: Int, $before: String, $orderBy: [EventOrder!],
    $where: EventFilter
  ) {
    events(
      first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, where: $where
    ) {
      edges { cursor node { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      totalCount
    }
  }"""

NEWEST = ["summit", "boycott", "signing", "parade", "talks", "remark"]


async def page(client: Client, **arguments: Any) -> dict[str, Any]:
    return (await client.data(PAGE, **arguments))["events"]


def ids(given: dict[str, Any]) -> list[str]:
    return [edge["node"]["id"].removeprefix("Event:") for edge in given["edges"]]


async def forward(client: Client, size: int, **arguments: Any) -> list[list[str]]:
    pages: list[list[str]] = []
    after = None
    while True:
        given = await page(client, first=size, after=after, **arguments)
        pages.append(ids(given))
        after = given["pageInfo"]["endCursor"]
        if not given["pageInfo"]["hasNextPage"]:
            return pages


async def backward(client: Client, size: int, **arguments: Any) -> list[list[str]]:
    pages: list[list[str]] = []
    before = None
    while True:
        given = await page(client, last=size, before=before, **arguments)
        pages.append(ids(given))
        before = given["pageInfo"]["startCursor"]
        if not given["pageInfo"]["hasPreviousPage"]:
            return pages


async def test_forward(client: Client) -> None:
    assert await forward(client, 4) == [NEWEST[:4], NEWEST[4:]]


async def test_backward(client: Client) -> None:
    assert await backward(client, 4) == [NEWEST[2:], NEWEST[:2]]


@pytest.mark.parametrize("direction", ["ASC", "DESC"])
@pytest.mark.parametrize(
    "field", ["EARLIEST", "LATEST", "TYPE", "INTENSITY", "CONFIDENCE", "TITLE"]
)
async def test_every_order_in_both_directions(client: Client, field: str, direction: str) -> None:
    order = [{"field": field, "direction": direction}]
    whole = ids(await page(client, orderBy=order))
    assert sorted(whole) == sorted(NEWEST)
    assert [one for pages in await forward(client, 1, orderBy=order) for one in pages] == whole
    back = [one for pages in await backward(client, 1, orderBy=order) for one in pages]
    assert back == whole[::-1]


@pytest.mark.parametrize("direction", ["ASC", "DESC"])
@pytest.mark.parametrize("field", ["EARLIEST", "INTENSITY", "CONFIDENCE"])
async def test_what_is_missing_comes_last(client: Client, field: str, direction: str) -> None:
    given = await page(client, orderBy=[{"field": field, "direction": direction}])
    assert ids(given)[-1] == "remark"


async def test_several_keys(client: Client) -> None:
    order = [{"field": "TYPE"}, {"field": "CONFIDENCE", "direction": "DESC"}]
    expected = ["summit", "parade", "talks", "boycott", "remark", "signing"]
    assert await forward(client, 2, orderBy=order) == [expected[:2], expected[2:4], expected[4:]]


async def test_where_the_page_stands(client: Client) -> None:
    first = await page(client, first=2)
    start, end = (edge["cursor"] for edge in first["edges"])
    assert first["pageInfo"] == {
        "hasNextPage": True,
        "hasPreviousPage": False,
        "startCursor": start,
        "endCursor": end,
    }
    between = await page(client, first=10, after=start, before=first["edges"][1]["cursor"])
    assert between["edges"] == []
    assert between["totalCount"] == len(NEWEST)
    second = await page(client, first=2, after=end)
    assert (ids(second), second["pageInfo"]["hasPreviousPage"]) == (NEWEST[2:4], True)
    back = await page(client, last=1, before=second["edges"][0]["cursor"])
    assert (ids(back), back["pageInfo"]["hasNextPage"]) == ([NEWEST[1]], True)


async def test_pages_do_not_move_when_rows_are_inserted(client: Client) -> None:
    first = await page(client, first=3)
    end = first["pageInfo"]["endCursor"]
    created = "UNWIND $rows AS row CREATE (e:Event) SET e = row"
    rows = [
        {"id": "newer", "type": "AID", "earliest": "2019-01-01"},
        {"id": "between", "type": "AID", "earliest": "2016-01-01"},
    ]
    await client.database.write([Command(created, {"rows": rows})])
    try:
        after = await page(client, first=3, after=end)
        assert ids(after) == ["between", "parade", "talks"]
        assert ids(await page(client, last=3, before=end)) == ["newer", "summit", "boycott"]
    finally:
        removed = "MATCH (e:Event) WHERE e.id IN $ids DELETE e"
        await client.database.write([Command(removed, {"ids": ["newer", "between"]})])


async def test_a_cursor_outlives_its_row(client: Client) -> None:
    row = {"id": "brief", "type": "AID", "earliest": "2016-01-01"}
    await client.database.write([Command("CREATE (e:Event) SET e = $row", {"row": row})])
    cursor = (await page(client, first=4))["pageInfo"]["endCursor"]
    await client.database.write([Command("MATCH (e:Event {id: 'brief'}) DELETE e")])
    assert ids(await page(client, after=cursor)) == ["parade", "talks", "remark"]


async def test_pages_of_a_nested_list(client: Client) -> None:
    query = """query ($after: String) {
      nation(code: "CHN") {
        events(first: 2, after: $after) {
          edges { role node { id } }
          pageInfo { endCursor hasNextPage }
        }
      }
    }"""
    seen: list[tuple[str, str]] = []
    after, more = None, True
    while more:
        events = (await client.data(query, after=after))["nation"]["events"]
        seen += [(edge["role"], edge["node"]["id"]) for edge in events["edges"]]
        after, more = events["pageInfo"]["endCursor"], events["pageInfo"]["hasNextPage"]
    assert seen == [
        ("ACTOR", "Event:boycott"),
        ("ACTOR", "Event:signing"),
        ("RECIPIENT", "Event:signing"),
        ("ACTOR", "Event:parade"),
        ("RECIPIENT", "Event:talks"),
    ]


@pytest.mark.parametrize("backward", [False, True])
async def test_two_offices_in_one_nation_are_two_places(client: Client, backward: bool) -> None:
    size, cursor = ("last", "before") if backward else ("first", "after")
    query = f"""query ($cursor: String) {{
      person(id: "xi-jinping") {{
        offices({size}: 1, {cursor}: $cursor) {{ edges {{ cursor node {{ title }} }} }}
      }}
    }}"""
    one = (await client.data(query))["person"]["offices"]["edges"][0]
    other = (await client.data(query, cursor=one["cursor"]))["person"]["offices"]["edges"][0]
    titles = [one["node"]["title"], other["node"]["title"]]
    assert titles == (
        ["General Secretary", "President"] if backward else ["President", "General Secretary"]
    )


async def test_the_total_is_counted_only_when_asked(client: Client) -> None:
    client.reader.statements.clear()
    await client.data('{ events { nodes { id } } nation(code: "CHN") { events { nodes { id } } } }')
    assert not any("count(" in statement for statement in client.reader.statements)
    client.reader.statements.clear()
    assert await client.data("{ events { totalCount } }") == {"events": {"totalCount": 6}}
    assert not any("collect(" in statement for statement in client.reader.statements)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"first": 101}, "first is 101, which is no number from 0 to 100."),
        ({"last": 1000}, "last is 1000, which is no number from 0 to 100."),
        ({"first": -1}, "first is -1, which is no number from 0 to 100."),
        ({"first": 1, "last": 1}, "first and last are both given."),
        ({"orderBy": []}, "orderBy has 0 keys."),
        ({"orderBy": [{"field": "TITLE"}] * 6}, "orderBy has 6 keys."),
    ],
)
async def test_pages_that_are_refused(
    client: Client, arguments: dict[str, Any], message: str
) -> None:
    error = await client.error(PAGE, **arguments)
    assert (error["message"], error["path"], error["extensions"]["code"]) == (
        message,
        ["events"],
        "BAD_USER_INPUT",
    )
    assert error["extensions"]["fix"]


def cursor_of(content: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "x",
        "not a cursor",
        "ü",
        cursor_of({}),
        cursor_of([]),
        cursor_of("x"),
        base64.urlsafe_b64encode(b"\xff\xfe").decode(),
        base64.urlsafe_b64encode(b"[" * 100_000).decode(),
        base64.urlsafe_b64encode(b'["-earliest", NaN, "x"]').decode(),
    ],
)
async def test_what_is_no_cursor_is_refused(client: Client, cursor: str) -> None:
    for name in ("after", "before"):
        error = await client.error(PAGE, **{name: cursor})
        assert error["message"] == f"{cursor!r} is no cursor."
        assert error["path"] == ["events"]


@pytest.mark.parametrize(
    "content",
    [
        ["-earliest"],
        ["-earliest", "2017-01-01"],
        ["-earliest", "2017-01-01", None],
        ["-earliest", "2017-01-01", 5],
        ["-earliest", True, "x"],
        ["-earliest", ["2017"], "x"],
        ["earliest", "2017-01-01", "x"],
        [1, "2017-01-01", "x"],
    ],
)
async def test_a_cursor_of_another_order_is_refused(client: Client, content: list[Any]) -> None:
    error = await client.error(PAGE, after=cursor_of(content))
    assert error["message"].endswith("is of a list in another order.")


@pytest.mark.parametrize("key", [10**30, 1e999, True, "1"])
async def test_a_number_that_cannot_be_in_a_cursor(client: Client, key: Any) -> None:
    order = [{"field": "INTENSITY"}]
    await client.error(PAGE, orderBy=order, after=cursor_of(["intensity", key, "x"]))
