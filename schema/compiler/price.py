"""Prices: what answering a root field can cost at most, in points, before it runs.

A node, edge or record that can be read costs one point; a list costs its page size times what one
of its rows costs. What has to be walked though it is not returned (a total, a filter on related
nodes) costs ten.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import InputError
from schema.compiler.expression import AllOf, AnyOf, Condition, Counted, Exists, Not, Parameter
from schema.compiler.given import Constant
from schema.compiler.plan import (
    Choice,
    ConnectionEntry,
    ConnectionPlan,
    Entry,
    FirstEntry,
    Found,
    ListPlan,
    NodesPlan,
    ObjectEntry,
    OnePlan,
    RecordsEntry,
    RecordsPlan,
    RootPlan,
)
from schema.compiler.rows import value_of

WALK = 10


@dataclass(frozen=True, slots=True)
class Price:
    """Points, and more for each of what a number of the client's variables multiplies."""

    points: int = 0
    times: tuple[tuple[Parameter, "Price"], ...] = ()

    def __add__(self, other: "Price") -> "Price":
        return Price(self.points + other.points, self.times + other.times)

    def of(self, variables: Mapping[str, Any]) -> int:
        """The points for these variables."""
        more = (_number(size, variables) * one.of(variables) for size, one in self.times)
        return self.points + sum(more)


def _number(size: Parameter, variables: Mapping[str, Any]) -> int:
    try:
        return value_of(size, variables)
    except InputError:
        # Nothing is read where the number is refused.
        return 0


def _multiplied(size: Parameter, price: Price) -> Price:
    if isinstance(size.given, Constant) and not price.times:
        return Price(_number(size, {}) * price.points)
    return Price(times=((size, price),))


def _total(prices: Iterable[Price]) -> Price:
    return sum(prices, Price())


class Pricing:
    """Prices the plan of one root field; what it reads once is priced once."""

    def __init__(self) -> None:
        self._known: dict[int, Price] = {}

    def root(self, plan: RootPlan) -> Price:
        """The price of a root field."""
        match plan:
            case ListPlan(connection):
                return self._connection(connection)
            case OnePlan(_, found):
                return self._object(found)
            case NodesPlan():
                return _multiplied(
                    plan.count, _total(self._object(one.found) for one in plan.options)
                )
            case RecordsPlan(records):
                return self._entry(records)

    def _object(self, found: Found) -> Price:
        options = [plan for _, plan in found.options] if isinstance(found, Choice) else [found]
        entries = {id(entry): entry for plan in options for entry in plan.entries}
        return _total((Price(1), *(self._entry(entry) for entry in entries.values())))

    def _entry(self, entry: Entry) -> Price:
        if id(entry) not in self._known:
            self._known[id(entry)] = self._priced(entry)
        return self._known[id(entry)]

    def _priced(self, entry: Entry) -> Price:
        match entry:
            case ConnectionEntry(_, connection):
                return self._connection(connection)
            case ObjectEntry(found=found) | FirstEntry(found=found):
                return self._object(found)
            case RecordsEntry(found=found, size=size):
                return _multiplied(size, self._object(found))
            case _:
                return Price()

    def _connection(self, plan: ConnectionPlan) -> Price:
        row = _total(self._object(found) for _, found in plan.slots) if plan.slots else Price(1)
        walked = Price(WALK * (walks(plan.condition) + plan.counts + len(plan.derived)))
        return walked + _multiplied(plan.page.limit, row) if plan.lists else walked


def walks(condition: Condition) -> int:
    """How many walks a condition takes."""
    match condition:
        case AllOf(of) | AnyOf(of):
            return sum(walks(one) for one in of)
        case Not(of):
            return walks(of)
        case Exists(_, of) | Counted(_, of):
            return 1 + walks(of)
        case _:
            return 0
