"""Rules for what lies so many units away: from publication, or from the date named last."""

import re
from datetime import date, timedelta

from loaders.dates.anchors import anchor
from loaders.dates.choices import tense_of, weekday_of
from loaders.dates.periods import first_day, period, shifted, unit_of
from loaders.dates.quantities import amount, duration
from loaders.dates.reading import Context, Readings, Rule, whole
from loaders.dates.units import CLOCK_UNITS, singular
from loaders.dates.vocabulary import WEEKDAYS

_DAYS = frozenset({"day", "week"})
_COARSE = frozenset({"year", "decade", "century"})
_FINER = {"century": "year", "decade": "year", "year": "month", "month": "week"}


def _day_beside(match: re.Match[str], context: Context) -> Readings:
    """Read "the day before", "a week earlier", "two days later" from the last date.

    Hours and minutes are read as a duration: the time of day they count from is seldom told.
    """
    unit = singular(match["unit"])
    if unit in CLOCK_UNITS:
        stated = match["amount"]
        value = duration(amount(stated), unit) if stated else None
        return whole(match, "DURATION", value, anchor=False)
    back = match["side"].lower() in {"ago", "before", "earlier", "previously", "prior"}
    origin = anchor(context, *match.span())
    if unit in _DAYS and unit_of(origin) in _COARSE:
        origin = context.published.isoformat()  # no day comes before a year
    return _counted(match, context, unit, -1 if back else 1, origin)


def _ago(match: re.Match[str], context: Context) -> Readings:
    """Read "two weeks ago" (a week), "a year ago" (a year), "three days from now" (a day).

    Beside a quarter "a year ago" is that quarter of the year before: results are compared so.
    """
    side, unit = match["side"].lower(), singular(match["unit"])
    back = side.startswith("ago") or side == "back"
    of_quarter = unit == "year" and context.fresh and unit_of(context.reference) == "quarter"
    origin = context.reference if of_quarter and back else context.published.isoformat()
    return _counted(match, context, unit, -1 if back else 1, origin)


def _counted(
    match: re.Match[str], context: Context, unit: str, direction: int, origin: str
) -> Readings:
    count = amount(match["amount"]) if match["amount"] else 1.0
    if count is not None and match.groupdict().get("half"):
        count += 0.5
    if count is None:
        vague = "PAST_REF" if direction < 0 else "FUTURE_REF"
        return whole(match, "DATE", vague, anchor=False)
    start = first_day(origin) or context.published
    if unit in CLOCK_UNITS:
        return _moment(match, start, direction * count, unit)
    day = shifted(start, direction * count, unit)
    if day is None:
        return ()
    coarse = unit_of(origin)
    if unit == "year" and coarse in {"month", "quarter", "half"}:
        # Results are compared with those of the year before; the story goes on from its own.
        told = coarse == "month"
        return whole(match, "DATE", period(day, coarse), relative=True, anchor=told)
    return whole(match, "DATE", period(day, _grain(unit, count)), relative=True)


def _grain(unit: str, count: float) -> str:
    """Return how finely a count of units tells: half years to the month, decades to the decade."""
    if unit in {"fortnight", "weekend"}:
        return "week"
    if count % 1:
        return _FINER.get(unit, "day")
    return unit


def _day_beside_weekday(match: re.Match[str], context: Context) -> Readings:
    """Read "the day before last Tuesday"."""
    number = WEEKDAYS[match["weekday"].lower()]
    told = "future" if "next" in match[0].lower() else tense_of(context, *match.span())
    step = -1 if match["side"].lower() == "before" else 1
    day = weekday_of(context, number, told) + timedelta(days=step)
    return whole(match, "DATE", day.isoformat(), relative=True)


def _in_time(match: re.Match[str], context: Context) -> Readings:
    """Read "two weeks' time" as that long after publication."""
    return _counted(match, context, singular(match["unit"]), 1, context.published.isoformat())


def _week_from(match: re.Match[str], context: Context) -> Readings:
    unit = singular(match["unit"])
    start = {"now": 0, "today": 0, "yesterday": -1, "tomorrow": 1}[match["origin"].lower()]
    count = amount(match["amount"])
    if count is None or unit in CLOCK_UNITS:
        return ()
    count = -count if " ago " in match[0].lower() else count
    day = shifted(context.published + timedelta(days=start), count, unit)
    grain = unit if start == 0 and match["origin"].lower() == "now" else "day"
    return whole(match, "DATE", day and period(day, grain), relative=True)


def _period_ago(match: re.Match[str], context: Context) -> Readings:
    """Read "two years ago this month", "a year ago this week": as fine as the period named."""
    count, unit = amount(match["amount"]), singular(match["unit"])
    if count is None or unit in CLOCK_UNITS:
        return ()
    day = shifted(context.published, -count, unit)
    return whole(match, "DATE", day and period(day, match["named"].lower()), relative=True)


def _vague_ago(match: re.Match[str], _: Context) -> Readings:
    return whole(match, "DATE", "PAST_REF", anchor=False)


def _moment(match: re.Match[str], start: date, count: float, unit: str) -> Readings:
    """Read "an hour ago": the day is known, the time of day is not."""
    hours = count if unit == "hour" else 0
    day = shifted(start, int(hours / 24), "day")
    return whole(match, "TIME", day and f"{day.isoformat()}TXX:XX", relative=True)


def _from_weekday(match: re.Match[str], context: Context) -> Readings:
    """Read "a week ago Friday", "two weeks from Monday"."""
    count, unit = amount(match["amount"]), singular(match["unit"])
    if count is None or unit in CLOCK_UNITS:
        return ()
    back = match["side"].lower() == "ago"
    number = WEEKDAYS[match["weekday"].lower()]
    start = weekday_of(context, number, "past" if back else "future")
    day = shifted(start, -count if back else count, unit)
    return whole(match, "DATE", day and day.isoformat(), relative=True)


def _weekdays_ago(match: re.Match[str], context: Context) -> Readings:
    """Read "two Sundays ago": the last one is one Sunday ago."""
    count, number = amount(match["amount"]), WEEKDAYS[match["weekday"].lower()]
    if not count or count % 1:
        return ()
    back = (context.published.isoweekday() - number) % 7 or 7
    day = shifted(context.published, -back - 7 * (count - 1), "day")
    return whole(match, "DATE", day and day.isoformat(), relative=True)


_HALF = r"(?P<half> and a half)?"
_LONG = r"(?P<unit>weeks?|months?|years?|decades?|days?|hours?|centuries)"

DISTANCES: tuple[Rule, ...] = (
    Rule("amount #", r"{amount}[- ]{unit}" + _HALF + "[- ](?P<side>ago|back|hence|from now)", _ago),
    Rule(
        "amount #",
        r"{amount}[- ]{unit}" + _HALF + "[- ](?P<side>earlier|later|previously)",
        _day_beside,
    ),
    Rule(
        "the",
        r"the {unit} (?P<side>before|earlier)(?P<amount>)(?=\s?[.,;)]| (?:that|when)\b)",
        _day_beside,
    ),
    Rule("the", r"the {unit} (?P<side>after)(?P<amount>)(?=\s?[.,;)])", _day_beside),
    Rule("amount #", r"{amount} {unit} (?P<side>before|after)(?=\s?(?:[.;,)]|$))", _day_beside),
    Rule("year", r"{unit}-(?P<side>earlier)(?P<amount>)", _day_beside),
    Rule("year", r"{unit}-(?P<side>ago)(?P<amount>)", _day_beside),
    Rule("the", r"the day (?P<side>before|after) (?:last |next )?{weekday}", _day_beside_weekday),
    Rule("amount #", r"{amount} {unit}'? time", _in_time),
    Rule(
        "amount #", r"{amount} {unit} (?P<side>ago|from) (?:last |next )?{weekday}", _from_weekday
    ),
    Rule("amount #", r"{amount} {unit} ago (?P<origin>today|tomorrow|yesterday)", _week_from),
    Rule("amount #", r"{amount} {unit} from (?P<origin>now|today|tomorrow|yesterday)", _week_from),
    Rule("amount #", r"{amount} {unit} ago this (?P<named>week|month|year)", _period_ago),
    Rule("amount #", r"{amount} {weekday}s? ago", _weekdays_ago),
    Rule("unit long", _LONG + r" ago|long ago", _vague_ago),
    Rule("moments", r"moments ago", _vague_ago),
    Rule("some", r"some time ago", _vague_ago),
    Rule("a", r"a generation ago", _vague_ago),
    Rule("a", r"a (?:(?:long|short|little) )?(?:time|while|moment) ago", _vague_ago),
)
