"""The date of publication, as a day and as an interval."""

from datetime import date

from graph.facts import DateInterval

_FIRST_YEAR, _LAST_YEAR = 1000, 9000


def publication_day(published_at: str | None) -> date | None:
    """Return the day of an ISO 8601 date or date and time.

    None if there is none, or none that news can have: reckoning needs room on both sides.
    """
    if not published_at:
        return None
    try:
        day = date.fromisoformat(published_at[:10])
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def publication_interval(published_at: str | None) -> DateInterval | None:
    """Return the day of publication as an interval, None if it is unknown."""
    day = publication_day(published_at)
    if day is None:
        return None
    return DateInterval(day.isoformat(), day.isoformat(), "DAY", "PUBLICATION")
