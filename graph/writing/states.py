"""States of entities as they stand in the graph: rows read into states, states made into rows."""

import json
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from graph.search_text import search_text
from graph.writing.claims import Said
from graph.writing.fold import (
    Counted,
    EdgeKey,
    EntityState,
    EventState,
    Register,
    Reported,
    best_name,
)

Row = dict[str, Any]


def _registers(given: Mapping[str, Any]) -> dict[str, Register]:
    stamps: dict[str, str] = json.loads(given.get("stamps") or "{}")
    return {name: Register(stamp, given[name]) for name, stamp in stamps.items()}


def _edge(given: Mapping[str, Any]) -> tuple[EdgeKey, Reported]:
    said = Said(
        given["articleId"], given["published"], given["quote"], given["start"], given["end"]
    )
    status = Register(given.get("stamp") or "", given["status"]) if given.get("status") else None
    reported = Reported(given["reports"], given["earliest"], given["latest"], said, status)
    return (given.get("title") or "", given["label"], given["key"]), reported


def entity_state(node: Mapping[str, Any], edges: Iterable[Mapping[str, Any]]) -> EntityState:
    """The state of a node and its derived edges, as read."""
    return EntityState(
        id=node["id"],
        names=frozenset({node["name"]}),
        forms=frozenset({node["name"], *node["aliases"]}),
        registers=_registers(node),
        edges=dict(_edge(edge) for edge in edges),
    )


def entity_row(state: EntityState) -> Row:
    """The whole properties of the node."""
    name = best_name(state.names)
    return {
        "id": state.id,
        "name": name,
        "aliases": sorted(state.forms - {name}),
        "searchText": search_text({name, *state.forms}),
        "stamps": json.dumps(
            {name: register.stamp for name, register in sorted(state.registers.items())}
        ),
        **{name: register.value for name, register in state.registers.items()},
    }


def edge_rows(state: EntityState, label: str) -> list[Row]:
    """The derived edges of an entity to nodes of one label, with their whole properties."""
    return [
        {"id": state.id, "key": key, "title": title, "edge": _edge_properties(title, reported)}
        for (title, other, key), reported in sorted(state.edges.items())
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


def event_state(node: Mapping[str, Any], nations: Iterable[Mapping[str, Any]]) -> EventState:
    """The state of an event and of its edges to nations, as read."""
    return EventState(
        id=node["id"],
        title=node["title"],
        contexts=frozenset(node["contexts"]),
        confidence=node["confidence"],
        date_source=node["dateSource"],
        place=node.get("place"),
        nations={(one["role"], one["code"]): frozenset(one["via"]) for one in nations},
        toll=_toll(node),
    )


def _toll(node: Mapping[str, Any]) -> dict[str, Counted]:
    stamps: dict[str, str] = json.loads(node.get("tollStamps") or "{}")
    return {name: Counted(stamp, node[name]) for name, stamp in stamps.items()}


def event_row(state: EventState) -> Row:
    """The properties of an event that its reports add to."""
    return {
        "id": state.id,
        "title": state.title,
        "contexts": sorted(state.contexts),
        "confidence": state.confidence,
        "dateSource": state.date_source,
        "place": state.place,
        **_counts(state.toll),
    }


TOLL = ("dead", "injured", "arrested")


def _counts(toll: Mapping[str, Counted]) -> Row:
    """All counts, so that those which nobody states any more are taken away."""
    stamps = {name: one.stamp for name, one in sorted(toll.items())}
    counts: Row = {name: toll[name].count if name in toll else None for name in TOLL}
    return counts | {"tollStamps": json.dumps(stamps) if stamps else None}


def nation_rows(state: EventState, role: str) -> list[Row]:
    """The edges of an event to nations in one role."""
    return [
        {"id": state.id, "key": code, "via": sorted(via)}
        for (given, code), via in sorted(state.nations.items())
        if given == role
    ]


def dyad_rows(state: EventState) -> list[Row]:
    """The pairs of nations that an event is between."""
    codes = sorted({code for _, code in state.nations})
    return [
        {"id": state.id, "key": f"{first}-{second}", "first": first, "second": second}
        for first, second in combinations(codes, 2)
    ]
