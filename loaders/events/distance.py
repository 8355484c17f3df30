"""Distances between events: "two days after troops had left" dates the leaving by what followed."""

import re
from collections.abc import Iterable
from datetime import date

from graph.facts import DateInterval, TemporalExpression
from loaders.dates import interval
from loaders.dates.periods import period, shifted

_STEP = {"after": -1, "before": 1}
_COUNTED = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_FINER = {
    "day": {"DAY"},
    "week": {"DAY", "WEEK"},
    "month": {"DAY", "WEEK", "MONTH"},
    "year": {"DAY", "WEEK", "MONTH", "QUARTER", "YEAR"},
}
"""The precisions of what is counted from for which a unit is not too fine."""


class Distances:
    """The counted lengths of time of a text, found by where they end."""

    def __init__(self, expressions: Iterable[TemporalExpression], published: date | None) -> None:
        self._published = published
        self._by_end = {one.end: one.value for one in expressions if one.type == "DURATION"}

    def away(self, marker: str, start: int, base: DateInterval) -> DateInterval | None:
        """Return when that was what stands behind a marker: "two days after", "a week before".

        Args:
            marker: The conjunction or preposition, and
            start: where it begins in the text.
            base: When that was which the other is counted from.

        Returns:
            A period as long as the unit that is counted in, or nothing: without a count right
            before the marker, or when it is finer than what is known of the other event.
        """
        return self._at(marker, start, base, 1)

    def toward(self, marker: str, start: int, base: DateInterval) -> DateInterval | None:
        """Return when that was what is so far from ``base``, which stands behind the marker."""
        return self._at(marker, start, base, -1)

    def _at(self, marker: str, start: int, base: DateInterval, way: int) -> DateInterval | None:
        step = _STEP.get(marker)
        counted = _COUNTED.fullmatch(self._by_end.get(start - 1, ""))
        if step is None or counted is None or self._published is None:
            return None
        unit = _UNITS[counted[2]]
        if base.precision not in _FINER[unit]:
            return None
        day = shifted(date.fromisoformat(base.earliest), way * step * int(counted[1]), unit)
        return interval(period(day, unit), self._published) if day else None
