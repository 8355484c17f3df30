"""Rules for years, spans of years, decades, centuries and fiscal years."""

import re

from loaders.dates.counts import COUNTED, ESTIMATED, NUMBERED, is_plural
from loaders.dates.quantities import ordinal
from loaders.dates.reading import Context, Reading, Readings, Rule, whole
from loaders.dates.vocabulary import DECADES
from loaders.dates.words import words

# A year that one of these words introduces needs no other sign.
_LEADING = frozenset(
    words(
        "in since of from until till by before after during between to and the year circa through"
        " early late mid post pre spring summer autumn fall winter election"
    )
)
_OWNING = frozenset(words("its his her their our my a an this that these those last next"))
_NUMBER_BEFORE = re.compile(r"\d[,.:/\u2013-]$|[$€£¥#]\s?$|[A-Za-z]$|[.:/_]$|\d\s*[x\u00d7]\s*$")
_NUMBER_AFTER = re.compile(r"[-\u2013/:]\d|\s?%|-(?!era|style|vintage)[a-z]|/|\sB\.?C\b")
_NEXT_WORD = re.compile(r",?\s[A-Za-z]{2,}")
_BEFORE_CHRIST = re.compile(r"\sB\.?C\b")
_OF_LIFE = re.compile(r"\b(?:his|her|their|my)\s(?:early\s|late\s|mid-?\s?)?$", re.IGNORECASE)
_ABOUT_BEFORE = re.compile(
    r"\b(?:in|since|from|until|by|of|to)\s(?:about|around)\s$", re.IGNORECASE
)
_LIST_BEFORE = re.compile(
    r"(?:resolutions?|nos?\.?|numbers|articles|flights|pages)\s(?:\d+(?:,\s|,?\sand\s))+$",
    re.IGNORECASE,
)


def is_year(context: Context, start: int, end: int) -> bool:
    """Tell whether the number at ``start`` to ``end`` is a year rather than a count or a name.

    Counts stand before what is counted ("2000 people", "deployed 1500 troops") or after a word of
    estimate ("about 2000"); numbers after what is numbered ("resolution 1973"). Years before 1900
    and after 2099 need a preposition or article.
    """
    before, after = context.before(start), context.after(end)
    modern = 1900 <= int(context.text[start:end]) <= 2099
    if modern and before.lower() == "in " and _NEXT_WORD.match(after):
        return True  # "In 1956 students marched"
    if _NUMBER_BEFORE.search(before) or _NUMBER_AFTER.match(after):
        return False
    previous, following = context.word_before(start), context.word_after(end)
    if previous in NUMBERED or following in COUNTED or _LIST_BEFORE.search(before):
        return False
    if previous in ESTIMATED:
        return bool(_ABOUT_BEFORE.search(before)) and not is_plural(following)
    owned = previous in _LEADING or previous in _OWNING or previous.endswith("s")
    if is_plural(following) and not owned:
        return False
    return owned or modern


def _year(match: re.Match[str], context: Context) -> Readings:
    if not is_year(context, *match.span("year")):
        return ()
    return whole(match, "DATE", match["year"])


def _short_year(match: re.Match[str], context: Context) -> Readings:
    start = match.start() - 1
    if context.word_before(start) not in _LEADING:
        return ()
    return (Reading(start, match.end(), "DATE", full_year(match[0], context)),)


def full_year(two_digits: str, context: Context) -> str:
    """Return the year of two digits that lies within ten years ahead or ninety back."""
    year = context.published.year // 100 * 100 + int(two_digits)
    return str(year - 100 if year > context.published.year + 10 else year)


def _years(match: re.Match[str], context: Context) -> Readings:
    first, second = match["first"], match["second"]
    last = first[: 4 - len(second)] + second
    if int(last) <= int(first) or _NUMBER_BEFORE.search(context.before(match.start())):
        return ()
    if _NUMBER_AFTER.match(context.after(match.end())):
        return ()
    return (
        Reading(match.start("first"), match.end("first"), "DATE", first),
        Reading(match.start("second"), match.end("second"), "DATE", last),
    )


def _decade(match: re.Match[str], context: Context) -> Readings:
    """Read "the 1960s", "the '90s"; "the 1800s" are the century, but "the 2000s" the decade."""
    if _NUMBER_BEFORE.search(context.before(match.start("digits"))):
        return ()
    digits = match["digits"]
    if digits[0] == "1" and digits.endswith("00"):
        return whole(match, "DATE", digits[:2])
    return whole(match, "DATE", (digits if len(digits) == 4 else full_year(digits, context))[:3])


def _short_decade(match: re.Match[str], context: Context) -> Readings:
    value = full_year(match["digits"], context)[:3]
    return (Reading(match.start() - 1, match.end(), "DATE", value),)


def _spoken_decade(match: re.Match[str], context: Context) -> Readings:
    if _OF_LIFE.search(context.before(match.start())):
        return ()
    number = str(DECADES[match["decade"].lower()])
    if match["century"]:
        return whole(match, "DATE", f"{match['century'].lower().count('nineteen') + 18}{number}")
    return whole(match, "DATE", full_year(f"{number}0", context)[:3])


def _century(match: re.Match[str], context: Context) -> Readings:
    if _BEFORE_CHRIST.match(context.after(match.end())):
        return ()
    number = ordinal(match["ordinal"]) - 1
    return whole(match, "DATE", f"{number:02d}") if 0 <= number <= 30 else ()


def _fiscal(match: re.Match[str], context: Context) -> Readings:
    year = match["year"] or full_year(match["short"][-2:], context)
    return whole(match, "DATE", f"FY{year}")


def _this_fiscal(match: re.Match[str], context: Context) -> Readings:
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(
        (match["which"] or "this").lower(), 0
    )
    return whole(match, "DATE", f"FY{context.published.year + step}", relative=True)


YEARS: tuple[Rule, ...] = (
    Rule("#", r"{year}", _year),
    Rule("the year", r"(?:the )?year {year}", _year),
    Rule("#", r"(?<=')\d\d", _short_year),
    Rule(
        "#",
        r"(?P<first>(?:1\d|20)\d\d)\s?[-\u2013\u2014/]\s?(?P<second>\d\d(?:\d\d)?)(?!\d|[-/.]\d)",
        _years,
    ),
    Rule("# the", r"(?:the )?(?P<digits>(?:1[5-9]|20)\d0)'?s", _decade),
    Rule("#", r"(?<=')(?P<digits>[2-9]0)'?s", _short_decade),
    Rule("the", r"the '?(?P<digits>[2-9]0)'?s", _decade),
    Rule(
        "the decade nineteen eighteen",
        r"(?:the )?(?P<century>(?:nineteen|eighteen)[- ])?(?:mid-|early |late )?{decade}",
        _spoken_decade,
    ),
    Rule("the ordinal #", r"(?:the )?{ordinal}[- ]century", _century),
    Rule("fiscal the", r"(?:the )?fiscal (?:year )?(?:{year}|(?P<short>'\d\d))", _fiscal),
    Rule("financial the", r"(?:the )?financial year {year}(?P<short>)", _fiscal),
    Rule("fy", r"FY ?(?:{year}|(?P<short>'?\d\d))", _fiscal),
    Rule(
        "this last next current previous the",
        r"(?:the )?(?P<which>this|last|next|current|previous|coming)? ?(?:fiscal|financial) year",
        _this_fiscal,
    ),
)
