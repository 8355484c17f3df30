"""The timeline: what happened around an entity, in order."""

import re
from typing import Any, Final, LiteralString

from graph.errors import InputError
from schema.finders.entities import find_entity
from schema.model.evidence import EVIDENCE
from schema.model.field import (
    Column,
    End,
    Field,
    LeafType,
    On,
    Part,
    Property,
    Records,
    Shape,
    Taken,
    Value,
    Written,
)
from schema.model.taken import FROM, MODALITY, TO, how_many
from schema.model.walks import ENTITY, EVENT, OFFICE, PERSON


def entity_keys(given: Any) -> dict[str, str]:
    """The key of an entity under its label; raises InputError for what is no entity's id.

    Under other labels it is empty: the embedded engine looks through all nodes for a null.
    """
    label, colon, key = str(given).partition(":")
    if not colon or not key or label not in ENTITY.labels:
        raise InputError(
            f"{given!r} is no id of a person, nation, organization or agreement.",
            fix="Give the type, a colon and the key, as in Person:xi-jinping or Nation:CHN.",
        )
    return {one: key if one == label else "" for one in ENTITY.labels}


OF = Taken("of", "ID", "The global id of the entity.", convert=entity_keys)

CURSOR = re.compile(r"[0-9-]*\|(Event|Office):.*", re.DOTALL)


def _cursor(given: Any) -> str:
    """Lets cursors of a timeline pass, and none; raises InputError for anything else."""
    if given and not CURSOR.fullmatch(given):
        raise InputError(
            f"{given!r} is no cursor of a timeline.",
            fix="Give the cursor of an entry that the server gave.",
        )
    return given


AFTER = Taken(
    "after", "str | None", "Only what comes after the entry with this cursor.", "", _cursor
)

ENTITY_OF: Final[LiteralString] = "MATCH (@of) WHERE elementId(@of) = $entity"

COUNTS: Final[LiteralString] = (
    " WHERE @event.modality IN $modality"
    " AND @event.latest >= $from AND @event.earliest <= $to"
    " WITH @event, @event.earliest + '|Event:' + @event.id AS @cursor WHERE @cursor > $after"
)

EVENTS: Final[LiteralString] = (
    " CALL (@of) { MATCH (@of)<-[:HAS_ACTOR|HAS_RECIPIENT|LOCATED_IN|CONCERNS]-(@event:Event)"
    + COUNTS
    # An event of an entity is found at most once for each kind of relationship between the two.
    + " WITH @event, @cursor ORDER BY @cursor LIMIT 4 * $first RETURN @event, @cursor"
    " UNION MATCH (@of)-[:PARTY_TO]->(:Agreement)<-[:CONCERNS]-(@event:Event)"
    + COUNTS
    + " WITH DISTINCT @event, @cursor ORDER BY @cursor LIMIT $first RETURN @event, @cursor }"
    " RETURN @event, @event AS @about, null AS @relation, null AS @person,"
    " @event.earliest AS @earliest, @event.latest AS @latest, @event.title AS @title, @cursor"
)
"""Only what can stand on the page: a hub has very many events."""

OFFICES: Final[LiteralString] = (
    " CALL (@of) { MATCH (@of)-[@relation:HOLDS_OFFICE]->(@about)"
    " RETURN @of AS @person, @relation, @about"
    " UNION ALL MATCH (@of)<-[@relation:HOLDS_OFFICE]-(@person)"
    " RETURN @person, @relation, @of AS @about }"
    " WITH @person, @relation, @about"
    " WHERE @relation.latest >= $from AND @relation.earliest <= $to"
    " RETURN null AS @event, @about, @relation, @person,"
    " @relation.earliest AS @earliest, @relation.latest AS @latest,"
    " @person.name + ', ' + @relation.title AS @title, @relation.earliest + '|Office:'"
    " + @person.id + ':' + @relation.title + ':' + coalesce(@about.code, @about.id) AS @cursor"
)

BROUGHT = ("event", "relation", "person", "earliest", "latest", "title", "cursor")

TIMELINE = Records(
    "timeline",
    "What happened around an entity, the earliest first: its events, those that change its"
    " agreements, and the offices that it or somebody in it holds.",
    "TimelineEntry",
    Written(
        ENTITY_OF
        + " CALL (@of) {"
        + EVENTS
        + " UNION ALL"
        + OFFICES
        + " } WITH @about AS @node, @relation AS @edge, @relation, @event, @person, @earliest,"
        " @latest, @title, @cursor WHERE @cursor > $after WITH *",
        columns=BROUGHT,
        nodes=ENTITY,
        edge=True,
        order="@cursor",
    ),
    (OF, FROM, TO, MODALITY, how_many(20), AFTER),
    size="first",
    finder=find_entity,
)

FIELDS: tuple[Field, ...] = (
    Value("title", "What it is, in short.", LeafType("String"), Column("title")),
    Value(
        "earliest",
        "The first day on which it can have been; of an office, on which it is reported.",
        LeafType("Date"),
        Column("earliest"),
    ),
    Value(
        "latest",
        "The last day on which it can have been; of an office, on which it is reported.",
        LeafType("Date"),
        Column("latest"),
    ),
    Value(
        "cursor",
        "The place in the timeline, for after.",
        LeafType("String", required=True),
        Column("cursor"),
    ),
    End("event", "The event; null for an office.", EVENT, column="event", optional=True),
    Part(
        "office",
        "The office; null for an event.",
        OFFICE,
        unless_empty=Property("title", On.EDGE),
    ),
    End("person", "Who holds the office.", PERSON, column="person", optional=True),
    EVIDENCE,
)

TIMELINE_SHAPES = (
    Shape(
        "TimelineEntry",
        "TimelineEntry",
        "Something that happened around an entity: an event, or an office that somebody holds.",
        {field.name: field for field in FIELDS},
    ),
)
