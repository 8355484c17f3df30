"""Written walks: Cypher written by hand, with the arguments of its field, as matches of a plan."""

from collections.abc import Collection, Iterable, Mapping

from schema.compiler.expression import Parameter, WrittenMatch, same
from schema.compiler.given import FOUND, Constant, FromVariable, Given, GivenList, is_null
from schema.compiler.scope import Scope
from schema.compiler.terms import PLACEHOLDER
from schema.model.days import end_of_range
from schema.model.field import (
    Column,
    End,
    Field,
    IfRead,
    Many,
    Pieces,
    Records,
    Taken,
    Value,
    Written,
)

Arguments = Mapping[str, Given]


def taken_parameter(taken: Taken, arguments: Arguments) -> Parameter:
    """The value of an argument, or what stands in for it."""
    given = arguments.get(taken.name)
    if given is None or is_null(given):
        return Parameter(Constant(taken.otherwise), taken.convert or same)
    since = arguments.get(taken.since) if taken.since else None
    if since is not None and not is_null(since):
        return Parameter(GivenList((since, given)), end_of_range)
    return Parameter(given, taken.convert or same)


def _parameters(
    names: Iterable[str], declared: Iterable[Taken], arguments: Arguments
) -> Iterable[tuple[str, Parameter]]:
    taken = {one.name: one for one in declared}
    for name in names:
        if name in taken:
            yield name, taken_parameter(taken[name], arguments)
        else:
            yield name, Parameter(FromVariable((FOUND, name)))


def columns_read(walk: Written, fields: Iterable[Field]) -> set[str]:
    """The columns that these fields of a record read, or that it is sorted by."""
    sorted_by = {word[1:] for word in PLACEHOLDER.findall(walk.order)}
    return sorted_by | {name for field in fields for name in _columns(field)}


def _columns(field: Field) -> Iterable[str]:
    match field:
        case Value(source=Column(name)) | End(column=str(name)):
            yield name
        case Records(written=Written(above=above)) | Many(path=Written(above=above)):
            yield from above
        case _:
            pass


def _pieces(walk: Written) -> Pieces:
    return (walk.clause,) if isinstance(walk.clause, str) else walk.clause


def _clause(walk: Written, read: Collection[str]) -> str:
    """The clause, without the pieces of which nothing is read."""
    return "".join(
        one if isinstance(one, str) else one.text
        for one in _pieces(walk)
        if isinstance(one, str) or any(name in read for name in one.columns)
    )


def _brought(walk: Written, read: Collection[str]) -> Iterable[str]:
    """The columns, without those that only a piece brings and nobody reads."""
    optional = {name for one in _pieces(walk) if isinstance(one, IfRead) for name in one.columns}
    return (name for name in walk.columns if name in read or name not in optional)


def written_match(
    walk: Written,
    start: Scope | None,
    end: Scope,
    declared: Iterable[Taken],
    arguments: Arguments,
    read: Collection[str] = (),
) -> WrittenMatch:
    """What a written walk finds, from the scope of its field, where these columns are read."""
    clause = _clause(walk, read)
    words = PLACEHOLDER.findall(f"{clause} {walk.order}")
    names = dict.fromkeys(word[1:] for word in words if word.startswith("$"))
    variables = {"start": start.node if start else "", "node": end.node, "edge": end.edge or ""}
    above = {name: start.column(name) for name in walk.above} if start else {}
    brings = [end.node, end.edge, *(end.column(name) for name in _brought(walk, read))]
    return WrittenMatch(
        clause=clause,
        order=walk.order,
        prefix=end.columns or "",
        variables=tuple((name, one) for name, one in (variables | above).items() if one),
        needs=(*([variables["start"]] if "@start" in clause else []), *above.values()),
        brings=tuple(one for one in brings if one),
        given=tuple(_parameters(names, declared, arguments)),
    )
