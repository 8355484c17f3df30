"""Loading the sample graph, with the statements that the writer uses."""

from bench.sample import Sample, Size
from graph.constraints import ensure_constraints
from graph.database import Database
from graph.ontology import Ontology
from graph.writing.statements import commands

COMMANDS_A_TRANSACTION = 10


async def is_loaded(database: Database, size: Size) -> bool:
    """Whether the whole sample is there: the index of pairs is written last."""
    rows = await database.read(
        "MATCH (e:Event) WITH count(*) AS events OPTIONAL MATCH ()-[r:BETWEEN]->()"
        " RETURN events, count(r) AS pairs"
    )
    return rows[0]["events"] == size.events and rows[0]["pairs"] > size.events // 3


async def load_sample(database: Database, ontology: Ontology, sample: Sample) -> None:
    """Write the sample to an empty graph."""
    await ensure_constraints(database, ontology)
    for statement, rows in sample.parts:
        made = commands(statement, rows)
        for start in range(0, len(made), COMMANDS_A_TRANSACTION):
            await database.write(made[start : start + COMMANDS_A_TRANSACTION])
