"""The elements of the graph as they travel: nodes, and the relationships between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Properties = Mapping[str, Any]


@dataclass(frozen=True, slots=True, order=True)
class End:
    """A node, told by its label and its key."""

    label: str
    key: str


@dataclass(frozen=True, slots=True)
class Node:
    """A node with all its properties, the key among them."""

    end: End
    properties: Properties


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship of a type from ``source`` to ``target``, with all its properties."""

    type: str
    source: End
    target: End
    properties: Properties


Element = Node | Relationship


@dataclass(frozen=True, slots=True)
class Counts:
    """How many nodes and relationships there are."""

    nodes: int = 0
    relationships: int = 0

    def with_one(self, element: Element) -> "Counts":
        """The counts after one more element."""
        if isinstance(element, Node):
            return Counts(self.nodes + 1, self.relationships)
        return Counts(self.nodes, self.relationships + 1)
