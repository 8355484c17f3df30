"""Constraints and indexes, from the ontology."""

from collections.abc import Iterator

from graph.database import Database
from graph.fulltext import neo4j_declaration, word_indexes
from graph.ontology import Label, Ontology
from graph.statement import Statement


def constraint(label: Label) -> Statement:
    """The key of a label is unique."""
    return Statement(
        f"CREATE CONSTRAINT {label.name.lower()}_{label.key} IF NOT EXISTS "
        f"FOR (n:{label.name}) REQUIRE n.{label.key} IS UNIQUE"
    )


def indexes(label: Label) -> Iterator[Statement]:
    """An index for each property that asks for one."""
    for name, given in label.properties.items():
        if given.index:
            yield Statement(
                f"CREATE INDEX {label.name.lower()}_{name.lower()} IF NOT EXISTS "
                f"FOR (n:{label.name}) ON (n.{name})"
            )


def declarations(ontology: Ontology) -> Iterator[Statement]:
    """Everything that the graph's schema needs, each statement safe to run again."""
    for label in ontology.labels.values():
        yield constraint(label)
        yield from indexes(label)


async def ensure_constraints(database: Database, ontology: Ontology) -> None:
    """Create what is missing; does nothing on a graph that has it all."""
    for statement in declarations(ontology):
        await database.declare(statement)
    if not database.is_embedded:
        for index in word_indexes(ontology):
            await database.declare(neo4j_declaration(index))
