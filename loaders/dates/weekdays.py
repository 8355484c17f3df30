"""Rules for weekdays, today and its neighbors, and parts of such days."""

import re
from datetime import date, timedelta

from loaders.dates.choices import day_of_year, tense_of, tense_of_weekday, weekday_of
from loaders.dates.holidays import HOLIDAYS
from loaders.dates.narrative import narrated_year
from loaders.dates.periods import first_day, period, shifted, unit_of
from loaders.dates.reading import Context, Reading, Readings, Rule, whole
from loaders.dates.templates import any_of
from loaders.dates.vocabulary import (
    DIRECTIONS,
    NAMES_AFTER_WEEKDAY,
    NAMES_BEFORE_WEEKDAY,
    WEEKDAYS,
)

_CAPITAL = re.compile(r"\s+[A-Z]")
# One of these leaves open which day is meant: "on a recent Friday".
_ANY = frozenset({"recent", "one", "any", "some", "another"})
_BESIDE = frozenset({"following", "previous", "preceding"})
# Up to this month "the new year" is the present one.
_SPRING = 3
_DAYS_FROM_TODAY = {"today": 0, "yesterday": -1, "tomorrow": 1}


def _weekday(match: re.Match[str], context: Context) -> Readings:
    if _is_name(match, context):
        return ()
    number = WEEKDAYS[match["weekday"].lower()]
    if context.word_before(match.start()) in _ANY:
        return whole(match, "DATE", f"XXXX-WXX-{number}", anchor=False)
    day = weekday_of(context, number, tense_of_weekday(context, *match.span(), number))
    return _day(match, day, number)


def _weekdays(match: re.Match[str], context: Context) -> Readings:
    """Read "Monday to Friday": the second is the first such day after the first."""
    first, second = (WEEKDAYS[match[group].lower()] for group in ("first", "second"))
    day = weekday_of(context, first, tense_of_weekday(context, *match.span(), first))
    last = day + timedelta(days=(second - first) % 7 or 7)
    start, stop = match.span("first"), match.span("second")
    return (
        Reading(*start, "DATE", day.isoformat(), relative=True, blank=f"XXXX-WXX-{first}"),
        Reading(*stop, "DATE", last.isoformat(), relative=True, blank=f"XXXX-WXX-{second}"),
    )


def _is_name(match: re.Match[str], context: Context) -> bool:
    """Tell whether the weekday is part of a name: Bloody Sunday, the Sunday Times."""
    if context.word_before(match.start()) in NAMES_BEFORE_WEEKDAY:
        return True
    after = context.after(match.end())
    named = bool(_CAPITAL.match(after))
    return named and context.word_after(match.end()) in NAMES_AFTER_WEEKDAY


def _directed_weekday(match: re.Match[str], context: Context) -> Readings:
    """Read "last Friday" (before today), "next Friday" (after today), "this Friday".

    "The following Friday" is that after the day named last.
    """
    number = WEEKDAYS[match["weekday"].lower()]
    direction = DIRECTIONS[match["direction"].lower()]
    origin = first_day(context.reference) if unit_of(context.reference) == "day" else None
    if match["direction"].lower() in _BESIDE and origin and context.fresh:
        ahead = (number - origin.isoweekday()) % 7
        day = shifted(origin, (ahead or 7) if direction > 0 else ahead - 7, "day")
        return _day(match, day, number) if day else ()
    if direction == 0:
        start = context.published - timedelta(days=context.published.isoweekday() - number)
        return _day(match, start, number)
    day = weekday_of(context, number, "future" if direction > 0 else "past")
    # Yesterday is seldom called "last Thursday", and tomorrow "next Saturday".
    if day in {context.published, context.published + timedelta(days=direction)}:
        day += timedelta(days=7 * direction)
    return _day(match, day, number)


def _weekday_of_week(match: re.Match[str], context: Context) -> Readings:
    """Read "Friday last week", "Tuesday of next week"."""
    number = WEEKDAYS[match["weekday"].lower()]
    monday = context.published - timedelta(days=context.published.isoweekday() - 1)
    step = DIRECTIONS[match["direction"].lower()]
    return _day(match, monday + timedelta(days=7 * step + number - 1), number)


def _day(match: re.Match[str], day: date, number: int) -> Readings:
    blank = f"XXXX-WXX-{number}"
    return whole(match, "DATE", day.isoformat(), relative=True, blank=blank)


def _today(match: re.Match[str], context: Context) -> Readings:
    if _after_name(match, context):
        return ()
    day = context.published + timedelta(days=_DAYS_FROM_TODAY[match["today"].lower()])
    return whole(match, "DATE", day.isoformat(), relative=True)


def _after_name(match: re.Match[str], context: Context) -> bool:
    """Tell whether a capitalized word is the end of a name, as in Russia Today."""
    before = context.before(match.start())
    return match[0][0].isupper() and bool(re.search(r"[A-Z]\w*\s$", before))


def _day_beyond(match: re.Match[str], context: Context) -> Readings:
    step = -2 if match["beyond"].lower() == "yesterday" else 2
    day = context.published + timedelta(days=step)
    return whole(match, "DATE", day.isoformat(), relative=True)


def _tonight(match: re.Match[str], context: Context) -> Readings:
    return whole(match, "TIME", f"{context.published.isoformat()}TNI", relative=True)


def _last_night(match: re.Match[str], context: Context) -> Readings:
    part = "NI" if match["part"].lower() == "night" else "EV"
    day = context.published - timedelta(days=1)
    return whole(match, "TIME", f"{day.isoformat()}T{part}", relative=True)


def _this_part(match: re.Match[str], context: Context) -> Readings:
    codes = {"morning": "MO", "afternoon": "AF", "evening": "EV"}
    value = f"{context.published.isoformat()}T{codes[match['part'].lower()]}"
    return whole(match, "TIME", value, relative=True)


def _overnight(match: re.Match[str], context: Context) -> Readings:
    reference = first_day(context.reference) if unit_of(context.reference) == "day" else None
    # What was named last may lie ahead, a night that is told of does not.
    told = reference is not None and reference <= context.published
    day = reference if reference and told else context.published
    return whole(match, "TIME", f"{day.isoformat()}TNI", relative=True)


def _new_year(match: re.Match[str], context: Context) -> Readings:
    """Read "the new year": that which comes, and early in a year that which has come."""
    step = 1 if context.published.month > _SPRING else 0
    return whole(match, "DATE", f"{context.published.year + step}", relative=True)


def _holiday(match: re.Match[str], context: Context) -> Readings:
    if _CAPITAL.match(context.after(match.end())):
        return ()
    name = " ".join(match["holiday"].lower().split())
    feast = HOLIDAYS[name]
    year = match["year"]
    if year:
        return _feast(match, feast(int(year)))
    direction = DIRECTIONS.get((match["direction"] or "").lower())
    days = [feast(context.published.year + step) for step in (-1, 0, 1)]
    past = [day for day in days if day < context.published]
    future = [day for day in days if day > context.published]
    if direction == -1:
        day = past[-1]
    elif direction == 1:
        day = future[0]
    elif told := narrated_year(context, *match.span(), feast(context.published.year).month):
        day = feast(told)
    else:
        day = day_of_year(context, days, tense_of(context, match.start(), match.end()))
    return _feast(match, day)


def _feast(match: re.Match[str], day: date | None) -> Readings:
    """Return the day, or the week or weekend named after it: "Easter week"."""
    unit = (match["around"] or "day").lower()
    return whole(match, "DATE", day and period(day, unit), relative=not match["year"])


def _eleventh(match: re.Match[str], _: Context) -> Readings:
    return whole(match, "DATE", "2001-09-11")


_HOLIDAY = any_of(name.replace("'", "'") for name in HOLIDAYS)

WEEKDAY_RULES: tuple[Rule, ...] = (
    Rule("weekday", r"{weekday}", _weekday),
    Rule("this last next past the", r"(?:this |the )?{direction} {weekday}", _directed_weekday),
    Rule("weekday", r"{weekday},? (?:of )?{direction} week", _weekday_of_week),
    Rule("weekday", r"{weekday:first} (?:to|through|until) {weekday:second}", _weekdays),
    Rule("weekday", r"{weekday} (?P<direction>last|next)", _directed_weekday),
    Rule("today yesterday tomorrow", r"(?P<today>today|yesterday|tomorrow)", _today),
    Rule("the", r"the day (?:before|after) (?P<beyond>yesterday|tomorrow)", _day_beyond),
    Rule("tonight", r"tonight", _tonight),
    Rule("last", r"last (?P<part>night|evening)", _last_night),
    Rule("this", r"this (?:very )?(?P<part>morning|afternoon|evening)", _this_part),
    Rule("overnight", r"overnight", _overnight),
    Rule("the", r"(?<=during\s)the night|(?<=through\s)the night", _overnight),
    Rule("the", r"(?<=in\s)the new year", _new_year),
    Rule(
        "holiday last next this",
        r"(?:{direction} )?(?P<holiday>"
        + _HOLIDAY
        + r")(?: (?P<around>week|weekend))?(?:,? {year})?",
        _holiday,
    ),
    Rule("#", r"9/11", _eleventh),
    Rule(
        "month",
        r"(?:September|Sept\.?) 11(?=(?:, 2001,?)? (?:terror(?:ist)? )?(?:attacks?|hijack\w+))",
        _eleventh,
    ),
    Rule(
        "the #",
        r"(?:the )?11 September(?=(?: 2001)? (?:terror(?:ist)? )?(?:attacks?|hijack\w+))",
        _eleventh,
    ),
)
