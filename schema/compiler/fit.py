"""Fits: values of the graph as the response has them, where no one else completes them.

What graphql-core would refuse (null where the type promises a value, a word that the enum does not
have) is refused here too; then graphql-core completes the answer, and tells what is wrong in its
own words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLSchema, is_enum_type

from schema.compiler.given import plain
from schema.model.field import GlobalId, LeafType, Source

EnumNames = Mapping[str, Mapping[str, str]]
"""By enum: the GraphQL name of each value of the graph."""


class UnfitError(Exception):
    """A value of the graph is none that the response can have."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """Makes a value fit: an enum by its ``names``, null only where it is not ``required``."""

    names: Mapping[str, str] | None
    many: bool
    required: bool

    def __call__(self, value: Any) -> Any:
        """The value for the response; raises UnfitError."""
        if value is None:
            if self.required:
                raise UnfitError
            return None
        if self.names is None:
            return value
        try:
            return [self.names[one] for one in value] if self.many else self.names[value]
        except (KeyError, TypeError):
            raise UnfitError from None


def fit_of(leaf: LeafType, source: Source, enums: EnumNames) -> Fit | None:
    """What makes values of a field fit; None where they fit as they are."""
    names = enums.get(leaf.name)
    required = leaf.required and not leaf.many and not isinstance(source, GlobalId)
    return Fit(names, leaf.many, required) if names or required else None


def enum_names(schema: GraphQLSchema) -> EnumNames:
    """The names of the values of all enums of a schema."""
    return {
        type_.name: {plain(value.value): name for name, value in type_.values.items()}
        for type_ in schema.type_map.values()
        if is_enum_type(type_) and not type_.name.startswith("__")
    }
