r"""Templates: patterns written with named parts, so that the rules read like what they match.

A template is a regular expression in which ``{name}`` stands for a part of the vocabulary as a
named group, ``{name:alias}`` for the same under another group name, and a blank for one to four
blanks (a blank with a question mark, for none to four). Repetition in braces must begin with a
digit, as in ``\d{4}``. Letters match in any case unless the part says otherwise; a match ends at
the end of a word.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from loaders.dates.vocabulary import (
    CARDINALS,
    DECADES,
    DIRECTIONS,
    FREQUENCIES,
    MONTHS,
    ORDINALS,
    PARTS_OF_DAY,
    SEASONS,
    UNITS,
    VAGUE_AMOUNTS,
    WEEKDAYS,
)

_PART = re.compile(r"\{([a-z_]+)(?::([a-z_]+))?\}")
_BLANK = r"\s{1,4}"


def any_of(words: Iterable[str]) -> str:
    """Return an alternation of words, the longest first, a blank in one standing for blanks."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(word.replace(" ", _BLANK) for word in ordered) + ")"


def _capitalized(words: Iterable[str]) -> str:
    """Return an alternation of words with a capital first letter, or all in capitals."""
    return "(?-i:" + any_of(f for w in words for f in (w.capitalize(), w.upper())) + ")"


def _amount() -> str:
    words = any_of(CARDINALS)
    spoken = rf"{words}(?:(?:-|{_BLANK}(?:and{_BLANK})?){words}){{0,4}}"
    fraction = r"(?:\s\d/\d|-\d/\d|[½¼¾])"
    half = r"(?:[-\s]and[-\s]a[-\s]half)"
    digits = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?:\.\d{{1,3}})?){fraction}?"
    vague = rf"(?:a{_BLANK}(?:good{_BLANK})?)?{any_of(VAGUE_AMOUNTS)}"
    couple = rf"(?:a{_BLANK})?couple(?:{_BLANK}of)?"
    parts = (
        rf"half{_BLANK}an?|an?{_BLANK}half|half{_BLANK}a{_BLANK}dozen"
        rf"|(?:an?{_BLANK})?quarter{_BLANK}of{_BLANK}an?"
        rf"|(?:an?{_BLANK})?quarter(?=[-\s]{{1,4}}centur)"
    )
    articled = rf"an?{_BLANK}(?:dozen|hundred|thousand|million)"
    return rf"(?:{parts}|{vague}|{couple}|{articled}|(?:{digits}|{spoken}){half}?|an?)"


@cache
def parts() -> Mapping[str, str]:
    """Return the parts that templates may name, each a regular expression."""
    short_months = [name[:3] for name in MONTHS if name != "may"] + ["sept"]
    short_days = [name[:3] for name in WEEKDAYS] + ["tues", "wedn", "thur", "thurs"]
    units = [name for name in UNITS if name not in {"century", "millennium"}]
    return {
        "month": rf"(?:{_capitalized(MONTHS)}|{_capitalized(short_months)}\b\.?)",
        "monthname": rf"(?:{_capitalized(MONTHS)}|{_capitalized(short_months)}\.)",
        "weekday": any_of(WEEKDAYS),
        "day_of_week": rf"(?:{any_of(WEEKDAYS)}|{_capitalized(short_days)}\b\.?)",
        "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w|[,.]\d|%|:\d|\s?[ap]\.?m\b)",
        "dd": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
        "mm": r"(?:1[0-2]|0?[1-9])(?!\d)",
        "year": r"(?:1\d|20)\d\d(?!\w|[,.]\d|%)",
        "unit": rf"(?:{any_of(units)}s?|centur(?:y|ies)|millenni(?:um|a))",
        "season": any_of(SEASONS),
        "part": any_of(name for name in PARTS_OF_DAY if name != "overnight"),
        "decade": any_of(DECADES),
        "ordinal": rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{any_of(ORDINALS)})",
        "direction": any_of(DIRECTIONS),
        "frequency": any_of(FREQUENCIES),
        "amount": _amount(),
    }


@cache
def compiled(template: str) -> re.Pattern[str]:
    """Return the compiled pattern of a template."""

    def part(match: re.Match[str]) -> str:
        name, alias = match.groups()
        return f"(?P<{alias or name}>{parts()[name]})"

    # Texts that were cut into words have a blank before a comma and before 's.
    spaced = template.replace(",?", r"(?:\s?,)?").replace("'s", r"\s?'s")
    pattern = _PART.sub(part, spaced.replace(" ?", r"\s{0,4}").replace(" ", _BLANK))
    return re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE)
