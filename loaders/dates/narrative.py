"""The year that a story is in: "In 1956 students marched. On 23 October they won" is of one year.

A text that tells of older days names their year once. A month or day that is written without a year
is of that year then, and not of the one nearest to publication.
"""

import re

from loaders.dates.choices import tense_of
from loaders.dates.reading import Context, Frame, Reading

_OPENING = re.compile(
    r"\W*(?:(?:back|early|late|later|again)\s)?(?:in|on|during)\s$", re.IGNORECASE
)
# Months before publication that are news, whatever was just told of.
_NEWS_MONTHS = 2
# A story that has come to October goes on in January with the next year.
_LATE, _EARLY = 10, 3


def frame_of(reading: Reading, context: Context) -> Frame | None:
    """Return the frame that a reading sets, None if it is not written with its year."""
    value = reading.value
    if reading.relative or reading.type not in {"DATE", "TIME"}:
        return None
    if not re.match(r"\d{4}(?:-\d|$)", value):
        return None
    return Frame(value, reading.start, _opens(context, reading.start))


def narrated_year(context: Context, start: int, end: int, month: int) -> int | None:
    """Return the year of a month that the text is telling of, None if it is told as news.

    The year must open this sentence or the one before; or the month opens this sentence and the one
    before names a month with its year, for then the story goes on from there.

    Args:
        context: Where the month stands, and
        start: where it begins and
        end: ends.
        month: Its number.
    """
    frame, published = context.frame, context.published
    if frame is None or int(frame.value[:4]) >= published.year:
        return None
    if (published.month - month) % 12 <= _NEWS_MONTHS:
        return None
    last = int(frame.value[5:7]) if frame.value[5:7].isdigit() else None
    goes_on = last and frame.start < context.sentence[0] and _opens(context, start)
    if not (frame.opens or goes_on) or tense_of(context, start, end) == "future":
        return None
    turned = last is not None and last >= _LATE and month <= _EARLY
    return int(frame.value[:4]) + turned


def _opens(context: Context, start: int) -> bool:
    """Tell whether a date opens its sentence as what the sentence is about: "In 1956"."""
    return bool(_OPENING.fullmatch(context.text, context.sentence[0], start))
