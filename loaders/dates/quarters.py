"""Rules for quarters and halves of a year, with or without the year."""

import re

from loaders.dates.calendar_days import month_number
from loaders.dates.choices import tense_of
from loaders.dates.periods import first_day, period, shifted, unit_of
from loaders.dates.quantities import ordinal
from loaders.dates.reading import Context, Readings, Rule, whole
from loaders.dates.vocabulary import DIRECTIONS

_OF = re.compile(r"\s(?:of|to)\b")


def _quarter(match: re.Match[str], context: Context) -> Readings:
    number = ordinal(match["ordinal"])
    if not 1 <= number <= 4:
        return ()
    return _part_of_year(match, context, f"Q{number}", number * 3)


def _half(match: re.Match[str], context: Context) -> Readings:
    stated = match["year"] or match["which"] or "-" in match[0]
    alone = context.word_before(match.start()) in {"in", "for", "during"} and not _OF.match(
        context.after(match.end())
    )
    if not (stated or alone):
        return ()  # "the first half of the match"
    first = match["half"].lower() == "first"
    return _part_of_year(match, context, "H1" if first else "H2", 6 if first else 12)


def _part_of_year(match: re.Match[str], context: Context, code: str, last_month: int) -> Readings:
    """Read a quarter or half of a stated year, else the last one begun, or the next if told so."""
    groups = match.groupdict()
    blank = f"XXXX-{code}"
    if groups.get("year"):
        return whole(match, "DATE", f"{match['year']}-{code}")
    here = context.published
    if groups.get("which"):
        step = DIRECTIONS.get(match["which"].split()[0].lower(), 0)
        return whole(match, "DATE", f"{here.year + step}-{code}", relative=True, blank=blank)
    told = tense_of(context, match.start(), match.end())
    months = 3 if code[0] == "Q" else 6
    begun = here.month > last_month - months
    year = here.year if begun or told == "future" else here.year - 1
    if told == "future" and here.month > last_month:
        year += 1
    return whole(match, "DATE", f"{year}-{code}", relative=True, blank=blank)


def _figure_quarter(match: re.Match[str], context: Context) -> Readings:
    code = f"{match['letter'].upper()}{match['number']}"
    months = 3 if code[0] == "Q" else 6
    if code[0] == "H" and int(match["number"]) > 2:
        return ()
    return _part_of_year(match, context, code, int(match["number"]) * months)


def _beside_quarter(match: re.Match[str], context: Context) -> Readings:
    """Read "the previous quarter" from the quarter named last, if one was just named."""
    which = match["which"].lower()
    start = first_day(context.reference) if unit_of(context.reference) == "quarter" else None
    step = {"same": 0, "that": 0, "following": 1}.get(which, -1)
    day = shifted(start if start and context.fresh else context.published, step, "quarter")
    return whole(match, "DATE", day and period(day, "quarter"), relative=True, anchor=step == 0)


def _quarter_of_stated(match: re.Match[str], context: Context) -> Readings:
    """Read "last year's fourth quarter", "1988's first half", "the year-ago third quarter"."""
    groups = match.groupdict()
    number = ordinal(match["ordinal"])
    code = "Q" if match["part"].lower() == "quarter" else "H"
    if number > (4 if code == "Q" else 2):
        return ()
    if year := groups.get("year"):
        return whole(match, "DATE", f"{year}-{code}{number}")
    step = DIRECTIONS[match["direction"].lower()] if groups.get("direction") else -1
    start = first_day(_reported(context)) if step == -1 and "-" in match[0] else None
    year = (start or context.published).year + step
    return whole(
        match, "DATE", f"{year}-{code}{number}", relative=True, blank=f"XXXX-{code}{number}"
    )


def _quarter_of_year(match: re.Match[str], context: Context) -> Readings:
    """Read "the 1988 quarter": that year's quarter of the same number as the one reported on."""
    return whole(match, "DATE", f"{match['year']}{_reported(context)[4:]}", anchor=False)


def _months_quarter(match: re.Match[str], context: Context) -> Readings:
    """Read "the July-September quarter"."""
    first, last = (month_number(match[name]) for name in ("first", "second"))
    if last - first != 2 or last % 3:
        return ()
    return _part_of_year(match, context, f"Q{last // 3}", last)


def _directed_quarter(match: re.Match[str], context: Context) -> Readings:
    direction = -1 if match["which"].lower() == "latest" else DIRECTIONS[match["which"].lower()]
    day = shifted(context.published, direction, "quarter")
    return whole(match, "DATE", day and period(day, "quarter"), relative=True)


def _the_quarter(match: re.Match[str], context: Context) -> Readings:
    """Read "the quarter" as the one named last, else the last that is over: results are of that."""
    return whole(match, "DATE", _reported(context), relative=True)


def _year_ago_quarter(match: re.Match[str], context: Context) -> Readings:
    """Read "the year-ago quarter" as the same quarter of the year before."""
    first = first_day(_reported(context))
    day = first and shifted(first, -1, "year")
    return whole(match, "DATE", day and period(day, "quarter"), relative=True, anchor=False)


def _reported(context: Context) -> str:
    """Return the quarter that a report of results is about."""
    if unit_of(context.reference) == "quarter":
        return context.reference
    day = shifted(context.published, -1, "quarter")
    return period(day or context.published, "quarter")


_WHICH = r",? (?:of |in )?(?P<which>this year|last year|next year|the year)"
_OF_YEAR = r"(?:(?:,? of| in|,)? (?:fiscal )?{year}|" + _WHICH + r")?"

QUARTER_RULES: tuple[Rule, ...] = (
    Rule("ordinal the # fiscal", r"(?:the )?(?:fiscal )?{ordinal}[- ]quarter" + _OF_YEAR, _quarter),
    Rule(
        "first second latter the",
        r"(?:the )?(?P<half>first|second|latter)[- ]half" + _OF_YEAR,
        _half,
    ),
    Rule("q h", r"(?P<letter>[QH])(?P<number>[1-4])(?: (?:of )?{year})?", _figure_quarter),
    Rule("#", r"{year}[- ](?P<letter>[QH])(?P<number>[1-4])", _figure_quarter),
    Rule(
        "this last next the current latest coming",
        r"(?:the )?(?P<which>last|this|next|current|latest|coming) quarter",
        _directed_quarter,
    ),
    Rule(
        "the that previous prior preceding same",
        r"(?:the )?(?P<which>previous|prior|preceding|same|that|following) quarter",
        _beside_quarter,
    ),
    Rule(
        "this last next the #",
        r"(?:the )?(?:{direction} year's|{year}'s) {ordinal}[- ](?P<part>quarter|half)",
        _quarter_of_stated,
    ),
    Rule(
        "the year",
        r"(?:the )?year-(?:ago|earlier) {ordinal}[- ](?P<part>quarter|half)",
        _quarter_of_stated,
    ),
    Rule("the", r"the {year} quarter", _quarter_of_year),
    Rule(
        "the month",
        r"(?:the )?{monthname:first}(?:-|-to-| to | through ){monthname:second}"
        r" (?:quarter|period)(?:(?:,? of| in|,)? {year})?",
        _months_quarter,
    ),
    Rule("the", r"the quarter(?!-| (?:of|century))", _the_quarter),
    Rule("the year", r"(?:the )?year-(?:ago|earlier) quarter", _year_ago_quarter),
)
