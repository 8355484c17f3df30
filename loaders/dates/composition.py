"""Expressions grown from their parts: a day and its time, a period and what stands around it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from loaders.dates.anchors import anchor
from loaders.dates.periods import first_day, period, unit_of
from loaders.dates.reading import Context, Reading, Readings
from loaders.dates.templates import compiled
from loaders.dates.vocabulary import PARTS_OF_DAY

ReadAt = Callable[[int, Context], Readings]

_BARE_TIME = re.compile(r"T(?:\d\d:\d\d(?:Z)?|MO|AF|EV|NI)$")
_TO_TIME = re.compile(
    r"(?:,? (?:at )?|\s{1,3}(?:at )?)"
    r"(?=\d|noon|mid(?:night|day)|d(?:awn|usk|aybreak)|sun(?:rise|set)|nightfall)",
    re.IGNORECASE,
)
_TO_DAY = re.compile(r",?\s{1,3}(?:(?:on|of)\s)?(?=[A-Za-z\d])")
_DATE_MODIFIER = re.compile(r"(?:\b(?:early|late|mid)(?:\s{1,4}|-))$", re.IGNORECASE)
_LENGTH_MODIFIER = re.compile(
    r"(?:\b(?:about|around|nearly|almost|at\sleast|at\smost|more\sthan|less\sthan|fewer\sthan|over"
    r"|up\sto|some|roughly|approximately|as\slong\sas|well\sover|just\sover|just\sunder|under"
    r"|another)\s{1,4})$",
    re.IGNORECASE,
)
_WEEK_OF = re.compile(
    r"\b(?:the\s)?(?P<unit>week|weekend)(?:\s(?:of|beginning|starting|ending|ended|ending\son|that\sended))\s$",
    re.IGNORECASE,
)
_DIRECTED = re.compile(r"the|past|last|next|coming|first", re.IGNORECASE)
_COUNTED = re.compile(r" (?:ago|earlier|later|from now)$", re.IGNORECASE)
_EDGE = re.compile(
    r"\b(?:the\s)?(?:very\s)?(?:end|beginning|start|middle|close|rest|remainder|turn)\sof\s(?:the\s)?$",
    re.IGNORECASE,
)
_RECENT_DAYS = 7
_FIRST_NIGHT_HOUR = 5
_ARTICLE = re.compile(r"\bthe\s{1,4}$", re.IGNORECASE)


@cache
def _part_after() -> re.Pattern[str]:
    return compiled(r",? (?:early |late )?{part}")


def grown(readings: Readings, context: Context, read_at: ReadAt) -> Readings:
    """Return the readings with the parts that belong to them: times, days and modifiers.

    ``read_at`` reads what begins at a position, to find the day after a time or the reverse.
    """
    *rest, last = readings
    last = _with_part_of_day(last, context)
    last = _with_time(last, context, read_at)
    last = _with_day(last, context, read_at)
    first, *others = [*rest, last]
    return (_with_lead(first, context), *others)


def _with_part_of_day(reading: Reading, context: Context) -> Reading:
    """Read "Thursday" with "night" after it as a time."""
    if reading.type != "DATE" or unit_of(reading.value) != "day":
        return reading
    match = _part_after().match(context.text, reading.end, context.sentence[1])
    if match is None:
        return reading
    code = f"T{PARTS_OF_DAY[match['part'].lower()]}"
    blank = reading.blank and reading.blank + code
    return replace(
        reading, end=match.end(), type="TIME", value=reading.value[:10] + code, blank=blank
    )


def _with_time(reading: Reading, context: Context, read_at: ReadAt) -> Reading:
    """Read "Thursday at 5 p.m." as one time."""
    if unit_of(reading.value) != "day" or reading.value[10:] not in {
        "",
        "TMO",
        "TAF",
        "TEV",
        "TNI",
    }:
        return reading
    gap = _TO_TIME.match(context.text, reading.end, context.sentence[1])
    times = read_at(gap.end(), context) if gap else ()
    if len(times) != 1 or not _BARE_TIME.match(times[0].value):
        return reading
    return _joined(reading, times[0], times[0].end, reading.start)


def _with_day(reading: Reading, context: Context, read_at: ReadAt) -> Reading:
    """Read "5 p.m. on Thursday" as one time; alone, take the day that the text named last."""
    if reading.type != "TIME" or not _BARE_TIME.match(reading.value):
        return reading
    gap = _TO_DAY.match(context.text, reading.end, context.sentence[1])
    days = read_at(gap.end(), context) if gap else ()
    if len(days) == 1 and unit_of(days[0].value) == "day":
        day = _with_part_of_day(days[0], context)
        if clock := _of_part(reading, day):
            return _joined(day, clock, day.end, reading.start)
        if days[0].type == "DATE":
            return _joined(days[0], reading, days[0].end, reading.start)
    told = _day_told_of(reading, context)
    return replace(reading, value=f"{told.isoformat()}{reading.value}", relative=True)


def _of_part(clock: Reading, part: Reading) -> Reading | None:
    """Return the hour as it is counted in a part of the day: eight "tonight" is 20:00."""
    told = re.fullmatch(r"T(\d\d)(:\d\d)", clock.value)
    code = part.value[11:]
    if told is None or code not in {"MO", "AF", "EV", "NI"}:
        return None
    hour = int(told[1])
    first = {"AF": 1, "EV": 1, "NI": _FIRST_NIGHT_HOUR}.get(code)
    late = first is not None and first <= hour < 12
    return replace(clock, value=f"T{hour + 12 * late:02d}{told[2]}")


def _day_told_of(reading: Reading, context: Context) -> date:
    """Return the day named last: a far one only if it was named just before.

    Hours are told of recent days, unless the text has just gone elsewhere.
    """
    reference = anchor(context, reading.start, reading.end)
    day = first_day(reference) if unit_of(reference) == "day" else None
    if day is None:
        return context.published
    near = abs((day - context.published).days) <= _RECENT_DAYS
    return day if near or context.fresh else context.published


def _joined(day: Reading, time: Reading, end: int, start: int) -> Reading:
    clock = time.value[time.value.index("T") :]
    return replace(
        day,
        start=start,
        end=end,
        type="TIME",
        value=day.value[:10] + clock,
        blank=day.blank and day.blank[:10] + clock,
    )


def _with_lead(reading: Reading, context: Context) -> Reading:
    """Take in a modifier before the reading: "early June", "more than two years"."""
    before = context.before(reading.start)
    counted = _COUNTED.search(context.text, reading.start, reading.end)
    if reading.type == "DURATION" or (reading.type == "DATE" and counted):
        stated = not _DIRECTED.match(context.text, reading.start)
        match = _LENGTH_MODIFIER.search(before) if stated else None
        return replace(reading, start=reading.start - len(match[0])) if match else reading
    if reading.type == "SET" or reading.value.endswith("_REF"):
        return reading
    if unit_of(reading.value) == "day" and (match := _WEEK_OF.search(before)):
        return _week(reading, len(match[0]), match["unit"].lower())
    if unit_of(reading.value) not in {"day", None} and (match := _EDGE.search(before)):
        return replace(reading, start=reading.start - len(match[0]))
    match = _DATE_MODIFIER.search(before)
    if match is None:
        return reading
    start = reading.start - len(match[0])
    if unit_of(reading.value) in {"decade", "quarter", "season", "half", "century"}:
        article = _ARTICLE.search(context.before(start))
        start -= len(article[0]) if article else 0
    return replace(reading, start=start)


def _week(reading: Reading, length: int, unit: str) -> Reading:
    """Read "the week of 6 May", "the weekend of 6 May"."""
    day = first_day(reading.value)
    assert day
    start = reading.start - length
    blank = "XXXX-WXX" if unit == "week" else "XXXX-WXX-WE"
    return replace(reading, start=start, type="DATE", value=period(day, unit), blank=blank)
