"""Members: what a connection says, made of the rows of its page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from schema.compiler.cursors import encode_cursor
from schema.compiler.cypher import KEYS
from schema.compiler.plan import (
    ConnectionPlan,
    EdgesMember,
    Member,
    NodesMember,
    PageInfoMember,
    TotalMember,
    TypenameMember,
)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The rows of a page in their order, whether there is more beyond, and the number of all."""

    rows: Sequence[Row]
    more: bool
    total: int | None


Make = Callable[[Stretch], Any]


def make_of(member: Member, plan: ConnectionPlan) -> Make:
    """What makes a member of a stretch."""
    match member:
        case EdgesMember() | NodesMember() if plan.bare:
            return lambda stretch: stretch.rows
        case EdgesMember():
            return _edges(member, plan)
        case NodesMember(_, slot):
            return lambda stretch: [row[slot] for row in stretch.rows]
        case PageInfoMember(_, fields):
            parts = [(key, _page_info(name, plan)) for key, name in fields]
            return lambda stretch: {key: make(stretch) for key, make in parts}
        case TotalMember():
            return lambda stretch: stretch.total
        case TypenameMember(_, type_name):
            return lambda _stretch: type_name


def _edges(member: EdgesMember, plan: ConnectionPlan) -> Make:
    slot, cursors, keys = member.slot, member.cursors, member.keys
    if not cursors:
        return lambda stretch: [row[slot] for row in stretch.rows]

    def edge(row: Row) -> Row:
        read, cursor = row[slot], _cursor(row, plan)
        return {key: cursor if key in cursors else read[key] for key in keys}

    return lambda stretch: [edge(row) for row in stretch.rows]


def _cursor(row: Row, plan: ConnectionPlan) -> str:
    return encode_cursor(plan.order_name, row[KEYS])


def _page_info(name: str, plan: ConnectionPlan) -> Make:
    """What tells where a page stands; backward, what lies beyond is what comes before."""
    page = plan.page
    match name:
        case "hasNextPage":
            return lambda stretch: page.before if page.backward else stretch.more
        case "hasPreviousPage":
            return lambda stretch: stretch.more if page.backward else page.after
        case "startCursor":
            return lambda stretch: _cursor(stretch.rows[0], plan) if stretch.rows else None
        case "endCursor":
            return lambda stretch: _cursor(stretch.rows[-1], plan) if stretch.rows else None
        case _:
            return lambda _stretch: "PageInfo"
