"""Cypher: the text of a plan.

Both engines understand it. Some habits are owed to the embedded one. An object is always a map
projection around a variable, because a map literal that holds a subquery is silently wrong there.
Rows are sorted and limited before anything is read of them, because otherwise it reads everything
of all rows first. And a list within an object is a CALL before it, never a COLLECT inside: the
engine's parser looks ahead to the end of a subquery that stands in an expression, again at every
level, and keeps what it saw for ever.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from schema.compiler.expression import KeysMatch, Match, OrderKey, Parameter, all_of
from schema.compiler.plan import (
    ConnectionEntry,
    ConnectionPlan,
    DerivedKey,
    Entry,
    FirstEntry,
    Found,
    ListPlan,
    NodesOption,
    NodesPlan,
    ObjectEntry,
    ObjectPlan,
    OnePlan,
    PagePlan,
    RecordsEntry,
    RecordsPlan,
    RootPlan,
    Start,
    ValueEntry,
)
from schema.compiler.terms import (
    Parameters,
    base,
    condition,
    counting,
    expression,
    handle,
    imports,
    matching,
    quoted,
    variables,
    where,
    word,
    written,
)

KEYS = "#keys"
"""Holds the keys of a row, for its cursor."""

TOTAL = "#total"
"""Ends the key of the number of all."""

TYPE = "#type"
"""Holds the type of an object that may be of several."""

Entries = Iterable[tuple[str, str]]


def projection(variable: str, entries: Entries) -> str:
    """A map of entries, around a variable, or of plain values around none."""
    listed = ", ".join(f"{quoted(key)}: {text}" for key, text in entries)
    return f"{variable}{{{listed}}}"


class Body:
    """What comes between a match and its RETURN: a CALL for each list or single object within.

    Each CALL brings one column. What stands in several branches of a choice is called once; what
    stands in one alone is called only for nodes of the ``label`` of that branch.
    """

    def __init__(self, parameters: Parameters) -> None:
        self.parameters = parameters
        self.columns: list[str] = []
        self._calls: list[str] = []

    @property
    def text(self) -> str:
        """The calls, each after a space."""
        return "".join(self._calls)

    def rows(self, plan: ConnectionPlan, label: str | None = None) -> str:
        """The column with the rows of a list."""
        return self._call(plan.match, "list", lambda: _rows(plan, self.parameters, label))

    def total(self, plan: ConnectionPlan, label: str | None = None) -> str:
        """The column with the number of all in a list."""
        return self._call(plan.match, "total", lambda: _total(plan, self.parameters, label))

    def first(self, entry: FirstEntry, label: str | None = None) -> str:
        """The column with a single object, or null."""
        return self._call(entry.match, "first", lambda: _first(entry, self.parameters, label))

    def records(self, entry: RecordsEntry) -> str:
        """The column with what a written walk gives."""
        return self._call(entry.match, "records", lambda: _records(entry, self.parameters))

    def _call(self, match: Match, kind: str, write: Callable[[], str]) -> str:
        column = f"{handle(match)}_{kind}"
        if column not in self.columns:
            self.columns.append(column)
            self._calls.append(f" CALL ({imports(match)}) {{ {write()} AS {column} }}")
        return column


def _rows(plan: ConnectionPlan, parameters: Parameters, label: str | None) -> str:
    order = _order(plan.order, parameters)
    body = Body(parameters)
    row = _row(plan, body)
    brought = _brought(plan)
    # A collection keeps the order of its rows only if nothing comes between.
    again = f" WITH {', '.join((brought, *body.columns))}{order}" if body.columns else ""
    return (
        f"{matching(plan.match, parameters, label)}{_passing(plan, parameters)}"
        f" WITH {brought}{order} LIMIT ${parameters.name(plan.page.read)}"
        f"{body.text}{again} RETURN collect({row})"
    )


def _brought(plan: ConnectionPlan) -> str:
    return ", ".join((variables(plan.match), *(key.variable for key in plan.derived)))


def _passing(plan: ConnectionPlan, parameters: Parameters) -> str:
    """What passes and lies between the cursors, with the keys to sort it by."""
    if not plan.derived:
        return where(all_of((plan.condition, plan.within)), parameters)
    brought, found = [variables(plan.match)], ""
    for key in plan.derived:
        found += _derived(key, ", ".join(brought), parameters)
        brought.append(key.variable)
    within = where(plan.within, parameters)
    between = f" WITH {', '.join(brought)}{within}" if within else ""
    return f"{where(plan.condition, parameters)}{found}{between}"


def _derived(key: DerivedKey, brought: str, parameters: Parameters) -> str:
    if key.greatest is None:
        # The embedded engine knows the number without a walk, which a CALL would take.
        return f" WITH {brought}, COUNT {{ {counting(key.match)} }} AS {key.variable}"
    matched, greatest = matching(key.match, parameters), expression(key.greatest, parameters)
    return f" CALL ({imports(key.match)}) {{ {matched} RETURN max({greatest}) AS {key.variable} }}"


def _row(plan: ConnectionPlan, body: Body) -> str:
    entries = [(slot, write_found(found, body)) for slot, found in plan.slots]
    if plan.bare:
        return entries[0][1]
    if plan.needs_cursors:
        keys = ", ".join(expression(key.expression, body.parameters) for key in plan.order)
        entries.append((KEYS, f"[{keys}]"))
    return projection(base(plan.match), entries)


def _total(plan: ConnectionPlan, parameters: Parameters, label: str | None) -> str:
    matched = matching(plan.match, parameters, label)
    return f"{matched}{where(plan.condition, parameters)} RETURN count(*)"


def _first(entry: FirstEntry, parameters: Parameters, label: str | None) -> str:
    body = Body(parameters)
    found = write_found(entry.found, body)
    return (
        f"{matching(entry.match, parameters, label)}"
        f" WITH {variables(entry.match)}{_order(entry.order, parameters)} LIMIT 1"
        f"{body.text} RETURN head(collect({found}))"
    )


def _records(entry: RecordsEntry, parameters: Parameters) -> str:
    match, body = entry.match, Body(parameters)
    row = write_object(entry.found, body)
    brought = variables(match)
    order = f" ORDER BY {written(match.order, match, parameters)}" if match.order else ""
    limit = f" LIMIT ${parameters.name(entry.size)}" if entry.limited else ""
    again = f" WITH {', '.join((brought, *body.columns))}{order}" if body.columns else ""
    rows = f"collect({row})"
    return (
        f"{matching(match, parameters)} WITH {brought}{order}{limit if entry.many else ' LIMIT 1'}"
        f"{body.text}{again} RETURN {rows if entry.many else f'head({rows})'}"
    )


def _order(keys: Sequence[OrderKey], parameters: Parameters) -> str:
    if not keys:
        return ""
    listed = (
        f"{expression(key.expression, parameters)}{' DESC' if key.descending else ''}"
        for key in keys
    )
    return f" ORDER BY {', '.join(listed)}"


def write_object(plan: ObjectPlan, body: Body) -> str:
    """The text of an object."""
    entries = (one for entry in plan.entries for one in _entry(entry, body))
    return projection(plan.variable, entries)


def write_typed(plan: ObjectPlan, body: Body, label: Callable[[Entry], str | None]) -> str:
    """The text of an object that tells its type; ``label`` is where an entry is called for."""
    entries = [one for entry in plan.entries for one in _entry(entry, body, label(entry))]
    return projection(plan.variable, [*entries, (TYPE, word(plan.type_name))])


def write_found(found: Found, body: Body) -> str:
    """The text of an object of one type or of several."""
    if isinstance(found, ObjectPlan):
        return write_object(found, body)
    uses = Counter(id(entry) for _, plan in found.options for entry in plan.entries)
    arms = (
        f"WHEN {found.variable}:{quoted(name)} THEN "
        + write_typed(plan, body, lambda entry, name=name: name if uses[id(entry)] == 1 else None)
        for name, plan in found.options
    )
    return f"CASE {' '.join(arms)} END"


def _entry(entry: Entry, body: Body, label: str | None = None) -> Entries:
    match entry:
        case ValueEntry(key, value):
            yield key, expression(value, body.parameters)
        case ObjectEntry():
            yield entry.key, _object_entry(entry, body)
        case FirstEntry():
            yield entry.key, body.first(entry, label)
        case ConnectionEntry(key, connection):
            yield from connection_columns(key, connection, body, label)
        case RecordsEntry():
            yield entry.key, body.records(entry)


def _object_entry(entry: ObjectEntry, body: Body) -> str:
    text = write_found(entry.found, body)
    if entry.condition is None:
        return text
    return f"CASE WHEN {condition(entry.condition, body.parameters)} THEN {text} END"


def connection_columns(
    key: str,
    plan: ConnectionPlan,
    body: Body,
    label: str | None = None,
    counted: ConnectionPlan | None = None,
) -> Entries:
    """What a list needs: its rows under the key, the number of all (``counted``) beside it.

    The key is there without rows, too: it keeps the place of the list in the response.
    """
    yield key, body.rows(plan, label) if plan.lists else "[]"
    if plan.counts:
        yield key + TOTAL, body.total(counted or plan, label)


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of a statement that can stand alone; left out where ``given`` is nothing."""

    text: str
    given: Parameter | None = None


def write_root(plan: RootPlan, parameters: Parameters) -> tuple[Branch, ...]:
    """The statement of a root field, in branches to be joined by UNION ALL."""
    match plan:
        case ListPlan(connection, starts):
            return tuple(_list(connection, start, parameters) for start in starts)
        case OnePlan():
            return (_one(plan, parameters),)
        case NodesPlan(options):
            return tuple(_option(option, parameters) for option in options)
        case RecordsPlan(records):
            return (_root_records(records, parameters),)


def _list(plan: ConnectionPlan, start: Start, parameters: Parameters) -> Branch:
    body = Body(parameters)
    found = replace(plan, match=start.match, condition=start.condition)
    # Keys are those of a page, and the number of all is that of the list.
    counted = plan if isinstance(start.match, KeysMatch) else found
    columns = connection_columns("list", found, body, counted=counted)
    listed = ", ".join([f"{text} AS {quoted(key)}" for key, text in columns])
    return Branch(f"{body.text} RETURN {listed}".lstrip(), start.given)


def write_page(plan: PagePlan, parameters: Parameters) -> str:
    """The statement that tells which nodes stand on a page."""
    columns = [("key", plan.key), *([("at", plan.first)] if plan.first else [])]
    listed = ", ".join(f"{expression(one, parameters)} AS {name}" for name, one in columns)
    return (
        f"{matching(plan.match, parameters)}{where(plan.condition, parameters)} RETURN {listed}"
        f"{_order(plan.order, parameters)} LIMIT ${parameters.name(plan.most)}"
    )


def _root_records(entry: RecordsEntry, parameters: Parameters) -> Branch:
    body = Body(parameters)
    column = body.records(entry)
    return Branch(f"{body.text} RETURN {column} AS row".lstrip())


def _one(plan: OnePlan, parameters: Parameters) -> Branch:
    body = Body(parameters)
    row = write_object(plan.found, body)
    return Branch(f"{matching(plan.match, parameters)}{body.text} RETURN {row} AS row")


def _option(option: NodesOption, parameters: Parameters) -> Branch:
    body = Body(parameters)
    row = write_typed(option.found, body, lambda _entry: None)
    text = (
        f"UNWIND {expression(option.given, parameters)} AS given"
        f" {matching(option.match, parameters)}{body.text}"
        f" RETURN given.at AS at, {row} AS row"
    )
    return Branch(text, option.given)
