"""Connections: lists in pages, with what is asked of their edges, nodes and pages."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from schema.compiler.conditions import Filtering
from schema.compiler.derived import derived_keys
from schema.compiler.expression import Condition, Match, WalkMatch, all_of
from schema.compiler.given import Given, is_null
from schema.compiler.limits import Limits
from schema.compiler.orders import beyond, given_sorts, order_keys, order_name, reversed_keys
from schema.compiler.pages import given_page
from schema.compiler.plan import (
    ConnectionPlan,
    EdgesMember,
    Found,
    Member,
    NodesMember,
    ObjectPlan,
    PageInfoMember,
    TotalMember,
    TypenameMember,
    needs_cursors,
)
from schema.compiler.scope import Names, Scope
from schema.compiler.selection import Selected
from schema.model.field import Connection, End, Nodes, On, Part, Path, Shape, Sort
from schema.model.filter import edge_filter_name
from schema.model.model import Model


class Objects(Protocol):
    """What plans the objects in a list: the planner."""

    model: Model
    limits: Limits
    names: Names
    filtering: Filtering

    def node(self, nodes: Nodes, selected: Selected, scope: Scope) -> Found:
        """The node of a scope."""
        ...

    def object(self, shape: Shape, selected: Selected, scope: Scope) -> ObjectPlan:
        """An object of a shape."""
        ...


def plan_connection(
    objects: Objects,
    connection: Connection,
    selected: Selected,
    match: Match,
    scope: Scope,
    default: tuple[Sort, ...],
    path: Path | None,
) -> ConnectionPlan:
    """The plan of a list; raises InputError where its arguments make no sense."""
    given = selected.arguments
    sorts = given_sorts(given.get("orderBy"), default)
    derived = derived_keys(sorts, connection.nodes, scope, objects.names, objects.model)
    page, name = given_page(given, objects.limits), order_name(sorts)
    slots, members = _members(objects, connection, selected, scope)
    if isinstance(match, WalkMatch) and not _reads_edges(
        objects, connection, given, sorts, members
    ):
        match, path = replace(match, edge=""), None
    keys = order_keys(sorts, connection.nodes, path, scope, objects.model)
    return ConnectionPlan(
        match=match,
        condition=all_of(_conditions(objects, connection, given, scope, path)),
        within=all_of(
            (
                beyond(given.get("after"), name, keys),
                beyond(given.get("before"), name, reversed_keys(keys)),
            )
        ),
        derived=derived,
        order=reversed_keys(keys) if page.backward else keys,
        order_name=name,
        page=page,
        slots=slots,
        members=members,
    )


def _reads_edges(
    objects: Objects,
    connection: Connection,
    given: Mapping[str, Given],
    sorts: Iterable[Sort],
    members: Iterable[Member],
) -> bool:
    """Whether a list needs more of its edges than where they lead.

    Where only the nodes are asked for, two edges to one node make rows that are alike, and so
    their order is nobody's matter.
    """
    node = objects.model.catalog.shapes[connection.edge].fields["node"]
    return (
        any(not is_null(given.get(name)) for name in ("edge", "after", "before"))
        or any(sort.on is On.EDGE for sort in sorts)
        or isinstance(node, Part)
        or sum(isinstance(member, NodesMember) for member in members) > 1
        or any(isinstance(member, EdgesMember) or needs_cursors(member) for member in members)
    )


def _conditions(
    objects: Objects,
    connection: Connection,
    given: Mapping[str, Given],
    scope: Scope,
    path: Path | None,
) -> Iterable[Condition]:
    yield objects.filtering.condition(connection.nodes.type, given.get("where"), scope)
    edges = edge_filter_name(path) if path else None
    if edges:
        yield objects.filtering.condition(edges, given.get("edge"), scope)


def _members(
    objects: Objects, connection: Connection, selected: Selected, scope: Scope
) -> tuple[tuple[tuple[str, Found], ...], tuple[Member, ...]]:
    """What rows hold, and how the connection is made of it."""
    slots: list[tuple[str, Found]] = []
    members: list[Member] = []
    for child in selected.of(connection.name):
        slot = f"#{len(slots)}"
        match child.name:
            case "edges":
                slots.append((slot, _edge(objects, connection, child, scope)))
                members.append(_edges_member(connection, child, slot))
            case "nodes":
                slots.append((slot, _edge_node(objects, connection, child, scope)))
                members.append(NodesMember(child.key, slot))
            case "pageInfo":
                fields = tuple((one.key, one.name) for one in child.of("PageInfo"))
                members.append(PageInfoMember(child.key, fields))
            case "totalCount":
                members.append(TotalMember(child.key))
            case _:
                members.append(TypenameMember(child.key, connection.name))
    return tuple(slots), tuple(members)


def _edge(objects: Objects, connection: Connection, selected: Selected, scope: Scope) -> Found:
    """An edge, but for its cursors: those are made of the keys of the order."""
    asked = tuple(one for one in selected.of(connection.edge) if one.name != "cursor")
    without = Selected(selected.key, selected.name, children=((connection.edge, asked),))
    return objects.object(objects.model.catalog.shapes[connection.edge], without, scope)


def _edges_member(connection: Connection, selected: Selected, slot: str) -> EdgesMember:
    asked = selected.of(connection.edge)
    cursors = frozenset(one.key for one in asked if one.name == "cursor")
    return EdgesMember(selected.key, slot, tuple(one.key for one in asked), cursors)


def _edge_node(objects: Objects, connection: Connection, selected: Selected, scope: Scope) -> Found:
    """The node of an edge, without the edge."""
    shapes = objects.model.catalog.shapes
    node = shapes[connection.edge].fields["node"]
    if isinstance(node, Part):
        return objects.object(shapes[node.shape], selected, scope)
    assert isinstance(node, End)
    return objects.node(node.nodes, selected, scope)
