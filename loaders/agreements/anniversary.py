"""Anniversaries of agreements: "the 25th anniversary of diplomatic relations" tells their start."""

import re
from datetime import date

from graph.facts import DateInterval
from loaders.dates import anniversary

_MARKED_THAT_DAY = re.compile(
    r"\b(?:mark|marks|marked|marking|on the|commemorat\w+|celebrat\w+)\b[^.]*$"
)
_REACH = 40
"""Characters between the anniversary and what it is of."""


def began(folded: str, start: int, sentence_start: int, day: str) -> DateInterval | None:
    """Return when something began whose anniversary is named right before an offset.

    To the day where the anniversary is said to be marked, else to the year.

    Args:
        folded: The folded text.
        start: Where the thing is named.
        sentence_start: Where its sentence begins.
        day: The ISO 8601 day of the marking.
    """
    before = folded[sentence_start:start]
    found = anniversary(before)
    if found is None or len(before) - found.end > _REACH:
        return None
    try:
        marked = date.fromisoformat(day[:10])
    except ValueError:
        return None
    if not _MARKED_THAT_DAY.search(before[: found.start]):
        return found.founded(marked)
    return _same_day(marked, found.years)


def _same_day(marked: date, years: int) -> DateInterval | None:
    """Return the same day some years before; 29 February becomes the 28th."""
    if marked.year <= years:
        return None
    day = marked.day if (marked.month, marked.day) != (2, 29) else 28
    then = date(marked.year - years, marked.month, day).isoformat()
    return DateInterval(then, then, "DAY", "TEXT")
