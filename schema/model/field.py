"""Fields: what each field of a GraphQL type stands for in the graph.

A field is read in a scope: a node and, below a connection, the relationship that led to it. So
the same words serve a person, an edge between two nodes, and a part of either.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class On(Enum):
    """Which side of the scope holds a property."""

    NODE = "node"
    EDGE = "edge"


class Direction(Enum):
    """Which way a relationship points, seen from where the walk begins."""

    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class LeafType:
    """A scalar or enum by its GraphQL name; ``many`` is a list, ``required`` never null."""

    name: str
    many: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class Nodes:
    """One label, or several seen as one GraphQL interface."""

    type: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sort:
    """An order by one property."""

    property: str
    on: On = On.NODE
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """A walk along one relationship, of any of ``types``, to other nodes.

    ``ties`` are properties that tell apart several relationships between the same two nodes.
    """

    types: tuple[str, ...]
    direction: Direction
    nodes: Nodes
    ties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Property:
    """A property of the scope; where it is missing, ``fallback`` (another one) stands in."""

    name: str
    on: On = On.NODE
    fallback: str | None = None


@dataclass(frozen=True, slots=True)
class GlobalId:
    """The id that is unique across labels: the label, a colon and the key."""

    label: str
    key: str


@dataclass(frozen=True, slots=True)
class Role:
    """The type of the scope's relationship."""


Source = Property | GlobalId | Role


@dataclass(frozen=True, slots=True)
class Value:
    """A field that holds a scalar, an enum or a list of them."""

    name: str
    description: str
    type: LeafType
    source: Source


@dataclass(frozen=True, slots=True)
class Part:
    """An object made of the same scope; missing where the property ``unless_empty`` is empty."""

    name: str
    description: str
    shape: str
    unless_empty: Property | None = None


@dataclass(frozen=True, slots=True)
class End:
    """The node that the scope's relationship leads to."""

    name: str
    description: str
    nodes: Nodes


@dataclass(frozen=True, slots=True)
class Lookup:
    """The node whose key a property of the scope holds."""

    name: str
    description: str
    key: Property
    nodes: Nodes


@dataclass(frozen=True, slots=True)
class One:
    """What stands first at the end of a walk: the node, or ``shape`` made of edge and node."""

    name: str
    description: str
    path: Path
    order: tuple[Sort, ...] = ()
    shape: str | None = None


@dataclass(frozen=True, slots=True)
class Many:
    """A connection: all that a walk leads to, in pages."""

    name: str
    description: str
    connection: str
    path: Path
    order: tuple[Sort, ...]


Field = Value | Part | End | Lookup | One | Many


@dataclass(frozen=True, slots=True)
class Shape:
    """How the fields of a GraphQL type are read in one kind of scope.

    Two shapes may share a type: evidence stands on a report, or on a relationship itself.
    """

    name: str
    type: str
    description: str
    fields: Mapping[str, Field]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Interface:
    """Fields that several labels share, with their descriptions.

    ``parent`` is the interface that it widens.
    """

    name: str
    description: str
    nodes: Nodes
    fields: Mapping[str, str]
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Connection:
    """A kind of list in pages: the shape of its edges, and what they lead to."""

    name: str
    description: str
    edge: str
    nodes: Nodes


@dataclass(frozen=True, slots=True)
class RootList:
    """A field of the query: all nodes of a label, in pages."""

    name: str
    description: str
    connection: str
    label: str
    order: tuple[Sort, ...]


@dataclass(frozen=True, slots=True)
class RootOne:
    """A field of the query: one node by its id; ``by_key`` names one more argument for its key."""

    name: str
    description: str
    label: str
    by_key: str | None = None


@dataclass(frozen=True, slots=True)
class RootNodes:
    """A field of the query: nodes of any label by their global ids, one or many."""

    name: str
    description: str
    many: bool


RootField = RootList | RootOne | RootNodes


@dataclass(frozen=True, slots=True)
class Catalog:
    """All that GraphQL shows of the graph."""

    shapes: Mapping[str, Shape]
    interfaces: Mapping[str, Interface]
    connections: Mapping[str, Connection]
    query: Mapping[str, RootField]
    keys: Mapping[str, str]
    """The key property of each label."""
