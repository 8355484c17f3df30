"""The graph of a load written by hand: what bulk loading is compared with.

So would somebody write it who knows the whole graph and the engine: UNWIND batches, nodes merged by
their key, since any of them may be there already, and relationships created between nodes that are
found by their keys. Nodes, relationships, properties, constraints, indexes, the number of
transactions and the rows and bytes of a message are those of the load; each element is written
once, its row is made before the clock runs, and nothing is read.

A load does more in the time that is compared with this: it makes its rows, reads which of its
articles, records, keys and nations are there, folds what they say into that, compares records and
texts with those that may be the same, and settles which entities and copies these are.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from graph.database import Command, Database
from graph.ontology import Ontology
from graph.statement import Statement
from graph.transfer.elements import Element, Node
from graph.writing.statements import commands


class ByHand:
    """Elements of a graph, cut into so many transactions: first all nodes, then what joins them."""

    def __init__(self, elements: Sequence[Element], transactions: int, ontology: Ontology) -> None:
        size = -(-len(elements) // transactions)
        self._ontology = ontology
        self._transactions = [
            list(self._commands(elements[at : at + size])) for at in range(0, len(elements), size)
        ]

    async def write(self, database: Database) -> None:
        """Write it all to an empty graph."""
        for transaction in self._transactions:
            await database.write(transaction)

    def _commands(self, elements: Sequence[Element]) -> Iterator[Command]:
        rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for one in elements:
            rows[self._statement(one)].append(_row(one))
        for text, some in rows.items():
            yield from commands(Statement(text), some)

    def _statement(self, one: Element) -> str:
        if isinstance(one, Node):
            return f"UNWIND $rows AS row MERGE (n{self._end(one.end.label, 'key')}) SET n = row.all"
        source = self._end(one.source.label, "source")
        target = self._end(one.target.label, "target")
        return (
            f"UNWIND $rows AS row MATCH (s{source}) MATCH (t{target}) "
            f"CREATE (s)-[r:{one.type}]->(t) SET r = row.all"
        )

    def _end(self, label: str, name: str) -> str:
        return f":{label} {{{self._ontology.labels[label].key}: row.{name}}}"


def _row(one: Element) -> dict[str, Any]:
    if isinstance(one, Node):
        return {"key": one.end.key, "all": one.properties}
    return {"source": one.source.key, "target": one.target.key, "all": one.properties}
