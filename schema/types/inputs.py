"""Input types: filters and orders, generated from the model."""

from collections.abc import Iterable

from schema.model.field import LeafType
from schema.model.filter import (
    TAKES_LIST,
    TEXT,
    TOLD,
    Comparison,
    Filters,
    IntervalTest,
    MemberTest,
    NodeFilter,
    NodeTest,
    RelatedTest,
    ValueFilter,
    ValueTest,
)
from schema.model.order import ORDERS
from schema.types.building import FieldSpec, Namespace, annotation, build_input

RANGE_FIELDS = (
    FieldSpec("from", "Date | None", "The first day."),
    FieldSpec("to", "Date | None", "The last day."),
)

INTERVAL_FIELDS = (
    FieldSpec("overlaps", "DateRange | None", "It can have happened within this range."),
    FieldSpec("within", "DateRange | None", "It certainly happened within this range."),
    FieldSpec("definitelyBefore", "Date | None", "It certainly happened before this day."),
    FieldSpec("definitelyAfter", "Date | None", "It certainly happened after this day."),
)

IGNORE_CASE = FieldSpec(
    "ignoreCase",
    "bool",
    "Whether contains, startsWith and endsWith take capital and small letters as the same.",
    default=True,
)


def _value_fields(given: ValueFilter) -> Iterable[FieldSpec]:
    for test in given.tests:
        leaf = LeafType(given.of.name, many=test in TAKES_LIST)
        if test is Comparison.IS_NULL:
            leaf = LeafType("Boolean")
        yield FieldSpec(test.value, annotation(leaf), TOLD[test])
    if set(TEXT) & set(given.tests):
        yield IGNORE_CASE


def _test_type(test: NodeTest) -> str:
    match test:
        case ValueTest():
            return test.filter
        case RelatedTest():
            return f"{test.path.nodes.type}{'List' if test.many else ''}Filter"
        case IntervalTest():
            return "IntervalFilter"
        case MemberTest():
            return f"{test.label}Filter"


def _node_fields(given: NodeFilter) -> Iterable[FieldSpec]:
    for test in given.tests.values():
        yield FieldSpec(test.name, f"{_test_type(test)} | None", test.description)
    yield FieldSpec("AND", f"list[{given.name}] | None", "All of these pass.")
    yield FieldSpec("OR", f"list[{given.name}] | None", "At least one of these passes.")
    yield FieldSpec("NOT", f"{given.name} | None", "This does not pass.")


def _list_fields(nodes: str) -> Iterable[FieldSpec]:
    yield FieldSpec("some", f"{nodes}Filter | None", "At least one passes.")


def _order_fields(label: str) -> Iterable[FieldSpec]:
    yield FieldSpec("field", f"{label}OrderField", "What to sort by.")
    direction = "Which end comes first."
    yield FieldSpec("direction", "OrderDirection", direction, default="ASC")


def build_inputs(filters: Filters, namespace: Namespace) -> dict[str, type]:
    """All input types by name."""
    made = [
        build_input(one.name, one.description, [*_value_fields(one)], namespace)
        for one in filters.values.values()
    ]
    for nodes, one in filters.nodes.items():
        made += [build_input(one.name, one.description, [*_node_fields(one)], namespace)]
        told = f"Asks which of several {nodes} must pass."
        made += [build_input(f"{nodes}ListFilter", told, [*_list_fields(nodes)], namespace)]
    for label in ORDERS:
        told = f"A key to sort lists of {label} by."
        made += [build_input(f"{label}Order", told, [*_order_fields(label)], namespace)]
    told = "A range of days, both ends included; an end that is missing is open."
    made += [build_input("DateRange", told, RANGE_FIELDS, namespace)]
    told = "Tests an interval of days; what is known only to the month is not on one of its days."
    made += [build_input("IntervalFilter", told, INTERVAL_FIELDS, namespace)]
    return {one.__name__: one for one in made}
