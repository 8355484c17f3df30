"""Days of the calendar from their numbers, and months from their names."""

from datetime import date

from loaders.dates.vocabulary import MONTHS

# Most years from one 29 February to the next: 1896 to 1904.
_LEAP_YEARS = 8


def month_number(name: str) -> int:
    """Return the number of a month from its name or abbreviation, such as ``Sept.``."""
    return next(number for full, number in MONTHS.items() if full[:3] == name[:3].lower())


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_around(year: int, month: int, day: int) -> list[date]:
    """Return that day of the year, of the last such and of the next: 29 February is not in each."""
    reach = _LEAP_YEARS if (month, day) == (2, 29) else 1
    steps = range(-reach, reach + 1)
    return [found for step in steps if (found := make_day(year + step, month, day))]
