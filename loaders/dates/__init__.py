"""Expressions of time in news text, and the days that they mean."""

from loaders.dates.anniversaries import Anniversary, anniversary
from loaders.dates.intervals import interval
from loaders.dates.published import publication_day, publication_interval
from loaders.dates.recognizer import find_dates

__all__ = [
    "Anniversary",
    "anniversary",
    "find_dates",
    "interval",
    "publication_day",
    "publication_interval",
]
