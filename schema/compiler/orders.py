"""Orders: by what a list is sorted, and which part of it lies beyond a cursor.

What is missing comes last whichever way a list is sorted. A value that is less or greater than
all others stands in for it, so that no key is ever null and comparing the keys is enough. The
node's own key comes last, so that no two rows are alike and no cursor is ambiguous.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.errors import InputError
from schema.compiler.cursors import cursor_key
from schema.compiler.derived import derived_variable, is_derived
from schema.compiler.expression import (
    EVERYTHING,
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Expression,
    FirstOf,
    LabelOf,
    Operator,
    OrderKey,
    Parameter,
    Read,
    TypeOf,
    Variable,
)
from schema.compiler.given import Constant, Given, entries, is_null, items
from schema.compiler.scope import Scope, key_of_labels
from schema.model.field import Nodes, On, Path, Sort
from schema.model.model import Model
from schema.model.order import DERIVED

KINDS = {"integer": int, "float": float}

MOST_KEYS = 5

LEAST: dict[type, Any] = {str: "", int: -(2**53), float: -(2.0**53)}
GREATEST: dict[type, Any] = {str: "\U0010ffff", int: 2**53, float: 2.0**53}


def given_sorts(order_by: Given | None, default: Sequence[Sort]) -> tuple[Sort, ...]:
    """The order that is asked for, else the default."""
    if is_null(order_by):
        return tuple(default)
    asked = [entries(item) for item in items(order_by)]
    if not 0 < len(asked) <= MOST_KEYS:
        raise InputError(
            f"orderBy has {len(asked)} keys.", fix=f"Give 1 to {MOST_KEYS}, or leave it out."
        )
    return tuple(
        Sort(_name(one["field"]), descending=_name(one["direction"]) == "DESC") for one in asked
    )


def _name(given: Given) -> str:
    assert isinstance(given, Constant)
    return given.value


def order_name(sorts: Iterable[Sort]) -> str:
    """A name of the order, kept in cursors so that one of another order is refused."""
    return ",".join(f"{'-' if sort.descending else ''}{sort.property}" for sort in sorts)


def _kind(sort: Sort, labels: Sequence[str], types: Sequence[str], model: Model) -> type:
    if is_derived(sort):
        return str if DERIVED[sort.property].greatest else int
    if sort.on is On.NODE:
        properties = model.ontology.labels[labels[0]].properties
    else:
        properties = model.ontology.relationships[types[0]].properties
    return KINDS.get(properties[sort.property].type, str)


def _key(sort: Sort, kind: type, scope: Scope) -> OrderKey:
    absent = (LEAST if sort.descending else GREATEST)[kind]
    stand_in = Parameter(Constant(absent))
    if is_derived(sort):
        read = Variable(derived_variable(sort.property, scope))
    else:
        read = Read(scope.variable(sort.on), sort.property)
    return OrderKey(FirstOf((read, stand_in)), sort.descending, kind)


def _ties(nodes: Nodes, path: Path | None, scope: Scope, model: Model) -> Iterable[OrderKey]:
    def key(expression: Expression) -> OrderKey:
        return OrderKey(expression, descending=False, kind=str)

    yield key(key_of_labels(scope.node, nodes.labels, model.catalog.keys))
    if len(nodes.labels) > 1:
        yield key(LabelOf(scope.node))
    if path is not None:
        for name in path.ties:
            tie = Sort(name, On.EDGE)
            yield _key(tie, _kind(tie, nodes.labels, path.types, model), scope)
        if len(path.types) > 1:
            yield key(TypeOf(scope.variable(On.EDGE)))


def order_keys(
    sorts: Sequence[Sort], nodes: Nodes, path: Path | None, scope: Scope, model: Model
) -> tuple[OrderKey, ...]:
    """The keys of an order, with what tells apart rows that are alike in all of them."""
    types = path.types if path else ()
    keys = [_key(sort, _kind(sort, nodes.labels, types, model), scope) for sort in sorts]
    unique: dict[Expression, OrderKey] = {}
    for key in (*keys, *_ties(nodes, path, scope, model)):
        unique.setdefault(_subject(key), key)
    return tuple(unique.values())


def _subject(key: OrderKey) -> Expression:
    """What is sorted by, whatever stands in for it where it is missing."""
    return key.expression.options[0] if isinstance(key.expression, FirstOf) else key.expression


def reversed_keys(keys: Iterable[OrderKey]) -> tuple[OrderKey, ...]:
    """The keys of the opposite order."""
    return tuple(OrderKey(key.expression, not key.descending, key.kind) for key in keys)


def beyond(cursor: Given | None, name: str, keys: Sequence[OrderKey]) -> Condition:
    """What comes after a cursor in the order of the keys; everything where there is none."""
    if cursor is None or is_null(cursor):
        return EVERYTHING
    kinds = tuple(key.kind for key in keys)
    values = [Parameter(cursor, cursor_key(name, kinds, at)) for at in range(len(keys))]
    return _beyond(keys, values)


def _beyond(keys: Sequence[OrderKey], values: Sequence[Parameter]) -> Condition:
    key, value = keys[0], values[0]
    operator = Operator.LESS if key.descending else Operator.GREATER
    past = Compare(key.expression, operator, value)
    if len(keys) == 1:
        return past
    level = Compare(key.expression, Operator.EQUAL, value)
    return AnyOf((past, AllOf((level, _beyond(keys[1:], values[1:])))))
