"""Input types: filters and orders, generated from the model."""

from collections.abc import Iterable, Mapping

from schema.model.field import LeafType
from schema.model.filter import (
    TAKES_LIST,
    TEXT,
    TOLD,
    Comparison,
    EvidenceTest,
    Filters,
    IntervalTest,
    ListFilter,
    ListTest,
    MemberTest,
    NodeFilter,
    NodeTest,
    Quantifier,
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
    default=False,
)

QUANTIFIERS: Mapping[Quantifier, str] = {
    Quantifier.SOME: "At least one passes.",
    Quantifier.NONE: "None passes.",
    Quantifier.ALL: "All pass; so they do where there are none.",
    Quantifier.SINGLE: "Exactly one passes.",
}

COUNT_FIELDS = (
    FieldSpec("eq", "int | None", "There are so many."),
    FieldSpec("gte", "int | None", "There are so many or more."),
    FieldSpec("lte", "int | None", "There are so many or fewer."),
)

EVIDENCE_FIELDS = (
    FieldSpec("minPublishers", "int | None", "At least so many different publishers report it."),
    FieldSpec(
        "minConfidence",
        "float | None",
        "Only reports of this confidence or more are looked at; there must be one.",
    ),
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
        case ValueTest() | ListTest():
            return test.filter
        case RelatedTest():
            return f"{test.path.nodes.type}Filter"
        case EvidenceTest():
            return "EvidenceFilter"
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


def _list_fields(given: ListFilter) -> Iterable[FieldSpec]:
    nodes = f"{given.nodes}Filter | None"
    for quantifier, told in QUANTIFIERS.items():
        yield FieldSpec(quantifier.value, nodes, told)
    yield FieldSpec("count", "CountFilter | None", "How many there are.")
    yield FieldSpec("counted", nodes, "Only those that pass this are counted by count.")
    if given.edges:
        told = "Only those whose edges pass this are looked at."
        yield FieldSpec("edge", f"{given.edges} | None", told)


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
    for one in (*filters.nodes.values(), *filters.edges.values()):
        made += [build_input(one.name, one.description, [*_node_fields(one)], namespace)]
    for one in filters.lists.values():
        made += [build_input(one.name, one.description, [*_list_fields(one)], namespace)]
    told = "Tests how many there are; all that are given must hold."
    made += [build_input("CountFilter", told, COUNT_FIELDS, namespace)]
    told = "Tests the reports of a fact."
    made += [build_input("EvidenceFilter", told, EVIDENCE_FIELDS, namespace)]
    for label in ORDERS:
        told = f"A key to sort lists of {label} by."
        made += [build_input(f"{label}Order", told, [*_order_fields(label)], namespace)]
    told = "A range of days, both ends included; an end that is missing is open."
    made += [build_input("DateRange", told, RANGE_FIELDS, namespace)]
    told = "Tests an interval of days; what is known only to the month is not on one of its days."
    made += [build_input("IntervalFilter", told, INTERVAL_FIELDS, namespace)]
    return {one.__name__: one for one in made}
