"""Rules for what recurs: every Monday, daily, twice a week, weekends."""

import re

from loaders.dates.calendar_days import month_number
from loaders.dates.names import is_name
from loaders.dates.quantities import amount, duration, ordinal
from loaders.dates.reading import Context, Readings, Rule, whole
from loaders.dates.units import singular
from loaders.dates.vocabulary import FREQUENCIES, PARTS_OF_DAY, SEASONS, WEEKDAYS

_PAPER_BEFORE = re.compile(r"\b(?:the|an?)\s(?:[a-z-]+\s)?$", re.IGNORECASE)
_PAPER_AFTER = re.compile(
    r"\s(?-i:[A-Z])|[,.](?:\s|$)|\s(?:said|says|reported|reports|wrote|quoted|to|that|in|of|and|which"
    r"|from|has|had|was|is)\b",
    re.IGNORECASE,
)


def _frequency(match: re.Match[str], context: Context) -> Readings:
    if is_name(match, context) or _is_newspaper(match, context):
        return ()
    return whole(match, "SET", FREQUENCIES[match["frequency"].lower()], anchor=False)


def _is_newspaper(match: re.Match[str], context: Context) -> bool:
    """Tell whether the word is a noun: "the daily Zvezda", "a private weekly said"."""
    if match["frequency"].lower() not in {"daily", "weekly", "monthly", "quarterly"}:
        return False
    noun = _PAPER_BEFORE.search(context.before(match.start()))
    return bool(noun and _PAPER_AFTER.match(context.after(match.end())))


def _every_unit(match: re.Match[str], _: Context) -> Readings:
    unit = singular(match["unit"])
    stated = match["amount"]
    number: float | None = 1.0
    if stated:
        number = 2 if stated.lower() == "other" else _number(stated)
    return whole(match, "SET", duration(number, unit), anchor=False)


def _number(stated: str) -> float | None:
    return (
        float(ordinal(stated))
        if re.search(r"(?:st|nd|rd|th|d)$", stated.lower())
        and not stated.lower().endswith("hundred")
        and not stated.lower().endswith("thousand")
        else amount(stated)
    )


def _rate(match: re.Match[str], _: Context) -> Readings:
    """Read "twice a week", "three times a year": how often goes into TIMEX3's ``freq``."""
    return whole(match, "SET", duration(1, singular(match["unit"])), anchor=False)


def _every_weekday(match: re.Match[str], _: Context) -> Readings:
    value = f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()]}"
    if part := match["part"]:
        value += f"T{PARTS_OF_DAY[part.lower()]}"
    return whole(match, "SET", value, anchor=False)


def _every_month(match: re.Match[str], _: Context) -> Readings:
    value = f"XXXX-{month_number(match['monthname']):02d}"
    return whole(match, "SET", value, anchor=False)


def _every_season(match: re.Match[str], _: Context) -> Readings:
    return whole(match, "SET", f"XXXX-{SEASONS[match['season'].lower()][0]}", anchor=False)


def _every_part(match: re.Match[str], _: Context) -> Readings:
    value = f"XXXX-XX-XXT{PARTS_OF_DAY[match['part'].lower()]}"
    return whole(match, "SET", value, anchor=False)


def _day_of_each(match: re.Match[str], _: Context) -> Readings:
    """Read "the first Monday of each month"."""
    return whole(match, "SET", duration(1, singular(match["unit"])), anchor=False)


def _weekends(match: re.Match[str], _: Context) -> Readings:
    return whole(match, "SET", "XXXX-WXX-WE", anchor=False)


SETS: tuple[Rule, ...] = (
    Rule("frequency", r"{frequency}", _frequency),
    Rule(
        "every each",
        r"(?:every|each)(?: single)?(?: (?P<amount>other|{ordinal}|{amount:count}))? {unit}",
        _every_unit,
    ),
    Rule(
        "every each",
        r"(?:every|each)(?: (?:other|second|third|fourth))? {weekday}(?: {part})?",
        _every_weekday,
    ),
    Rule(
        "once twice amount #",
        r"(?:once|twice|{amount} times) (?:an?|each|every|per) {unit}",
        _rate,
    ),
    Rule(
        "the",
        r"the (?:{ordinal}|last) (?:{weekday}|day) (?:of|in) (?:each|every)"
        r" (?P<unit>month|year|week)",
        _day_of_each,
    ),
    Rule("weekday", r"{weekday}s(?P<part>)", _every_weekday),
    Rule("every each", r"(?:every|each) {monthname}", _every_month),
    Rule("every each", r"(?:every|each) {season}", _every_season),
    Rule("every each", r"(?:every|each) {part}", _every_part),
    Rule("weekends every", r"(?:every )?weekends?(?<=s)|every weekend", _weekends),
)
