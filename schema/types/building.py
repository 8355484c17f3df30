"""Building Strawberry classes from plain descriptions of their fields.

Types refer to each other by name; all names are found in one namespace when the schema is built.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types import get_object_definition
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

from schema.model.field import LeafType

Namespace = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a field; ``type`` is a Python annotation by names of the namespace."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of an object or input type; an input field may have a default."""

    name: str
    type: str
    description: str
    arguments: tuple[Argument, ...] = ()
    default: object = strawberry.UNSET


def annotation(leaf: LeafType) -> str:
    """The Python annotation of a scalar or enum."""
    python = {"String": "str", "Int": "int", "Float": "float", "Boolean": "bool"}
    one = python.get(leaf.name, leaf.name)
    many = f"list[{one}]" if leaf.many else one
    return many if leaf.required else f"{many} | None"


def _argument(given: Argument, namespace: Namespace) -> StrawberryArgument:
    return StrawberryArgument(
        python_name=given.name,
        graphql_name=given.name,
        type_annotation=StrawberryAnnotation(given.type, namespace=namespace),
        description=given.description,
    )


def _field(given: FieldSpec, namespace: Namespace) -> StrawberryField:
    field = StrawberryField(
        graphql_name=given.name, description=given.description, default=given.default
    )
    field.arguments = [_argument(one, namespace) for one in given.arguments]
    return field


def _attribute(name: str) -> str:
    # ``in`` is a keyword, so every attribute has an underscore; GraphQL has the name as given.
    return f"{name}_"


def _class(name: str, fields: Sequence[FieldSpec], namespace: Namespace, base: type) -> type:
    members = {_attribute(given.name): _field(given, namespace) for given in fields}
    # Dataclasses ask for annotations; the types are set when the class is made.
    annotations = dict.fromkeys(members, object)
    return type(name, (base,), {**members, "__module__": __name__, "__annotations__": annotations})


def _with_types(made: type, fields: Sequence[FieldSpec], namespace: Namespace) -> type:
    types = {_attribute(given.name): given.type for given in fields}
    for field in get_object_definition(made, strict=True).fields:
        if field.python_name in types:
            field.type_annotation = StrawberryAnnotation(
                types[field.python_name], namespace=namespace
            )
    return made


def build_object(
    name: str,
    description: str,
    fields: Sequence[FieldSpec],
    namespace: Namespace,
    base: type = object,
) -> type:
    """An object type; ``base`` is the interface that it implements."""
    made = strawberry.type(
        _class(name, fields, namespace, base), name=name, description=description
    )
    return _with_types(made, fields, namespace)


def build_interface(
    name: str,
    description: str,
    fields: Sequence[FieldSpec],
    namespace: Namespace,
    base: type = object,
) -> type:
    """An interface; ``base`` is the one that it widens."""
    made = strawberry.interface(
        _class(name, fields, namespace, base), name=name, description=description
    )
    return _with_types(made, fields, namespace)


def build_input(
    name: str, description: str, fields: Sequence[FieldSpec], namespace: Namespace
) -> type:
    """An input type."""
    made = strawberry.input(
        _class(name, fields, namespace, object), name=name, description=description
    )
    return _with_types(made, fields, namespace)
