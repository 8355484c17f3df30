"""Dates of publication: from the many forms they are written in to ISO 8601.

The result has a time only where one is stated, seconds only where they are not zero, and ends in
``Z`` only where a zone is named: then it is brought to UTC. A date is never completed or guessed.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from loaders.sources.date_forms import DateParts, TimeParts, match_date
from loaders.sources.entry import ArticleError, show
from loaders.sources.options import DateOrder, SourceOptions
from loaders.sources.zones import AmbiguousZoneError, at_zone

EARLIEST_YEAR = 1600
"""The first newspapers are of 1605; an earlier year is a placeholder such as 0001-01-01."""

_LEEWAY = timedelta(days=1)
_FIX = "Write it as ISO 8601, such as 2017-08-24 or 2017-08-24T23:21Z."
_EPOCH = re.compile(r"\d{10}|\d{13}")
_SECONDS_FROM = 10**8
_MILLISECONDS_FROM = 10**11


class UnreadableDateError(ArticleError):
    """A value does not have the form of a date."""


@dataclass(frozen=True, slots=True)
class DateRules:
    """How dates are read: the order of ambiguous ones, and the present."""

    order: DateOrder | None
    present: datetime

    @classmethod
    def of(cls, options: SourceOptions) -> "DateRules":
        """Take the rules from the settings."""
        return cls(options.date_order, options.present())


def parse_published(value: str | float, rules: DateRules, *, name: str = "publishedAt") -> str:
    """Read a date of publication; numbers are seconds or milliseconds since 1970.

    Raises UnreadableDateError where the value has no form of a date, ArticleError where it
    names no possible day or time, can be read as two days, or lies more than a day ahead.
    """
    stated = _from_epoch(value, name) if _is_epoch(value) else _from_text(str(value), rules, name)
    _check_range(stated, rules, f"{name} {show(value)}")
    return _to_iso(stated)


def _is_epoch(value: str | float) -> bool:
    """Tell seconds since 1970 from years and days such as 20170824."""
    if isinstance(value, str):
        return _EPOCH.fullmatch(value) is not None
    return abs(value) >= _SECONDS_FROM


def _from_epoch(value: str | float, name: str) -> datetime:
    number = float(value)
    seconds = number / 1000 if abs(number) >= _MILLISECONDS_FROM else number
    try:
        return datetime.fromtimestamp(seconds, UTC).replace(microsecond=0)
    except (OverflowError, OSError, ValueError) as error:
        raise _impossible(value, name) from error


def _from_text(value: str, rules: DateRules, name: str) -> date | datetime:
    parts = match_date(" ".join(value.split()))
    if parts is None:
        raise UnreadableDateError(f"{name} {show(value)} is no date that can be read.", fix=_FIX)
    try:
        day = _day(parts, rules, f"{name} {show(value)}")
        if parts.time is None:
            return day
        stated = datetime.combine(day, _clock(parts.time))
        return at_zone(stated, parts.time.zone) if parts.time.zone else stated
    except AmbiguousZoneError as error:
        raise ArticleError(
            f"{name} {show(value)}: the zone {error.zone} is unknown or has several meanings.",
            fix="Write the offset from UTC instead, such as +09:00.",
        ) from error
    except (ValueError, OverflowError) as error:
        raise _impossible(value, name) from error


def _day(parts: DateParts, rules: DateRules, shown: str) -> date:
    if parts.month is not None:
        return date(parts.year, parts.month, parts.day)
    first, second = parts.pair
    month_first = rules.order == "MDY"
    if first > 12 or second > 12 or first == second:
        month_first = second > 12
    elif rules.order is None:
        raise ArticleError(
            f"{shown} can be read as two dates.", fix=f"{_FIX} Or set the order of day and month."
        )
    month, day = (first, second) if month_first else (second, first)
    return date(parts.year, month, day)


def _clock(stated: TimeParts) -> time:
    hour = stated.hour
    if stated.half and hour <= 12:
        if hour == 0:
            raise ValueError("0 a.m.")
        hour = hour % 12 + (12 if stated.half == "p" else 0)
    elif stated.half == "a":
        raise ValueError("an hour past noon before noon")
    return time(hour, stated.minute, stated.second)


def _check_range(stated: date | datetime, rules: DateRules, shown: str) -> None:
    if stated.year < EARLIEST_YEAR:
        raise ArticleError(f"{shown} is before {EARLIEST_YEAR}.", fix=_FIX)
    limit = rules.present + _LEEWAY
    if isinstance(stated, datetime):
        ahead = (stated if stated.tzinfo else stated.replace(tzinfo=UTC)) > limit
    else:
        ahead = stated > limit.date()
    if ahead:
        raise ArticleError(
            f"{shown} is more than a day ahead of now.",
            fix="Correct the date, or the clock of this machine.",
        )


def _to_iso(stated: date | datetime) -> str:
    if not isinstance(stated, datetime):
        return stated.isoformat()
    precision = "seconds" if stated.second else "minutes"
    text = stated.replace(tzinfo=None).isoformat(timespec=precision)
    return f"{text}Z" if stated.tzinfo else text


def _impossible(value: str | float, name: str) -> ArticleError:
    return ArticleError(f"{name} {show(value)} is no possible date and time.", fix=_FIX)
