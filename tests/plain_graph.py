"""A graph in memory, and what filters, orders and pages mean in it, in the plainest way.

It shares nothing with the compiler but the model and the text of cursors.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cmp_to_key
from typing import Any, cast

from graph.database import Database
from schema.compiler.cursors import decode_cursor, encode_cursor
from schema.compiler.orders import GREATEST, LEAST
from schema.model.field import Direction, GlobalId, Many, Nodes, On, Path, Property, Role, Sort
from schema.model.filter import (
    EvidenceTest,
    IntervalTest,
    ListTest,
    MemberTest,
    NodeTest,
    RelatedTest,
    ValueTest,
)
from schema.model.model import Model
from schema.model.order import DERIVED

Given = Mapping[str, Any]


@dataclass(eq=False)
class Node:
    label: str
    properties: dict[str, Any]
    edges: list["Edge"] = field(default_factory=list["Edge"])


@dataclass(eq=False)
class Edge:
    type: str
    properties: dict[str, Any]
    source: Node
    target: Node


@dataclass(frozen=True)
class Place:
    """A node and the edge that led to it."""

    node: Node
    edge: Edge | None = None

    def read(self, name: str, on: On) -> Any:
        owner = self.node if on is On.NODE else self.edge
        assert owner is not None
        return owner.properties.get(name)


async def read_graph(database: Database) -> list[Node]:
    """All nodes of a graph, with their edges."""
    rows = await database.read(
        "MATCH (n) RETURN id(n) AS id, head(labels(n)) AS label, properties(n) AS properties"
    )
    nodes = {str(row["id"]): Node(row["label"], row["properties"]) for row in rows}
    for row in await database.read(
        "MATCH (a)-[r]->(b)"
        " RETURN id(a) AS a, type(r) AS type, properties(r) AS properties, id(b) AS b"
    ):
        source, target = nodes[str(row["a"])], nodes[str(row["b"])]
        edge = Edge(row["type"], row["properties"], source, target)
        for end in {source, target}:
            end.edges.append(edge)
    return list(nodes.values())


def walk(node: Node, path: Path) -> list[Place]:
    """What a path leads to."""
    outward = path.direction is Direction.OUT
    found = [
        Place(edge.target if outward else edge.source, edge)
        for edge in node.edges
        if edge.type in path.types and (edge.source if outward else edge.target) is node
    ]
    return [place for place in found if place.node.label in path.nodes.labels]


def plain(value: Any) -> Any:
    """Enums by their value in the graph."""
    if isinstance(value, list):
        return [plain(one) for one in cast(list[Any], value)]
    return value.value if isinstance(value, Enum) else value


def _end_of_day(day: str) -> str:
    return f"{day}T~" if len(day) == 10 else day


def _keys(given: Any, prefix: str) -> Any:
    if isinstance(given, list):
        return [_keys(one, prefix) for one in cast(list[Any], given)]
    return str(given).removeprefix(prefix)


COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": lambda held, given: held == given,
    "in": lambda held, given: held in given,
    "contains": lambda held, given: given in held,
    "startsWith": lambda held, given: held.startswith(given),
    "endsWith": lambda held, given: held.endswith(given),
    "gt": lambda held, given: held > given,
    "gte": lambda held, given: held >= given,
    "lt": lambda held, given: held < given,
    "lte": lambda held, given: held <= given,
    "has": lambda held, given: given in held,
    "hasAny": lambda held, given: bool(set(held) & set(given)),
    "hasAll": lambda held, given: set(held) >= set(given),
}


class Passing:
    """Decides what passes a filter."""

    def __init__(self, model: Model) -> None:
        self._model = model

    def passes(self, place: Place, filter_: str, where: Given | None) -> bool:
        """Whether a place passes a filter of nodes or edges."""
        tests = self._model.filters.of(filter_).tests
        for name, given in (where or {}).items():
            if given is None:
                continue
            match name:
                case "AND":
                    passed = all(self.passes(place, filter_, one) for one in given)
                case "OR":
                    passed = any(self.passes(place, filter_, one) for one in given)
                case "NOT":
                    passed = not self.passes(place, filter_, given)
                case _:
                    passed = self._test(tests[name], place, given)
            if not passed:
                return False
        return True

    def _test(self, test: NodeTest, place: Place, given: Given) -> bool:
        match test:
            case ValueTest(source=source, filter=name):
                of = self._model.filters.values[name].of.name
                return self._value(self._read(source, place), given, of, source)
            case RelatedTest(path=path):
                return any(
                    self.passes(one, path.nodes.type, given) for one in walk(place.node, path)
                )
            case ListTest():
                return self._list(test, place, given)
            case EvidenceTest(path=path):
                return self._evidence(walk(place.node, path), given)
            case IntervalTest():
                return self._interval(place.node.properties, given)
            case MemberTest(label=label):
                return place.node.label == label and self.passes(place, label, given)

    def _read(self, source: Property | GlobalId | Role, place: Place) -> Any:
        match source:
            case Property(name, on):
                return place.read(name, on)
            case GlobalId(_, key):
                return place.node.properties[key]
            case Role():
                assert place.edge is not None
                return place.edge.type

    def _value(self, held: Any, given: Given, of: str, source: Any) -> bool:
        ignore = given.get("ignoreCase", False)
        return all(
            self._compare(held, name, plain(value), of, source, ignore_case=ignore)
            for name, value in given.items()
            if name != "ignoreCase"
        )

    def _compare(
        self, held: Any, name: str, given: Any, of: str, source: Any, *, ignore_case: bool
    ) -> bool:
        if name == "isNull":
            return given is None or (held is None) is given
        if isinstance(source, GlobalId):
            given = _keys(given, f"{source.label}:")
        if name == "eq" and given is None:
            return held is None
        if name == "notIn":
            return held is None or held not in given
        if name.startswith("has"):
            held = held or []
        if held is None:
            return False
        if of == "DateTime" and name in {"gt", "lte"}:
            given = _end_of_day(given)
        if name in {"contains", "startsWith", "endsWith"} and ignore_case:
            held, given = held.lower(), given.lower()
        return COMPARISONS[name](held, given)

    def _list(self, test: ListTest, place: Place, given: Given) -> bool:
        declared = self._model.filters.lists[test.filter]
        places = walk(place.node, test.path)
        if declared.edges:
            places = [one for one in places if self.passes(one, declared.edges, given.get("edge"))]

        def passing(where: Given | None) -> int:
            return sum(self.passes(one, declared.nodes, where) for one in places)

        numbers: Given = given.get("count") or {}
        return (
            (given.get("some") is None or passing(given["some"]) > 0)
            and (given.get("none") is None or passing(given["none"]) == 0)
            and (given.get("all") is None or passing(given["all"]) == len(places))
            and (given.get("single") is None or passing(given["single"]) == 1)
            and all(
                COMPARISONS[name](passing(given.get("counted")), number)
                for name, number in numbers.items()
            )
        )

    def _evidence(self, reports: Sequence[Place], given: Given) -> bool:
        least, publishers = given.get("minConfidence"), given.get("minPublishers")
        if least is not None:
            reports = [one for one in reports if (one.read("confidence", On.EDGE) or -1) >= least]
        if publishers is not None:
            named = {one.node.properties.get("publisher") for one in reports} - {None}
            return len(named) >= publishers
        return least is None or bool(reports)

    def _interval(self, held: Given, given: Given) -> bool:
        earliest, latest = held.get("earliest"), held.get("latest")
        overlaps: Given = given.get("overlaps") or {}
        within: Given = given.get("within") or {}
        tests = (
            (latest, "gte", overlaps.get("from")),
            (earliest, "lte", overlaps.get("to")),
            (earliest, "gte", within.get("from")),
            (latest, "lte", within.get("to")),
            (latest, "lt", given.get("definitelyBefore")),
            (earliest, "gt", given.get("definitelyAfter")),
        )
        return all(
            one is not None and COMPARISONS[name](one, bound)
            for one, name, bound in tests
            if bound is not None
        )


@dataclass(frozen=True)
class Key:
    """A key to sort by: how it is read, which way, and what kind it is."""

    name: str
    read: Callable[[Place], Any]
    descending: bool
    kind: type


class Ordering:
    """Sorts places, and tells where a cursor stands among them."""

    def __init__(
        self, model: Model, sorts: Sequence[Sort], nodes: Nodes, path: Path | None
    ) -> None:
        self._model = model
        self._nodes = nodes
        self._path = path
        self.name = ",".join(f"{'-' if one.descending else ''}{one.property}" for one in sorts)
        keys = {key.name: key for key in reversed([*map(self._key, sorts), *self._ties()])}
        self.keys = [keys[name] for name in dict.fromkeys(key.name for key in self._all(sorts))]

    def _all(self, sorts: Sequence[Sort]) -> Iterable[Key]:
        yield from map(self._key, sorts)
        yield from self._ties()

    def _key(self, sort: Sort) -> Key:
        kind, read = self._source(sort)
        absent = (LEAST if sort.descending else GREATEST)[kind]

        def filled(place: Place) -> Any:
            value = read(place)
            return absent if value is None else value

        return Key(f"{sort.on}{sort.property}", filled, sort.descending, kind)

    def _source(self, sort: Sort) -> tuple[type, Callable[[Place], Any]]:
        derived = DERIVED.get(sort.property) if sort.on is On.NODE else None
        if derived is None:
            ontology = self._model.ontology
            if sort.on is On.EDGE and self._path:
                owner = ontology.relationships[self._path.types[0]]
            else:
                owner = ontology.labels[self._nodes.labels[0]]
            type_ = owner.properties[sort.property].type
            kind = {"integer": int, "float": float}.get(type_, str)
            return kind, lambda place: place.read(sort.property, sort.on)
        found = self._model.catalog.shapes[self._nodes.labels[0]].fields[derived.list]
        assert isinstance(found, Many)
        assert isinstance(found.path, Path)
        path, greatest = found.path, derived.greatest
        if greatest is None:
            return int, lambda place: len(walk(place.node, path))

        def last(place: Place) -> Any:
            values = (one.node.properties.get(greatest) for one in walk(place.node, path))
            return max((one for one in values if one is not None), default=None)

        return str, last

    def _ties(self) -> Iterable[Key]:
        keys = self._model.catalog.keys
        named = {keys[label] for label in self._nodes.labels}
        name = f"{On.NODE}{named.pop()}" if len(named) == 1 else "key"
        yield Key(name, lambda at: at.node.properties[keys[at.node.label]], False, str)
        if len(self._nodes.labels) > 1:
            yield Key("label", lambda at: at.node.label, False, str)
        if self._path:
            yield from (self._key(Sort(tie, On.EDGE)) for tie in self._path.ties)
            if len(self._path.types) > 1:
                yield Key("type", lambda at: at.edge and at.edge.type, False, str)

    def values(self, place: Place) -> list[Any]:
        """The keys of a place."""
        return [key.read(place) for key in self.keys]

    def compare(self, one: Sequence[Any], other: Sequence[Any]) -> int:
        """Which of two lists of keys comes first."""
        for key, left, right in zip(self.keys, one, other, strict=True):
            if left != right:
                return 1 if (left > right) is not key.descending else -1
        return 0

    def sort(self, places: Iterable[Place]) -> list[Place]:
        """Places in their order."""
        return sorted(
            places,
            key=cmp_to_key(lambda a, b: self.compare(self.values(a), self.values(b))),
        )

    def cursor(self, place: Place) -> str:
        """The cursor of a place."""
        return encode_cursor(self.name, self.values(place))

    def beyond(self, place: Place, cursor: str) -> int:
        """Whether a place comes after a cursor: less, equal or greater than zero."""
        keys = decode_cursor(self.name, [key.kind for key in self.keys], cursor)
        return self.compare(self.values(place), keys)
