"""Records of loads: what each read and came to, kept in the graph as nodes of their own."""

from dataclasses import asdict, dataclass, field
from typing import Any, Final

from graph.database import Command, Database

SAVE: Final = """
UNWIND $rows AS row
MERGE (l:Load {id: row.id})
SET l = row
"""

RECENT: Final = """
MATCH (l:Load) RETURN properties(l) AS record ORDER BY l.startedAt DESC, l.id DESC LIMIT $count
"""


@dataclass(frozen=True, slots=True)
class LoadRecord:
    """One load; the properties are those of the label ``Load`` in the ontology."""

    id: str
    status: str
    startedAt: str  # noqa: N815 - as in the graph
    updatedAt: str  # noqa: N815
    inputs: tuple[str, ...]
    extractor: str
    version: str
    counts: dict[str, Any] = field(default_factory=dict[str, Any])
    finishedAt: str | None = None  # noqa: N815
    problem: str | None = None

    def row(self) -> dict[str, Any]:
        """The properties, those without a value left out."""
        row = asdict(self)
        row |= row.pop("counts") | {"inputs": list(self.inputs)}
        return {name: value for name, value in row.items() if value is not None}


async def save_load(database: Database, record: LoadRecord) -> None:
    """Write a record in place of what was known of the same load."""
    await database.write([Command(SAVE, {"rows": [record.row()]})])


async def recent_loads(database: Database, count: int) -> list[dict[str, Any]]:
    """The properties of the latest loads, the newest first."""
    rows = await database.read(RECENT, {"count": count})
    return [row["record"] for row in rows]
