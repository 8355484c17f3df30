"""The days that events are dated by: dates, ranges of them, and lengths of time from publication.

"Between Monday and Wednesday", "Monday and Tuesday" and "3-5 May" are one range; "in the past three
years" reaches from then to publication, "within a month" from publication to then, "in two weeks"
is that week.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from graph.facts import DateInterval, TemporalExpression
from loaders.dates import interval
from loaders.dates.periods import period, shifted

Needs = Literal["", "future", "perfect"]

_WIDEST_DAYS = 366 * 12
"""Intervals that are wider, such as this century, date no event unless they are over."""

_TO = re.compile(r"\s?[-\u2013\u2014]\s?|\s+(?:to|through|until|till)\s+(?:the\s)?")
_AND = re.compile(r"\s+and\s+(?:the\s)?")
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_COUNTED = re.compile(r"P(?:(\d+)([DWMY])|T(\d+)H)")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_GONE = re.compile(r"(?:the\s)?(?:past|last)\b", re.IGNORECASE)
_COMING = re.compile(r"(?:the\s)?(?:next|coming)\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(in|within)\s(?:(?:about|around|less\sthan|under)\s)?$", re.IGNORECASE)
_LASTING = re.compile(r"\bfor\s(?:(?:about|nearly|almost|over|more\sthan)\s)?$", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|before|after|when|that|which)\b")
"""What follows a length of time that is counted from something else than publication."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression of time with the days that it means.

    ``needs`` is the tense that the clause must have for these days to be its own: "in two weeks"
    dates what will be, "for two years" what has been going on. ``length`` says that they were
    reckoned from a length of time.
    """

    start: int
    end: int
    days: DateInterval
    needs: Needs = ""
    length: bool = False


def stretches(
    text: str, expressions: Iterable[TemporalExpression], published: date | None
) -> list[Dated]:
    """Return the expressions of a text that can date an event, in their order.

    Args:
        text: The folded text.
        expressions: What was found in it, in order and without overlaps.
        published: The day of publication, without which lengths of time tell no days.
    """
    found: list[Dated] = []
    for one in expressions:
        if one.type in ("DATE", "TIME"):
            days = interval(one.value, published)
            if days and _is_told(days, published):
                found.append(Dated(one.start, one.end, days))
        elif published and one.type == "DURATION" and (length := _length(text, one, published)):
            found.append(length)
    return list(_ranges(text, found))


def _is_told(days: DateInterval, published: date | None) -> bool:
    first, last = date.fromisoformat(days.earliest), date.fromisoformat(days.latest)
    return (last - first).days <= _WIDEST_DAYS or (published is not None and last < published)


def _ranges(text: str, found: list[Dated]) -> Iterator[Dated]:
    """Yield the expressions, two that a range begins and ends with as one."""
    joined = {one.start: other for one, other in pairwise(found) if _is_range(text, one, other)}
    ends = {other.start for other in joined.values()}
    for one in found:
        if other := joined.get(one.start):
            days = DateInterval(one.days.earliest, other.days.latest, "RANGE", "TEXT")
            yield Dated(one.start, other.end, days)
        elif one.start not in ends:
            yield one


def _is_range(text: str, one: Dated, other: Dated) -> bool:
    between = text[one.end : other.start]
    if one.length or other.length or one.days.earliest > other.days.latest:
        return False
    if _AND.fullmatch(between):
        if _is_next_day(one.days, other.days):
            return True
        return bool(_BETWEEN.search(text[max(0, one.start - 12) : one.start]))
    return bool(_TO.fullmatch(between))


def _is_next_day(one: DateInterval, other: DateInterval) -> bool:
    if one.precision != "DAY" or other.precision != "DAY":
        return False
    return date.fromisoformat(other.earliest) - date.fromisoformat(one.latest) == timedelta(days=1)


def _length(text: str, one: TemporalExpression, published: date) -> Dated | None:
    """Return the days that a counted length of time reaches over from publication."""
    counted = _COUNTED.fullmatch(one.value)
    if counted is None or _OF.match(text, one.end):
        return None
    unit = _UNITS[counted[2] or "D"]
    count = int(counted[1]) if counted[1] else math.ceil(int(counted[3]) / 24)
    gone, coming = shifted(published, -count, unit), shifted(published, count, unit)
    before = text[max(0, one.start - 20) : one.start]
    ahead = _AHEAD.search(before)
    if gone and (_GONE.match(one.text) or _LASTING.search(before)):
        needs: Needs = "" if _GONE.match(one.text) else "perfect"
        return Dated(one.start, one.end, _range(gone, published), needs, True)
    if coming is None:
        return None
    if _COMING.match(one.text) or (ahead and ahead[1].lower() == "within"):
        return Dated(one.start, one.end, _range(published, coming), "future", True)
    if ahead and counted[2] and (days := interval(period(coming, unit), published)):
        return Dated(one.start, one.end, days, "future", True)
    return None


def _range(first: date, last: date) -> DateInterval:
    return DateInterval(first.isoformat(), last.isoformat(), "RANGE", "TEXT")
