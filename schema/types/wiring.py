"""Wiring: the types of the schema read rows, and every root field is answered by the request."""

from typing import Any, TypeAlias

from graphql import (
    GraphQLObjectType,
    GraphQLSchema,
    is_abstract_type,
    is_introspection_type,
    is_object_type,
)

from schema.compiler.cypher import TYPE

Info: TypeAlias = Any
"""GraphQLResolveInfo, whose type graphql-core leaves open."""


def read_row(row: dict[str, Any], info: Info, **_arguments: Any) -> Any:
    """A field of a row: rows are keyed as the response is, aliases and all."""
    return row[info.path.key]


def row_type(row: dict[str, Any], _info: Info, _type: object) -> str:
    """The type of a row that may be of several."""
    return row[TYPE]


async def answer_root(_root: object, info: Info, **_arguments: Any) -> Any:
    """A root field: the request has the statement for it."""
    return await info.context.answer(info.path.key)


def _wire_object(type_: GraphQLObjectType, *, root: bool) -> None:
    # Strawberry looks for instances of its classes; a row is of the type that the plan says.
    type_.is_type_of = None
    for field in type_.fields.values():
        field.resolve = answer_root if root else read_row


def wire(schema: GraphQLSchema) -> None:
    """Let the schema read rows."""
    for type_ in schema.type_map.values():
        if is_introspection_type(type_):
            continue
        if is_object_type(type_):
            _wire_object(type_, root=type_ is schema.query_type)
        elif is_abstract_type(type_):
            type_.resolve_type = row_type
