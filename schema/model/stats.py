"""Stats: what is in the graph, over which time, and from whom."""

from collections.abc import Iterable
from typing import LiteralString

from schema.model.field import Column, Field, IfRead, LeafType, Records, Shape, Value, Written
from schema.model.periods import BY, COUNT, START, WITH_PERIOD
from schema.model.taken import FROM, TO, how_many

LABELS = 6
"""The types of nodes that clients know."""


def _shape(name: str, told: str, fields: Iterable[Field]) -> Shape:
    return Shape(name, name, told, {field.name: field for field in fields})


NODE_COUNT = _shape(
    "NodeCount",
    "How many nodes there are of one type.",
    (
        Value("type", "Which type.", LeafType("NodeType", required=True), Column("label")),
        Value("count", "How many.", LeafType("Int", required=True), Column("count")),
    ),
)

TYPE_PERIOD = _shape(
    "EventTypePeriod",
    "How many events of one type there are in one period.",
    (
        START,
        Value("type", "The type of the events.", LeafType("EventType"), Column("type")),
        COUNT,
    ),
)

PUBLISHER = _shape(
    "Publisher",
    "A publisher, and what is there of it.",
    (
        Value("name", "Its name; null for articles without.", LeafType("String"), Column("name")),
        Value("articles", "How many articles.", LeafType("Int", required=True), Column("count")),
        Value("earliest", "Its first article.", LeafType("DateTime"), Column("earliest")),
        Value("latest", "Its last article.", LeafType("DateTime"), Column("latest")),
    ),
)

COVERAGE = _shape(
    "Coverage",
    "The time that the graph covers.",
    (
        Value("earliestEvent", "The first day of any event.", LeafType("Date"), Column("first")),
        Value("latestEvent", "The last day of any event.", LeafType("Date"), Column("last")),
        Value(
            "earliestArticle",
            "When the oldest article was published.",
            LeafType("DateTime"),
            Column("oldest"),
        ),
        Value(
            "latestArticle",
            "When the newest article was published.",
            LeafType("DateTime"),
            Column("newest"),
        ),
        Value("lastLoad", "When facts were last written.", LeafType("DateTime"), Column("loaded")),
    ),
)


def _numbers(*labels: LiteralString) -> LiteralString:
    """How many nodes there are of each label: alone in its CALL, a number is known unread."""
    calls: LiteralString = ""
    told: LiteralString = ""
    for label in labels:
        number = "@" + label.lower()
        calls += "CALL () { MATCH (@n:" + label + ") RETURN count(*) AS " + number + " } "
        told += (", " if told else "") + "{label: '" + label + "', count: " + number + "}"
    return calls + "UNWIND [" + told + "] AS @row WITH @row.label AS @label, @row.count AS @count"


def _extreme(
    which: LiteralString, label: LiteralString, name: LiteralString, column: LiteralString
) -> LiteralString:
    """The least or greatest of a property: alone in its CALL, it is read from an index."""
    found = which + "(@n." + name + ") AS @" + column
    return " CALL () { MATCH (@n:" + label + ") RETURN " + found + " }"


FIELDS = (
    Records(
        "nodes",
        "How many nodes there are of each type, most first.",
        "NodeCount",
        Written(
            _numbers("Person", "Nation", "Organization", "Event", "Agreement", "Article"),
            columns=("label", "count"),
            order="@count DESC, @label",
        ),
        size=LABELS,
    ),
    Records(
        "eventTypes",
        "The events by period and type, in order; what did not happen is left out.",
        "EventTypePeriod",
        Written(
            "MATCH (@event:Event) WHERE @event.latest >= $from AND @event.earliest <= $to"
            + WITH_PERIOD
            + " WITH @period, @event.type AS @type, count(*) AS @count",
            columns=("period", "type", "count"),
            order="coalesce(@period, '9999'), @type",
        ),
        (BY, FROM, TO, how_many(500, largest=1000, what="How many pairs of period and type")),
        size="first",
    ),
    Records(
        "publishers",
        "The publishers of the articles, those with most articles first.",
        "Publisher",
        Written(
            "MATCH (@article:Article) WITH @article.publisher AS @name, count(*) AS @count,"
            " min(@article.publishedAt) AS @earliest, max(@article.publishedAt) AS @latest",
            columns=("name", "count", "earliest", "latest"),
            order="@count DESC, @name",
        ),
        (how_many(20),),
        size="first",
    ),
    Records(
        "coverage",
        "The time that the graph covers, and when it was last written to.",
        "Coverage",
        Written(
            (
                "UNWIND [0] AS @one",
                IfRead(("first",), _extreme("min", "Event", "earliest", "first")),
                IfRead(("last",), _extreme("max", "Event", "latest", "last")),
                IfRead(("oldest",), _extreme("min", "Article", "publishedAt", "oldest")),
                IfRead(("newest",), _extreme("max", "Article", "publishedAt", "newest")),
                IfRead(("loaded",), _extreme("max", "Article", "loadedAt", "loaded")),
            ),
            columns=("one", "first", "last", "oldest", "newest", "loaded"),
        ),
        many=False,
    ),
)

STATS = Records(
    "stats",
    "What is in the graph: counts, the time covered, publishers, the last load.",
    "Stats",
    Written("UNWIND [0] AS @zero", columns=("zero",)),
    many=False,
)

STATS_SHAPES = (
    _shape("Stats", "What is in the graph.", FIELDS),
    NODE_COUNT,
    TYPE_PERIOD,
    PUBLISHER,
    COVERAGE,
)
