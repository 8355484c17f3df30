"""States of entities made into rows of nodes and edges, and those of agreements read from them."""

import json
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from graph.ontology import Ontology
from graph.search_text import search_text
from graph.writing.claims import Said
from graph.writing.event_state import EventState
from graph.writing.fold import (
    EntityState,
    Register,
    Reported,
    best_name,
    edge_key,
    edge_parts,
)

Row = dict[str, Any]


def _registers(given: Mapping[str, Any]) -> dict[str, Register]:
    stamps: dict[str, str] = json.loads(given.get("stamps") or "{}")
    return {name: Register(stamp, given[name]) for name, stamp in stamps.items()}


def _edge(given: Mapping[str, Any]) -> tuple[str, Reported]:
    said = Said(
        given["articleId"], given["published"], given["quote"], given["start"], given["end"]
    )
    status = Register(given.get("stamp") or "", given["status"]) if given.get("status") else None
    reported = Reported(given["reports"], given["earliest"], given["latest"], said, status)
    return edge_key(given["label"], given["key"]), reported


def entity_state(node: Mapping[str, Any], edges: Iterable[Mapping[str, Any]]) -> EntityState:
    """The state of an agreement, as its node and derived edges hold it."""
    return EntityState(
        id=node["id"],
        names=frozenset({node["name"]}),
        # Neo4j's bulk importer keeps no empty lists.
        forms=frozenset({node["name"], *node.get("aliases", ())}),
        registers=_registers(node),
        edges=dict(_edge(edge) for edge in edges),
    )


def entity_row(state: EntityState) -> Row:
    """The properties of a person or an organization."""
    name = best_name(state.names)
    return {
        "id": state.id,
        "name": name,
        "aliases": sorted(state.forms - {name}),
        "searchText": search_text({name, *state.forms}),
        **{name: register.value for name, register in state.registers.items()},
    }


def agreement_row(state: EntityState) -> Row:
    """The properties of an agreement, with all that its state needs."""
    stamps = {name: register.stamp for name, register in sorted(state.registers.items())}
    return entity_row(state) | {"stamps": json.dumps(stamps)}


def edge_rows(state: EntityState, label: str) -> list[Row]:
    """The derived edges of an entity to nodes of one label, with their whole properties."""
    parts = ((edge_parts(key), reported) for key, reported in sorted(state.edges.items()))
    return [
        {"id": state.id, "key": key, "title": title, "edge": _edge_properties(title, reported)}
        for (other, key, title), reported in parts
        if other == label
    ]


def _edge_properties(title: str, reported: Reported) -> Row:
    properties: Row = {
        "earliest": reported.earliest,
        "latest": reported.latest,
        "reports": reported.reports,
        "articleId": reported.said.article,
        "published": reported.said.published,
        "quote": reported.said.quote,
        "start": reported.said.start,
        "end": reported.said.end,
    }
    if title:
        properties["title"] = title
    if reported.status:
        properties |= {"status": reported.status.value, "stamp": reported.status.stamp}
    return properties


def event_row(state: EventState, ontology: Ontology, confidence: float | None) -> Row:
    """The properties of an event; its confidence depends on who reports it, and may follow."""
    kind = ontology.event_types[state.type]
    row: Row = {
        "id": state.id,
        "type": state.type,
        "mode": state.mode,
        "quadClass": kind.quad_class,
        "intensity": kind.intensity,
        "modality": state.modality,
        "earliest": state.date.earliest,
        "latest": state.date.latest,
        "precision": state.date.precision,
        "dateSource": state.date.source,
        "title": state.title,
        "contexts": sorted(state.contexts),
        "place": state.place,
        "confidence": confidence,
        **{name: one.count for name, one in state.toll.items()},
    }
    return {name: value for name, value in row.items() if value is not None}


def participant_rows(state: EventState, role: str, label: str) -> list[Row]:
    """The edges of an event to people or organizations in one role."""
    refs = (ref.split(":", 1) for ref in sorted(state.participants.get(role, ())))
    return [{"id": state.id, "key": key} for other, key in refs if other == label]


def nation_rows(state: EventState, role: str) -> list[Row]:
    """The edges of an event to nations in one role."""
    parts = ((key.split(":"), via) for key, via in sorted(state.nations.items()))
    return [
        {"id": state.id, "key": code, "via": sorted(via)}
        for (given, code), via in parts
        if given == role
    ]


def place_rows(state: EventState) -> list[Row]:
    """The edges of an event to the nations where it happened."""
    return [{"id": state.id, "key": code} for code in sorted(state.places)]


def concern_rows(state: EventState) -> list[Row]:
    """The edges of an event to the agreements that it concerns."""
    return [
        {"id": state.id, "key": key, "effect": effect or None}
        for key, effect in sorted(state.concerns.items())
    ]


def dyad_rows(state: EventState) -> list[Row]:
    """The pairs of nations that an event is between."""
    codes = sorted({key.partition(":")[2] for key in state.nations})
    return [
        {"id": state.id, "key": f"{first}-{second}", "first": first, "second": second}
        for first, second in combinations(codes, 2)
    ]
