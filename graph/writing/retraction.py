"""Taking articles back: their edges go, and with them what no other article says."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, LiteralString

from graph.database import Command, Transaction

TOUCHED: Final = """
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN COLLECT { MATCH (a)-[:MENTIONS]->(n:Person) RETURN n.id } AS persons,
       COLLECT { MATCH (a)-[:MENTIONS]->(n:Organization) RETURN n.id } AS organizations,
       COLLECT { MATCH (a)-[:MENTIONS]->(n:Agreement) RETURN n.id } AS mentionedAgreements,
       COLLECT { MATCH (n:Agreement)-[:REPORTED_IN]->(a) RETURN n.id } AS agreements,
       COLLECT { MATCH (n:Event)-[:REPORTED_IN]->(a) RETURN n.id } AS events
"""

DELETE_EDGES: Final[tuple[LiteralString, ...]] = (
    "MATCH (a:Article)-[r:MENTIONS]->() WHERE a.id IN $ids DELETE r",
    "MATCH (a:Article)<-[r:REPORTED_IN]-() WHERE a.id IN $ids DELETE r",
)

DELETE_UNREPORTED: Final[tuple[LiteralString, ...]] = (
    """
MATCH (n:Event) WHERE n.id IN $events AND NOT EXISTS { (n)-[:REPORTED_IN]->() } DETACH DELETE n
""",
    """
MATCH (n:Agreement) WHERE n.id IN $agreements
AND NOT EXISTS { (n)-[:REPORTED_IN]->() } AND NOT EXISTS { (n)<-[:MENTIONS]-() }
DETACH DELETE n
""",
    """
MATCH (n:Person) WHERE n.id IN $persons AND NOT EXISTS { (n)<-[:MENTIONS]-() } DETACH DELETE n
""",
    """
MATCH (n:Organization) WHERE n.id IN $organizations AND NOT EXISTS { (n)<-[:MENTIONS]-() }
DETACH DELETE n
""",
)

DELETE_DERIVED: Final[tuple[LiteralString, ...]] = (
    "MATCH (n:Person)-[r:HOLDS_OFFICE]->() WHERE n.id IN $persons DELETE r",
    "MATCH (n:Person)-[r:AFFILIATED_WITH]->() WHERE n.id IN $persons DELETE r",
    "MATCH (n:Organization)-[r:BASED_IN]->() WHERE n.id IN $organizations DELETE r",
    "MATCH (n:Agreement)<-[r:PARTY_TO]-() WHERE n.id IN $agreements DELETE r",
    "MATCH (n:Event)-[r:HAS_ACTOR]->(:Nation) WHERE n.id IN $events DELETE r",
    "MATCH (n:Event)-[r:HAS_RECIPIENT]->(:Nation) WHERE n.id IN $events DELETE r",
    "MATCH (n:Event)-[r:BETWEEN]->() WHERE n.id IN $events DELETE r",
)

DELETE_ARTICLES: Final = "MATCH (a:Article) WHERE a.id IN $ids DETACH DELETE a"

DELETE_ORPHANS: Final[tuple[LiteralString, ...]] = (
    "MATCH (n:Dyad) WHERE NOT EXISTS { (n)--() } DELETE n",
    "MATCH (n:Nation) WHERE NOT EXISTS { (n)--() } DELETE n",
)
"""There are few nations and pairs, so looking through all of them is cheap."""


@dataclass(frozen=True, slots=True)
class Touched:
    """The entities that a retracted article spoke of, by label."""

    persons: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


def _distinct(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted({one for some in lists for one in some}))


async def retract(transaction: Transaction, ids: list[str], gone: list[str]) -> Touched:
    """Take back all that articles say; those in ``gone`` are deleted themselves.

    What is left of the touched entities has lost its derived edges: they must be made anew.
    """
    rows = await transaction.read(TOUCHED, {"ids": ids})
    touched = Touched(
        persons=_distinct(row["persons"] for row in rows),
        organizations=_distinct(row["organizations"] for row in rows),
        agreements=_distinct(row["agreements"] + row["mentionedAgreements"] for row in rows),
        events=_distinct(row["events"] for row in rows),
    )
    parameters = {
        "ids": ids,
        "persons": list(touched.persons),
        "organizations": list(touched.organizations),
        "agreements": list(touched.agreements),
        "events": list(touched.events),
    }
    for statement in (*DELETE_EDGES, *DELETE_UNREPORTED, *DELETE_DERIVED):
        await transaction.run(Command(statement, parameters))
    if gone:
        await transaction.run(Command(DELETE_ARTICLES, {"ids": gone}))
    return touched
