"""Rules for a day told by its place: "the 15th of last month", "the first Monday in May"."""

import re
from datetime import date, timedelta

from loaders.dates.calendar_days import make_day, month_number
from loaders.dates.choices import month_of, tense_of
from loaders.dates.periods import first_day, last_day, period, shifted, unit_of
from loaders.dates.quantities import ordinal
from loaders.dates.reading import Context, Readings, Rule, whole
from loaders.dates.units import CLOCK_UNITS, is_plural, singular
from loaders.dates.vocabulary import DIRECTIONS, WEEKDAYS


def _day_of_stated_month(match: re.Match[str], context: Context) -> Readings:
    """Read "the 15th of last month", "the third of the month"."""
    month = _month(match, context)
    day = make_day(month.year, month.month, ordinal(match["ordinal"]))
    return whole(match, "DATE", day and day.isoformat(), relative=True)


def _weekday_of_month(match: re.Match[str], context: Context) -> Readings:
    """Read "the first Monday in May 2019", "the last Friday of the month"."""
    first = _month(match, context)
    weekday = WEEKDAYS[match["weekday"].lower()]
    if match["place"].lower() == "last":
        end = last_day(first, "month")
        day = end and end - timedelta(days=(end.isoweekday() - weekday) % 7)
    else:
        weeks = ordinal(match["place"]) - 1
        day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * weeks)
    if day is None or day.month != first.month:
        return ()
    return whole(match, "DATE", day.isoformat(), relative=not match["year"])


def _edge_of_month(match: re.Match[str], context: Context) -> Readings:
    """Read "the last day of May", "the first day of this month"."""
    first = _month(match, context)
    day = last_day(first, "month") if match["place"].lower() == "last" else first
    return whole(match, "DATE", day and day.isoformat(), relative=not match["year"])


def _month(match: re.Match[str], context: Context) -> date:
    """Return the first day of the month that a match names or points to."""
    if match["monthname"]:
        number = month_number(match["monthname"])
        if match["year"]:
            return date(int(match["year"]), number, 1)
        return date(*month_of(context, number, tense_of(context, *match.span())), 1)
    which = match["which"].lower()
    if which in {"the", "that"}:
        told = first_day(context.reference) if unit_of(context.reference) == "month" else None
        return told or context.published.replace(day=1)
    day = shifted(context.published, DIRECTIONS[which], "month") or context.published
    return day.replace(day=1)


def _second_next(match: re.Match[str], context: Context) -> Readings:
    """Read "the week before last", "the Friday before last", "the month after next"."""
    direction = -1 if match["side"].lower() == "before" else 1
    name = match["what"].lower()
    if name in WEEKDAYS:
        near = (WEEKDAYS[name] - context.published.isoweekday()) % 7
        days = (near or 7) + 7 if direction > 0 else near - 14
        day, unit = shifted(context.published, days, "day"), "day"
    else:
        unit = singular(name)
        if unit == "night":
            day = shifted(context.published, -2, "day") if direction < 0 else None
            return whole(match, "TIME", day and f"{day.isoformat()}TNI", relative=True)
        if unit in CLOCK_UNITS | {"day"} or is_plural(name):
            return ()
        day = shifted(context.published, 2 * direction, unit)
    return whole(match, "DATE", day and period(day, unit), relative=True)


_OF_MONTH = (
    r"(?:of|in) (?:{monthname}(?:,? {year})?|(?P<which>the|that|last|this|next)(?: same)? month)"
)

WITHIN: tuple[Rule, ...] = (
    Rule(
        "the",
        r"the {ordinal} of (?P<which>the|that|last|this|next)(?: same)? month"
        r"(?P<monthname>)(?P<year>)",
        _day_of_stated_month,
    ),
    Rule(
        "the",
        r"the (?P<place>first|second|third|fourth|last) {weekday} " + _OF_MONTH,
        _weekday_of_month,
    ),
    Rule("the", r"the (?P<place>first|last) day " + _OF_MONTH, _edge_of_month),
    Rule(
        "the",
        r"the (?P<what>{weekday}|{unit}) (?P<side>before(?= last)|after(?= next)) (?:last|next)",
        _second_next,
    ),
)
