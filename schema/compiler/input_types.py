"""Input types of graphql-core, which leaves its generic types open: looked at in one place."""

from collections.abc import Mapping
from typing import Any, TypeAlias, cast

import graphql
from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    TypeNode,
    ValueNode,
    utilities,
)

InputType: TypeAlias = Any
"""A type of graphql-core that values of a client can have."""


def nullable(type_: InputType) -> InputType:
    """The type without the promise that it is not null."""
    return cast(Any, type_).of_type if isinstance(type_, GraphQLNonNull) else type_


def item_type(type_: InputType) -> InputType | None:
    """The type of a list's items; None for what is no list."""
    bare = nullable(type_)
    return cast(Any, bare).of_type if isinstance(bare, GraphQLList) else None


def input_fields(type_: InputType) -> Mapping[str, GraphQLInputField] | None:
    """The fields of an input object; None for what is none."""
    bare = nullable(type_)
    return bare.fields if isinstance(bare, GraphQLInputObjectType) else None


def chooses_a_name(type_: InputType) -> bool:
    """Whether a value of the type decides what a statement looks like."""
    bare = nullable(type_)
    return bare is GraphQLBoolean or (
        isinstance(bare, GraphQLEnumType)
        and (bare.name.endswith("OrderField") or bare.name in {"OrderDirection", "ParticipantRole"})
    )


def type_of(schema: GraphQLSchema, node: TypeNode) -> InputType:
    """The type that a variable is declared with."""
    return cast(Any, graphql).type_from_ast(schema, node)


def leaf_value(node: ValueNode, type_: InputType) -> Any:
    """The value of a valid literal of a scalar or enum."""
    return cast(Any, utilities).coerce_input_literal(node, type_)
