"""Fits: values of the graph as the response has them, where no one else completes them.

What graphql-core would refuse (null where the type promises a value, a word that the enum does not
have) is refused here too; then graphql-core completes the answer, and tells what is wrong in its
own words.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLSchema, is_enum_type

from schema.compiler.given import plain
from schema.model.field import GlobalId, LeafType, Source

Row = dict[str, Any]

EnumNames = Mapping[str, Mapping[str, str]]
"""By enum: the GraphQL name of each value of the graph."""


class UnfitError(Exception):
    """A value of the graph is none that the response can have."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """How values fit: an enum by its ``names``, null only where it is not ``required``."""

    names: Mapping[str, str] | None
    many: bool
    required: bool


def fitting(fits: Sequence[tuple[str, Fit]]) -> Callable[[Iterable[Row], object], None]:
    """What makes the values under keys of objects fit; it raises UnfitError."""
    promised = [key for key, fit in fits if fit.names is None and fit.required]
    lists = [(key, fit.names) for key, fit in fits if fit.names is not None and fit.many]
    words = [
        # Null is one of the words where nothing is promised.
        (key, fit.names if fit.required else {**fit.names, None: None})
        for key, fit in fits
        if fit.names is not None and not fit.many
    ]

    def work(rows: Iterable[Row], _sizes: object) -> None:
        try:
            for row in rows:
                for key, names in words:
                    row[key] = names[row[key]]
                for key in promised:
                    if row[key] is None:
                        raise UnfitError
                for key, names in lists:
                    if (held := row[key]) is not None:
                        row[key] = [names[one] for one in held]
        except (KeyError, TypeError):
            raise UnfitError from None

    return work


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
