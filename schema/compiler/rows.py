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
    OnePlan,
    PageInfoMember,
    RecordsEntry,
    RecordsPlan,
    RootPlan,
    TotalMember,
    TypenameMember,
)

Row = dict[str, Any]
Variables = Mapping[str, Any]


def value_of(parameter: Parameter, variables: Variables) -> Any:
    """The value of a parameter; raises InputError where it cannot be used."""
    return parameter.convert(read(parameter.given, variables))


def finish_root(plan: RootPlan, rows: list[Row], variables: Variables) -> Any:
    """The value of a root field."""
    match plan:
        case ListPlan(connection):
            return finish_connection("list", connection, rows[0], variables)
        case OnePlan(_, found):
            return finish_object(found, rows[0]["row"], variables) if rows else None
        case NodesPlan():
            return _finish_nodes(plan, rows, variables)
        case RecordsPlan(records):
            return _finish_records(records, rows[0]["row"], variables)


def _finish_nodes(plan: NodesPlan, rows: list[Row], variables: Variables) -> Any:
    found = {option.label: option.found for option in plan.options}
    nodes: list[Row | None] = [None] * value_of(plan.count, variables)
    for row in rows:
        node = row["row"]
        nodes[row["at"]] = finish_object(found[node[TYPE]], node, variables)
    return nodes if plan.many else nodes[0]


def _finish_records(entry: RecordsEntry, found: Any, variables: Variables) -> Any:
    for row in found if entry.many else [found]:
        if row is not None:
            finish_object(entry.found, row, variables)
    return found


def finish_object(found: Found, row: Row, variables: Variables) -> Row:
    """An object with all the lists in it made; the row itself is changed."""
    plan = dict(found.options)[row[TYPE]] if isinstance(found, Choice) else found
    for entry in plan.entries:
        match entry:
            case ConnectionEntry(key, connection):
                row[key] = finish_connection(key, connection, row, variables)
            case RecordsEntry(key):
                row[key] = _finish_records(entry, row[key], variables)
            case ObjectEntry(key, inner) | FirstEntry(key, found=inner) if row[key] is not None:
                finish_object(inner, row[key], variables)
            case _:
                pass
    return row


@dataclass(frozen=True, slots=True)
class Stretch:
    """The rows of a page in their order, and whether there is more on either side."""

    rows: Sequence[Row]
    has_next: bool
    has_previous: bool


def _stretch(plan: ConnectionPlan, rows: list[Row], variables: Variables) -> Stretch:
    size = value_of(plan.page.limit, variables)
    more, page = len(rows) > size, rows[:size]
    if plan.page.backward:
        return Stretch(page[::-1], has_next=plan.page.before, has_previous=more)
    return Stretch(page, has_next=more, has_previous=plan.page.after)


def finish_connection(key: str, plan: ConnectionPlan, row: Row, variables: Variables) -> Row:
    """A list in pages, of the rows under its key."""
    stretch = _stretch(plan, row.get(key, []), variables)
    slots = dict(plan.slots)
    for item in stretch.rows:
        for slot, found in slots.items():
            finish_object(found, item[slot], variables)
    total = row.pop(key + TOTAL, None)
    return {member.key: _member(member, plan, stretch, total) for member in plan.members}


def _member(member: Member, plan: ConnectionPlan, stretch: Stretch, total: int | None) -> Any:
    match member:
        case EdgesMember(_, slot, cursors):
            return [_edge(item, slot, cursors, plan) for item in stretch.rows]
        case NodesMember(_, slot):
            return [item[slot] for item in stretch.rows]
        case PageInfoMember(_, fields):
            return {key: _page_info(name, plan, stretch) for key, name in fields}
        case TotalMember():
            return total
        case TypenameMember(_, type_name):
            return type_name


def _edge(item: Row, slot: str, cursors: Sequence[str], plan: ConnectionPlan) -> Row:
    edge: Row = item[slot]
    if cursors:
        edge |= dict.fromkeys(cursors, _cursor(item, plan))
    return edge


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
