"""Indexes of words. Asking is the same on both engines, making is not.

``CALL db.index.fulltext.queryNodes(name, query)`` asks, with Lucene's syntax. The embedded engine
makes these indexes by its own SQL only (``embedded_schema.py``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.ontology import Ontology
from graph.statement import Statement


@dataclass(frozen=True, slots=True)
class WordIndex:
    """An index of the words in some properties of a label."""

    label: str
    properties: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name by which it is asked."""
        return f"{self.label.lower()}_words"


def word_indexes(ontology: Ontology) -> Iterator[WordIndex]:
    """The indexes that the ontology asks for."""
    for label in ontology.labels.values():
        properties = tuple(name for name, given in label.properties.items() if given.search)
        if properties:
            yield WordIndex(label.name, properties)


def neo4j_declaration(index: WordIndex) -> Statement:
    """The statement that makes the index on a Neo4j server, safe to run again."""
    listed = ", ".join(f"n.{name}" for name in index.properties)
    return Statement(
        f"CREATE FULLTEXT INDEX {index.name} IF NOT EXISTS FOR (n:{index.label}) ON EACH [{listed}]"
    )
