"""The recognizer: walks the words of a text once and tries the rules that begin with each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from graph.facts import TemporalExpression
from loaders.dates.composition import grown
from loaders.dates.narrative import frame_of
from loaders.dates.periods import first_day, unit_of
from loaders.dates.published import publication_day
from loaders.dates.reading import Context, Frame, Reading, Readings
from loaders.dates.rules import heads, rules_of
from loaders.text.folding import fold
from loaders.text.sentence import find_sentences

_WORD = re.compile(r"[^\W\d_]+|\d+")
# A paragraph tells its own story.
_BREAK = "\n\n"
# Stands for the date of publication when there is none; no value reckoned from it is given out.
_UNKNOWN = date(2000, 1, 3)


def find_dates(
    text: str, published_at: str | None, sentences: Sequence[tuple[int, int]]
) -> tuple[TemporalExpression, ...]:
    """Return the expressions of time in a text, in their order and without overlaps.

    Types and values are those of TIMEX3 (TimeML 1.2.1, section 2.3), with the finer points as in
    the TIDES guidelines: ``2017-W34-WE``, ``2017-08-24TMO``. Decades are ``199`` and centuries
    ``19`` as dates and, as ISO 8601 has no such units, ``P10Y`` and ``P100Y`` as durations. What is
    so many units away is as fine as its unit: "a year ago" is a year, "two weeks ago" a week, "ten
    days ago" a day.

    Args:
        text: The cleaned text of an article.
        published_at: ISO 8601 date of publication, from which "Friday" and "last year" are
            reckoned. Without it they have X for what is unknown, as in ``XXXX-WXX-5``.
        sentences: Start and end of each sentence; if empty, they are found here.
    """
    published = publication_day(published_at)
    folded = fold(text)
    bounds = list(sentences) or [(s.start, s.end) for s in find_sentences(text, folded)]
    starts = [start for start, _ in bounds]
    begins = heads()
    taken: int = 0
    reference = behind = (published or _UNKNOWN).isoformat()
    named = 0
    frame: Frame | None = None
    told_until = 0
    found: list[TemporalExpression] = []
    for word in _WORD.finditer(folded):
        position = word.start()
        if position < taken:
            continue
        spelled = word[0].lower()
        if (spelled not in begins and not spelled.isdigit()) or _within_word(folded, position):
            continue
        sentence = _sentence(bounds, starts, position, len(text))
        recent = _start_before(starts, sentence[0])
        framing = frame if position < told_until else None
        context = Context(
            folded,
            published or _UNKNOWN,
            sentence,
            reference,
            named >= recent,
            framing,
            reference if named >= sentence[0] else behind,
            recent,
        )
        readings = _read(position, context)
        if not readings:
            continue
        readings = grown(readings, context, _read)
        readings = _apart(readings, taken)
        taken = max(reading.end for reading in readings)
        if (latest := _reference(readings)) is not None and not _ends_quarter(context, readings[0]):
            reference, named = latest, position
            first = first_day(latest)
            behind = latest if first and first <= context.published else behind
        if set_here := _frame(readings, context):
            frame, told_until = set_here, _paragraph_end(folded, position)
        found.extend(_expression(text, reading, published) for reading in readings)
    return tuple(found)


def _read(position: int, context: Context) -> Readings:
    """Return the longest readings that begin at the position, or nothing."""
    word = _WORD.match(context.text, position)
    if word is None:
        return ()
    spelled = word[0].lower()
    head = "#" if spelled.isdigit() else spelled
    best: Readings = ()
    for pattern, build in rules_of(head) if head in heads() else ():
        match = pattern.match(context.text, position, context.sentence[1])
        if match is None or (best and match.end() <= best[-1].end):
            continue
        best = build(match, context) or best
    return best


def _within_word(text: str, position: int) -> bool:
    return position > 0 and (text[position - 1].isalnum() or text[position - 1] == "_")


def _apart(readings: Readings, taken: int) -> Readings:
    """Return the readings, the first not reaching back into what was read before."""
    first, *rest = readings
    if first.start >= taken:
        return readings
    kept = Reading(taken, first.end, first.type, first.value, first.relative, first.blank)
    return (kept, *rest)


def _reference(readings: Readings) -> str | None:
    """Return the value from which the next relative expression is reckoned, if they name one."""
    dated = (r for r in readings if r.anchor and r.type in {"DATE", "TIME"})
    anchors = [reading.value for reading in dated if unit_of(reading.value)]
    return anchors[-1][:10] if anchors else None


def _ends_quarter(context: Context, reading: Reading) -> bool:
    """Tell whether a day only says which quarter was named: "the quarter ended Sept. 30"."""
    if unit_of(context.reference) != "quarter" or not context.fresh:
        return False
    return context.word_before(reading.start) in {"ended", "ending"}


def _frame(readings: Readings, context: Context) -> Frame | None:
    """Return the date with its year that is told in from here, if the readings name another."""
    kept = context.frame
    set_here = [frame for reading in readings if (frame := frame_of(reading, context))]
    if not set_here or (kept and kept.opens and kept.start >= context.sentence[0]):
        return None
    return set_here[-1]


def _paragraph_end(text: str, position: int) -> int:
    end = text.find(_BREAK, position)
    return end if end >= 0 else len(text)


def _expression(text: str, reading: Reading, published: date | None) -> TemporalExpression:
    value = reading.value
    if reading.relative and published is None:
        value = reading.blank or re.sub(r"(?<![A-Z])\d|(?<=W)\d", "X", value)
    stretch = text[reading.start : reading.end]
    return TemporalExpression(reading.start, reading.end, stretch, reading.type, value)


def _start_before(starts: list[int], start: int) -> int:
    """Return where the sentence before the one that begins at ``start`` begins."""
    number = bisect_left(starts, start) - 1
    return starts[number] if number >= 0 else 0


def _sentence(
    bounds: list[tuple[int, int]], starts: list[int], position: int, length: int
) -> tuple[int, int]:
    """Return the bounds of the sentence at a position, or the gap between two sentences."""
    number = bisect_right(starts, position) - 1
    if number >= 0 and position < bounds[number][1]:
        return bounds[number]
    start = bounds[number][1] if number >= 0 else 0
    return start, starts[number + 1] if number + 1 < len(starts) else length
