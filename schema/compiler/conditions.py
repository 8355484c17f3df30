"""Conditions: what a filter of the client means in the graph.

What is missing is not equal to anything and not in any list: a comparison with it does not pass,
and its opposite (NOT, notIn) does.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from graph.errors import InputError
from schema.compiler.expression import (
    EVERYTHING,
    AnyOf,
    Compare,
    Condition,
    EmptyList,
    Exists,
    Expression,
    FirstOf,
    HasLabel,
    HoldsAll,
    HoldsAny,
    IsNull,
    Lowered,
    Not,
    Operator,
    Parameter,
    Read,
    all_of,
    same,
)
from schema.compiler.given import Constant, Given, entries, is_null, items
from schema.compiler.ids import key_of
from schema.compiler.limits import Limits
from schema.compiler.scope import Names, Scope, source_expression
from schema.compiler.walks import walk_match
from schema.model.field import GlobalId, Property
from schema.model.filter import (
    TEXT,
    Comparison,
    IntervalTest,
    MemberTest,
    NodeTest,
    RelatedTest,
    ValueTest,
)
from schema.model.model import Model

OPERATORS: Mapping[Comparison, Operator] = {
    Comparison.EQUAL: Operator.EQUAL,
    Comparison.IN: Operator.IN,
    Comparison.CONTAINS: Operator.CONTAINS,
    Comparison.STARTS_WITH: Operator.STARTS_WITH,
    Comparison.ENDS_WITH: Operator.ENDS_WITH,
    Comparison.GREATER: Operator.GREATER,
    Comparison.GREATER_OR_EQUAL: Operator.GREATER_OR_EQUAL,
    Comparison.LESS: Operator.LESS,
    Comparison.LESS_OR_EQUAL: Operator.LESS_OR_EQUAL,
}

WHOLE_DAY = frozenset({Comparison.GREATER, Comparison.LESS_OR_EQUAL})
"""Comparisons with a moment in which a day alone means its end."""

Convert = Callable[[Any], Any]


def _end_of_day(given: str) -> str:
    # Any time of the day sorts before this.
    return f"{given}T~" if len(given) == len("YYYY-MM-DD") else given


class Filtering:
    """Plans the filters of one statement; raises InputError where they are past the limits."""

    def __init__(self, model: Model, names: Names, limits: Limits) -> None:
        self._model = model
        self._names = names
        self._limits = limits
        self._left = limits.filter_tests

    def condition(self, nodes: str, where: Given | None, scope: Scope, depth: int = 0) -> Condition:
        """What a filter of these nodes means; everything passes where there is none."""
        if depth > self._limits.filter_depth:
            raise InputError(
                f"A filter is nested more than {self._limits.filter_depth} deep.",
                fix="Ask less deeply, or begin the query at the other end.",
            )
        if depth == 0:
            self._left = self._limits.filter_tests
        tests = self._model.filters.nodes[nodes].tests
        found = [
            self._logic(name, given, nodes, scope, depth)
            if name in {"AND", "OR", "NOT"}
            else self._test(tests[name], given, scope, depth)
            for name, given in entries(where).items()
            if not is_null(given)
        ]
        return all_of(found)

    def _logic(self, name: str, given: Given, nodes: str, scope: Scope, depth: int) -> Condition:
        if name == "NOT":
            return Not(self.condition(nodes, given, scope, depth + 1))
        parts = tuple(self.condition(nodes, one, scope, depth + 1) for one in items(given))
        return all_of(parts) if name == "AND" else AnyOf(parts)

    def _test(self, test: NodeTest, given: Given, scope: Scope, depth: int) -> Condition:
        self._spend()
        match test:
            case ValueTest():
                return all_of(self._value_tests(test, given, scope))
            case IntervalTest():
                return all_of(_interval_tests(given, scope))
            case MemberTest():
                inner = self.condition(test.label, given, scope, depth + 1)
                return all_of((HasLabel(scope.node, test.label), inner))
            case RelatedTest():
                return self._related(test, given, scope, depth)

    def _spend(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise InputError(
                f"A filter has more than {self._limits.filter_tests} tests.",
                fix="Ask for less, or split the query.",
            )

    def _related(self, test: RelatedTest, given: Given, scope: Scope, depth: int) -> Condition:
        where = entries(given).get("some") if test.many else given
        if is_null(where):
            return EVERYTHING
        inner = self._names.scope(edge=True)
        match = walk_match(scope, inner, test.path, self._model)
        nodes = test.path.nodes.type
        return Exists(match, self.condition(nodes, where, inner, depth + 1))

    def _value_tests(self, test: ValueTest, given: Given, scope: Scope) -> Iterable[Condition]:
        of = self._model.filters.values[test.filter].of.name
        left, convert = self._subject(test, scope)
        found = dict(entries(given))
        ignore_case = found.pop("ignoreCase", Constant(value=True))
        for name, value in found.items():
            self._spend()
            comparison = Comparison(name)
            if comparison in TEXT and ignore_case == Constant(value=True):
                yield _compared(Lowered(left), comparison, value, convert, lower=True)
            elif of == "DateTime" and comparison in WHOLE_DAY:
                yield _compared(left, comparison, value, _end_of_day)
            else:
                yield _compared(left, comparison, value, convert)

    def _subject(self, test: ValueTest, scope: Scope) -> tuple[Expression, Convert]:
        match test.source:
            case GlobalId(label, key):
                return Read(scope.node, key), key_of(label, self._model.catalog.keys)
            case Property(name):
                # Not the fallback: what is missing is missing to a filter.
                return source_expression(Property(name), scope), same


def _compared(
    left: Expression, comparison: Comparison, given: Given, convert: Convert, *, lower: bool = False
) -> Condition:
    if comparison is Comparison.IS_NULL:
        if is_null(given):
            return EVERYTHING
        assert isinstance(given, Constant)
        return IsNull(left) if given.value else Not(IsNull(left))
    if is_null(given):
        if comparison is Comparison.EQUAL:
            return IsNull(left)
        raise InputError(f"{comparison.value} is null.", fix="Give a value, or leave it out.")
    value: Expression = Parameter(given, convert)
    match comparison:
        case Comparison.NOT_IN:
            return Not(Compare(left, Operator.IN, value))
        case Comparison.HAS:
            return Compare(value, Operator.IN, left)
        case Comparison.HAS_ANY:
            return HoldsAny(FirstOf((left, EmptyList())), value)
        case Comparison.HAS_ALL:
            return HoldsAll(FirstOf((left, EmptyList())), value)
        case _:
            return Compare(left, OPERATORS[comparison], Lowered(value) if lower else value)


def _interval_tests(given: Given, scope: Scope) -> Iterable[Condition]:
    earliest, latest = Read(scope.node, "earliest"), Read(scope.node, "latest")
    found = {name: value for name, value in entries(given).items() if not is_null(value)}
    ranges = {name: entries(found.get(name)) for name in ("overlaps", "within")}
    bounds = (
        (latest, Operator.GREATER_OR_EQUAL, ranges["overlaps"].get("from")),
        (earliest, Operator.LESS_OR_EQUAL, ranges["overlaps"].get("to")),
        (earliest, Operator.GREATER_OR_EQUAL, ranges["within"].get("from")),
        (latest, Operator.LESS_OR_EQUAL, ranges["within"].get("to")),
        (latest, Operator.LESS, found.get("definitelyBefore")),
        (earliest, Operator.GREATER, found.get("definitelyAfter")),
    )
    for read, operator, bound in bounds:
        if bound is not None and not is_null(bound):
            yield Compare(read, operator, Parameter(bound, same))
