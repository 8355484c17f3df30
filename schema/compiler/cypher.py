"""Cypher: the text of a plan.

Both engines understand it. Two habits are owed to the embedded one: an object is always a map
projection around a variable, because a map literal that holds a subquery is silently wrong there;
and rows are sorted and limited before anything is read of them, because otherwise it reads
everything of all rows first. The order is told again after the projection, because Cypher
promises no order otherwise.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schema.compiler.expression import AllOf, OrderKey, Parameter
from schema.compiler.plan import (
    Choice,
    ConnectionEntry,
    ConnectionPlan,
    Entry,
    FirstEntry,
    Found,
    ListPlan,
    NodesOption,
    NodesPlan,
    ObjectEntry,
    ObjectPlan,
    OnePlan,
    RootPlan,
    ValueEntry,
)
from schema.compiler.terms import (
    Parameters,
    base,
    condition,
    expression,
    pattern,
    quoted,
    variables,
    where,
    word,
)

KEYS = "#keys"
"""Holds the keys of a row, for its cursor."""

TOTAL = "#total"
"""Ends the key of the number of all."""

TYPE = "#type"
"""Holds the type of an object that may be of several."""

Entries = Iterable[tuple[str, str]]


def projection(variable: str, entries: Entries) -> str:
    """A map of entries, around a variable."""
    listed = ", ".join(f"{quoted(key)}: {text}" for key, text in entries)
    return f"{variable}{{{listed}}}"


def write_object(plan: ObjectPlan, parameters: Parameters, *, typed: bool = False) -> str:
    """The text of an object; ``typed`` tells its type too."""
    entries = [one for entry in plan.entries for one in _entry(entry, parameters)]
    if typed:
        entries.append((TYPE, word(plan.type_name)))
    return projection(plan.variable, entries)


def write_found(found: Found, parameters: Parameters) -> str:
    """The text of an object of one type or of several."""
    if isinstance(found, ObjectPlan):
        return write_object(found, parameters)
    arms = " ".join(_arm(found, label, plan, parameters) for label, plan in found.options)
    return f"CASE {arms} END"


def _arm(choice: Choice, label: str, plan: ObjectPlan, parameters: Parameters) -> str:
    text = write_object(plan, parameters, typed=True)
    return f"WHEN {choice.variable}:{quoted(label)} THEN {text}"


def _entry(entry: Entry, parameters: Parameters) -> Entries:
    match entry:
        case ValueEntry(key, value):
            yield key, expression(value, parameters)
        case ObjectEntry():
            yield entry.key, _object_entry(entry, parameters)
        case FirstEntry():
            yield entry.key, _first(entry, parameters)
        case ConnectionEntry(key, connection):
            yield from connection_columns(key, connection, parameters)


def _object_entry(entry: ObjectEntry, parameters: Parameters) -> str:
    text = write_found(entry.found, parameters)
    if entry.condition is None:
        return text
    return f"CASE WHEN {condition(entry.condition, parameters)} THEN {text} END"


def _first(entry: FirstEntry, parameters: Parameters) -> str:
    lines = (
        f"MATCH {pattern(entry.match, parameters)}",
        f"WITH {variables(entry.match)}{_order(entry.order, parameters)} LIMIT 1",
        f"RETURN {write_found(entry.found, parameters)}",
    )
    return f"head(COLLECT {{ {' '.join(lines)} }})"


def connection_columns(key: str, plan: ConnectionPlan, parameters: Parameters) -> Entries:
    """What a list needs: its rows under the key, the number of all beside it."""
    if plan.lists:
        yield key, _rows(plan, parameters)
    if plan.counts:
        matched = pattern(plan.match, parameters)
        yield key + TOTAL, f"COUNT {{ MATCH {matched}{where(plan.condition, parameters)} }}"


def _rows(plan: ConnectionPlan, parameters: Parameters) -> str:
    passes = where(AllOf((plan.condition, plan.within)), parameters)
    order = _order(plan.order, parameters)
    limit = f"${parameters.name(plan.page.read)}"
    lines = (
        f"MATCH {pattern(plan.match, parameters)}{passes}",
        f"WITH {variables(plan.match)}{order} LIMIT {limit}",
        f"RETURN {projection(base(plan.match), _row(plan, parameters))}{order}",
    )
    return f"COLLECT {{ {' '.join(lines)} }}"


def _row(plan: ConnectionPlan, parameters: Parameters) -> Entries:
    for slot, found in plan.slots:
        yield slot, write_found(found, parameters)
    if plan.needs_cursors:
        keys = ", ".join(expression(key.expression, parameters) for key in plan.order)
        yield KEYS, f"[{keys}]"


def _order(keys: Sequence[OrderKey], parameters: Parameters) -> str:
    if not keys:
        return ""
    listed = (
        f"{expression(key.expression, parameters)}{' DESC' if key.descending else ''}"
        for key in keys
    )
    return f" ORDER BY {', '.join(listed)}"


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of a statement that can stand alone; left out where ``given`` is an empty list."""

    text: str
    given: Parameter | None = None


def write_root(plan: RootPlan, parameters: Parameters) -> tuple[Branch, ...]:
    """The statement of a root field, in branches to be joined by UNION ALL."""
    match plan:
        case ListPlan(connection):
            columns = connection_columns("list", connection, parameters)
            listed = [f"{text} AS {quoted(key)}" for key, text in columns]
            return (Branch(f"RETURN {', '.join(listed) or '0 AS nothing'}"),)
        case OnePlan(match, found):
            row = write_object(found, parameters)
            return (Branch(f"MATCH {pattern(match, parameters)} RETURN {row} AS row"),)
        case NodesPlan(options):
            return tuple(_branch(option, parameters) for option in options)


def _branch(option: NodesOption, parameters: Parameters) -> Branch:
    given = f"UNWIND {expression(option.given, parameters)} AS given"
    matched = pattern(option.match, parameters)
    row = write_object(option.found, parameters, typed=True)
    text = f"{given} MATCH {matched} RETURN given.at AS at, {row} AS row"
    return Branch(text, option.given)
