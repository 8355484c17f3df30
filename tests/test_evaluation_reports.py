"""Our own pairs of reports on the real engine: which tell of one event, and which of two."""

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any, TypedDict

import msgspec
import pytest

from graph.database import Database
from tests.test_loading import load

PAIRS = Path(__file__).parents[1] / "evaluation" / "report_pairs.yaml"


class Report(TypedDict):
    published: date
    text: str


class ReportPair(TypedDict):
    """Two reports, whether they tell of one event, and what makes that hard to see."""

    same: bool
    what: str
    one: Report
    other: Report


def _article(pair: int, side: str, report: Report) -> dict[str, Any]:
    return {
        "id": f"{pair}-{side}",
        "text": report["text"],
        "publishedAt": report["published"].isoformat(),
        "publisher": f"The {side.title()} Courier",
    }


@pytest.mark.anyio
async def test_reports_of_one_event_are_joined_and_those_of_two_are_not(
    database: Database, tmp_path: Path
) -> None:
    pairs = msgspec.yaml.decode(PAIRS.read_bytes(), type=list[ReportPair])
    path = tmp_path / "reports.jsonl"
    articles = [
        _article(number, side, pair[side])
        for number, pair in enumerate(pairs)
        for side in ("one", "other")
    ]
    path.write_bytes(b"\n".join(map(msgspec.json.encode, articles)))
    await load(database, path)

    told = await database.read(
        "MATCH (e:Event)-[:REPORTED_IN]->(a:Article) RETURN e.id AS event, a.id AS article"
    )
    reports: dict[str, set[str]] = defaultdict(set)
    for row in told:
        reports[row["event"]].add(row["article"])
    joined = [
        any({f"{number}-one", f"{number}-other"} <= some for some in reports.values())
        for number in range(len(pairs))
    ]

    two = [pair["what"] for pair, one in zip(pairs, joined, strict=True) if one > pair["same"]]
    assert two == []
    found = sum(one and pair["same"] for pair, one in zip(pairs, joined, strict=True))
    assert found >= 0.8 * sum(pair["same"] for pair in pairs)
