"""Periods: events counted by day, week, month, quarter or year.

An event whose date is not known so exactly that it lies in one period is counted beside them,
in a period without a start: a day is never invented.
"""

from collections.abc import Mapping
from typing import Any, Final, LiteralString

from schema.model.field import Column, IfRead, LeafType, Pieces, Shape, Taken, Value

INTERVALS: Mapping[str, tuple[str, str]] = {
    "DAY": ("day", "Days."),
    "WEEK": ("week", "Weeks, beginning with their Monday."),
    "MONTH": ("month", "Months."),
    "QUARTER": ("quarter", "Quarters of the year."),
    "YEAR": ("year", "Years."),
}
"""The lengths of periods, by their names in Cypher."""

PREFIXES: Mapping[str, tuple[int, str]] = {
    "day": (10, ""),
    "month": (7, "-01"),
    "year": (4, "-01-01"),
}
"""Of periods that the text of a day names: how much of it, and what makes it their first day."""


def _interval(given: Any) -> Mapping[str, Any]:
    digits, rest = PREFIXES.get(given, (None, ""))
    return {"name": given, "digits": digits, "rest": rest}


BY = Taken(
    "by", "Interval | None", "How long the periods are; MONTH unless given.", "month", _interval
)


def _first_day(day: LiteralString) -> LiteralString:
    """The first day of the period of a day; text is cut much faster than days are reckoned."""
    return (
        "CASE WHEN $by.digits IS NULL THEN toString(date.truncate($by.name, date(" + day + ")))"
        " ELSE left(" + day + ", $by.digits) + $by.rest END"
    )


WITH_PERIOD: Final[LiteralString] = (
    " WITH *, CASE WHEN @event.earliest <> '' THEN " + _first_day("@event.earliest") + " END"
    " AS @begins WITH *, CASE WHEN @event.latest = @event.earliest THEN @begins"
    " WHEN @event.latest <> '' AND " + _first_day("@event.latest") + " = @begins"
    " THEN @begins END AS @period"
)
"""The first day of the period in which the event ``@event`` lies; null where that is not known."""

TALLY: Pieces = (
    " count(*) AS @count",
    IfRead(("intensity",), ", avg(@event.intensity) AS @intensity"),
    IfRead(
        ("cooperation",),
        ", sum(CASE WHEN @event.intensity > 0 THEN 1 ELSE 0 END) AS @cooperation",
    ),
    IfRead(("conflict",), ", sum(CASE WHEN @event.intensity < 0 THEN 1 ELSE 0 END) AS @conflict"),
)
"""What events come to."""

TALLIED = ("count", "intensity", "cooperation", "conflict")

COUNT = Value("count", "How many events.", LeafType("Int", required=True), Column("count"))

TALLY_VALUES = (
    COUNT,
    Value(
        "meanIntensity",
        "The mean of their intensities, from -10 (conflict) to 10 (cooperation); null for none.",
        LeafType("Float"),
        Column("intensity"),
    ),
    Value(
        "cooperation",
        "How many of them are cooperation, in words or deeds.",
        LeafType("Int", required=True),
        Column("cooperation"),
    ),
    Value(
        "conflict",
        "How many of them are conflict, in words or deeds.",
        LeafType("Int", required=True),
        Column("conflict"),
    ),
)

START = Value(
    "start",
    "The first day of the period; null for events whose dates are not known to such a period.",
    LeafType("Date"),
    Column("period"),
)

PERIOD = Shape(
    "Period",
    "Period",
    "What happened in one period.",
    {field.name: field for field in (START, *TALLY_VALUES)},
)
