"""A walk over the whole graph in pages, in constant memory and within the time of a statement."""

from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

from graph.database import Database
from graph.errors import GraphChangedError
from graph.ontology import Label, Ontology
from graph.statement import Statement
from graph.transfer.elements import Counts, Element, End, Node, Relationship

PAGE = 500
"""Nodes a page, and the nodes whose relationships make a page."""


class GraphWalk:
    """Walks over all nodes of the ontology's labels, then over all relationships between them.

    What serves the writers alone (the lane) is left out. Each page begins where the last
    one ended, by key, so that no statement takes long and none is held open.
    """

    def __init__(self, database: Database, ontology: Ontology) -> None:
        self._database = database
        labels = ontology.labels.values()
        self._labels = [one for one in labels if not (one.internal and one.incidental)]
        self._keys = {label.name: label.key for label in self._labels}

    async def elements(self) -> AsyncGenerator[Element]:
        """All nodes, then all relationships.

        Raises GraphChangedError where their number at the end is not that in the graph.
        """
        counts = Counts()
        async for element in self._elements():
            counts = counts.with_one(element)
            yield element
        there = await self.counts()
        if counts != there:
            raise GraphChangedError(counts.nodes, counts.relationships)

    async def counts(self) -> Counts:
        """How many nodes and relationships the graph has, as the database counts them."""
        nodes = relationships = 0
        for label in self._labels:
            nodes += await self._number(f"MATCH (n:{label.name}) RETURN count(n) AS number")
            relationships += await self._number(
                f"MATCH (n:{label.name})-[r]->() RETURN count(r) AS number"
            )
        return Counts(nodes, relationships)

    async def _number(self, text: str) -> int:
        [row] = await self._database.read(Statement(text))
        return int(row["number"])

    async def _elements(self) -> AsyncIterator[Element]:
        for label in self._labels:
            async for page in self._pages(label, "properties(n) AS properties"):
                for row in page:
                    yield Node(End(label.name, row["key"]), row["properties"])
        for label in self._labels:
            after = ""
            async for page in self._pages(label, "1 AS one"):
                last = page[-1]["key"]
                for relationship in await self._leaving(label, after, last):
                    yield relationship
                after = last

    async def _pages(self, label: Label, told: str) -> AsyncIterator[list[dict[str, Any]]]:
        """Rows of the nodes of a label by ``key``, in the order of their keys."""
        key = f"n.{label.key}"
        # The embedded engine walks the index of the key in order, but sorts all that is left
        # where it is asked to sort; Neo4j takes the order from the index.
        order = "" if self._database.is_embedded else f" ORDER BY {key}"
        page = Statement(
            f"MATCH (n:{label.name}) WHERE {key} > $after "
            f"RETURN {key} AS key, {told}{order} LIMIT {PAGE}"
        )
        after = ""
        while rows := await self._database.read(page, {"after": after}):
            yield sorted(rows, key=lambda row: row["key"])
            after = max(row["key"] for row in rows)

    async def _leaving(self, label: Label, after: str, last: str) -> list[Relationship]:
        """The relationships that leave the nodes of a page."""
        key = f"n.{label.key}"
        # Every label has one key, so the one that is there is the key.
        other = ", ".join(f"o.{name}" for name in dict.fromkeys(self._keys.values()))
        rows = await self._database.read(
            Statement(
                f"MATCH (n:{label.name}) WHERE {key} > $after AND {key} <= $last "
                f"MATCH (n)-[r]->(o) RETURN type(r) AS type, {key} AS source, "
                f"head(labels(o)) AS label, coalesce({other}) AS target, "
                "properties(r) AS properties"
            ),
            {"after": after, "last": last},
        )
        return [
            Relationship(
                row["type"],
                End(label.name, row["source"]),
                End(row["label"], row["target"]),
                row["properties"],
            )
            for row in rows
        ]
