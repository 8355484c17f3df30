"""The Cypher of writing. Each statement takes ``rows``; all are safe to run again.

Edges are merged from the end with few edges: the embedded engine walks the edges of the node that
the pattern names first, and a nation has very many.
"""

from collections.abc import Iterator
from typing import Any, Final, LiteralString

import msgspec

from graph.database import Command
from graph.statement import Statement

Row = dict[str, Any]

KNOWN: Final = """
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.id AS id, a.revision AS revision,
       COLLECT { MATCH (a)<-[:CONTAINS]-(s:Source) RETURN s.uri } AS sources
"""

SUPERSEDED: Final = """
UNWIND $rows AS row
MATCH (s:Source {uri: row.uri})-[:CONTAINS]->(a:Article)
WHERE a.id <> row.id
RETURN s.uri AS uri, a.id AS id, COUNT { (a)<-[:CONTAINS]-() } AS copies
"""

UNLINK_SOURCES: Final = """
UNWIND $rows AS row
MATCH (s:Source {uri: row.uri})-[r:CONTAINS]->(a:Article {id: row.id})
DELETE r
"""

ARTICLES: Final = """
UNWIND $rows AS row
MERGE (a:Article {id: row.id})
SET a = row
"""

SOURCES: Final = """
UNWIND $rows AS row
MATCH (a:Article {id: row.id})
MERGE (s:Source {uri: row.uri})
MERGE (s)-[:CONTAINS]->(a)
"""

KNOWN_NATIONS: Final = """
MATCH (n:Nation) WHERE n.code IN $ids RETURN properties(n) AS nation
"""

NATIONS: Final = """
UNWIND $rows AS row
MERGE (n:Nation {code: row.code})
SET n = row
"""

ENTITIES: Final[dict[str, LiteralString]] = {
    "Person": "UNWIND $rows AS row MERGE (n:Person {id: row.id}) SET n = row",
    "Organization": "UNWIND $rows AS row MERGE (n:Organization {id: row.id}) SET n = row",
    "Agreement": "UNWIND $rows AS row MERGE (n:Agreement {id: row.id}) SET n = row",
}

EVENTS: Final = "UNWIND $rows AS row MERGE (n:Event {id: row.id}) SET n = row"
NEW_EVENTS: Final = "UNWIND $rows AS row CREATE (n:Event) SET n = row"
"""For events of which it is known that they are not there, which saves looking each up."""

MENTIONS: Final[dict[str, LiteralString]] = {
    "Person": """
UNWIND $rows AS row
MATCH (a:Article {id: row.article}) MATCH (n:Person {id: row.key})
CREATE (a)-[r:MENTIONS]->(n) SET r = row.edge
""",
    "Nation": """
UNWIND $rows AS row
MATCH (a:Article {id: row.article}) MATCH (n:Nation {code: row.key})
CREATE (a)-[r:MENTIONS]->(n) SET r = row.edge
""",
    "Organization": """
UNWIND $rows AS row
MATCH (a:Article {id: row.article}) MATCH (n:Organization {id: row.key})
CREATE (a)-[r:MENTIONS]->(n) SET r = row.edge
""",
    "Agreement": """
UNWIND $rows AS row
MATCH (a:Article {id: row.article}) MATCH (n:Agreement {id: row.key})
CREATE (a)-[r:MENTIONS]->(n) SET r = row.edge
""",
}

REPORTS: Final[dict[str, LiteralString]] = {
    "Event": """
UNWIND $rows AS row
MATCH (n:Event {id: row.key}) MATCH (a:Article {id: row.article})
CREATE (n)-[r:REPORTED_IN]->(a) SET r = row.edge
""",
    "Agreement": """
UNWIND $rows AS row
MATCH (n:Agreement {id: row.key}) MATCH (a:Article {id: row.article})
CREATE (n)-[r:REPORTED_IN]->(a) SET r = row.edge
""",
}

PARTICIPANTS: Final[dict[tuple[str, str], LiteralString]] = {
    ("HAS_ACTOR", "Person"): """
UNWIND $rows AS row
MATCH (e:Event {id: row.id}) MATCH (n:Person {id: row.key}) MERGE (e)-[:HAS_ACTOR]->(n)
""",
    ("HAS_ACTOR", "Organization"): """
UNWIND $rows AS row
MATCH (e:Event {id: row.id}) MATCH (n:Organization {id: row.key}) MERGE (e)-[:HAS_ACTOR]->(n)
""",
    ("HAS_RECIPIENT", "Person"): """
UNWIND $rows AS row
MATCH (e:Event {id: row.id}) MATCH (n:Person {id: row.key}) MERGE (e)-[:HAS_RECIPIENT]->(n)
""",
    ("HAS_RECIPIENT", "Organization"): """
UNWIND $rows AS row
MATCH (e:Event {id: row.id}) MATCH (n:Organization {id: row.key})
MERGE (e)-[:HAS_RECIPIENT]->(n)
""",
}

NATION_PARTICIPANTS: Final[dict[str, LiteralString]] = {
    "HAS_ACTOR": """
UNWIND $rows AS row
MATCH (e:Event {id: row.id}) MATCH (n:Nation {code: row.key})
MERGE (e)-[r:HAS_ACTOR]->(n) SET r.via = row.via
""",
    "HAS_RECIPIENT": """
UNWIND $rows AS row
MATCH (e:Event {id: row.id}) MATCH (n:Nation {code: row.key})
MERGE (e)-[r:HAS_RECIPIENT]->(n) SET r.via = row.via
""",
}

PLACES: Final = """
UNWIND $rows AS row
MATCH (e:Event {id: row.id}) MATCH (n:Nation {code: row.key})
MERGE (e)-[r:LOCATED_IN]->(n)
"""

DYADS: Final = """
UNWIND $rows AS row
MERGE (d:Dyad {id: row.key}) SET d.first = row.first, d.second = row.second
"""

BETWEEN: Final = """
UNWIND $rows AS row
MATCH (e:Event {id: row.id}) MATCH (d:Dyad {id: row.key})
MERGE (e)-[r:BETWEEN]->(d) SET r.earliest = e.earliest
"""

PAIRS: Final = """
MATCH (e:Event)-[:BETWEEN]->(d:Dyad) WHERE e.id IN $ids RETURN DISTINCT d.id AS id
"""

DELETE_PAIRS: Final = "MATCH (d:Dyad) WHERE d.id IN $ids AND NOT EXISTS { (d)--() } DELETE d"

CONCERNS: Final = """
UNWIND $rows AS row
MATCH (e:Event {id: row.id}) MATCH (n:Agreement {id: row.key})
MERGE (e)-[r:CONCERNS]->(n) SET r.effect = row.effect
"""

OFFICES: Final[dict[str, LiteralString]] = {
    "Nation": """
UNWIND $rows AS row
MATCH (p:Person {id: row.id}) MATCH (n:Nation {code: row.key})
MERGE (p)-[r:HOLDS_OFFICE {title: row.title}]->(n) SET r = row.edge
""",
    "Organization": """
UNWIND $rows AS row
MATCH (p:Person {id: row.id}) MATCH (n:Organization {id: row.key})
MERGE (p)-[r:HOLDS_OFFICE {title: row.title}]->(n) SET r = row.edge
""",
}

PARTIES: Final[dict[str, LiteralString]] = {
    "Nation": """
UNWIND $rows AS row
MATCH (a:Agreement {id: row.id}) MATCH (n:Nation {code: row.key})
MERGE (a)<-[r:PARTY_TO]-(n) SET r = row.edge
""",
    "Organization": """
UNWIND $rows AS row
MATCH (a:Agreement {id: row.id}) MATCH (n:Organization {id: row.key})
MERGE (a)<-[r:PARTY_TO]-(n) SET r = row.edge
""",
}

LEAVE_NATION: Final[dict[str, LiteralString]] = {
    "Person": """
UNWIND $rows AS row
MATCH (p:Person {id: row.id})-[r:AFFILIATED_WITH]->(n:Nation) WHERE n.code <> row.key DELETE r
""",
    "Organization": """
UNWIND $rows AS row
MATCH (o:Organization {id: row.id})-[r:BASED_IN]->(n:Nation) WHERE n.code <> row.key DELETE r
""",
}

JOIN_NATION: Final[dict[str, LiteralString]] = {
    "Person": """
UNWIND $rows AS row
MATCH (p:Person {id: row.id}) MATCH (n:Nation {code: row.key})
MERGE (p)-[:AFFILIATED_WITH]->(n)
""",
    "Organization": """
UNWIND $rows AS row
MATCH (o:Organization {id: row.id}) MATCH (n:Nation {code: row.key})
MERGE (o)-[:BASED_IN]->(n)
""",
}

DELETE_ENTITIES: Final[dict[str, LiteralString]] = {
    "Person": "MATCH (n:Person) WHERE n.id IN $ids DETACH DELETE n",
    "Organization": "MATCH (n:Organization) WHERE n.id IN $ids DETACH DELETE n",
    "Event": "MATCH (n:Event) WHERE n.id IN $ids DETACH DELETE n",
}

DELETE_DERIVED: Final[dict[str, tuple[LiteralString, ...]]] = {
    "Person": (
        "MATCH (n:Person)-[r:HOLDS_OFFICE|AFFILIATED_WITH]->() WHERE n.id IN $ids DELETE r",
        "MATCH (n:Person)<-[r:MENTIONS]-() WHERE n.id IN $ids DELETE r",
    ),
    "Organization": (
        "MATCH (n:Organization)-[r:BASED_IN]->() WHERE n.id IN $ids DELETE r",
        "MATCH (n:Organization)<-[r:MENTIONS]-() WHERE n.id IN $ids DELETE r",
    ),
    "Event": ("MATCH (n:Event)-[r]->() WHERE n.id IN $ids DELETE r",),
}
"""The edges that are made anew with an entity; those of others that lead to it are theirs."""

FOLLOWERS: Final[dict[str, dict[str, LiteralString]]] = {
    "Person": {
        "Event": """
MATCH (n:Person)<-[:HAS_ACTOR|HAS_RECIPIENT]-(e:Event) WHERE n.id IN $ids RETURN DISTINCT e.id AS id
""",
    },
    "Organization": {
        "Event": """
MATCH (n:Organization)<-[:HAS_ACTOR|HAS_RECIPIENT]-(e:Event) WHERE n.id IN $ids
RETURN DISTINCT e.id AS id
""",
        "Person": """
MATCH (n:Organization)<-[:HOLDS_OFFICE]-(p:Person) WHERE n.id IN $ids RETURN DISTINCT p.id AS id
""",
        "Agreement": """
MATCH (n:Organization)-[:PARTY_TO]->(a:Agreement) WHERE n.id IN $ids RETURN DISTINCT a.id AS id
""",
    },
}
"""Who has edges to an entity, and so must follow its records."""

ROWS_A_COMMAND = 1000
BYTES_A_COMMAND = 4_000_000
"""As JSON. The embedded engine hangs on a message over 16 MiB."""


def commands(statement: LiteralString | Statement, rows: list[Row]) -> list[Command]:
    """The statement over all rows, cut so that no message is too large."""
    parts = (rows[at : at + ROWS_A_COMMAND] for at in range(0, len(rows), ROWS_A_COMMAND))
    return [Command(statement, {"rows": some}) for part in parts for some in _bounded(part)]


def _bounded(rows: list[Row]) -> Iterator[list[Row]]:
    """The rows, halved until each part is small enough; one row cannot be parted."""
    if len(rows) > 1 and len(msgspec.json.encode(rows)) > BYTES_A_COMMAND:
        middle = len(rows) // 2
        yield from _bounded(rows[:middle])
        yield from _bounded(rows[middle:])
    else:
        yield rows
