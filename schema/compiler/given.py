"""What a client gives, without its values: constants of the document, and places in variables.

The form of the variables decides what a statement looks like: which filters there are, how long
their lists are, what is null. Their values do not, but for booleans and for the few enums that
choose a name (an order, a role): those are part of the form.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias, cast

from schema.compiler.input_types import InputType, chooses_a_name, input_fields, item_type

Step: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that is known: it stands in the document, or is part of the variables' form."""

    value: Any


@dataclass(frozen=True, slots=True)
class FromVariable:
    """A value to be found in the variables: the name of one, then keys and positions."""

    path: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class GivenList:
    """A list of several."""

    items: tuple["Given", ...]


@dataclass(frozen=True, slots=True)
class GivenObject:
    """An input object: the fields that are given."""

    entries: tuple[tuple[str, "Given"], ...]


Given: TypeAlias = Constant | FromVariable | GivenList | GivenObject

Form: TypeAlias = tuple[tuple[str, Given], ...]
"""The form of all variables; those that are absent are left out."""

NULL = Constant(None)

FOUND = "#found"
"""Where the variables hold what a finder found; no client can name a variable so."""


def plain(value: Any) -> Any:
    """A value as the graph has it: the value of an enum, in lists too."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list | tuple):
        return [plain(item) for item in cast(list[Any], value)]
    return value


def read(given: Given, variables: Mapping[str, Any]) -> Any:
    """The value, now that the variables are known."""
    match given:
        case Constant(value):
            return value
        case FromVariable(path):
            value: Any = variables
            for step in path:
                value = value[step]
            return plain(value)
        case GivenList(items):
            return [read(item, variables) for item in items]
        case GivenObject(entries):
            return {name: read(entry, variables) for name, entry in entries}


def is_null(given: Given | None) -> bool:
    """Whether it is null or not given at all."""
    return given is None or given == NULL


def entries(given: Given | None) -> Mapping[str, Given]:
    """The fields of an input object; none where it is null or not given."""
    return dict(given.entries) if isinstance(given, GivenObject) else {}


def items(given: Given | None) -> Iterable[Given]:
    """The items of a list of input objects; none where it is null or not given."""
    return given.items if isinstance(given, GivenList) else ()


def form_of(value: Any, type_: InputType, path: tuple[Step, ...]) -> Given:
    """The form of a coerced value of a variable."""
    if value is None:
        return NULL
    if chooses_a_name(type_):
        return Constant(plain(value))
    fields, item = input_fields(type_), item_type(type_)
    if fields is not None:
        forms = (
            (name, form_of(value[name], field.type, (*path, name)))
            for name, field in fields.items()
            if name in value
        )
        return GivenObject(tuple(forms))
    if item is not None and _has_form(item):
        forms = (form_of(one, item, (*path, at)) for at, one in enumerate(value))
        return GivenList(tuple(forms))
    return FromVariable(path)


def _has_form(type_: InputType) -> bool:
    """Whether more than being null can be said of a value before it is known."""
    inner = item_type(type_)
    if inner is not None:
        return _has_form(inner)
    return input_fields(type_) is not None or chooses_a_name(type_)
