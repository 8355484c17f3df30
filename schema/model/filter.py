"""Filters: what lists can be filtered by, and what each test stands for in the graph."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from graph.ontology import Ontology
from schema.model.field import (
    Catalog,
    GlobalId,
    LeafType,
    Many,
    Nodes,
    One,
    Path,
    Property,
    Role,
    Shape,
    Value,
)
from schema.model.shapes import edge_fields
from schema.model.walks import ARTICLE, OUT


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
    "ParticipantRole": IDENTITY,
}

REPORTS = Path(("REPORTED_IN",), OUT, ARTICLE)

EDGE_FILTERS: Mapping[str, tuple[str, str]] = {
    "HAS_ACTOR": ("ParticipationEdgeFilter", "how one takes part in an event"),
    "HAS_RECIPIENT": ("ParticipationEdgeFilter", "how one takes part in an event"),
    "LOCATED_IN": ("LocationEdgeFilter", "where an event happened"),
    "MENTIONS": ("MentionEdgeFilter", "how an article mentions something"),
    "REPORTED_IN": ("ReportEdgeFilter", "how an article reports something"),
    "HOLDS_OFFICE": ("OfficeEdgeFilter", "an office"),
    "PARTY_TO": ("PartyEdgeFilter", "how a party stands to an agreement"),
    "CONCERNS": ("EffectEdgeFilter", "what an event does to an agreement"),
}
"""The filter of each relationship that has something to filter by, and what it tests."""


class Quantifier(Enum):
    """Which of several must pass."""

    SOME = "some"
    NONE = "none"
    ALL = "all"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class ValueFilter:
    """The tests of one kind of value."""

    name: str
    description: str
    of: LeafType
    tests: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class ValueTest:
    """Tests a property of the node or of the edge, or the role of the edge."""

    name: str
    description: str
    source: Property | GlobalId | Role
    filter: str


@dataclass(frozen=True, slots=True)
class RelatedTest:
    """Tests the node at the end of a walk."""

    name: str
    description: str
    path: Path


@dataclass(frozen=True, slots=True)
class ListTest:
    """Tests the nodes of a list, and the edges that lead to them: which must pass, how many."""

    name: str
    description: str
    path: Path
    filter: str


@dataclass(frozen=True, slots=True)
class EvidenceTest:
    """Tests the reports of a fact: by how many publishers, and how sure."""

    name: str
    description: str
    path: Path


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


NodeTest = ValueTest | RelatedTest | ListTest | EvidenceTest | IntervalTest | MemberTest


@dataclass(frozen=True, slots=True)
class NodeFilter:
    """The tests of a type of nodes or edges; all that are given must pass."""

    name: str
    description: str
    tests: Mapping[str, NodeTest]


@dataclass(frozen=True, slots=True)
class ListFilter:
    """Which of several must pass: by the filter of their nodes, and by that of their edges."""

    name: str
    description: str
    nodes: str
    edges: str | None


@dataclass(frozen=True, slots=True)
class Filters:
    """All filters: of nodes by the GraphQL type of the nodes, the others by their own name."""

    nodes: Mapping[str, NodeFilter]
    edges: Mapping[str, NodeFilter]
    lists: Mapping[str, ListFilter]
    values: Mapping[str, ValueFilter]

    def of(self, name: str) -> NodeFilter:
        """The filter of a type of nodes, or an edge filter by its name."""
        return self.nodes.get(name) or self.edges[name]


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
                yield RelatedTest(name, description, path)
            case Many(name, description, connection, Path() as path, _):
                yield ListTest(name, description, path, list_filter_name(connection))
            case _:
                pass
    if {"earliest", "latest"} <= shape.fields.keys():
        yield IntervalTest("date", "The interval of days in which it happened or began.")
    if "reports" in shape.fields:
        yield EvidenceTest("evidence", "Who reports it, and how sure that is.", REPORTS)


def _label_filter(shape: Shape) -> NodeFilter:
    description = f"Tests of {shape.type}; all that are given must pass."
    return NodeFilter(f"{shape.type}Filter", description, {t.name: t for t in _tests(shape)})


def _interface_filter(nodes: Nodes, catalog: Catalog) -> NodeFilter:
    """Tests of what several labels have in common, and of each label by itself."""
    shared = catalog.interfaces[nodes.type].fields.keys() - {"id"}
    sample = catalog.shapes[nodes.labels[0]]
    tests = [test for test in _tests(sample) if test.name in shared]
    members = [
        MemberTest(label.lower(), f"It is of type {label}, and passes this.", label)
        for label in nodes.labels
    ]
    return NodeFilter(
        f"{nodes.type}Filter",
        f"Tests of {nodes.type}; all that are given must pass.",
        {test.name: test for test in (*tests, *members)},
    )


def list_filter_name(connection: str) -> str:
    """The name of the filter of a list in another filter."""
    return f"{connection.removesuffix('Connection')}ListFilter"


def edge_filter_name(path: Path) -> str | None:
    """The name of the filter of a path's edges; None where there is nothing to filter by."""
    return EDGE_FILTERS[path.types[0]][0] if path.types[0] in EDGE_FILTERS else None


def _edge_filters(ontology: Ontology) -> Iterable[NodeFilter]:
    for relationship, (name, told) in EDGE_FILTERS.items():
        values = (
            field
            for field in edge_fields(ontology.relationships[relationship])
            if isinstance(field, Value)
        )
        tests = [
            ValueTest(one.name, one.description, one.source, _value_filter(one.type).name)
            for one in values
            if isinstance(one.source, Property | Role)
        ]
        description = f"Tests of {told}; all that are given must pass."
        yield NodeFilter(name, description, {test.name: test for test in tests})


def _list_filters(shapes: Iterable[Shape], catalog: Catalog) -> Iterable[ListFilter]:
    for shape in shapes:
        for field in shape.fields.values():
            if isinstance(field, Many) and isinstance(field.path, Path):
                nodes = catalog.connections[field.connection].nodes.type
                name = list_filter_name(field.connection)
                told = f"Asks which, or how many, of several {nodes} must pass."
                yield ListFilter(name, told, nodes, edge_filter_name(field.path))


def build_filters(catalog: Catalog, ontology: Ontology) -> Filters:
    """The filters that the lists of a catalog need."""
    labels = [shape for shape in catalog.shapes.values() if shape.label]
    nodes = {shape.type: _label_filter(shape) for shape in labels}
    for connection in catalog.connections.values():
        if connection.nodes.type not in nodes:
            nodes[connection.nodes.type] = _interface_filter(connection.nodes, catalog)
    leaves = [
        field.type
        for shape in labels
        for field in shape.fields.values()
        if isinstance(field, Value)
    ]
    leaves += [
        field.type
        for relationship in EDGE_FILTERS
        for field in edge_fields(ontology.relationships[relationship])
        if isinstance(field, Value)
    ]
    return Filters(
        nodes=nodes,
        edges={one.name: one for one in _edge_filters(ontology)},
        lists={one.name: one for one in _list_filters(labels, catalog)},
        values={one.name: one for one in map(_value_filter, leaves)},
    )
