"""Relations: what is between two nations, found through the index of pairs.

A nation takes part in very many events; a pair has a node of its own, to which only the events
between the two lead.
"""

from collections.abc import Iterable
from typing import Any, Final, LiteralString

from graph.errors import InputError
from schema.model.field import (
    Column,
    End,
    Field,
    IfRead,
    LeafType,
    Many,
    Records,
    Shape,
    Taken,
    Value,
    Written,
)
from schema.model.periods import BY, COUNT, PERIOD, TALLIED, TALLY, TALLY_VALUES, WITH_PERIOD
from schema.model.taken import FROM, MODALITY, TO, how_many
from schema.model.walks import AGREEMENT, BY_NAME, EVENT, NATION, NEWEST, PERSON

MOST_TYPES = 20
MOST_CLASSES = 5

ABOVE = ("pair", "from", "to", "told")
"""The columns of a summary that its fields go on from."""

EVENTS: Final[LiteralString] = (
    "MATCH (:Dyad {id: @pair})<-[:BETWEEN]-(@event:Event) WHERE @event.modality IN @told"
    " AND @event.latest >= @from AND @event.earliest <= @to"
)
"""The events of the pair that count."""


def pair(given: Any) -> dict[str, str]:
    """The codes of two nations, and the id of their pair; raises InputError for anything else."""
    codes = [str(one).removeprefix("Nation:") for one in given]
    if len(codes) != 2 or codes[0] == codes[1]:
        raise InputError(
            f"between is {', '.join(codes) or 'empty'}, which is no two nations.",
            fix='Give the codes of two nations, as in between: ["CHN", "KOR"].',
        )
    return {"nation": codes[0], "partner": codes[1], "pair": "-".join(sorted(codes))}


BETWEEN = Taken("between", "list[ID]", "The codes of the two nations.", convert=pair)

SUMMARY_COLUMNS = ("partner", *ABOVE, *TALLIED)

CALL: Final[LiteralString] = " CALL (@pair, @from, @to, @told) { " + EVENTS + " RETURN"
"""Before what the events come to; a brace ends it."""

TWO_NATIONS: Final[LiteralString] = (
    "MATCH (@node:Nation {code: $between.nation}) MATCH (@partner:Nation {code: $between.partner})"
    " WITH @node, @partner, $between.pair AS @pair, $from AS @from, $to AS @to, $modality AS @told"
)

EACH_PARTNER: Final[LiteralString] = (
    "CALL (@start) { MATCH (@dyad:Dyad {first: @start.code})"
    " RETURN @dyad.id AS @pair, @dyad.second AS @code UNION ALL"
    " MATCH (@dyad:Dyad {second: @start.code})"
    " RETURN @dyad.id AS @pair, @dyad.first AS @code }"
    " MATCH (@partner:Nation {code: @code}) WITH @start AS @node, @partner, @pair,"
    " $from AS @from, $to AS @to, $modality AS @told"
)

RELATIONS = Records(
    "relations",
    "What is between two nations; null where one of them is not known.",
    "Relations",
    Written(
        (
            TWO_NATIONS,
            IfRead(TALLIED, CALL),
            *(IfRead(TALLIED, one) if isinstance(one, str) else one for one in TALLY),
            IfRead(TALLIED, " }"),
        ),
        columns=SUMMARY_COLUMNS,
        nodes=NATION,
    ),
    (BETWEEN, FROM, TO, MODALITY),
    many=False,
)

PARTNERS = Records(
    "relations",
    "The nations with which it has most events, the most active first.",
    "Relations",
    Written(
        (
            EACH_PARTNER,
            CALL,
            *TALLY,
            " } WITH * WHERE @count > 0 WITH *",
        ),
        columns=SUMMARY_COLUMNS,
        nodes=NATION,
        order="@count DESC, @partner.code",
    ),
    (how_many(10), FROM, TO, MODALITY),
    size="first",
)


def _counted(name: str, key: str, enum: str, told: str) -> Shape:
    value = Value(key, told, LeafType(enum, required=True), Column("key"))
    fields = {field.name: field for field in (value, *TALLY_VALUES)}
    return Shape(name, name, f"{told} With what its events come to.", fields)


BY_TYPE = _counted("EventTypeTally", "type", "EventType", "A type of events.")
BY_CLASS = _counted("QuadClassTally", "quadClass", "QuadClass", "A class of events.")

INVOLVEMENT = Shape(
    "Involvement",
    "Involvement",
    "A person, and in how many of the events between two nations.",
    {"person": End("person", "Who.", PERSON), "count": COUNT},
)


def _tallies() -> Iterable[Field]:
    order: LiteralString = "@count DESC, @key"
    yield Records(
        "byType",
        "The events by type, the most frequent first.",
        BY_TYPE.name,
        Written(
            (EVENTS + " WITH @event.type AS @key,", *TALLY),
            columns=("key", *TALLIED),
            above=ABOVE,
            order=order,
        ),
        size=MOST_TYPES,
    )
    yield Records(
        "byQuadClass",
        "The events by class, the most frequent first.",
        BY_CLASS.name,
        Written(
            (EVENTS + " WITH @event.quadClass AS @key,", *TALLY),
            columns=("key", *TALLIED),
            above=ABOVE,
            order=order,
        ),
        size=MOST_CLASSES,
    )
    yield Records(
        "series",
        "The events by period, in order; periods without events are left out.",
        PERIOD.name,
        Written(
            (EVENTS + WITH_PERIOD + " WITH @period,", *TALLY),
            columns=("period", *TALLIED),
            above=ABOVE,
            order="coalesce(@period, '9999')",
        ),
        (BY, how_many(120, largest=1000, what="How many periods")),
        size="first",
    )


def _contact(name: str, told: str, order: LiteralString) -> Records:
    walk = Written(EVENTS + " WITH @event AS @node", nodes=EVENT, above=ABOVE, order=order)
    return Records(name, told, "Event", walk, many=False)


def _lists() -> Iterable[Field]:
    yield Many(
        "events",
        "The events, the newest first.",
        "EventConnection",
        Written(EVENTS + " WITH @event AS @node", nodes=EVENT, above=ABOVE),
        NEWEST,
    )
    yield Many(
        "agreements",
        "The agreements to which both are parties, whatever their dates, by name.",
        "AgreementConnection",
        Written(
            "MATCH (@start)-[:PARTY_TO]->(@node:Agreement)<-[:PARTY_TO]-(@partner)"
            " WITH DISTINCT @node",
            nodes=AGREEMENT,
            above=("partner",),
        ),
        BY_NAME,
    )
    yield Records(
        "people",
        "The people who take part in most of the events, the most involved first.",
        INVOLVEMENT.name,
        Written(
            EVENTS + " MATCH (@event)-[:HAS_ACTOR|HAS_RECIPIENT]->(@node:Person)"
            " WITH @node, count(DISTINCT @event) AS @count",
            columns=("count",),
            nodes=PERSON,
            above=ABOVE,
            order="@count DESC, @node.id",
        ),
        (how_many(10),),
        size="first",
    )
    yield _contact("firstContact", "The earliest of the events.", "@node.earliest, @node.id")
    yield _contact("lastContact", "The latest of the events.", "@node.latest DESC, @node.id")


def _summary() -> Shape:
    fields: Iterable[Field] = (
        End("nation", "The nation whose relations they are; the first one given.", NATION),
        End("partner", "The other nation.", NATION, column="partner"),
        *TALLY_VALUES,
        *_tallies(),
        *_lists(),
    )
    told = "What is between two nations: their events, agreements and people."
    return Shape("Relations", "Relations", told, {field.name: field for field in fields})


RELATION_SHAPES = (_summary(), BY_TYPE, BY_CLASS, INVOLVEMENT, PERIOD)
