"""Time zones as publications name them, and the way to UTC."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# Hours from UTC. Names that several zones share (CST, IST, AST) are left out: they would shift an
# article by half a day. RFC 5322, section 4.3, gives the American ones.
_HOURS = {
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2,
    "EET": 2, "EEST": 3, "MSK": 3, "PKT": 5, "HKT": 8, "SGT": 8, "JST": 9, "KST": 9, "AEST": 10,
    "AEDT": 11, "NZST": 12, "NZDT": 13, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7,
}  # fmt: skip
# Names that leave open whether it is summer time; the place tells.
_PLACES = {"ET": "America/New_York", "CT": "America/Chicago", "PT": "America/Los_Angeles"}
_OFFSET = re.compile(r"(?:(?:UTC|GMT)\s?)?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?")
_MAX_HOURS = 14


class AmbiguousZoneError(ValueError):
    """A zone is not known, or not by this name alone."""

    def __init__(self, zone: str) -> None:
        super().__init__(f"The time zone {zone} is not known.")
        self.zone = zone


def at_zone(local: datetime, zone: str) -> datetime:
    """Bring a local time without zone to UTC.

    Raises AmbiguousZoneError where the zone is not known, ValueError for an offset that no place
    has, OverflowError where the time leaves the calendar.
    """
    return local.replace(tzinfo=_zone(zone.upper())).astimezone(UTC)


def _zone(name: str) -> tzinfo:
    if found := _OFFSET.fullmatch(name):
        return _fixed(found["sign"], int(found["hours"]), int(found["minutes"] or 0))
    if name in _HOURS:
        return timezone(timedelta(hours=_HOURS[name]))
    try:
        return ZoneInfo(_PLACES[name])
    except (KeyError, ZoneInfoNotFoundError) as error:
        raise AmbiguousZoneError(name) from error


def _fixed(sign: str, hours: int, minutes: int) -> timezone:
    offset = timedelta(hours=hours, minutes=minutes)
    if minutes > 59 or offset > timedelta(hours=_MAX_HOURS):
        raise ValueError(f"No place is {hours}:{minutes:02} from UTC.")
    return timezone(-offset if sign == "-" else offset)
