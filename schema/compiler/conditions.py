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
    Counted,
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
    WalkMatch,
    all_of,
    same,
)
from schema.compiler.given import Constant, Given, GivenList, entries, is_null, items
from schema.compiler.ids import key_of
from schema.compiler.limits import Limits
from schema.compiler.scope import Names, Scope, source_expression
from schema.compiler.walks import walk_match
from schema.model.days import end_of_range
from schema.model.field import GlobalId, On, Path, Property, Role
from schema.model.filter import (
    TEXT,
    Comparison,
    EvidenceTest,
    IntervalTest,
    ListTest,
    MemberTest,
    NodeTest,
    Quantifier,
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
        tests = self._model.filters.of(nodes).tests
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
                match, inner = self._walk(test.path, scope)
                nodes = test.path.nodes.type
                return Exists(match, self.condition(nodes, given, inner, depth + 1))
            case ListTest():
                return all_of(self._list_tests(test, given, scope, depth))
            case EvidenceTest():
                return self._evidence(test, given, scope)

    def _spend(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise InputError(
                f"A filter has more than {self._limits.filter_tests} tests.",
                fix="Ask for less, or split the query.",
            )

    def _walk(self, path: Path, scope: Scope) -> tuple[WalkMatch, Scope]:
        inner = self._names.scope(edge=True)
        return walk_match(scope, inner, path, self._model), inner

    def _list_tests(
        self, test: ListTest, given: Given, scope: Scope, depth: int
    ) -> Iterable[Condition]:
        found = {name: one for name, one in entries(given).items() if not is_null(one)}
        declared = self._model.filters.lists[test.filter]

        def passing(where: Given | None) -> tuple[WalkMatch, Condition, Condition]:
            match, inner = self._walk(test.path, scope)
            edge = found.get("edge")
            narrow = (
                self.condition(declared.edges, edge, inner, depth + 1)
                if declared.edges
                else EVERYTHING
            )
            return match, narrow, self.condition(declared.nodes, where, inner, depth + 1)

        for quantifier in Quantifier:
            if quantifier.value in found:
                yield _quantified(quantifier, *passing(found[quantifier.value]))
        if "count" in found:
            match, narrow, condition = passing(found.get("counted"))
            yield Counted(match, all_of((narrow, condition)), tuple(_numbers(found["count"])))

    def _evidence(self, test: EvidenceTest, given: Given, scope: Scope) -> Condition:
        found = {name: one for name, one in entries(given).items() if not is_null(one)}
        match, inner = self._walk(test.path, scope)
        sure = EVERYTHING
        if "minConfidence" in found:
            confidence = Read(inner.variable(On.EDGE), "confidence")
            least = Parameter(found["minConfidence"])
            sure = Compare(confidence, Operator.GREATER_OR_EQUAL, least)
        if "minPublishers" not in found:
            return Exists(match, sure) if found else EVERYTHING
        least = (Operator.GREATER_OR_EQUAL, Parameter(found["minPublishers"]))
        return Counted(match, sure, (least,), Read(inner.node, "publisher"))

    def _value_tests(self, test: ValueTest, given: Given, scope: Scope) -> Iterable[Condition]:
        of = self._model.filters.values[test.filter].of.name
        left, convert = self._subject(test, scope)
        found = dict(entries(given))
        ignore_case = found.pop("ignoreCase", Constant(value=False))
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
            case Property(name, on):
                # Not the fallback: what is missing is missing to a filter.
                return source_expression(Property(name, on), scope), same
            case Role():
                return source_expression(test.source, scope), same


def _quantified(
    quantifier: Quantifier, match: WalkMatch, narrow: Condition, condition: Condition
) -> Condition:
    """What must be so of the nodes of a list whose edges pass ``narrow``."""
    match quantifier:
        case Quantifier.SOME:
            return Exists(match, all_of((narrow, condition)))
        case Quantifier.NONE:
            return Not(Exists(match, all_of((narrow, condition))))
        case Quantifier.ALL:
            return Not(Exists(match, all_of((narrow, Not(condition)))))
        case Quantifier.SINGLE:
            one = (Operator.EQUAL, Parameter(Constant(1)))
            return Counted(match, all_of((narrow, condition)), (one,))


def _numbers(given: Given) -> Iterable[tuple[Operator, Expression]]:
    """What a number must be, as a filter of numbers tells it."""
    for name, one in entries(given).items():
        if is_null(one):
            raise InputError(f"count.{name} is null.", fix="Give a number, or leave it out.")
        yield OPERATORS[Comparison(name)], Parameter(one)


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
        (latest, Operator.GREATER_OR_EQUAL, _bound(ranges["overlaps"].get("from"))),
        (earliest, Operator.LESS_OR_EQUAL, _end_of(ranges["overlaps"])),
        (earliest, Operator.GREATER_OR_EQUAL, _bound(ranges["within"].get("from"))),
        (latest, Operator.LESS_OR_EQUAL, _end_of(ranges["within"])),
        (latest, Operator.LESS, _bound(found.get("definitelyBefore"))),
        (earliest, Operator.GREATER, _bound(found.get("definitelyAfter"))),
    )
    for read, operator, bound in bounds:
        if bound is not None:
            yield Compare(read, operator, bound)


def _bound(given: Given | None) -> Parameter | None:
    return None if given is None or is_null(given) else Parameter(given, same)


def _end_of(range_: Mapping[str, Given]) -> Parameter | None:
    """The last day of a range, which must not be before its first one."""
    begins, ends = (_bound(range_.get(name)) for name in ("from", "to"))
    if begins is None or ends is None:
        return ends
    return Parameter(GivenList((begins.given, ends.given)), end_of_range)
