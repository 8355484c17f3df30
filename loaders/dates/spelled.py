"""Rules for years and days in words, as in transcripts of speech: "nineteen ninety-one"."""

import re

from loaders.dates.calendar_days import days_around, make_day, month_number
from loaders.dates.choices import day_of_year, tense_of
from loaders.dates.counts import COUNTED, is_plural
from loaders.dates.quantities import ordinal
from loaders.dates.reading import Context, Readings, Rule, whole
from loaders.dates.templates import any_of
from loaders.dates.vocabulary import CARDINALS
from loaders.dates.words import words

_CENTURIES = {"seventeen": 1700, "eighteen": 1800, "nineteen": 1900, "twenty": 2000}
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = any_of(name for name, number in CARDINALS.items() if 1 <= number <= 9)
_TEENS = any_of(name for name, number in CARDINALS.items() if 10 <= number <= 19)
# One of these words introduces a year.
_LEADING = frozenset(words("in since of from until till by before after during between to and"))

_YEAR = (
    rf"(?:(?P<century>{'|'.join(_CENTURIES)})[- ]"
    rf"(?P<rest>(?:{_TENS})(?:[- ]{_ONES})?|{_TEENS}|(?:oh|o)[- ]{_ONES})"
    rf"|(?P<millennium>two thousand)(?: and)?(?: (?P<over>{_TEENS}|{_ONES}))?)"
)


def _spelled(match: re.Match[str]) -> int | None:
    """Return the year in words, None if there is none."""
    if match["century"]:
        rest = re.split(r"[-\s]+", match["rest"].lower())
        return _CENTURIES[match["century"].lower()] + sum(CARDINALS.get(word, 0) for word in rest)
    if match["millennium"]:
        return 2000 + CARDINALS.get((match["over"] or "").lower(), 0)
    return None


def _year(match: re.Match[str], context: Context) -> Readings:
    following = context.word_after(match.end())
    if context.word_before(match.start()) not in _LEADING:
        return ()
    if following in COUNTED or is_plural(following):
        return ()
    return whole(match, "DATE", f"{_spelled(match)}")


def _day(match: re.Match[str], context: Context) -> Readings:
    """Read "March twentieth", with or without the year in words or digits."""
    month, number = month_number(match["month"]), ordinal(match["ordinal"])
    year = int(match["year"]) if match["year"] else _spelled(match)
    if year:
        day = make_day(year, month, number)
        return whole(match, "DATE", day and day.isoformat())
    days = days_around(context.published.year, month, number)
    day = day_of_year(context, days, tense_of(context, *match.span()))
    return whole(match, "DATE", day and day.isoformat(), relative=True)


def _month(match: re.Match[str], _: Context) -> Readings:
    """Read "January of nineteen eighty-two"."""
    year = _spelled(match)
    return whole(match, "DATE", f"{year}-{month_number(match['monthname']):02d}")


SPELLED: tuple[Rule, ...] = (
    Rule("month", r"{monthname},? (?:of )?" + _YEAR, _month),
    Rule("seventeen eighteen nineteen twenty two", _YEAR, _year),
    Rule("month", r"{month} (?:the )?{ordinal}(?:,? (?:{year}|" + _YEAR + r"))?", _day),
)
