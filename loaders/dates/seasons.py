"""Rules for seasons, with or without the year."""

import re

from loaders.dates.choices import tense_of
from loaders.dates.narrative import narrated_year
from loaders.dates.periods import first_day, season, shifted, unit_of
from loaders.dates.reading import Context, Readings, Rule, whole
from loaders.dates.tense import Tense
from loaders.dates.vocabulary import DIRECTIONS, SEASONS
from loaders.dates.words import words
from loaders.dates.years import full_year

_LEADING = frozenset(words("in by since until till during through of early late mid"))


def _season_year(match: re.Match[str], context: Context) -> Readings:
    year = match["year"] or full_year(match["short"], context)
    return whole(match, "DATE", f"{year}-{SEASONS[match['season'].lower()][0]}")


def _season_of_stated(match: re.Match[str], context: Context) -> Readings:
    """Read "the autumn of last year"."""
    year = context.published.year + DIRECTIONS[match["direction"].lower()]
    code = SEASONS[match["season"].lower()][0]
    return whole(match, "DATE", f"{year}-{code}", relative=True, blank=f"XXXX-{code}")


def _directed_season(match: re.Match[str], context: Context) -> Readings:
    """Read "last summer", "this spring", "next winter", "the coming autumn"."""
    direction = DIRECTIONS[match["direction"].lower()]
    return _resolved_season(match, context, direction)


def _told_season(match: re.Match[str], context: Context) -> Readings:
    """Read "that summer", "the following spring" from the date named last."""
    code, month = SEASONS[match["season"].lower()]
    start = first_day(context.reference) or context.published
    year = start.year
    if match["which"].lower() in {"following", "next"} and (
        unit_of(context.reference) == "year" or start.month >= month
    ):
        year += 1
    return whole(match, "DATE", f"{year}-{code}", relative=True, blank=f"XXXX-{code}")


def _season(match: re.Match[str], context: Context) -> Readings:
    """Read "in the fall": the coming one if told in the future, else the last or present one."""
    if context.word_before(match.start()) not in _LEADING:
        return ()
    told = tense_of(context, match.start(), match.end())
    name = match["season"].lower()
    code, first = SEASONS[name]
    if year := narrated_year(context, *match.span(), first) or _year_beside(context, told):
        return whole(match, "DATE", f"{year}-{code}")
    begun = (context.published.month - first) % 12
    return _resolved_season(match, context, 1 if told == "future" and begun >= 3 else -(begun >= 3))


def _year_beside(context: Context, told: Tense | None) -> int | None:
    """Return the year of another date of the sentence: "rose in April 2013, and by summer"."""
    frame = context.frame
    if frame is None or frame.reckoned or frame.start < context.sentence[0] or told == "future":
        return None
    year = int(frame.value[:4])
    return year if year < context.published.year - 1 else None


def _resolved_season(match: re.Match[str], context: Context, direction: int) -> Readings:
    code, first = SEASONS[match["season"].lower()]
    published = context.published
    begun = (published.month - first) % 12
    start = shifted(published.replace(day=1), -begun, "month")
    if start is None:
        return ()
    # The season that began last is the present one, or the last one once it is over.
    over = begun >= 3
    # Over since last year, it comes again this year.
    this = 1 if over and begun >= published.month else 0
    step = {-1: 0 if over else -1, 0: this, 1: 1}[direction]
    return whole(match, "DATE", season(start, code, step), relative=True, blank=f"XXXX-{code}")


SEASON_RULES: tuple[Rule, ...] = (
    Rule("season the", r"(?:the )?{season},? (?:of )?(?:{year}|'(?P<short>\d\d))", _season_year),
    Rule(
        "season the",
        r"(?:the )?{season} (?:of )?(?P<direction>last|this|next) year",
        _season_of_stated,
    ),
    Rule("that the", r"(?:the )?(?P<which>that|same|following|next) {season}", _told_season),
    Rule("this last next past the", r"(?:the |this )?{direction} {season}", _directed_season),
    Rule("the season", r"(?:the )?{season}(?! (?:of|in|from) )", _season),
)
