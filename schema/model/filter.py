"""Filters: what lists can be filtered by, and what each test stands for in the graph."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from schema.model.field import (
    Catalog,
    GlobalId,
    LeafType,
    Many,
    Nodes,
    One,
    Path,
    Property,
    Shape,
    Value,
)


class Comparison(Enum):
    """How a value of the graph is compared with one that is given."""

    EQUAL = "eq"
    IN = "in"
    NOT_IN = "notIn"
    CONTAINS = "contains"
    STARTS_WITH = "startsWith"
    ENDS_WITH = "endsWith"
    GREATER = "gt"
    GREATER_OR_EQUAL = "gte"
    LESS = "lt"
    LESS_OR_EQUAL = "lte"
    IS_NULL = "isNull"
    HAS = "has"
    HAS_ANY = "hasAny"
    HAS_ALL = "hasAll"


TOLD: Mapping[Comparison, str] = {
    Comparison.EQUAL: "It is this; with null: there is none.",
    Comparison.IN: "It is one of these.",
    Comparison.NOT_IN: "It is none of these; so is what is missing.",
    Comparison.CONTAINS: "It contains this text.",
    Comparison.STARTS_WITH: "It begins with this text.",
    Comparison.ENDS_WITH: "It ends with this text.",
    Comparison.GREATER: "It is greater, or later.",
    Comparison.GREATER_OR_EQUAL: "It is as great or greater, or as late or later.",
    Comparison.LESS: "It is less, or earlier.",
    Comparison.LESS_OR_EQUAL: "It is as little or less, or as early or earlier.",
    Comparison.IS_NULL: "Whether it is missing.",
    Comparison.HAS: "The list holds this.",
    Comparison.HAS_ANY: "The list holds at least one of these.",
    Comparison.HAS_ALL: "The list holds all of these.",
}

IDENTITY = (Comparison.EQUAL, Comparison.IN, Comparison.NOT_IN)
TEXT = (Comparison.CONTAINS, Comparison.STARTS_WITH, Comparison.ENDS_WITH)
RANGE = (Comparison.GREATER, Comparison.GREATER_OR_EQUAL, Comparison.LESS, Comparison.LESS_OR_EQUAL)
LIST = (Comparison.HAS, Comparison.HAS_ANY, Comparison.HAS_ALL)
TAKES_LIST = frozenset({Comparison.IN, Comparison.NOT_IN, Comparison.HAS_ANY, Comparison.HAS_ALL})

SCALAR_TESTS: Mapping[str, tuple[Comparison, ...]] = {
    "ID": (Comparison.EQUAL, Comparison.IN, Comparison.NOT_IN),
    "String": (*IDENTITY, *TEXT, Comparison.IS_NULL),
    "Int": (Comparison.EQUAL, *RANGE, Comparison.IS_NULL),
    "Float": (Comparison.EQUAL, *RANGE, Comparison.IS_NULL),
    "Date": (Comparison.EQUAL, *RANGE, Comparison.IS_NULL),
    "DateTime": (*RANGE, Comparison.IS_NULL),
}


@dataclass(frozen=True, slots=True)
class ValueFilter:
    """The tests of one kind of value."""

    name: str
    description: str
    of: LeafType
    tests: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class ValueTest:
    """Tests a property of the node."""

    name: str
    description: str
    source: Property | GlobalId
    filter: str


@dataclass(frozen=True, slots=True)
class RelatedTest:
    """Tests the nodes at the end of a walk; ``many`` asks which of them must pass."""

    name: str
    description: str
    path: Path
    many: bool


@dataclass(frozen=True, slots=True)
class IntervalTest:
    """Tests the interval of days from ``earliest`` to ``latest``."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class MemberTest:
    """Asks that the node has this label, and tests it as such."""

    name: str
    description: str
    label: str


NodeTest = ValueTest | RelatedTest | IntervalTest | MemberTest


@dataclass(frozen=True, slots=True)
class NodeFilter:
    """The tests of a type of nodes; all that are given must pass."""

    name: str
    description: str
    tests: Mapping[str, NodeTest]


@dataclass(frozen=True, slots=True)
class Filters:
    """All filters: of nodes by the GraphQL type of the nodes, of values by their own name."""

    nodes: Mapping[str, NodeFilter]
    values: Mapping[str, ValueFilter]


def _value_filter(leaf: LeafType) -> ValueFilter:
    if leaf.many:
        return ValueFilter(
            f"{leaf.name}ListFilter", f"Tests a list of {leaf.name}.", LeafType(leaf.name), LIST
        )
    tests = SCALAR_TESTS.get(leaf.name, (*IDENTITY, Comparison.IS_NULL))
    name = "IdFilter" if leaf.name == "ID" else f"{leaf.name}Filter"
    return ValueFilter(name, f"Tests a value of {leaf.name}.", LeafType(leaf.name), tests)


def _tests(shape: Shape) -> Iterable[NodeTest]:
    for field in shape.fields.values():
        match field:
            case Value(name, description, leaf, Property() | GlobalId() as source):
                yield ValueTest(name, description, source, _value_filter(leaf).name)
            case One(name, description, path, _, None):
                yield RelatedTest(name, description, path, many=False)
            case Many(name, description, _, Path() as path, _):
                yield RelatedTest(name, description, path, many=True)
            case _:
                pass
    if {"earliest", "latest"} <= shape.fields.keys():
        yield IntervalTest("date", "The interval of days in which it happened or began.")


def _label_filter(shape: Shape) -> NodeFilter:
    description = f"Tests of {shape.type}; all that are given must pass."
    return NodeFilter(f"{shape.type}Filter", description, {t.name: t for t in _tests(shape)})


def _interface_filter(nodes: Nodes) -> NodeFilter:
    name = ValueTest("name", "The name.", Property("name"), "StringFilter")
    members = [
        MemberTest(label.lower(), f"It is of type {label}, and passes this.", label)
        for label in nodes.labels
    ]
    return NodeFilter(
        f"{nodes.type}Filter",
        f"Tests of {nodes.type}; all that are given must pass.",
        {test.name: test for test in (name, *members)},
    )


def build_filters(catalog: Catalog) -> Filters:
    """The filters that the lists of a catalog need."""
    labels = [shape for shape in catalog.shapes.values() if shape.label]
    nodes = {shape.type: _label_filter(shape) for shape in labels}
    for connection in catalog.connections.values():
        if connection.nodes.type not in nodes:
            nodes[connection.nodes.type] = _interface_filter(connection.nodes)
    leaves = [
        field.type
        for shape in labels
        for field in shape.fields.values()
        if isinstance(field, Value)
    ]
    values = {one.name: one for one in map(_value_filter, leaves)}
    return Filters(nodes, values)
