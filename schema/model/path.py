"""Paths: how one entity is connected with another, explained fact by fact."""

from typing import Any

from graph.errors import InputError
from schema.finders.facts import KINDS
from schema.finders.paths import find_paths
from schema.model.days import BEGINNING, END
from schema.model.evidence import EVIDENCE
from schema.model.field import Column, End, LeafType, Records, Shape, Taken, Value, Written
from schema.model.taken import at_most
from schema.model.timeline import entity_keys
from schema.model.walks import ENTITY, EVENT

LONGEST = 6
MOST = 10


def _confidence(given: Any) -> float:
    if not 0 <= given <= 1:
        raise InputError(f"minConfidence is {given}.", fix="Give a number from 0 to 1.")
    return given


def _end(name: str, told: str) -> Taken:
    return Taken(name, "ID", f"The global id of the entity at which it {told}.", None, entity_keys)


def _number(name: str, told: str, usual: int, most: int) -> Taken:
    limits = f"{usual} unless given, at most {most}."
    return Taken(name, "int | None", f"{told}; {limits}", usual, at_most(name, most, least=1))


ARGUMENTS = (
    _end("from", "begins"),
    _end("to", "ends"),
    _number("maxLength", "How many hops a path may have", 4, LONGEST),
    _number("first", "How many paths", 3, MOST),
    Taken(
        "via",
        "list[FactKind] | None",
        "Only facts of these kinds.",
        (),
        lambda given: list(given or KINDS),
    ),
    Taken("after", "Date | None", "Only facts that may have been on this day or later.", BEGINNING),
    Taken(
        "before",
        "Date | None",
        "Only facts that may have been on this day or earlier.",
        END,
        since="after",
    ),
    Taken(
        "minConfidence",
        "float | None",
        "Only events of at least this confidence; other facts have none.",
        0.0,
        _confidence,
    ),
)

PATH = Records(
    "path",
    "The cheapest ways from one entity to another along facts. A hop costs one, and going through"
    " what very many facts lead to costs more. Of hubs, only their surest events are followed.",
    "Path",
    Written(
        "UNWIND $paths AS @path WITH @path.at AS @at, @path.cost AS @cost,"
        " @path.length AS @length, @path.hops AS @hops",
        columns=("at", "cost", "length", "hops"),
        order="@at",
    ),
    ARGUMENTS,
    size="first",
    finder=find_paths,
)

HOPS = Records(
    "hops",
    "The facts along the way, in order.",
    "Hop",
    Written(
        "UNWIND @hops AS @hop MATCH (@node) WHERE elementId(@node) = @hop.to"
        " MATCH (@origin) WHERE elementId(@origin) = @hop.from"
        " OPTIONAL MATCH (@event:Event {id: @hop.event})"
        " WITH @node, @origin, @event, @hop.at AS @at, @hop.kind AS @kind, @hop.title AS @title,"
        " @hop.count AS @count, @hop.relation AS @relation",
        columns=("origin", "event", "at", "kind", "title", "count", "relation"),
        nodes=ENTITY,
        above=("hops",),
        order="@at",
    ),
    size=LONGEST,
)


def _column(name: str, told: str, type_: str, column: str) -> Value:
    return Value(name, told, LeafType(type_, required=True), Column(column))


WAY = Shape(
    "Path",
    "Path",
    "A way from one entity to another.",
    {
        "length": _column("length", "How many hops it has.", "Int", "length"),
        "cost": _column("cost", "What it costs: the less, the closer.", "Float", "cost"),
        "hops": HOPS,
    },
)

HOP = Shape(
    "Hop",
    "Hop",
    "A fact that joins two entities.",
    {
        "from": End("from", "Where the hop begins.", ENTITY, column="origin"),
        "to": End("to", "Where it leads.", ENTITY),
        "kind": _column("kind", "What kind of fact it is.", "FactKind", "kind"),
        "title": _column(
            "title",
            "The title of the event or office, or how the party stands to the agreement.",
            "String",
            "title",
        ),
        "event": End("event", "The event; null for others.", EVENT, column="event", optional=True),
        "count": _column(
            "count",
            "How many facts that were looked at join the two; the surest is told.",
            "Int",
            "count",
        ),
        "evidence": EVIDENCE,
    },
)

PATH_SHAPES = (WAY, HOP)
