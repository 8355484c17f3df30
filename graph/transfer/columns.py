"""The columns of a graph: which properties the elements of each kind have, and of what type."""

from collections.abc import Iterable, Mapping

from graph.transfer.elements import Element, Node

Kind = tuple[str, ...]
"""A label, or a type of relationships with the labels of its ends."""

Columns = dict[str, str]
"""By property: ``string``, ``long``, ``double``, ``boolean`` or ``string[]``."""


def kind_of(element: Element) -> Kind:
    """What an element is."""
    if isinstance(element, Node):
        return (element.end.label,)
    return element.type, element.source.label, element.target.label


TYPES: Mapping[type, str] = {
    bool: "boolean", int: "long", float: "double", list: "string[]",
}  # fmt: skip


def _type(value: object) -> str:
    return TYPES.get(value.__class__, "string")


def columns(elements: Iterable[Element]) -> dict[Kind, Columns]:
    """The columns of all kinds of elements, in alphabetical order."""
    found: dict[Kind, Columns] = {}
    for element in elements:
        known = found.setdefault(kind_of(element), {})
        for name, value in element.properties.items():
            given = _type(value)
            if known.setdefault(name, given) != given:
                known[name] = "double" if {known[name], given} == {"long", "double"} else "string"
    return {kind: dict(sorted(found[kind].items())) for kind in sorted(found)}
