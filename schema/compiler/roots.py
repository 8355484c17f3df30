"""Root fields: where a statement begins."""

from collections.abc import Mapping

from graph.errors import InputError
from schema.compiler.connections import plan_connection
from schema.compiler.expression import NodeMatch, Parameter, Read
from schema.compiler.given import Given, is_null
from schema.compiler.ids import count_ids, key_of, keys_of
from schema.compiler.paging import with_page
from schema.compiler.plan import (
    ListPlan,
    NodesOption,
    NodesPlan,
    OnePlan,
    RecordsPlan,
    RootPlan,
)
from schema.compiler.planner import Planner
from schema.compiler.selection import Selected
from schema.compiler.starts import starts
from schema.model.field import Records, RootList, RootNodes, RootOne


def plan_root(planner: Planner, selected: Selected) -> RootPlan:
    """The plan of a root field; raises InputError where its arguments make no sense."""
    field = planner.model.catalog.query[selected.name]
    match field:
        case RootList():
            return _list(planner, field, selected)
        case RootOne():
            return _one(planner, field, selected)
        case RootNodes():
            return _nodes(planner, field, selected)
        case Records():
            return RecordsPlan(planner.records(field, selected, None))


def _list(planner: Planner, field: RootList, selected: Selected) -> ListPlan:
    scope = planner.names.scope(edge=False)
    match = NodeMatch(scope.node, field.label)
    connection = planner.model.catalog.connections[field.connection]
    plan = plan_connection(planner, connection, selected, match, scope, field.order, None)
    found = ListPlan(plan, starts(plan, planner.model))
    return with_page(found, selected.arguments.get("after"), planner.model)


def _one(planner: Planner, field: RootOne, selected: Selected) -> OnePlan:
    scope = planner.names.scope(edge=False)
    keys = planner.model.catalog.keys
    key = _key(field, selected.arguments, keys)
    match = NodeMatch(scope.node, field.label, (keys[field.label], key))
    return OnePlan(match, planner.label(field.label, selected, scope))


def _key(field: RootOne, arguments: Mapping[str, Given], keys: Mapping[str, str]) -> Parameter:
    names = ("id", field.by_key) if field.by_key else ("id",)
    given = {name: arguments[name] for name in names if not is_null(arguments.get(name))}
    if len(given) != 1:
        raise InputError(
            f"{field.name} takes one of {' and '.join(names)}, and {len(given)} are given.",
            fix="Give exactly one.",
        )
    name, value = next(iter(given.items()))
    return Parameter(value, key_of(field.label, keys) if name == "id" else str)


def _nodes(planner: Planner, field: RootNodes, selected: Selected) -> NodesPlan:
    keys = planner.model.catalog.keys
    given = selected.arguments["ids" if field.many else "id"]
    options: list[NodesOption] = []
    for label, key in keys.items():
        scope = planner.names.scope(edge=False)
        match = NodeMatch(scope.node, label, (key, Read("given", "key")))
        found = planner.label(label, selected, scope)
        options.append(NodesOption(label, Parameter(given, keys_of(label, keys)), match, found))
    return NodesPlan(tuple(options), Parameter(given, count_ids), field.many)
