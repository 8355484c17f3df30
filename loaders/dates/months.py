"""Rules for months, with or without the year."""

import re

from loaders.dates.calendar_days import month_number
from loaders.dates.choices import month_of, tense_of
from loaders.dates.narrative import narrated_year
from loaders.dates.periods import first_day, unit_of
from loaders.dates.reading import Context, Reading, Readings, Rule, whole
from loaders.dates.tense import Tense
from loaders.dates.vocabulary import DIRECTIONS, NAMELIKE_MONTHS
from loaders.dates.words import words
from loaders.dates.years import full_year

# Before one of these words a name such as May or March stands for the month.
_LEADING = frozenset(
    words(
        "in since until till during last next this early late mid every each through between of by"
        " from to before after for the and or a an around about that past previous following"
    )
)
# Those that stand before a person of that name as well.
_WEAK = frozenset(words("of by from to before after for the and or a an about that"))
_MONTH_NAME_OF_PERSON = re.compile(
    r"\b(?:Theresa|Brian|Elizabeth|Mrs\.?|Mr\.?|Ms\.?|Minister|PM|President|Senator|Sen\.)\s+$"
)
_MAY_THE_PERSON = re.compile(r"\b(?:Theresa|Brian|Minister|Mrs\.?|Mr\.?|Ms\.?)\s+May\b")
_RANGE = re.compile(
    r"[A-Z][a-z]{2,8}\.?\s(?:to|through|until|till)\s(?:(?:early|late|mid)(?:-|\s))?$"
)
# "The October crash of 1987" is of that year, and "futures for December delivery" are of the next.
_OF_YEAR = re.compile(r"\s[a-z]+\s(?:of|in)\s((?:1[89]|20)\d\d)(?!\w|-|[,.]\d)")
_DELIVERED = re.compile(r"\s(?:delivery|contracts?|futures|options?)\b")
_CAPITAL = re.compile(r"\s[A-Z][a-z]")


def _month_year(match: re.Match[str], context: Context) -> Readings:
    year = match["year"] or full_year(match["short"], context)
    return whole(match, "DATE", f"{year}-{month_number(match['month']):02d}")


def _months_of_year(match: re.Match[str], _: Context) -> Readings:
    """Read "January-March 2018" as two months of that year."""
    first, second = month_number(match["first"]), month_number(match["second"])
    year = int(match["year"])
    begun = year if first <= second else year - 1
    return (
        Reading(match.start(), match.end("first"), "DATE", f"{begun}-{first:02d}"),
        Reading(match.start("second"), match.end(), "DATE", f"{year}-{second:02d}"),
    )


def _month_of_stated(match: re.Match[str], context: Context) -> Readings:
    """Read "November last year" and "this year in November"."""
    year = context.published.year + DIRECTIONS[match["direction"].lower()]
    number = month_number(match["monthname"])
    return whole(match, "DATE", f"{year}-{number:02d}", relative=True, blank=f"XXXX-{number:02d}")


def _month(match: re.Match[str], context: Context) -> Readings:
    if not _is_month(match, context):
        return ()
    number = month_number(match["monthname"])
    after = context.after(match.end())
    if year := _OF_YEAR.match(after):
        return whole(match, "DATE", f"{year[1]}-{number:02d}")
    if _DELIVERED.match(after):
        return _resolved_month(match, context, "future")
    if year := narrated_year(context, *match.span(), number):
        return whole(match, "DATE", f"{year}-{number:02d}")
    if year := _year_of_range(match, context, number):
        value = f"{year}-{number:02d}"
        return whole(match, "DATE", value, relative=True, blank=f"XXXX-{number:02d}")
    return _resolved_month(match, context, tense_of(context, *match.span()))


def _year_of_range(match: re.Match[str], context: Context, number: int) -> int | None:
    """Return the year of a month that ends a range, "from May to July": the first after its start.

    None if the month ends no range.
    """
    start = first_day(context.reference) if unit_of(context.reference) == "month" else None
    if start is None or not _RANGE.search(context.before(match.start())):
        return None
    return start.year + (number <= start.month)


def _directed_month(match: re.Match[str], context: Context) -> Readings:
    """Read "last June": the last before the month of publication; "next June" likewise."""
    direction = DIRECTIONS[match["direction"].lower()]
    number = month_number(match["monthname"])
    if direction == 0 or number == context.published.month:
        value = f"{context.published.year + direction}-{number:02d}"
        return whole(match, "DATE", value, relative=True, blank=f"XXXX-{number:02d}")
    return _resolved_month(match, context, "past" if direction < 0 else "future")


def _resolved_month(match: re.Match[str], context: Context, told: Tense | None) -> Readings:
    number = month_number(match["monthname"])
    year, month = month_of(context, number, told)
    blank = f"XXXX-{number:02d}"
    return whole(match, "DATE", f"{year}-{month:02d}", relative=True, blank=blank)


def _is_month(match: re.Match[str], context: Context) -> bool:
    """Tell whether a bare name of a month is the month: most are, a few are names as well."""
    name, text = match["monthname"], context.text
    if name.lower() not in NAMELIKE_MONTHS:
        return not name.endswith(".") or context.word_before(match.start()) in _LEADING
    before = context.word_before(match.start())
    if before not in _LEADING:
        return False
    if _MONTH_NAME_OF_PERSON.search(context.before(match.start())):
        return False
    if before in _WEAK and name.lower() == "may" and _MAY_THE_PERSON.search(text):
        return False
    if before in {"the", "a"} and name.lower() == "march":
        return context.word_after(match.end()) not in {"on", "of", "for", "against", "to"}
    return not (before in _WEAK and _CAPITAL.match(context.after(match.end())))


def _month_of_told(match: re.Match[str], context: Context) -> Readings:
    """Read "January of that year", of the date named last."""
    start = first_day(context.reference)
    if start is None:
        return ()
    number = month_number(match["monthname"])
    value = f"{start.year}-{number:02d}"
    return whole(match, "DATE", value, relative=True, blank=f"XXXX-{number:02d}")


MONTH_RULES: tuple[Rule, ...] = (
    Rule("month", r"{month},? (?:of |in )?(?:{year}|'(?P<short>\d\d))", _month_year),
    Rule(
        "month",
        r"{monthname:first}(?: ?[-\u2013/] ?| to | and ){monthname:second},? {year}",
        _months_of_year,
    ),
    Rule("month", r"{monthname},? (?:of )?(?:the )?{direction} year", _month_of_stated),
    Rule("month", r"{monthname},? (?:of )?(?:that|the same) (?:same )?year", _month_of_told),
    Rule("this last next", r"{direction} year,? in {monthname}", _month_of_stated),
    Rule("this last next past", r"{direction} {monthname}", _directed_month),
    Rule("month", r"{monthname}", _month),
)
