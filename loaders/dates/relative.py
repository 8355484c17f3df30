"""Rules for the last, this and the next period, and those beside the date named last."""

import re

from loaders.dates.anchors import anchor
from loaders.dates.choices import tense_of
from loaders.dates.periods import first_day, period, shifted, unit_of
from loaders.dates.reading import Context, Readings, Rule, whole
from loaders.dates.units import CLOCK_UNITS, is_plural, singular
from loaders.dates.vocabulary import DIRECTIONS, PARTS_OF_DAY, THROUGH

_TOLD_LEAD = re.compile(
    r"\b(?:for|on|during|(?:most|much|half|part|rest|balance|remainder|best|worst|all)\sof)\s$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\W*[A-Z][a-z]+\s")
_SUBJECT = re.compile(r"\s(?:the|its|their|his|her)\b")
_LONG = frozenset({"decade", "century"})
_COARSE = _LONG | {"year"}
_TOLD_END = re.compile(
    r"\s*(?:$|[.,;:)\"]|'(?!s)|(?:but|and|as|after|from|to|at|in|with|was|were|is|rose|fell|totaled|totalled)\b)"
)


def _directed(match: re.Match[str], context: Context) -> Readings:
    """Read "last week", "this year", "next month"."""
    unit = singular(match["unit"])
    direction = DIRECTIONS[match["direction"].lower()]
    if unit in CLOCK_UNITS | {"day", "night", "fortnight"} or is_plural(match["unit"]):
        return ()
    day = shifted(context.published, direction, unit)
    return whole(match, "DATE", day and period(day, unit), relative=True)


def _referred(match: re.Match[str], context: Context) -> Readings:
    """Read "the same day", "that year", "the following month" from the last date."""
    unit = singular(match["unit"])
    which = match["which"].lower()
    steps = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "prior": -1}
    reference = anchor(context, *match.span())
    start = first_day(reference) or context.published
    if unit == "day" and unit_of(reference) in {"month", "year"}:
        return whole(match, "DATE", f"{reference}-XX-XX"[:10], relative=True)
    if unit in CLOCK_UNITS | {"quarter", "weekend", "fortnight", "night"} or is_plural(
        match["unit"]
    ):
        return ()
    if unit in {"week", "month"} and unit_of(reference) in _COARSE:
        start = context.published  # no month comes before a year
    if which == "next" and context.word_before(match.start()) in THROUGH:
        return ()  # a length of time: "over the next year"
    if which == "that" and context.word_after(match.end()) == "of":
        return ()
    day = shifted(start, steps.get(which, 0), unit)
    return whole(match, "DATE", day and period(day, unit), relative=True)


def _referred_part(match: re.Match[str], context: Context) -> Readings:
    """Read "that night", "the next morning", "the same evening"."""
    steps = {"next": 1, "following": 1, "previous": -1}
    reference = anchor(context, *match.span())
    start = first_day(reference) if unit_of(reference) == "day" else None
    day = shifted(start or context.published, steps.get(match["which"].lower(), 0), "day")
    code = PARTS_OF_DAY[match["part"].lower()]
    return whole(match, "TIME", day and f"{day.isoformat()}T{code}", relative=True)


def _weekend(match: re.Match[str], context: Context) -> Readings:
    """Read "the weekend": the last one, or the coming one if told so."""
    told = tense_of(context, match.start(), match.end())
    weekend_now = context.published.isoweekday() >= 6
    day = context.published if told == "future" or weekend_now else None
    day = day or shifted(context.published, -1, "week")
    return whole(match, "DATE", day and period(day, "weekend"), relative=True)


def _period_told_of(match: re.Match[str], context: Context) -> Readings:
    """Read "for the year", "on the day", "the best of the decade": the one told of, else this one.

    What such words count ("the year of the fire", "the day he left") is another period.
    """
    unit = match["unit"].lower()
    before = context.before(match.start())
    lead = _TOLD_LEAD.search(before) or (unit in _LONG and before.endswith("of "))
    after = context.after(match.end())
    ends = _TOLD_END.match(after) or (_OPENS.fullmatch(before) and _SUBJECT.match(after))
    if not lead or not ends:
        return ()
    reference = anchor(context, *match.span())
    start = first_day(reference) if context.fresh and unit_of(reference) == unit else None
    return whole(match, "DATE", period(start or context.published, unit), relative=True)


def _edge(match: re.Match[str], context: Context) -> Readings:
    """Read "the end of the year", "later in the week", "early in the month"."""
    unit = singular(match["unit"])
    if unit in {"day", "night", *CLOCK_UNITS}:
        return ()
    return whole(match, "DATE", period(context.published, unit), relative=True)


RELATIVE: tuple[Rule, ...] = (
    Rule("the", r"the (?P<unit>day|week|month|year|decade|century)", _period_told_of),
    Rule("this last next", r"(?P<direction>this|next|last(?! \w+ of )) {unit}", _directed),
    Rule("the this", r"(?:the|this) (?P<direction>current|coming|upcoming) {unit}", _directed),
    Rule("this", r"this (?P<direction>past) (?P<unit>weekend|week|month|year)", _directed),
    Rule("the", r"the (?P<which>same|next|following|previous|preceding|prior) {unit}", _referred),
    Rule("that", r"(?P<which>that) (?:same |very )?{unit}", _referred),
    Rule(
        "the that", r"(?:the )?(?P<which>that|same|next|following|previous) {part}", _referred_part
    ),
    Rule("year month quarter", r"{unit}(?:-|'s | )end", _edge),
    Rule("mid midyear", r"(?:mid-?)(?P<unit>year)", _edge),
    Rule("the weekend", r"the weekend(?! of )", _weekend),
    Rule(
        "the early later late earlier",
        r"(?:the (?:end|beginning|start|middle|close|turn|rest|remainder) of"
        r"|(?:later|earlier|early|late) in)"
        r" the {unit}",
        _edge,
    ),
)
