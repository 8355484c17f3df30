"""The forms that dates and times are written in, matched whole and split into their parts."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import product

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month_name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?\s?,?\s)?"
_DATES = (
    rf"{_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark){_DAY}",
    rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)",
    # With dots the day comes first, wherever this is written.
    rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
    rf"(?P<first>\d{{1,2}})(?P<mark>[-/])(?P<second>\d{{1,2}})(?P=mark){_YEAR}",
    rf"{_DAY}\.?[\s-]?(?:of\s)?{_MONTH}[\s,-]\s?{_YEAR}",
    rf"{_MONTH}\s?{_DAY},?\s{_YEAR}",
)
_ZONE = (
    r"(?:\s?\(?(?P<zone>(?:(?:UTC|GMT)\s?)?[+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5})\)?"
    r"(?:\s\([a-z]+\))?)?"
)
_HALF = r"(?:\s?(?P<half>[ap])\.?m\.?)"
_SECONDS = r"(?:[:.](?P<second_of_minute>\d\d)(?:[.,]\d{1,9})?)?"
_CLOCK = rf"(?P<hour>\d{{1,2}})[:.h](?P<minute>\d\d){_SECONDS}"
_TIMES = (
    rf"{_CLOCK}(?:{_HALF}|\s?(?:hrs?|hours|uhr))?{_ZONE}",
    rf"(?P<hour>\d{{1,2}}){_HALF}{_ZONE}",
    rf"(?P<hour>\d\d)(?P<minute>\d\d)(?P<second_of_minute>\d\d)?{_ZONE}",
)
_BETWEEN = r"(?:\s?[,|·•\u2013\u2014-]\s?(?:at\s|on\s)?|\s(?:at\s|on\s)?|\s?@\s?)"


@dataclass(frozen=True, slots=True)
class TimeParts:
    """A time of day as written; ``half`` is ``a`` or ``p`` where it counts to twelve."""

    hour: int
    minute: int
    second: int
    half: str | None
    zone: str | None


@dataclass(frozen=True, slots=True)
class DateParts:
    """A date as written; ``month`` is None where ``pair`` holds day and month in either order."""

    year: int
    month: int | None
    day: int
    pair: tuple[int, int]
    time: TimeParts | None


def match_date(text: str) -> DateParts | None:
    """Split a date, with or without a time, or give None where ``text`` is anything else.

    ``text`` has single spaces. The parts are not checked: the day may be the 31st of February.
    """
    for form in _forms():
        if found := form.fullmatch(text):
            return _parts(found.groupdict())
    return None


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Compile each form of a date alone, before a time and behind one."""
    alone = [f"{_WEEKDAY}{day}" for day in _DATES]
    # The T of ISO 8601 joins only where it stands for nothing else.
    before = [f"{_WEEKDAY}{day}(?:T|{_BETWEEN}){clock}" for day, clock in product(_DATES, _TIMES)]
    behind = [f"{clock}{_BETWEEN}{_WEEKDAY}{day}" for day, clock in product(_DATES, _TIMES[:2])]
    return tuple(re.compile(form, re.IGNORECASE | re.ASCII) for form in alone + before + behind)


def _parts(found: dict[str, str | None]) -> DateParts:
    name = found.get("month_name")
    numbers = {key: int(found.get(key) or 0) for key in ("month", "day", "first", "second")}
    month = _MONTHS.index(name[:3].lower()) + 1 if name else numbers["month"]
    return DateParts(
        year=int(found["year"] or 0),
        month=None if found.get("first") else month,
        day=numbers["day"],
        pair=(numbers["first"], numbers["second"]),
        time=_time(found),
    )


def _time(found: dict[str, str | None]) -> TimeParts | None:
    if not found.get("hour"):
        return None
    half = found.get("half")
    return TimeParts(
        hour=int(found["hour"] or 0),
        minute=int(found.get("minute") or 0),
        second=int(found.get("second_of_minute") or 0),
        half=half.lower() if half else None,
        zone=found.get("zone"),
    )
