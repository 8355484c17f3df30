"""The year that a story is in: "In 1956 students marched. On 23 October they won" is of one year.

A text that tells of older days names their year once. A month or day that is written without a year
is of that year then, and not of the one nearest to publication.
"""

import re

from loaders.dates.choices import tense_of
from loaders.dates.reading import Context, Frame, Reading

_OPENING = re.compile(
    r"\W*(?:(?:back|early|late|later|again)\s)?(?:(?:in|on|during)\s)?$", re.IGNORECASE
)
_NEWS = re.compile(
    r"\b(?:(?:last|this|next)\s(?:week|weekend|month|year|mon|tues|wednes|thurs|fri|satur|sun)"
    r"|today|yesterday|tomorrow|tonight)",
    re.IGNORECASE,
)
# Months before publication that are news, whatever was just told of.
_NEWS_MONTHS = 2
# Years before publication of a month named with its year, from which on no month after it is news.
_OLD_YEARS = 2
# A story that has come to October goes on in January with the next year.
_LATE, _EARLY = 10, 3


def frame_of(reading: Reading, context: Context) -> Frame | None:
    """Return the frame that a reading sets, None if it is not written with its year."""
    value = reading.value
    if reading.type not in {"DATE", "TIME"} or not re.match(r"\d{4}(?:-\d|$)", value):
        return None
    opens = _opens(context, reading.start)
    if reading.relative and not (opens and len(value) == 4):
        return None
    return Frame(value, reading.start, opens, reckoned=reading.relative)


def narrated_year(context: Context, start: int, end: int, month: int) -> int | None:
    """Return the year of a month that the text is telling of, None if it is told as news.

    The year must open this sentence or the one before; or the month was named with an old year
    in this paragraph; or the month opens this sentence and the one
    before names a month with its year, for then the story goes on from there. A year that was told
    by its distance ("three years ago") holds for its own sentence. A sentence that speaks of "last
    week" is back in the present.

    Args:
        context: Where the month stands, and
        start: where it begins and
        end: ends.
        month: Its number.
    """
    frame, published = context.frame, context.published
    if frame is None or int(frame.value[:4]) >= published.year:
        return None
    here = frame.opens and frame.start >= context.sentence[0]
    if frame.reckoned and not here:
        return None
    last = int(frame.value[5:7]) if frame.value[5:7].isdigit() else None
    old = last is not None and published.year - int(frame.value[:4]) >= _OLD_YEARS
    near = (published.month - month) % 12 <= _NEWS_MONTHS
    if not here and (_is_news(context) or (near and not old)):
        return None
    if frame.start < context.recent:
        same = old and month == last and tense_of(context, start, end) != "future"
        return int(frame.value[:4]) if same else None
    goes_on = last and frame.start < context.sentence[0] and _opens(context, start)
    if not (frame.opens or goes_on) or tense_of(context, start, end) == "future":
        return None
    turned = last is not None and last >= _LATE and month <= _EARLY
    return int(frame.value[:4]) + turned


def _is_news(context: Context) -> bool:
    """Tell whether the sentence speaks of days about publication."""
    return bool(_NEWS.search(context.text, *context.sentence))


def _opens(context: Context, start: int) -> bool:
    """Tell whether a date opens its sentence as what the sentence is about: "In 1956"."""
    return bool(_OPENING.fullmatch(context.text, context.sentence[0], start))
