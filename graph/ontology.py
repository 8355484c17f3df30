"""The ontology: what can stand in the graph, read once from ``ontology.yaml``.

Event types, modes and contexts are those of PLOVER (Political Language Ontology for Verifiable
Event Records), codebook sections "Event types", "Modes" and "Contexts".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a label or relationship type.

    ``type`` is one of id, string, strings, text, date, datetime, integer, float, ``enum:NAME``
    and ``enums:NAME``. ``index`` asks for an index, ``search`` for one of words; ``internal``
    keeps it from clients; ``incidental`` says that it tells of a load and not of what articles
    say, so that it may differ between two loads of the same.
    """

    name: str
    type: str
    description: str
    index: bool = False
    search: bool = False
    internal: bool = False
    incidental: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A label of nodes; ``key`` names the property that is unique and never null.

    An ``internal`` label serves the graph itself and is not shown to clients; an ``incidental``
    one tells of loads and not of what articles say.
    """

    name: str
    description: str
    key: str
    properties: Mapping[str, Property]
    internal: bool = False
    incidental: bool = False


@dataclass(frozen=True, slots=True)
class Relationship:
    """A type of relationships, with the labels that it may join."""

    name: str
    description: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    properties: Mapping[str, Property]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb, possibly with a preposition, of one actor and of many."""

    singular: str
    plural: str

    def of(self, actors: int) -> str:
        """The form for so many actors."""
        return self.plural if actors > 1 else self.singular


@dataclass(frozen=True, slots=True)
class EventType:
    """A root type of PLOVER; ``intensity`` runs from -10 (conflict) to 10 (cooperation).

    ``verb`` tells what its actors do.
    """

    name: str
    description: str
    intensity: float
    quad_class: str
    modes: tuple[str, ...]
    verb: Verb


@dataclass(frozen=True, slots=True)
class ClosedList:
    """A closed list of values, each with its meaning."""

    name: str
    description: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Ontology:
    """Everything that can stand in the graph."""

    labels: Mapping[str, Label]
    relationships: Mapping[str, Relationship]
    enums: Mapping[str, ClosedList]
    event_types: Mapping[str, EventType]
    contexts: tuple[str, ...]
    effect_verbs: Mapping[str, Verb]
    mode_verbs: Mapping[str, Verb]


def _properties(raw: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Property]:
    return MappingProxyType({name: Property(name=name, **given) for name, given in raw.items()})


def _label(name: str, raw: Mapping[str, Any]) -> Label:
    return Label(
        name,
        raw["description"],
        raw["key"],
        _properties(raw["properties"]),
        internal=raw.get("internal", False),
        incidental=raw.get("incidental", False),
    )


def _relationship(name: str, raw: Mapping[str, Any]) -> Relationship:
    return Relationship(
        name,
        raw["description"],
        tuple(raw["from"]),
        tuple(raw["to"]),
        _properties(raw.get("properties", {})),
    )


def _event_type(name: str, raw: Mapping[str, Any]) -> EventType:
    return EventType(
        name=name,
        description=raw["description"],
        intensity=float(raw["intensity"]),
        quad_class=raw["quadClass"],
        modes=tuple(raw["modes"]),
        verb=Verb(*raw["verb"]),
    )


def _closed_lists(raw: Mapping[str, Any]) -> dict[str, ClosedList]:
    declared = {
        name: ClosedList(name, given["description"], MappingProxyType(given["values"]))
        for name, given in raw["enums"].items()
    }
    types: Mapping[str, Mapping[str, Any]] = raw["eventTypes"]
    modes = {mode: "" for given in types.values() for mode in given["modes"]}
    for mode in modes:
        users = [name for name, given in types.items() if mode in given["modes"]]
        modes[mode] = f"A mode of {' and '.join(users)}."
    declared["EventType"] = ClosedList(
        "EventType",
        "The types of events of PLOVER, and STATEMENT for what it leaves out.",
        MappingProxyType({name: given["description"] for name, given in types.items()}),
    )
    declared["EventMode"] = ClosedList(
        "EventMode", "The modes of events of PLOVER.", MappingProxyType(modes)
    )
    declared["EventContext"] = ClosedList(
        "EventContext",
        "The contexts of events of PLOVER.",
        MappingProxyType(
            {name: f"{name.replace('_', ' ').capitalize()}." for name in raw["contexts"]}
        ),
    )
    return declared


def _verbs(raw: Mapping[str, list[str]]) -> Mapping[str, Verb]:
    return MappingProxyType({name: Verb(*forms) for name, forms in raw.items()})


@cache
def load_ontology() -> Ontology:
    """Read the ontology that ships with the package."""
    raw: dict[str, Any] = yaml.safe_load(
        files("graph").joinpath("ontology.yaml").read_text(encoding="utf-8")
    )
    return Ontology(
        labels=MappingProxyType({n: _label(n, given) for n, given in raw["labels"].items()}),
        relationships=MappingProxyType(
            {n: _relationship(n, given) for n, given in raw["relationships"].items()}
        ),
        enums=MappingProxyType(_closed_lists(raw)),
        event_types=MappingProxyType(
            {n: _event_type(n, given) for n, given in raw["eventTypes"].items()}
        ),
        contexts=tuple(raw["contexts"]),
        effect_verbs=_verbs(raw["effectVerbs"]),
        mode_verbs=_verbs(raw["modeVerbs"]),
    )
