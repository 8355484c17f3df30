"""Answers the plain way: graphql-core executes, and every field reads the graph in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import graphql
from graphql import (
    ExecutionResult,
    GraphQLSchema,
    is_abstract_type,
    is_introspection_type,
    is_object_type,
    parse,
)

from schema.model.field import (
    Connection,
    End,
    Field,
    GlobalId,
    Lookup,
    Many,
    One,
    Part,
    Path,
    Property,
    Role,
    RootField,
    RootList,
    RootNodes,
    RootOne,
    Shape,
    Sort,
    Value,
)
from schema.model.filter import edge_filter_name
from schema.model.model import Model
from schema.types.build import build_schema, core_schema
from tests.plain_graph import Node, Ordering, Passing, Place, plain, walk

PAGE = 20


class BeyondError(Exception):
    """Something that the plain way does not know, such as fields with Cypher of their own."""


@dataclass(frozen=True)
class Seen:
    """A place seen as an object of a shape."""

    shape: Shape
    place: Place


class PlainAnswers:
    """Answers queries from nodes in memory."""

    def __init__(self, model: Model, nodes: Sequence[Node]) -> None:
        self._model = model
        self._nodes = nodes
        self._passing = Passing(model)
        self.schema: GraphQLSchema = core_schema(build_schema(model))
        self._wire()

    def answer(self, document: str, variables: dict[str, Any]) -> ExecutionResult:
        """The answer to a query."""
        return cast(Any, graphql).execute_sync(
            self.schema, parse(document), variable_values=variables
        )

    def _wire(self) -> None:
        for type_ in self.schema.type_map.values():
            if is_introspection_type(type_):
                continue
            if is_object_type(type_):
                for name, field in type_.fields.items():
                    field.resolve = self._resolver(name, root=type_ is self.schema.query_type)
            elif is_abstract_type(type_):
                type_.resolve_type = _type_of

    def _resolver(self, name: str, *, root: bool) -> Any:
        def resolve(parent: Any, info: Any, **arguments: Any) -> Any:
            del info
            if root:
                return self._root(self._model.catalog.query[name], arguments)
            if isinstance(parent, Seen):
                return self._field(parent.shape.fields[name], parent.place, arguments)
            # Connections, their edges and pages are made whole.
            return parent[name]

        return resolve

    def _seen(self, place: Place, shape: str | None = None) -> Seen:
        return Seen(self._model.catalog.shapes[shape or place.node.label], place)

    def _node(self, label: str, key: str) -> Seen | None:
        name = self._model.catalog.keys[label]
        for node in self._nodes:
            if node.label == label and node.properties[name] == key:
                return self._seen(Place(node))
        return None

    def _root(self, field: RootField, arguments: Mapping[str, Any]) -> Any:
        match field:
            case RootList(connection=connection, label=label, order=order):
                places = [Place(node) for node in self._nodes if node.label == label]
                return self._connection(connection, places, order, None, arguments)
            case RootOne(label=label, by_key=by_key):
                given = arguments.get("id")
                key = arguments[by_key] if given is None and by_key else given
                return self._node(label, str(key).removeprefix(f"{label}:"))
            case RootNodes(many=many):
                ids = arguments["ids"] if many else [arguments["id"]]
                found = [self._node(*str(one).split(":", 1)) for one in ids]
                return found if many else found[0]
            case _:
                raise BeyondError

    def _field(self, field: Field, place: Place, arguments: Mapping[str, Any]) -> Any:
        match field:
            case Value():
                return self._value(field, place)
            case Part(shape=shape, unless_empty=unless):
                empty = unless is not None and not place.read(unless.name, unless.on)
                return None if empty else self._seen(place, shape)
            case End(column=None):
                return self._seen(Place(place.node))
            case Lookup(key=key, nodes=nodes):
                return self._node(nodes.labels[0], place.read(key.name, key.on))
            case One(path=path, order=order, shape=shape):
                found = Ordering(self._model, order, path.nodes, path).sort(walk(place.node, path))
                if not found:
                    return None
                return self._seen(found[0], shape) if shape else self._seen(Place(found[0].node))
            case Many(path=Path() as path):
                return self._many(field, path, place, arguments)
            case _:
                raise BeyondError

    def _value(self, field: Value, place: Place) -> Any:
        match field.source:
            case Property(name, on, fallback):
                value = place.read(name, on)
                value = place.read(fallback, on) if value is None and fallback else value
            case GlobalId(label, key):
                value = f"{label}:{place.node.properties[key]}"
            case Role():
                value = place.edge and place.edge.type
            case _:
                raise BeyondError
        if field.type.many:
            return value or []
        return None if field.type.name in {"Date", "DateTime"} and value == "" else value

    def _many(self, field: Many, path: Path, place: Place, arguments: Mapping[str, Any]) -> Any:
        places = walk(place.node, path)
        if role := plain(arguments.get("role")):
            places = [one for one in places if one.edge and one.edge.type == role]
            # Along one type of relationship only, no tie is left between types.
            path = Path((role,), path.direction, path.nodes, path.ties)
        if edges := edge_filter_name(path):
            where = arguments.get("edge")
            places = [one for one in places if self._passing.passes(one, edges, where)]
        return self._connection(field.connection, places, field.order, path, arguments)

    def _connection(
        self,
        name: str,
        places: Sequence[Place],
        default: Sequence[Sort],
        path: Path | None,
        arguments: Mapping[str, Any],
    ) -> dict[str, Any]:
        connection = self._model.catalog.connections[name]
        ordering = Ordering(
            self._model, _sorts(arguments, default), path.nodes if path else connection.nodes, path
        )
        passing = ordering.sort(
            one
            for one in places
            if self._passing.passes(one, connection.nodes.type, arguments.get("where"))
        )
        page, before, after = _page(passing, ordering, arguments)
        cursors = [ordering.cursor(one) for one in page]
        return {
            "totalCount": len(passing),
            "nodes": [self._end(connection, one) for one in page],
            "edges": [
                self._edge(connection, one, cursor)
                for one, cursor in zip(page, cursors, strict=True)
            ],
            "pageInfo": {
                "hasPreviousPage": before,
                "hasNextPage": after,
                "startCursor": cursors[0] if cursors else None,
                "endCursor": cursors[-1] if cursors else None,
            },
        }

    def _edge(self, connection: Connection, place: Place, cursor: str) -> "EdgeValues":
        return EdgeValues(self, self._model.catalog.shapes[connection.edge], place, cursor)

    def _end(self, connection: Connection, place: Place) -> Any:
        node = self._model.catalog.shapes[connection.edge].fields["node"]
        return self.field(node, place)

    def field(self, field: Field, place: Place) -> Any:
        """The value of a field without arguments."""
        return self._field(field, place, {})


def _type_of(seen: Seen, _info: object, _type: object) -> str:
    return seen.shape.type


@dataclass(frozen=True)
class EdgeValues:
    """An edge of a connection, which knows its cursor."""

    answers: PlainAnswers
    shape: Shape
    place: Place
    cursor: str

    def __getitem__(self, name: str) -> Any:
        if name == "cursor":
            return self.cursor
        return self.answers.field(self.shape.fields[name], self.place)


def _sorts(arguments: Mapping[str, Any], default: Sequence[Sort]) -> Sequence[Sort]:
    given = arguments.get("orderBy")
    if given is None:
        return default
    return [
        Sort(plain(one["field"]), descending=plain(one["direction"]) == "DESC") for one in given
    ]


def _page(
    places: list[Place], ordering: Ordering, arguments: Mapping[str, Any]
) -> tuple[list[Place], bool, bool]:
    """The places of a page, and whether there is more before and after."""
    after, before = arguments.get("after"), arguments.get("before")
    if after is not None:
        places = [one for one in places if ordering.beyond(one, after) > 0]
    if before is not None:
        places = [one for one in places if ordering.beyond(one, before) < 0]
    last = arguments.get("last")
    if last is not None:
        page = places[len(places) - last :] if last < len(places) else places
        return page, len(places) > last, before is not None
    first = arguments.get("first")
    first = PAGE if first is None else first
    return places[:first], after is not None, len(places) > first
