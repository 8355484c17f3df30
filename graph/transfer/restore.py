"""Restoring: the elements of an export into an empty graph.

Elements are written in batches, each in one transaction with the mark that says how many have
been: an import that was interrupted goes on after the last of them, and none is written twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from graph.database import Command, Database, Transaction
from graph.errors import InputError
from graph.ontology import Ontology
from graph.statement import Statement
from graph.transfer.elements import Counts, Element, Node
from graph.transfer.walk import GraphWalk
from graph.writing.statements import commands

BATCH = 2000
MARK = "import"
DONE = "MATCH (l:Lane {id: $mark}) RETURN l.turn AS done"
SET_DONE = "MERGE (l:Lane {id: $mark}) SET l.turn = $done"
FORGET = "MATCH (l:Lane {id: $mark}) DELETE l"


class Restoring:
    """Writes the elements of an export."""

    def __init__(self, database: Database, ontology: Ontology) -> None:
        self._database = database
        self._ontology = ontology

    async def begin(self) -> None:
        """Raise InputError unless the graph is empty or holds the first part of an import."""
        begun = await self._database.read(DONE, {"mark": MARK})
        counts = await GraphWalk(self._database, self._ontology).counts()
        if counts != Counts() and not begun:
            raise InputError(
                f"The graph holds {counts.nodes:,} nodes already.",
                fix="Import into another data folder: entente --data FOLDER import FILE.",
            )
        await self._database.write([Command(SET_DONE, {"mark": MARK, "done": 0})] * (not begun))

    async def write(self, elements: Iterable[Element]) -> None:
        """Write all elements but those that an earlier, interrupted import has written."""
        for number, batch in enumerate(_batches(elements), start=1):

            async def job(
                transaction: Transaction,
                number: int = number,
                batch: Sequence[Element] = batch,
            ) -> None:
                [row] = await transaction.read(DONE, {"mark": MARK})
                if row["done"] < number:
                    for command in self._commands(batch):
                        await transaction.run(command)
                    await transaction.run(Command(SET_DONE, {"mark": MARK, "done": number}))

            await self._database.transact(job)

    async def finish(self) -> None:
        """Take the mark away: the import is whole."""
        await self._database.write([Command(FORGET, {"mark": MARK})])

    def _commands(self, batch: Iterable[Element]) -> Iterator[Command]:
        rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for element in batch:
            rows[self._statement(element)].append(_row(element))
        for text, some in rows.items():
            yield from commands(Statement(text), some)

    def _statement(self, element: Element) -> str:
        if isinstance(element, Node):
            return f"UNWIND $rows AS row CREATE (n:{element.end.label}) SET n = row.properties"
        ends = ((name, end.label) for name, end in (("s", element.source), ("t", element.target)))
        matches = " ".join(
            f"MATCH ({name}:{label} {{{self._ontology.labels[label].key}: row.{name}}})"
            for name, label in ends
        )
        return (
            f"UNWIND $rows AS row {matches} "
            f"CREATE (s)-[r:{element.type}]->(t) SET r = row.properties"
        )


def _row(element: Element) -> dict[str, Any]:
    if isinstance(element, Node):
        return {"properties": element.properties}
    return {"s": element.source.key, "t": element.target.key, "properties": element.properties}


def _batches(elements: Iterable[Element]) -> Iterator[list[Element]]:
    remaining = iter(elements)
    while batch := list(islice(remaining, BATCH)):
        yield batch
