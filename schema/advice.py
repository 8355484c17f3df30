"""Advice: what a document could have said, where it says what the schema does not have."""

import re
from collections.abc import Iterable

from graphql import (
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLError,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    Node,
    OperationDefinitionNode,
    OperationType,
)

NAMED = re.compile(r"'(\w+)(?:\.(\w+))?[!\]]*'")
"""A type that an error names, or a field of one."""

SUGGESTED = "Did you mean"
"""What graphql-core says where it knows the fix itself."""

FRAGMENTS = (InlineFragmentNode, FragmentSpreadNode)

ONLY_QUERIES = "Ask a query; the graph changes only by loading articles."

MOST_NAMES = 50


def advised(schema: GraphQLSchema, error: GraphQLError) -> GraphQLError:
    """The error, with a fix where one can be told: the names that the schema has in this place."""
    fix = _fix(schema, error)
    if fix is None or error.extensions:
        return error
    return GraphQLError(
        error.message,
        error.nodes,
        error.source,
        error.positions,
        error.path,
        error.original_error,
        {"fix": fix},
    )


def _fix(schema: GraphQLSchema, error: GraphQLError) -> str | None:
    nodes = error.nodes or ()
    # Of fragments too many names are told: those of both types.
    if SUGGESTED in error.message or any(isinstance(node, FRAGMENTS) for node in nodes):
        return None
    if any(_changes(node) for node in nodes):
        return ONLY_QUERIES
    found = (_names(schema, *named) for named in NAMED.findall(error.message))
    return next(filter(None, found), None)


def _changes(node: Node) -> bool:
    return isinstance(node, OperationDefinitionNode) and node.operation != OperationType.QUERY


def _names(schema: GraphQLSchema, type_name: str, field_name: str) -> str | None:
    type_ = schema.type_map.get(type_name)
    match type_:
        case GraphQLEnumType():
            return f"{type_name} is one of {_listed(type_.values)}."
        case GraphQLInputObjectType():
            return f"{type_name} is an object of {_listed(type_.fields)}."
        case GraphQLObjectType() | GraphQLInterfaceType() if not field_name:
            return f"{type_name} has {_listed(type_.fields)}."
        case GraphQLObjectType() | GraphQLInterfaceType() if field_name in type_.fields:
            arguments = type_.fields[field_name].args
            told = f"takes {_listed(arguments)}" if arguments else "takes no arguments"
            return f"{type_name}.{field_name} {told}."
        case _:
            return None


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    more = [f"{len(every) - MOST_NAMES} more"] if len(every) > MOST_NAMES else []
    return ", ".join([*every[:MOST_NAMES], *more])
