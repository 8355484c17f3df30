"""Rules for days of the calendar: in figures, and as a day of a named month."""

import re
from datetime import date

from loaders.dates.calendar_days import days_around, make_day, month_number
from loaders.dates.choices import day_of_year, tense_of
from loaders.dates.counts import COUNTED, is_plural
from loaders.dates.narrative import narrated_year
from loaders.dates.quantities import ordinal
from loaders.dates.reading import Context, Reading, Readings, Rule, whole
from loaders.dates.vocabulary import WEEKDAYS

_FIGURE_BEFORE = re.compile(r"[\w./:$€£-]$")
# Months within which a day of a month falls on any weekday, save the 31st and 29 February.
_MONTHS_BETWEEN = 14
_LISTED = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
# What may follow "the 24th" when it is a day of the month and not, say, an anniversary.
_FREE = re.compile(
    r"\s*(?:$|[.,;:)\"'!?]|(?:of\sth(?:is|e)\smonth|and|to|at|in|for|when|after|by|or|said|that)\b)"
)


def _four_digits(year: str, context: Context) -> int:
    """Return the year of two digits that lies within ten years ahead or ninety back."""
    if len(year) == 4:
        return int(year)
    full = context.published.year // 100 * 100 + int(year)
    return full - 100 if full > context.published.year + 10 else full


def _iso(match: re.Match[str], context: Context) -> Readings:
    if _FIGURE_BEFORE.search(context.before(match.start())):
        return ()
    day = make_day(int(match["year"]), int(match["mm"]), int(match["dd"]))
    if day is None:
        return ()
    if not match["clock"]:
        return whole(match, "DATE", day.isoformat())
    zone = "Z" if match["zone"] else ""
    return whole(match, "TIME", f"{day.isoformat()}T{match['clock']}{zone}")


def _dotted(match: re.Match[str], context: Context) -> Readings:
    if _FIGURE_BEFORE.search(context.before(match.start())):
        return ()
    if len(match["y"] + match["mm"] + match["dd"]) < 6 and int(match["dd"]) <= 12:
        return ()
    year = _four_digits(match["y"], context)
    day = make_day(year, int(match["mm"]), int(match["dd"]))
    return whole(match, "DATE", day and day.isoformat())


def _slashed(match: re.Match[str], context: Context) -> Readings:
    """Read 24/08/2017 or 08-24-98: the month first, unless that day is none or is yet to come."""
    if _FIGURE_BEFORE.search(context.before(match.start())):
        return ()
    year = _four_digits(match["y"], context)
    first, second = int(match["first"]), int(match["second"])
    days = [make_day(year, first, second), make_day(year, second, first)]
    found = [day for day in days if day]
    day = next((day for day in found if day <= context.published), found[0] if found else None)
    return whole(match, "DATE", day and day.isoformat())


def _year_month(match: re.Match[str], context: Context) -> Readings:
    if _FIGURE_BEFORE.search(context.before(match.start())):
        return ()
    if int(match["year"][:2] + match["mm"]) > int(match["year"]):
        return ()
    return whole(match, "DATE", f"{match['year']}-{match['mm']}")


def _days_of_month(match: re.Match[str], context: Context) -> Readings:
    """Read one day or several of a named month: the first and last take what stands around."""
    month = month_number(match["month"])
    spans = _listed(match, context)
    year = _stated_year(match, context, month)
    numbers = [ordinal(context.text[start:end]) for start, end in spans]
    days = [_day(match, context, number, month, year) for number in numbers]
    if not all(days):
        return ()
    stated = year is not None
    edge = spans[-1][1] if len(spans) < len(_spans(match)) else match.end()
    starts = [match.start(), *(start for start, _ in spans[1:])]
    ends = [*(end for _, end in spans[:-1]), edge]
    return tuple(
        Reading(start, end, "DATE", day.isoformat(), not stated, f"XXXX{day.isoformat()[4:]}")
        for start, end, day in zip(starts, ends, days, strict=True)
        if day
    )


def _spans(match: re.Match[str]) -> list[tuple[int, int]]:
    base = match.start("days")
    spans = [(base + d.start(), base + d.end()) for d in _LISTED.finditer(match["days"])]
    return spans or [match.span("days")]


def _listed(match: re.Match[str], context: Context) -> list[tuple[int, int]]:
    """Return the spans of the days, without a last one that counts what follows it."""
    spans = _spans(match)
    if len(spans) > 1 and match.end() == match.end("days"):
        following = context.word_after(match.end())
        if following in COUNTED or is_plural(following):
            return spans[:-1]
    return spans


def _stated_year(match: re.Match[str], context: Context, month: int) -> int | None:
    """Return the year that stands with the day, or that the text is telling of."""
    if match["year"]:
        return int(match["year"])
    if match["which"] or match.groupdict().get("side"):
        return None
    return narrated_year(context, *match.span(), month)


def _day(
    match: re.Match[str], context: Context, number: int, month: int, year: int | None
) -> date | None:
    if year:
        return make_day(year, month, number)
    if match["which"]:
        step = {"last": -1, "this": 0, "next": 1}[match["which"].split()[0].lower()]
        return make_day(context.published.year + step, month, number)
    days = days_around(context.published.year, month, number)
    side = (match.groupdict().get("side") or "").lower()
    if side == "last":
        return max((day for day in days if day < context.published), default=None)
    if side == "next":
        return min((day for day in days if day > context.published), default=None)
    return day_of_year(context, days, tense_of(context, match.start(), match.end()))


def _day_only(match: re.Match[str], context: Context) -> Readings:
    """Read "the 24th" as the day of the month that is nearest to publication."""
    if context.word_before(match.start()) not in {"on", "until", "by", "from", "and", "to"}:
        return ()
    if not _FREE.match(context.after(match.end())):
        return ()
    number = ordinal(match["ordinal"])
    here = context.published.year * 12 + context.published.month - 1
    months = (divmod(here + step, 12) for step in (-1, 0, 1))
    days = [day for year, month in months if (day := make_day(year, month + 1, number))]
    told = tense_of(context, *match.span())
    past = [day for day in days if (day <= context.published)]
    future = [day for day in days if (day >= context.published)]
    day = min(future, default=None) if told == "future" else max(past, default=None)
    blank = f"XXXX-XX-{number:02d}"
    return whole(match, "DATE", day and day.isoformat(), relative=True, blank=blank)


def _weekday_and_day(match: re.Match[str], context: Context) -> Readings:
    """Read "Friday the 13th" as the last such day, or the next if told so."""
    weekday, number = WEEKDAYS[match["weekday"].lower()], ordinal(match["ordinal"])
    here = context.published.year * 12 + context.published.month - 1
    months = (divmod(here + step, 12) for step in range(-_MONTHS_BETWEEN, _MONTHS_BETWEEN))
    days = [day for year, month in months if (day := make_day(year, month + 1, number))]
    days = [day for day in days if day.isoweekday() == weekday]
    if tense_of(context, *match.span()) == "future":
        day = min((day for day in days if day >= context.published), default=None)
    else:
        day = max((day for day in days if day <= context.published), default=None)
    blank = f"XXXX-XX-{number:02d}"
    return whole(match, "DATE", day and day.isoformat(), relative=True, blank=blank)


_LEAD = r"(?:{day_of_week},? (?:the |\(?))?"
_NEXT = r"(?:(?:, {day:b})?(?: ?[-\u2013\u2014] ?|,? and | to | or ){day:c})?"
_YEAR = r"(?:,? (?:of |in )?(?:{year}|(?P<which>this year|last year|next year)))?"

DAYS: tuple[Rule, ...] = (
    Rule(
        "#",
        r"{year}(?P<dash>[-/]){mm}(?P=dash){dd}"
        r"(?:[T ](?P<clock>[0-2]\d:[0-5]\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z)?)?",
        _iso,
    ),
    Rule("#", r"{dd}\.\s?{mm}\.\s?(?P<y>(?:1\d|20)\d\d|\d\d)(?!\.\d)", _dotted),
    Rule("#", r"(?P<first>\d\d?)([/-])(?P<second>\d\d?)\2(?P<y>(?:1\d|20)\d\d|\d\d)", _slashed),
    Rule("#", r"{year}-(?P<mm>0[1-9]|1[0-2])", _year_month),
    Rule(
        "last next this day_of_week month",
        r"(?:(?P<side>last|next|this) )?"
        + _LEAD
        + r"{month} (?:the )?(?P<days>{day:a}"
        + _NEXT
        + ")"
        + _YEAR,
        _days_of_month,
    ),
    Rule(
        "day_of_week the #",
        _LEAD + r"(?:the )?(?P<days>{day:a}" + _NEXT + ")(?: of)? {month}" + _YEAR,
        _days_of_month,
    ),
    Rule("the", r"the (?P<days>{ordinal}) (?:day )?of {month}" + _YEAR, _days_of_month),
    Rule("#", r"(?P<days>{day:a})-{month}-{year}(?P<which>)", _days_of_month),
    Rule("the", r"the {ordinal}", _day_only),
    # In words and after a comma, it is the ordinal of something else: "on Monday, the first".
    Rule("weekday", r"{weekday},? the (?P<ordinal>\d\d?(?:st|nd|rd|th))", _weekday_and_day),
    Rule("weekday", r"{weekday} the {ordinal}", _weekday_and_day),
)
