"""The whole graph as plain data, to compare before and after."""

from typing import Any

from graph.database import Database

NOT_FACTS = {"loadedAt"}


async def snapshot(database: Database) -> tuple[list[Any], list[Any]]:
    """All nodes and relationships in a fixed order, without engine ids and loading times."""
    nodes = await database.read(
        "MATCH (n) RETURN head(labels(n)) AS label, properties(n) AS properties"
    )
    edges = await database.read(
        "MATCH (a)-[r]->(b) RETURN type(r) AS type, "
        "coalesce(a.id, a.code, a.uri) AS source, coalesce(b.id, b.code, b.uri) AS target, "
        "properties(r) AS properties"
    )
    return _ordered(nodes), _ordered(edges)


def _ordered(rows: list[dict[str, Any]]) -> list[Any]:
    for row in rows:
        row["properties"] = {
            name: value for name, value in row["properties"].items() if name not in NOT_FACTS
        }
    return sorted(rows, key=repr)
