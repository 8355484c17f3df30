"""Anniversaries: "the 25th anniversary" tells when something began."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from graph.facts import DateInterval
from loaders.dates.quantities import amount, ordinal
from loaders.dates.templates import any_of, compiled

_NAMED = {
    "centenary": 100,
    "centennial": 100,
    "bicentenary": 200,
    "bicentennial": 200,
    "sesquicentennial": 150,
    "tercentenary": 300,
    "silver jubilee": 25,
    "golden jubilee": 50,
    "diamond jubilee": 60,
    "platinum jubilee": 70,
}


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An anniversary named in a text: where, and how many years it counts."""

    start: int
    end: int
    years: int

    def founded(self, marked: date) -> DateInterval | None:
        """Return the year of what is remembered, None before the year 1.

        Args:
            marked: The day on which the anniversary is marked, at best that of the sentence, else
                that of publication. Messages and meetings come some days before or after the
                anniversary itself, so that no more than the year is certain.
        """
        year = marked.year - self.years
        if year < 1:
            return None
        return DateInterval(f"{year:04d}-01-01", f"{year:04d}-12-31", "YEAR", "TEXT")


@cache
def _pattern() -> re.Pattern[str]:
    between = r"(?:[- ](?:wedding|founding|diplomatic|independence))?"
    named = any_of(_NAMED)
    counted = r"(?:{ordinal}|{amount}[- ]years?)" + between + "[- ]anniversary"
    return compiled(rf"(?<![\w-])(?:{counted}|(?P<named>{named}))")


def anniversary(text: str) -> Anniversary | None:
    """Return the first anniversary that a text names with its number, None if there is none."""
    for match in _pattern().finditer(text):
        years = _years(match)
        if years:
            return Anniversary(match.start(), match.end(), years)
    return None


def _years(match: re.Match[str]) -> int:
    if match["named"]:
        return _NAMED[" ".join(match["named"].lower().split())]
    if match["ordinal"]:
        return ordinal(match["ordinal"])
    return round(amount(match["amount"]) or 0)
