"""Taking articles back: their edges go, and with them what no other article says."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, LiteralString

from graph.database import Command, Transaction
from graph.writing.record_statements import TOLD_BY, UNTELL

AGREEMENTS: Final = """
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN COLLECT { MATCH (a)-[:MENTIONS]->(n:Agreement) RETURN n.id } AS mentioned,
       COLLECT { MATCH (n:Agreement)-[:REPORTED_IN]->(a) RETURN n.id } AS reported
"""

DELETE_EDGES: Final[tuple[LiteralString, ...]] = (
    UNTELL,
    "MATCH (a:Article)-[r:MENTIONS]->() WHERE a.id IN $ids DELETE r",
    "MATCH (a:Article)<-[r:REPORTED_IN]-() WHERE a.id IN $ids DELETE r",
)

DELETE_UNREPORTED: Final = """
MATCH (n:Agreement) WHERE n.id IN $ids
AND NOT EXISTS { (n)-[:REPORTED_IN]->() } AND NOT EXISTS { (n)<-[:MENTIONS]-() }
DETACH DELETE n
"""

DELETE_PARTIES: Final = "MATCH (n:Agreement)<-[r:PARTY_TO]-() WHERE n.id IN $ids DELETE r"

DELETE_ARTICLES: Final = "MATCH (a:Article) WHERE a.id IN $ids DETACH DELETE a"

DELETE_ORPHANS: Final = "MATCH (n:Nation) WHERE NOT EXISTS { (n)--() } DELETE n"
"""There are few nations, so looking through all of them is cheap."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What must be told anew: records that articles spoke of, records to look at, agreements.

    Records are named with their label, such as ``Person:anna-roy``.
    """

    retracted: frozenset[str] = frozenset()
    reconsidered: frozenset[str] = frozenset()
    agreements: frozenset[str] = frozenset()

    def of(self, label: str) -> tuple[frozenset[str], frozenset[str]]:
        """The retracted and the reconsidered records of a label."""
        return _labelled(self.retracted, label), _labelled(self.reconsidered, label)


def _labelled(names: Iterable[str], label: str) -> frozenset[str]:
    return frozenset(name for name in names if name.startswith(f"{label}:"))


async def retract(transaction: Transaction, ids: list[str], gone: list[str]) -> Touched:
    """Take back all that articles say; those in ``gone`` are deleted themselves."""
    told = await transaction.read(TOLD_BY, {"ids": ids})
    rows = await transaction.read(AGREEMENTS, {"ids": ids})
    agreements = frozenset(key for row in rows for key in (*row["mentioned"], *row["reported"]))
    for statement in DELETE_EDGES:
        await transaction.run(Command(statement, {"ids": ids}))
    if agreements:
        await transaction.run(Command(DELETE_UNREPORTED, {"ids": sorted(agreements)}))
    if gone:
        await transaction.run(Command(DELETE_ARTICLES, {"ids": gone}))
    return Touched(retracted=frozenset(row["id"] for row in told), agreements=agreements)
