"""Calendar periods: the value that names one, and steps from one to another.

Values are those of TIMEX3: ``2017-08-24``, ``2017-W34``, ``2017-W34-WE``, ``2017-08``,
``2017-Q3``, ``2017-H2``, ``2017-SU``, ``2017``, ``201`` (decade) and ``20`` (century): the digits
that their years share, so that the 21st century is ``20``.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, MINYEAR, date, timedelta

from loaders.dates.vocabulary import SEASONS

_MONTHS = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "fiscal year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
_DAYS = {"day": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14}
_SEASON_STARTS = dict(SEASONS.values())
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def shifted(day: date, count: float, unit: str) -> date | None:
    """Return the day that lies ``count`` units after ``day``, None when outside the calendar."""
    if unit in _DAYS:
        ordinal = day.toordinal() + round(count * _DAYS[unit])
        return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
    months = day.year * 12 + day.month - 1 + round(count * _MONTHS[unit])
    year, month = divmod(months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week(day: date) -> str:
    """Return the ISO 8601 week that holds the day."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


_WRITTEN: Mapping[str, Callable[[date], str]] = {
    "week": week,
    "fortnight": week,
    "weekend": lambda day: f"{week(day)}-WE",
    "month": lambda day: f"{day.year:04d}-{day.month:02d}",
    "quarter": lambda day: f"{day.year:04d}-Q{(day.month + 2) // 3}",
    "half": lambda day: f"{day.year:04d}-H{1 if day.month <= 6 else 2}",
    "year": lambda day: f"{day.year:04d}",
    "fiscal year": lambda day: f"FY{day.year:04d}",
    "decade": lambda day: f"{day.year:04d}"[:3],
    "century": lambda day: f"{day.year:04d}"[:2],
    "millennium": lambda day: f"{day.year:04d}"[:1],
}


def period(day: date, unit: str) -> str:
    """Return the value of the period of the given unit that holds the day."""
    return _WRITTEN.get(unit, date.isoformat)(day)


def season(day: date, code: str, step: int = 0) -> str:
    """Return the season of that code in the year in which the day's own season began.

    January and February belong to the winter of the year before. ``step`` adds years.
    """
    year = day.year - (1 if day.month < 3 else 0) + step
    return f"{year:04d}-{code}"


def first_day(value: str) -> date | None:
    """Return the first day of the period that a value names, None when it names none."""
    if _DAY.match(value):
        return _valid(int(value[:4]), int(value[5:7]), int(value[8:10]))
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        return _week_start(int(match[1]), int(match[2]), 6 if match[3] else 1)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _valid(int(match[1]), int(match[2]), 1)
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        return _valid(int(match[1]), (int(match[3]) - 1) * (3 if match[2] == "Q" else 6) + 1, 1)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return _valid(int(match[1]), _SEASON_STARTS[match[2]], 1)
    if match := re.fullmatch(r"(?:FY)?(\d{1,4})X?", value):
        return _valid(int(match[1].ljust(4, "0")), 1, 1)
    return None


def unit_of(value: str) -> str | None:
    """Return the unit of the period that a value names, None when it names none."""
    shapes = {
        r"\d{4}-\d\d-\d\d(T.*)?": "day",
        r"\d{4}-W\d\d": "week",
        r"\d{4}-W\d\d-WE": "weekend",
        r"\d{4}-\d\d": "month",
        r"\d{4}-Q\d": "quarter",
        r"\d{4}-H\d": "half",
        r"\d{4}-(SP|SU|FA|WI)": "season",
        r"FY\d{4}": "fiscal year",
        r"\d{4}": "year",
        r"\d{3}X?": "decade",
        r"\d\d": "century",
        r"\d": "millennium",
    }
    return next((unit for shape, unit in shapes.items() if re.fullmatch(shape, value)), None)


def last_day(first: date, unit: str) -> date | None:
    """Return the last day of the period of that unit which begins on ``first``."""
    if unit == "weekend":
        return shifted(first, 1, "day")
    after = shifted(first, 1, unit)
    return after - timedelta(days=1) if after else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _week_start(year: int, number: int, weekday: int) -> date | None:
    try:
        return date.fromisocalendar(year, number, weekday)
    except ValueError:
        return None
