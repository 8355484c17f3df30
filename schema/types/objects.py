"""Object types and interfaces, generated from the catalog."""

from collections.abc import Iterable
from dataclasses import replace

from schema.model.field import (
    Catalog,
    Connection,
    End,
    Field,
    Lookup,
    Many,
    Nodes,
    One,
    Part,
    Path,
    Records,
    Shape,
    Taken,
    Value,
)
from schema.model.filter import edge_filter_name
from schema.model.order import ORDERS
from schema.types.building import (
    Argument,
    FieldSpec,
    Namespace,
    annotation,
    build_interface,
    build_object,
)

PAGE = (
    Argument("first", "int | None", "How many from the beginning; 20 unless given, at most 100."),
    Argument("after", "str | None", "Only what comes after this cursor."),
    Argument("last", "int | None", "How many from the end, in place of first; at most 100."),
    Argument("before", "str | None", "Only what comes before this cursor."),
)

ROLE = Argument("role", "ParticipantRole | None", "Only in this role.")

PAGE_INFO = (
    FieldSpec(
        "hasNextPage",
        "bool",
        "Whether there is more after this page; going back with last, whether before is given.",
    ),
    FieldSpec(
        "hasPreviousPage",
        "bool",
        "Whether there is more before this page; going on with first, whether after is given.",
    ),
    FieldSpec("startCursor", "str | None", "The cursor of the first edge."),
    FieldSpec("endCursor", "str | None", "The cursor of the last edge."),
)

CURSOR = FieldSpec("cursor", "str", "The place in the list, for after and before.")


def list_arguments(nodes: Nodes) -> tuple[Argument, ...]:
    """The arguments of every list of these nodes."""
    where = Argument("where", f"{nodes.type}Filter | None", "Only what passes this filter.")
    if nodes.type not in ORDERS:
        return (where, *PAGE)
    order = Argument(
        "orderBy",
        f"list[{nodes.type}Order] | None",
        "The keys to sort by, the first one first; ties are broken by the id.",
    )
    return (where, order, *PAGE)


def taken(arguments: Iterable[Taken]) -> tuple[Argument, ...]:
    """The arguments of a field with a written walk."""
    return tuple(Argument(one.name, one.type, one.description) for one in arguments)


def record_type(field: Records, catalog: Catalog) -> str:
    """The type of a field that holds records."""
    shape = catalog.shapes[field.shape].type
    return f"list[{shape}]" if field.many else f"{shape} | None"


def field_spec(field: Field, catalog: Catalog) -> FieldSpec:
    """A field of the catalog as a field of an object type."""
    name, told = field.name, field.description
    match field:
        case Value():
            return FieldSpec(name, annotation(field.type), told)
        case Part():
            shape = catalog.shapes[field.shape].type
            return FieldSpec(name, f"{shape} | None" if field.unless_empty else shape, told)
        case End():
            type_ = f"{field.nodes.type} | None" if field.optional else field.nodes.type
            return FieldSpec(name, type_, told)
        case Lookup():
            return FieldSpec(name, f"{field.nodes.type} | None", told)
        case One():
            found = catalog.shapes[field.shape].type if field.shape else field.path.nodes.type
            return FieldSpec(name, f"{found} | None", told)
        case Many():
            nodes = catalog.connections[field.connection].nodes
            roles = (ROLE,) if isinstance(field.path, Path) and len(field.path.types) > 1 else ()
            edges = edge_filter_name(field.path) if isinstance(field.path, Path) else None
            told_edges = "Only what is led to by an edge that passes this."
            narrow = (Argument("edge", f"{edges} | None", told_edges),) if edges else ()
            arguments = (*roles, *taken(field.arguments), *narrow, *list_arguments(nodes))
            return FieldSpec(name, field.connection, told, arguments)
        case Records():
            return FieldSpec(name, record_type(field, catalog), told, taken(field.arguments))


def _build_interfaces(catalog: Catalog, namespace: Namespace) -> dict[str, type]:
    made: dict[str, type] = {}
    for one in catalog.interfaces.values():
        sample = catalog.shapes[one.nodes.labels[0]].fields
        fields = [
            replace(field_spec(sample[name], catalog), description=told)
            for name, told in one.fields.items()
        ]
        base = made[one.parent] if one.parent else object
        made[one.name] = build_interface(one.name, one.description, fields, namespace, base)
    return made


def _interface(shape: Shape, catalog: Catalog) -> str | None:
    """The narrowest interface that a type implements, and with it all that this one widens."""
    found = [one.name for one in catalog.interfaces.values() if shape.label in one.nodes.labels]
    return found[-1] if found else None


def _edge_fields(shape: Shape, catalog: Catalog) -> Iterable[FieldSpec]:
    if any(connection.edge == shape.name for connection in catalog.connections.values()):
        yield CURSOR
    yield from (field_spec(field, catalog) for field in shape.fields.values())


def _connection_fields(connection: Connection, catalog: Catalog) -> Iterable[FieldSpec]:
    node = field_spec(catalog.shapes[connection.edge].fields["node"], catalog)
    yield FieldSpec("edges", f"list[{connection.edge}]", "The places of this page.")
    yield FieldSpec("nodes", f"list[{node.type}]", "What the edges lead to, without the edges.")
    yield FieldSpec("pageInfo", "PageInfo", "Where this page stands in the list.")
    yield FieldSpec("totalCount", "int", "How many there are on all pages; counted when asked.")


def build_objects(catalog: Catalog, namespace: Namespace) -> dict[str, type]:
    """All object types and interfaces by name."""
    made = _build_interfaces(catalog, namespace)
    for shape in {shape.type: shape for shape in catalog.shapes.values()}.values():
        interface = _interface(shape, catalog)
        base = made[interface] if interface else object
        fields = [*_edge_fields(shape, catalog)]
        made[shape.type] = build_object(shape.type, shape.description, fields, namespace, base)
    for one in catalog.connections.values():
        fields = [*_connection_fields(one, catalog)]
        made[one.name] = build_object(one.name, one.description, fields, namespace)
    told = "Where a page stands in its list."
    return {**made, "PageInfo": build_object("PageInfo", told, PAGE_INFO, namespace)}
