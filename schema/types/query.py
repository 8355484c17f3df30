"""The query type: where every walk through the graph begins."""

from collections.abc import Iterable

from schema.model.field import (
    Catalog,
    Nodes,
    Records,
    RootField,
    RootList,
    RootNodes,
    RootOne,
)
from schema.types.building import Argument, FieldSpec, Namespace, build_object
from schema.types.objects import list_arguments, record_type, taken

DESCRIPTION = """\
People, nations, organizations, events and agreements of the news, and the articles that say so.

Every root field is answered by one statement of the database. A root field that fails is null,
with an error that tells why; the others are answered all the same."""


def _one_arguments(field: RootOne) -> Iterable[Argument]:
    told = f"The global id, as in {field.label}:..., or the key alone."
    if field.by_key is None:
        yield Argument("id", "ID", told)
        return
    yield Argument("id", "ID | None", f"{told} Either this or {field.by_key}.")
    yield Argument(field.by_key, "str | None", "The key alone. Either this or id.")


def _field(field: RootField, catalog: Catalog) -> FieldSpec:
    name, told = field.name, field.description
    match field:
        case RootList():
            arguments = list_arguments(Nodes(field.label, (field.label,)))
            return FieldSpec(name, f"{field.connection} | None", told, arguments)
        case RootOne():
            return FieldSpec(name, f"{field.label} | None", told, tuple(_one_arguments(field)))
        case RootNodes(many=True):
            ids = Argument("ids", "list[ID]", "Global ids, at most 100.")
            return FieldSpec(name, "list[Node | None] | None", told, (ids,))
        case RootNodes():
            return FieldSpec(name, "Node | None", told, (Argument("id", "ID", "The global id."),))
        case Records():
            # A root field that fails is null, so that the others are answered all the same.
            type_ = record_type(field, catalog).removesuffix(" | None")
            return FieldSpec(name, f"{type_} | None", told, taken(field.arguments))


def build_query(catalog: Catalog, namespace: Namespace) -> type:
    """The query type."""
    fields = [_field(field, catalog) for field in catalog.query.values()]
    return build_object("Query", DESCRIPTION, fields, namespace)
