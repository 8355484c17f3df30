"""Finding paths: the cheapest ways from one entity to another along facts.

A hop costs one; going through a hub costs more, for it tells less: by the logarithm of how many
relationships it has. The graph is opened from both ends, step by step, until no way that has not
been seen can be cheaper than those found.
"""

import asyncio
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import Any

import networkx

from graph.errors import InputError
from graph.statement import Statement
from schema.finders.entities import find_entities
from schema.finders.facts import AROUND, BETWEEN, Fact, read_facts
from schema.model.days import END
from schema.reader import Reader

FACTS_AT_ENDS = 500
FACTS_BETWEEN = 60
ENTITIES_A_STEP = 200
"""What is followed at most, so that hubs do not open the whole graph: facts of one kind of an
entity, at the ends and on the way, and entities in one step."""

TRIES = 50
"""Paths that are looked at, for some of them may be too long."""

Hops = list[dict[str, Any]]

DEGREES = Statement(
    "UNWIND $entities AS given MATCH (n) WHERE elementId(n) = given"
    " CALL (n) { MATCH (n)--(m) WITH m LIMIT 2000 RETURN count(*) AS degree }"
    " RETURN given AS element, degree"
)


"""How many relationships entities have; counted up to 2,000, for more makes little difference."""


def hub_cost(degree: int) -> float:
    """What going through an entity costs beyond the hops."""
    return math.log10(max(degree, 1))


class Opening:
    """What has been seen of the graph, from both ends."""

    def __init__(self, reader: Reader, arguments: Mapping[str, Any]) -> None:
        self._reader = reader
        self._arguments = arguments
        self._elements: dict[str, str] = {}
        self._degrees: dict[str, int] = {}
        self._facts: dict[tuple[str, str], dict[tuple[Any, ...], Fact]] = {}
        self._opened: set[str] = set()

    async def begin(self) -> tuple[str, str]:
        """The global ids of both ends; raises InputError where one is not known."""
        ends = [self._arguments["from"], self._arguments["to"]]
        found = await find_entities(self._reader, ends)
        self._elements = {one.id: one.element for one in found}
        start, end = (one.id for one in found)
        if start == end:
            raise InputError(f"from and to are both {start}.", fix="Give two entities.")
        await self._between(start, end)
        return start, end

    async def _between(self, start: str, end: str) -> None:
        """The events between two nations."""
        (label, one), (other_label, other) = start.split(":", 1), end.split(":", 1)
        if label == other_label == "Nation":
            given = self._given(FACTS_AT_ENDS)
            pair = {"pair": "-".join(sorted((one, other))), "one": start}
            self._keep(await self._reader.read(BETWEEN, {**given, **pair}))

    async def open(self, entities: Iterable[str], most: int) -> set[str]:
        """Read the facts around entities; gives those that they lead to."""
        wanted = sorted(set(entities) - self._opened)[:ENTITIES_A_STEP]
        self._opened |= set(wanted)
        given = {"entities": [self._elements[one] for one in wanted]}
        rows = await self._reader.read(AROUND, {**self._given(most), **given})
        self._keep(rows)
        return {row["other"] for row in rows}

    def _given(self, most: int) -> dict[str, Any]:
        names = ("via", "after", "before", "minConfidence")
        given = {name: self._arguments[name] for name in names}
        timeless = given["after"] == "" and given["before"] == END
        return {**given, "timeless": timeless, "most": most}

    def _keep(self, rows: Sequence[Mapping[str, Any]]) -> None:
        self._elements |= {row["other"]: row["element"] for row in rows}
        for fact in read_facts(rows):
            self._facts.setdefault(fact.ends, {})[fact.rank] = fact

    async def graph(self, start: str, end: str, longest: int) -> "networkx.Graph[str]":
        """What lies on ways of at most ``longest`` hops, with what each hop costs."""
        seen: networkx.Graph[str] = networkx.Graph()
        seen.add_nodes_from((start, end))
        seen.add_edges_from(sorted(self._facts))
        near = _distances(seen, start)
        far = _distances(seen, end)
        kept = {one for one in near if near[one] + far.get(one, math.inf) <= longest}
        await self._weigh(kept - {start, end})
        graph: networkx.Graph[str] = networkx.Graph()
        graph.add_nodes_from((start, end))
        for one, other in sorted(self._facts):
            if one in kept and other in kept:
                through = sum(hub_cost(self._degrees.get(each, 1)) for each in (one, other))
                graph.add_edge(one, other, cost=self.best(one, other).cost + through / 2)
        return graph

    async def _weigh(self, entities: Iterable[str]) -> None:
        unknown = {self._elements[one]: one for one in entities if one not in self._degrees}
        if unknown:
            rows = await self._reader.read(DEGREES, {"entities": sorted(unknown)})
            self._degrees |= {unknown[row["element"]]: row["degree"] for row in rows}

    async def promising(self, entities: Iterable[str], start: str, worst: float) -> set[str]:
        """Those through which a way that has not been seen can cost less than ``worst``.

        Beyond one of them such a way has two hops more: to what neither side has opened, and on.
        """
        seen: networkx.Graph[str] = networkx.Graph(sorted(self._facts))
        near = _distances(seen, start)
        unopened = set(entities) - self._opened
        await self._weigh(unopened)
        cost = {one: near[one] + hub_cost(self._degrees[one]) + 2 for one in unopened}
        return {one for one in unopened if cost[one] < worst}

    def best(self, one: str, other: str) -> Fact:
        """The fact to be told of two entities."""
        return min(self._between_them(one, other).values(), key=lambda fact: fact.rank)

    def _between_them(self, one: str, other: str) -> dict[tuple[Any, ...], Fact]:
        return self._facts[min(one, other), max(one, other)]

    def hops(self, path: Sequence[str]) -> Hops:
        """The hops of a path, as the statement takes them."""
        return [
            {
                "at": at,
                "from": self._elements[one],
                "to": self._elements[other],
                "kind": (fact := self.best(one, other)).kind,
                "title": fact.title,
                "event": fact.event,
                "relation": fact.relation,
                "count": len(self._between_them(one, other)),
            }
            for at, (one, other) in enumerate(pairwise(path))
        ]


def _distances(graph: "networkx.Graph[str]", start: str) -> Mapping[str, float]:
    return networkx.single_source_shortest_path_length(graph, start)


Found = list[tuple[float, list[str]]]


def cheapest(graph: "networkx.Graph[str]", start: str, end: str, longest: int, most: int) -> Found:
    """The cheapest paths of at most ``longest`` hops with their costs, in order."""
    if not networkx.has_path(graph, start, end):
        return []
    every: Iterator[list[str]] = networkx.shortest_simple_paths(graph, start, end, weight="cost")
    fitting = (path for path in islice(every, TRIES) if len(path) <= longest + 1)
    priced = [(round(_cost(graph, path), 4), path) for path in islice(fitting, most)]
    return sorted(priced)


def _cost(graph: "networkx.Graph[str]", path: Sequence[str]) -> float:
    return sum(graph.edges[one, other]["cost"] for one, other in pairwise(path))


async def find_paths(reader: Reader, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """The cheapest paths, with their hops."""
    opening = Opening(reader, arguments)
    start, end = await opening.begin()
    longest, most = arguments["maxLength"], arguments["first"]
    fronts, found = ({start}, {end}), Found()
    for step in range(longest):
        side = step % 2
        facts, front = FACTS_AT_ENDS if step < 2 else FACTS_BETWEEN, fronts[side]
        if len(found) == most and step >= 2:
            front = await opening.promising(front, (start, end)[side], found[-1][0])
        fronts[side].update(await opening.open(front, facts))
        graph = await opening.graph(start, end, longest)
        found = await asyncio.to_thread(cheapest, graph, start, end, longest, most)
        # A way that has not been seen has a hop between what both sides have not opened.
        if len(found) == most and found[-1][0] <= step + 2:
            break
    return {
        "paths": [
            {"at": at, "cost": cost, "length": len(path) - 1, "hops": opening.hops(path)}
            for at, (cost, path) in enumerate(found)
        ]
    }
