"""Weighing: the confidence in events, from who reports them independently of each other."""

from collections.abc import Collection, Iterable
from typing import Any, Final

from graph.writing.reading import Reading
from graph.writing.sender import Sender

Row = dict[str, Any]

CERTAIN = 0.99
"""No number of reports makes an event surer than this."""

OF_ARTICLES: Final = """
MATCH (a:Article)<-[:REPORTED_IN]-(e:Event) WHERE a.id IN $ids RETURN DISTINCT e.id AS id
"""
REPORTS: Final = """
MATCH (e:Event)-[r:REPORTED_IN]->(a:Article) WHERE e.id IN $ids
OPTIONAL MATCH (a)-[:COPY_OF]->(o:Article)
RETURN e.id AS id, r.confidence AS confidence,
       CASE WHEN o IS NULL THEN coalesce(a.publisher, a.id) ELSE coalesce(o.publisher, o.id) END
       AS publisher
"""
WEIGH: Final = """
UNWIND $rows AS row
MATCH (e:Event {id: row.id}) SET e.confidence = row.confidence
"""


def confidence(reports: Iterable[tuple[str, float]]) -> float:
    """The confidence in an event of which publishers report, each so sure: that not all err.

    A publisher counts once, with its surest report: more of one publisher is no more evidence.
    """
    best: dict[str, float] = {}
    for publisher, sure in reports:
        best[publisher] = max(best.get(publisher, 0.0), sure)
    if len(best) == 1:
        return max(best.values())
    doubt = 1.0
    # In a fixed order, since products of fractions depend on it in the last digit.
    for sure in sorted(best.values()):
        doubt *= 1.0 - sure
    return round(min(CERTAIN, 1.0 - doubt), 4)


class Weighing:
    """Weighs events, inside a transaction."""

    def __init__(self, reading: Reading, sender: Sender) -> None:
        self._reading = reading
        self._send = sender

    async def run(self, events: Collection[str], articles: Collection[str]) -> None:
        """Weigh events, and those of articles that have become copies or are no more ones."""
        told = await self._reading.rows(OF_ARTICLES, articles)
        reports: dict[str, list[tuple[str, float]]] = {}
        for row in await self._reading.rows(REPORTS, {*events, *(one["id"] for one in told)}):
            reports.setdefault(row["id"], []).append((row["publisher"], row["confidence"]))
        rows: list[Row] = [
            {"id": event, "confidence": confidence(some)} for event, some in sorted(reports.items())
        ]
        await self._send.send(WEIGH, rows)
