"""Search: whatever has a name or words like those given, with why it is found."""

from collections.abc import Mapping
from typing import Any

from graph.errors import InputError
from graph.search_text import words
from schema.finders.search import CANDIDATES, find_matches
from schema.model.field import Column, End, LeafType, Records, Shape, Taken, Value, Written
from schema.model.taken import how_many
from schema.model.walks import NODE

LONGEST = 200

REASONS: Mapping[str, str] = {
    "NAME": "Its name is the text.",
    "ALIAS": "Another of its names is the text.",
    "BEGINNING": "One of its names begins with the text.",
    "PART": "Each word of the text begins a word of one of its names.",
    "SPELLING": "One of its names is spelled much like the text.",
    "WORDS": "Words of the text stand in its name, title or text.",
}


def _text(given: Any) -> str:
    if len(given) > LONGEST:
        raise InputError(
            f"The text has {len(given)} characters; at most {LONGEST} are searched for.",
            fix="Search for a name or a few words.",
        )
    if not words(given):
        raise InputError("The text has no word in it.", fix="Give a name or a few words.")
    return str(given)


def _types(given: Any) -> list[str]:
    for one in given:
        if one not in CANDIDATES:
            raise InputError(
                f"Nothing of type {one.upper()} has words to be found by.",
                fix=f"Leave it out of types, or ask for {one.lower()}s.",
            )
    return list(given or CANDIDATES)


SEARCH = Records(
    "search",
    "What has a name like the text, then what has its words; the best match first.",
    "SearchHit",
    Written(
        "UNWIND $hits AS @hit MATCH (@node) WHERE elementId(@node) = @hit.element"
        " WITH @node, @hit.at AS @at, @hit.score AS @score, @hit.reason AS @reason,"
        " @hit.matched AS @matched",
        columns=("at", "score", "reason", "matched"),
        nodes=NODE,
        order="@at",
    ),
    (
        Taken(
            "text",
            "str",
            "A name, or words; case, accents and small errors do not matter.",
            convert=_text,
        ),
        Taken("types", "list[NodeType] | None", "Only these types.", (), _types),
        how_many(20),
    ),
    size="first",
    finder=find_matches,
)

HIT = Shape(
    "SearchHit",
    "SearchHit",
    "Something that was searched for, with why it is found.",
    {
        "node": End("node", "What is found.", NODE),
        "score": Value(
            "score",
            "How well it matches and how important it is, from 0 to 1.",
            LeafType("Float", required=True),
            Column("score"),
        ),
        "reason": Value(
            "reason", "Why it matches.", LeafType("MatchReason", required=True), Column("reason")
        ),
        "matched": Value(
            "matched",
            "The name, title or words of the text that match.",
            LeafType("String", required=True),
            Column("matched"),
        ),
    },
)
