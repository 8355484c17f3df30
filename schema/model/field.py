"""Fields: what each field of a GraphQL type stands for in the graph.

A field is read in a scope: a node and, below a connection, the relationship that led to it. So
the same words serve a person, an edge between two nodes, and a part of either.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, LiteralString

from schema.reader import Reader


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
class IfRead:
    """A piece of a written walk that is there only where one of its ``columns`` is read.

    Those who read are the order of the walk, and fields of the record itself.
    """

    columns: tuple[str, ...]
    text: LiteralString


Pieces = tuple[LiteralString | IfRead, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A walk in Cypher that is written by hand, for what no path along one relationship finds.

    ``@start`` is the node of the scope in which the field stands. ``@node`` and ``@edge`` are what
    the walk leads to, if it leads to any; other ``@names`` are variables of its own, and fields
    read those of ``columns``; those of ``above`` are columns of the record in which the field
    stands. ``$names`` are arguments of the field, or what its finder found.
    The clause ends where a WHERE or WITH can follow: after MATCH, UNWIND, YIELD or a WITH. It may
    be in pieces, of which some are left out.
    """

    clause: LiteralString | Pieces
    columns: tuple[str, ...] = ()
    nodes: Nodes | None = None
    edge: bool = False
    above: tuple[str, ...] = ()
    order: LiteralString = ""
    """What follows ORDER BY, as in ``@score DESC, @node.id``."""


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


@dataclass(frozen=True, slots=True)
class Column:
    """A value that a written walk brings, by its name in the clause without the ``@``."""

    name: str


Source = Property | GlobalId | Role | Column


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
    """The node that the scope's relationship leads to, or one in a column of a written walk.

    It is null where it is ``optional`` and not there.
    """

    name: str
    description: str
    nodes: Nodes
    column: str | None = None
    optional: bool = False


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
    path: Path | Written
    order: tuple[Sort, ...]
    arguments: tuple["Taken", ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """An argument of a field with a written walk, where it is ``$name``.

    ``type`` is a Python annotation by names of GraphQL (``"int | None"``, ``"list[ID]"``);
    ``otherwise`` is the value where none is given; ``convert`` makes the parameter of the value
    and may refuse it with InputError. A day must not be before that of the argument ``since``.
    """

    name: str
    type: str
    description: str
    otherwise: Any = None
    convert: Callable[[Any], Any] | None = None
    since: str | None = None


Finder = Callable[[Reader, Mapping[str, Any]], Awaitable[Mapping[str, Any]]]
"""Finds what one statement cannot: from the arguments to more values for a written walk."""


@dataclass(frozen=True, slots=True)
class Records:
    """What a written walk gives, as objects of ``shape``: a list, or the first one alone.

    ``size`` is the name of the argument that limits the list, else the length to reckon with
    for the cost. A ``finder`` is for fields of the query alone.
    """

    name: str
    description: str
    shape: str
    written: Written
    arguments: tuple[Taken, ...] = ()
    many: bool = True
    size: str | int = 1
    finder: Finder | None = None


Field = Value | Part | End | Lookup | One | Many | Records


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


RootField = RootList | RootOne | RootNodes | Records


@dataclass(frozen=True, slots=True)
class Catalog:
    """All that GraphQL shows of the graph."""

    shapes: Mapping[str, Shape]
    interfaces: Mapping[str, Interface]
    connections: Mapping[str, Connection]
    query: Mapping[str, RootField]
    keys: Mapping[str, str]
    """The key property of each label."""
