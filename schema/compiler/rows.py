"""Rows: what a statement gave, made into the shape of the response.

A row is already of that shape, but for its lists: a page needs the row after it to know whether
there is more, its cursors are made here, and a list read backward is turned around. What there is
to do follows from the plan alone, so it is found out once for each, and rows are only passed
through it: of 100 events with all around them that takes a fifth of the time of asking the plan
at every object.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from schema.compiler.cypher import TOTAL, TYPE
from schema.compiler.expression import Parameter
from schema.compiler.fit import UnfitError, fitting
from schema.compiler.given import read
from schema.compiler.members import Make, Row, Stretch, make_of
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
    ObjectPlan,
    OnePlan,
    RecordsEntry,
    RecordsPlan,
    RootPlan,
    ValueEntry,
)

Variables = Mapping[str, Any]

Sizes = Sequence[int]
"""The numbers that the variables decide: how long pages are, how many nodes are asked for."""

Work = Callable[[Sequence[Row], Sizes], None]
"""What is done to objects that are alike; it changes them, or raises UnfitError."""


def value_of(parameter: Parameter, variables: Variables) -> Any:
    """The value of a parameter; raises InputError where it cannot be used."""
    return parameter.convert(read(parameter.given, variables))


class Finishing:
    """Makes the value of a root field of its rows, which it changes.

    ``fitted`` rows are the response as they are; without, graphql-core has yet to complete them,
    and they tell it their types.
    """

    def __init__(self, plan: RootPlan, *, fitted: bool) -> None:
        self._fitted = fitted
        self._sizes: dict[Parameter, int] = {}
        self._root = self._root_work(plan)

    def __call__(self, rows: list[Row], variables: Variables) -> Any:
        """The value of the root field; raises InputError or UnfitError."""
        return self._root(rows, [value_of(size, variables) for size in self._sizes])

    def _size(self, parameter: Parameter) -> int:
        """Where the value of a parameter will stand among the sizes."""
        return self._sizes.setdefault(parameter, len(self._sizes))

    def _root_work(self, plan: RootPlan) -> Callable[[list[Row], Sizes], Any]:
        match plan:
            case ListPlan(connection):
                return _of_first("list", self._connection("list", connection))
            case OnePlan(_, found):
                return _of_first("row", self._held("row", found))
            case NodesPlan():
                return self._nodes(plan)
            case RecordsPlan(records):
                return _of_first("row", self._records("row", records))

    def _nodes(self, plan: NodesPlan) -> Callable[[list[Row], Sizes], Any]:
        found = Choice("", tuple((option.label, option.found) for option in plan.options))
        work, at, many = self._held("row", found), self._size(plan.count), plan.many

        def make(rows: list[Row], sizes: Sizes) -> Any:
            work(rows, sizes)
            nodes: list[Row | None] = [None] * sizes[at]
            for row in rows:
                nodes[row["at"]] = row["row"]
            return nodes if many else nodes[0]

        return make

    def _object(self, found: Found) -> Work | None:
        """What is done to objects of one type or of several, if there is anything to do."""
        if isinstance(found, ObjectPlan):
            return self._entries(found)
        works = {name: work for name, plan in found.options if (work := self._entries(plan))}
        if not self._fitted:
            return _by_type(works, lambda row: row[TYPE])
        return _by_type(works, lambda row: row.pop(TYPE)) if works else _without_type

    def _entries(self, plan: ObjectPlan) -> Work | None:
        values = [entry for entry in plan.worked if isinstance(entry, ValueEntry)]
        works = [self._entry(entry) for entry in plan.worked if not isinstance(entry, ValueEntry)]
        if values and self._fitted:
            works.append(fitting([(one.key, one.fit) for one in values if one.fit]))
        return _all(works)

    def _entry(self, entry: Entry) -> Work:
        match entry:
            case ConnectionEntry(key, connection):
                return self._connection(key, connection)
            case RecordsEntry(key):
                return self._records(key, entry)
            case ObjectEntry(key, found):
                return self._held(key, found, required=self._fitted and entry.required)
            case FirstEntry(key, found=found):
                return self._held(key, found)
            case ValueEntry():
                raise ValueError(entry)

    def _held(self, key: str, found: Found, *, required: bool = False) -> Work:
        """What is done to the objects under a key, of which some may be null."""
        inner = self._object(found)

        def work(rows: Sequence[Row], sizes: Sizes) -> None:
            held = [one for row in rows if (one := row[key]) is not None]
            if required and len(held) < len(rows):
                raise UnfitError
            if inner:
                inner(held, sizes)

        return work

    def _records(self, key: str, entry: RecordsEntry) -> Work:
        if not entry.many:
            return self._held(key, entry.found)
        inner = self._object(entry.found)

        def work(rows: Sequence[Row], sizes: Sizes) -> None:
            if inner:
                for row in rows:
                    inner([one for one in row[key] if one is not None], sizes)

        return work

    def _connection(self, key: str, plan: ConnectionPlan) -> Work:
        """What makes lists in pages of the rows under a key."""
        at, backward, total = self._size(plan.page.limit), plan.page.backward, key + TOTAL
        slots = [(slot, inner) for slot, found in plan.slots if (inner := self._object(found))]
        members = [(member.key, make_of(member, plan)) for member in plan.members]
        bare = plan.bare
        # Nodes, or edges, and nothing else: most lists within lists are asked for so.
        alone = members[0][0] if bare and len(members) == 1 else None

        def work(rows: Sequence[Row], sizes: Sizes) -> None:
            size = sizes[at]
            for row in rows:
                items: list[Row] = row[key]
                if more := len(items) > size:
                    del items[size:]
                if backward:
                    items.reverse()
                for slot, finish in slots:
                    finish(items if bare else [item[slot] for item in items], sizes)
                if alone is not None:
                    row[key] = {alone: items}
                else:
                    row[key] = _made(members, Stretch(items, more, row.pop(total, None)))

        return work


def _made(members: Sequence[tuple[str, Make]], stretch: Stretch) -> Row:
    return {key: make(stretch) for key, make in members}


def _of_first(key: str, work: Work) -> Callable[[list[Row], Sizes], Any]:
    """What stands under a key of the only row; null where there is none."""

    def make(rows: list[Row], sizes: Sizes) -> Any:
        work(rows[:1], sizes)
        return rows[0][key] if rows else None

    return make


def _all(works: Sequence[Work]) -> Work | None:
    if len(works) < 2:
        return works[0] if works else None

    def work(rows: Sequence[Row], sizes: Sizes) -> None:
        for one in works:
            one(rows, sizes)

    return work


def _by_type(works: Mapping[str, Work], type_of: Callable[[Row], str]) -> Work:
    def work(rows: Sequence[Row], sizes: Sizes) -> None:
        for row in rows:
            if of_type := works.get(type_of(row)):
                of_type((row,), sizes)

    return work


def _without_type(rows: Sequence[Row], _sizes: Sizes) -> None:
    for row in rows:
        del row[TYPE]
