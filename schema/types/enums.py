"""Enums: the closed lists of the ontology, and those of the query language itself."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, cast

import strawberry

from graph.ontology import Ontology
from schema.finders.facts import KINDS
from schema.model.field import Catalog, LeafType, Value
from schema.model.order import DERIVED, ORDERS, upper
from schema.model.periods import INTERVALS
from schema.model.search import REASONS
from schema.model.walks import TAKES_PART

ROLES: Mapping[str, str] = {
    "HAS_ACTOR": "It does what the event is.",
    "HAS_RECIPIENT": "It is done to.",
}

DIRECTIONS: Mapping[str, str] = {
    "ASC": "The least, earliest or alphabetically first comes first; what is missing comes last.",
    "DESC": "The greatest, latest or alphabetically last comes first; what is missing comes last.",
}


def build_enum(name: str, description: str, values: Mapping[str, tuple[str, str]]) -> type[Enum]:
    """An enum from its GraphQL names, each with the value in the graph and its meaning."""
    members = {
        member: strawberry.enum_value(value, description=told)
        for member, (value, told) in values.items()
    }
    made = cast(type[Enum], Enum(name, members))
    return strawberry.enum(made, name=name, description=description)


def _role() -> type[Enum]:
    values = {role.removeprefix("HAS_"): (role, ROLES[role]) for role in TAKES_PART}
    return build_enum("ParticipantRole", "How one takes part in an event.", values)


def _order_field(label: str, catalog: Catalog) -> type[Enum]:
    interface = catalog.interfaces.get(label)
    fields = catalog.shapes[interface.nodes.labels[0] if interface else label].fields
    values = {
        upper(name): (name, (DERIVED.get(name) or fields[name]).description)
        for name in ORDERS[label]
    }
    return build_enum(f"{label}OrderField", f"What lists of {label} can be sorted by.", values)


def _of_queries(ontology: Ontology, catalog: Catalog) -> Iterable[type[Enum]]:
    """The closed lists of the query language itself."""
    labels = {upper(name): (name, ontology.labels[name].description) for name in catalog.keys}
    yield _role()
    yield _told("OrderDirection", "Which end of an order comes first.", DIRECTIONS)
    yield build_enum("Interval", "How long periods are.", INTERVALS)
    yield build_enum("NodeType", "The types of what has a global id.", labels)
    yield _told("FactKind", "What kind of fact joins two entities.", KINDS)
    yield _told("MatchReason", "Why something is found.", REASONS)


def _told(name: str, description: str, values: Mapping[str, str]) -> type[Enum]:
    return build_enum(name, description, {one: (one, told) for one, told in values.items()})


def used_enums(catalog: Catalog) -> set[str]:
    """The names of the enums that a field has."""
    leaves: list[LeafType] = [
        field.type
        for shape in catalog.shapes.values()
        for field in shape.fields.values()
        if isinstance(field, Value)
    ]
    return {leaf.name for leaf in leaves}


def build_enums(ontology: Ontology, catalog: Catalog) -> dict[str, Any]:
    """All enums by name."""
    used = used_enums(catalog)
    closed = [
        build_enum(
            one.name,
            one.description,
            {upper(value): (value, told) for value, told in one.values.items()},
        )
        for one in ontology.enums.values()
        if one.name in used
    ]
    orders = [_order_field(label, catalog) for label in ORDERS]
    asked = _of_queries(ontology, catalog)
    return {one.__name__: one for one in (*closed, *asked, *orders)}
