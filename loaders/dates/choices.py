"""Which of the periods that an expression may name is meant: the nearest, the last or the next."""

import re
from collections.abc import Iterable
from datetime import date

from loaders.dates.reading import Context
from loaders.dates.tense import Tense, is_bygone_plan, tense

_HAPPENED = re.compile(
    r"(?:'s)?\s(?:\w+\s)?(?:attacks?|bombings?|blasts?|explosions?|ruling|decision|shootings?|killings?"
    r"|crash|earthquake|quake|announcement|statement|remarks|raids?|strikes?|assault|clash(?:es)?"
    r"|arrests?|massacre|verdict|deaths?|coup|murders?|violence)\b"
)
_TO_HAPPEN = re.compile(r"'s\s(?:[\w-]+\s){1,3}(?:will|would|is\sto|are\sto)\s(?!have)")
# A day of a month this near to publication is meant whatever the verb says: of one side of it, for
# of what is to come verbs tell more surely than of what was, and without a tense.
_JUST_BEHIND_DAYS = 30
_JUST_AHEAD_DAYS = 45
_NEAR_DAYS = 90
_HALF_WEEK = 3


def tense_of(context: Context, start: int, end: int) -> Tense | None:
    """Return the tense of the clause around the stretch."""
    if is_bygone_plan(context.text, start, end, context.sentence):
        return None
    return tense(context.text, start, end, context.sentence)


def tense_of_weekday(context: Context, start: int, end: int, number: int) -> Tense | None:
    """Return the tense, and the past before what has happened: "Friday's attack".

    "Friday's strike would last all day", said on Thursday, is to come.

    What was planned for a day and came to nothing is told of near that day.
    """
    if _TO_HAPPEN.match(context.after(end)):
        return "future"
    if _HAPPENED.match(context.after(end)):
        return "past"
    if is_bygone_plan(context.text, start, end, context.sentence):
        return (
            "future" if 0 < (number - context.published.isoweekday()) % 7 <= _HALF_WEEK else "past"
        )
    return tense_of(context, start, end)


def weekday_of(context: Context, number: int, told: Tense | None) -> date:
    """Return the day with that ISO weekday number: today, else the last one, or next if told so.

    News tells of the days before it, so that the past is the default.
    """
    ahead = (number - context.published.isoweekday()) % 7
    back = ahead - 7 if ahead else 0
    return date.fromordinal(context.published.toordinal() + (ahead if told == "future" else back))


def day_of_year(context: Context, days: Iterable[date], told: Tense | None) -> date | None:
    """Return which of the same day in several years is meant.

    The nearest to publication, unless it is some months away and the tense points to the other
    side. Without a tense far days lie behind, for news tells of what has happened.
    """
    published = context.published
    ordered = sorted(days, key=lambda day: abs((day - published).days))
    if not ordered:
        return None
    near = {"future": _JUST_BEHIND_DAYS, "past": _JUST_AHEAD_DAYS, None: _NEAR_DAYS}[told]
    if abs((ordered[0] - published).days) <= near:
        return ordered[0]
    wanted = (day for day in ordered if (day <= published) == (told != "future"))
    return next(wanted, ordered[0])


def month_of(context: Context, number: int, told: Tense | None) -> tuple[int, int]:
    """Return year and month of the month with that number.

    The past takes the last such month (this month included), the future the next, and without a
    tense it is the nearest, the past one of two equally near.
    """
    here = context.published.year * 12 + context.published.month - 1
    ahead = (number - 1 - here) % 12
    back = ahead - 12 if ahead else 0
    nearest = ahead if ahead < -back else back
    step = {"future": ahead, "past": back, None: nearest}[told]
    year, month = divmod(here + step, 12)
    return year, month + 1
