"""The date of an event of an answer: words of the article first, the model's reckoning second."""

from datetime import date, timedelta

from graph.facts import DateInterval
from loaders.document import Document
from loaders.events.dating import EventDates
from loaders.llm.answer import EventAnswer
from loaders.llm.wording import occurrences
from loaders.text.sentence import Sentence

_LONGEST = timedelta(days=366 * 12)
"""Wider intervals, such as centuries, date no event."""

_WEEK = timedelta(days=6)


def told_date(
    document: Document, dates: EventDates, sentence: Sentence, told: EventAnswer
) -> DateInterval | None:
    """Return the days of the words that date an event; None where there are no such words.

    What our own reading of dates makes of the words outweighs what the model makes of them.
    """
    places = occurrences(document, told.when or "")
    own = [place for place in places if sentence.start <= place[0] and place[1] <= sentence.end]
    if not own:
        return None
    start, end = own[0]
    for dated in dates.inside(sentence.start, sentence.end):
        if dated.start < end and start < dated.end:
            return dated.days
    return _reckoned(told)


def _reckoned(told: EventAnswer) -> DateInterval | None:
    """Return the interval that the model gives, if it is one."""
    try:
        first = date.fromisoformat(told.earliest or "")
        last = date.fromisoformat(told.latest or "")
    except ValueError:
        return None
    if not timedelta() <= last - first <= _LONGEST:
        return None
    return DateInterval(first.isoformat(), last.isoformat(), _precision(first, last), "TEXT")


def _precision(first: date, last: date) -> str:
    """Return how exact an interval is; what is no period of the calendar is a range."""
    begins, following = first.day == 1, last + timedelta(days=1)
    if first == last:
        return "DAY"
    if last - first == _WEEK:
        return "WEEK"
    if begins and following.day == 1 and (first.year, first.month) == (last.year, last.month):
        return "MONTH"
    yearly = begins and first.month == 1 and (following.month, following.day) == (1, 1)
    return "YEAR" if yearly and first.year == last.year else "RANGE"
