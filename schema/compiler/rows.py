"""Rows: what a statement gave, made into the shape of the response.

A row is already of that shape, but for its lists: a page needs the row after it to know whether
there is more, its cursors are made here, and a list read backward is turned around.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schema.compiler.cursors import encode_cursor
from schema.compiler.cypher import KEYS, TOTAL, TYPE
from schema.compiler.expression import Parameter
from schema.compiler.fit import UnfitError
from schema.compiler.given import read
from schema.compiler.plan import (
    Choice,
    ConnectionEntry,
    ConnectionPlan,
    EdgesMember,
    FirstEntry,
    Found,
    ListPlan,
    Member,
    NodesMember,
    NodesPlan,
    ObjectEntry,
    ObjectPlan,
    OnePlan,
    PageInfoMember,
    RecordsEntry,
    RecordsPlan,
    RootPlan,
    TotalMember,
    TypenameMember,
    ValueEntry,
)

Row = dict[str, Any]
Variables = Mapping[str, Any]


def value_of(parameter: Parameter, variables: Variables) -> Any:
    """The value of a parameter; raises InputError where it cannot be used."""
    return parameter.convert(read(parameter.given, variables))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The rows of a page in their order, and whether there is more on either side."""

    rows: Sequence[Row]
    has_next: bool
    has_previous: bool


@dataclass(frozen=True, slots=True)
class Finishing:
    """Makes the values of root fields of rows, which it changes.

    ``fitted`` rows are the response as they are; without, graphql-core has yet to complete them,
    and they tell it their types.
    """

    variables: Variables
    fitted: bool

    def root(self, plan: RootPlan, rows: list[Row]) -> Any:
        """The value of a root field; raises UnfitError."""
        match plan:
            case ListPlan(connection):
                return self._connection("list", connection, rows[0])
            case OnePlan(_, found):
                return self._object(found, rows[0]["row"]) if rows else None
            case NodesPlan():
                return self._nodes(plan, rows)
            case RecordsPlan(records):
                return self._records(records, rows[0]["row"])

    def _nodes(self, plan: NodesPlan, rows: list[Row]) -> Any:
        found = Choice("", tuple((option.label, option.found) for option in plan.options))
        nodes: list[Row | None] = [None] * value_of(plan.count, self.variables)
        for row in rows:
            nodes[row["at"]] = self._object(found, row["row"])
        return nodes if plan.many else nodes[0]

    def _records(self, entry: RecordsEntry, found: Any) -> Any:
        for row in found if entry.many else [found]:
            if row is not None:
                self._object(entry.found, row)
        return found

    def _object(self, found: Found, row: Row) -> Row:
        """An object, with all that needs work in it done."""
        for entry in self._plan(found, row).worked:
            match entry:
                case ConnectionEntry(key, connection):
                    row[key] = self._connection(key, connection, row)
                case RecordsEntry(key):
                    row[key] = self._records(entry, row[key])
                case ValueEntry(key, fit=fit):
                    if self.fitted and fit:
                        row[key] = fit(row[key])
                case ObjectEntry(key, inner) | FirstEntry(key, found=inner):
                    if row[key] is not None:
                        self._object(inner, row[key])
                    elif self.fitted and isinstance(entry, ObjectEntry) and entry.required:
                        raise UnfitError
        return row

    def _plan(self, found: Found, row: Row) -> ObjectPlan:
        if isinstance(found, ObjectPlan):
            return found
        return found.option(row.pop(TYPE) if self.fitted else row[TYPE])

    def _stretch(self, plan: ConnectionPlan, rows: list[Row]) -> Stretch:
        size = value_of(plan.page.limit, self.variables)
        more, page = len(rows) > size, rows[:size]
        if plan.page.backward:
            return Stretch(page[::-1], has_next=plan.page.before, has_previous=more)
        return Stretch(page, has_next=more, has_previous=plan.page.after)

    def _connection(self, key: str, plan: ConnectionPlan, row: Row) -> Row:
        """A list in pages, of the rows under its key."""
        stretch = self._stretch(plan, row[key])
        for slot, found in plan.slots:
            if found.works:
                for item in stretch.rows:
                    self._object(found, item if plan.bare else item[slot])
        total = row.pop(key + TOTAL, None)
        return {member.key: _member(member, plan, stretch, total) for member in plan.members}


def _member(member: Member, plan: ConnectionPlan, stretch: Stretch, total: int | None) -> Any:
    match member:
        case EdgesMember() | NodesMember() if plan.bare:
            return stretch.rows
        case EdgesMember():
            return [_edge(item, member, plan) for item in stretch.rows]
        case NodesMember(_, slot):
            return [item[slot] for item in stretch.rows]
        case PageInfoMember(_, fields):
            return {key: _page_info(name, plan, stretch) for key, name in fields}
        case TotalMember():
            return total
        case TypenameMember(_, type_name):
            return type_name


def _edge(item: Row, member: EdgesMember, plan: ConnectionPlan) -> Row:
    edge: Row = item[member.slot]
    if not member.cursors:
        return edge
    cursor = _cursor(item, plan)
    return {key: cursor if key in member.cursors else edge[key] for key in member.keys}


def _cursor(item: Row, plan: ConnectionPlan) -> str:
    return encode_cursor(plan.order_name, item[KEYS])


def _page_info(name: str, plan: ConnectionPlan, stretch: Stretch) -> Any:
    match name:
        case "hasNextPage":
            return stretch.has_next
        case "hasPreviousPage":
            return stretch.has_previous
        case "startCursor":
            return _cursor(stretch.rows[0], plan) if stretch.rows else None
        case "endCursor":
            return _cursor(stretch.rows[-1], plan) if stretch.rows else None
        case _:
            return "PageInfo"
