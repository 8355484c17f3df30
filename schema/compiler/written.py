"""Written walks: Cypher written by hand, with the arguments of its field, as matches of a plan."""

from collections.abc import Iterable, Mapping

from schema.compiler.expression import Parameter, WrittenMatch, same
from schema.compiler.given import FOUND, Constant, FromVariable, Given, is_null
from schema.compiler.scope import Scope
from schema.compiler.terms import PLACEHOLDER
from schema.model.field import Taken, Written

Arguments = Mapping[str, Given]


def taken_parameter(taken: Taken, arguments: Arguments) -> Parameter:
    """The value of an argument, or what stands in for it."""
    given = arguments.get(taken.name)
    if given is None or is_null(given):
        given = Constant(taken.otherwise)
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


def written_match(
    walk: Written, start: Scope | None, end: Scope, declared: Iterable[Taken], arguments: Arguments
) -> WrittenMatch:
    """What a written walk finds, from the scope of its field."""
    words = PLACEHOLDER.findall(f"{walk.clause} {walk.order}")
    names = dict.fromkeys(word[1:] for word in words if word.startswith("$"))
    variables = {"start": start.node if start else "", "node": end.node, "edge": end.edge or ""}
    above = {name: start.column(name) for name in walk.above} if start else {}
    brings = [end.node, end.edge, *(end.column(name) for name in walk.columns)]
    return WrittenMatch(
        clause=walk.clause,
        order=walk.order,
        prefix=end.columns or "",
        variables=tuple((name, one) for name, one in (variables | above).items() if one),
        needs=(*([variables["start"]] if "@start" in walk.clause else []), *above.values()),
        brings=tuple(one for one in brings if one),
        given=tuple(_parameters(names, declared, arguments)),
    )
