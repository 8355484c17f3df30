"""Properties of the ontology as fields of GraphQL types."""

from collections.abc import Iterable, Mapping

from graph.ontology import Label, Property, Relationship
from schema.model.field import GlobalId, LeafType, On, Value
from schema.model.field import Property as PropertySource

LEAF_TYPES: Mapping[str, LeafType] = {
    "id": LeafType("String", required=True),
    "string": LeafType("String"),
    "strings": LeafType("String", many=True, required=True),
    "text": LeafType("String"),
    "date": LeafType("Date"),
    "datetime": LeafType("DateTime"),
    "integer": LeafType("Int"),
    "float": LeafType("Float"),
}

REQUIRED: Mapping[str, frozenset[str]] = {
    "Person": frozenset({"name"}),
    "Nation": frozenset({"name"}),
    "Organization": frozenset({"name"}),
    "Agreement": frozenset({"name"}),
    "Event": frozenset({"type"}),
    "REPORTED_IN": frozenset({"quote", "start", "end"}),
}
"""Properties that are never null in GraphQL."""

QUOTED = frozenset({"articleId", "quote", "start", "end"})
"""Properties of a relationship that carries its own evidence; together they are one field."""


def leaf_type(ontology_type: str, *, required: bool) -> LeafType:
    """The GraphQL type of a property."""
    kind, _, enum = ontology_type.partition(":")
    if kind == "enum":
        return LeafType(enum, required=required)
    if kind == "enums":
        return LeafType(enum, many=True, required=True)
    leaf = LEAF_TYPES[ontology_type]
    return LeafType(leaf.name, leaf.many, required or leaf.required)


def _value(owner: str, given: Property, on: On, fallback: str | None = None) -> Value:
    required = given.name in REQUIRED.get(owner, ())
    source = PropertySource(given.name, on, fallback if required else None)
    return Value(given.name, given.description, leaf_type(given.type, required=required), source)


def global_id(label: Label) -> Value:
    """The field ``id`` of a label."""
    description = f"Global id: {label.name}, a colon and the key of the node."
    return Value("id", description, LeafType("ID", required=True), GlobalId(label.name, label.key))


def label_values(label: Label) -> Iterable[Value]:
    """The fields of a label that hold values: its global id, then its properties.

    A name that is missing is the node's key: a node always has a name to show.
    """
    yield global_id(label)
    for given in label.properties.values():
        if given.name != "id" and not given.internal:
            yield _value(label.name, given, On.NODE, label.key if given.name == "name" else None)


def carries_evidence(relationship: Relationship) -> bool:
    """Whether the relationship itself names the article that says so."""
    return relationship.properties.keys() >= QUOTED


def edge_values(relationship: Relationship) -> Iterable[Value]:
    """The fields of an edge that hold values."""
    quoted = QUOTED if carries_evidence(relationship) else frozenset[str]()
    for given in relationship.properties.values():
        if given.name not in quoted and not given.internal:
            yield _value(relationship.name, given, On.EDGE)
