"""What the embedded engine is told in its own SQL, which only its own process can do.

Indexes of words are made by SQL alone. And it sorts by an index only where the type of the
property is declared: without that, every sorted list reads and sorts its whole label.
"""

from collections.abc import Iterator

from graph.fulltext import WordIndex, word_indexes
from graph.ontology import Label, Ontology


def embedded_declarations(ontology: Ontology) -> Iterator[str]:
    """The SQL for an ontology, each statement safe to run again."""
    for label in ontology.labels.values():
        yield f"CREATE VERTEX TYPE {label.name} IF NOT EXISTS"
        yield from _sorted_by(label)
    for index in word_indexes(ontology):
        yield from _words(index)


def _sorted_by(label: Label) -> Iterator[str]:
    """The types of the properties that lists can be sorted by with an index; all are text."""
    for name, given in label.properties.items():
        if given.index and not given.internal:
            yield f"CREATE PROPERTY {label.name}.{name} IF NOT EXISTS STRING"


def _words(index: WordIndex) -> Iterator[str]:
    for name in index.properties:
        yield f"CREATE PROPERTY {index.label}.{name} IF NOT EXISTS STRING"
    listed = ", ".join(index.properties)
    yield f"CREATE INDEX {index.name} IF NOT EXISTS ON {index.label} ({listed}) FULL_TEXT"
