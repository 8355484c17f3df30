"""Rules for the time of day. The day itself is put before it by the recognizer."""

import re

from loaders.dates.names import is_name
from loaders.dates.quantities import amount
from loaders.dates.reading import Context, Reading, Readings, Rule, whole
from loaders.dates.words import words

_BEFORE = frozenset(words("at by until till from to around about before after between since and"))
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
_TO_DAY = re.compile(
    r"\s(?:on\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight"
    r"|this\s(?:morning|afternoon|evening)|in\sthe\s(?:morning|afternoon|evening))\b",
    re.IGNORECASE,
)
_UTC = {"GMT", "UTC", "Z"}


def _twelve_hours(match: re.Match[str], _: Context) -> Readings:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return ()
    late = match["half"][0].lower() == "p"
    return _time(match, hour % 12 + (12 if late else 0), minute)


def _twenty_four_hours(match: re.Match[str], context: Context) -> Readings:
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 24 or minute > 59:
        return ()
    if "." in match[0] and not _is_dotted_hour(match, context):
        return ()
    if not match["zone"] and context.word_before(match.start()) not in _BEFORE:
        return ()
    return _time(match, hour, minute)


def _is_dotted_hour(match: re.Match[str], context: Context) -> bool:
    """Tell whether a number with a full stop is an hour: most are prices and rates."""
    if match["zone"] or "hours" in match[0] or "local" in match[0]:
        return True
    return bool(_TO_DAY.match(context.after(match.end())))


def _o_clock(match: re.Match[str], _: Context) -> Readings:
    hour = amount(match["amount"])
    if hour is None or not 1 <= hour <= 12:
        return ()
    after = match["part"] or ""
    late = after.lower() in {"afternoon", "evening"} or (after.lower() == "night" and hour >= 6)
    return (
        _time(match, int(hour) % 12 + (12 if late else 0), 0)
        if after
        else _time(match, int(hour), 0)
    )


def _of_the_day(match: re.Match[str], context: Context) -> Readings:
    if context.word_before(match.start()) not in _BEFORE:
        return ()
    return _o_clock(match, context)


def _named(match: re.Match[str], context: Context) -> Readings:
    if is_name(match, context) or context.word_before(match.start()) == "high":
        return ()
    return whole(match, "TIME", f"T{_NAMED[match['name'].lower()]}", anchor=False)


def _in_part(match: re.Match[str], _: Context) -> Readings:
    code = {"morning": "MO", "afternoon": "AF", "evening": "EV"}[match["part"].lower()]
    return (Reading(match.start("phrase"), match.end(), "TIME", f"T{code}", anchor=False),)


def _time(match: re.Match[str], hour: int, minute: int) -> Readings:
    zone = "Z" if (match.groupdict().get("zone") or "").upper() in _UTC else ""
    return whole(match, "TIME", f"T{hour:02d}:{minute:02d}{zone}", anchor=False)


_ZONE = r"(?: \(?(?-i:(?P<zone>GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|BST|ET|IST|JST)))?"
_LOCAL = r"(?: local time| local)?"

CLOCKS: tuple[Rule, ...] = (
    Rule(
        "#",
        r"(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? ?(?P<half>a\.m\.?|p\.m\.?|am|pm)"
        + _ZONE
        + _LOCAL,
        _twelve_hours,
    ),
    Rule(
        "#",
        r"(?P<hour>\d\d?)[:.](?P<minute>\d\d)(?: hours)?" + _LOCAL + _ZONE + r"(?![:.]\d)",
        _twenty_four_hours,
    ),
    Rule(
        "#",
        r"(?P<hour>[0-2]\d)(?P<minute>[0-5]\d) (?:hours )?(?P<zone>GMT|UTC|hours)",
        _twenty_four_hours,
    ),
    Rule("amount #", r"{amount} o'clock(?: in the {part})?(?P<zone>)", _o_clock),
    Rule("amount #", r"{amount} in the {part}(?P<zone>)", _of_the_day),
    Rule(
        "amount #",
        r"{amount}(?P<part>)(?P<zone>)(?= (?:tonight|last night|this (?:morning|afternoon|evening)"
        r"|(?:yesterday|tomorrow|{weekday}) {part:which}))",
        _of_the_day,
    ),
    Rule(
        "early late mid morning afternoon",
        r"(?P<phrase>(?:(?:early|late|mid)[- ])?(?P<part>morning|afternoon))"
        r"(?= (?:trading|session|rush hour))",
        _in_part,
    ),
    Rule("noon midday midnight", r"(?P<name>noon|midday|midnight)", _named),
    Rule(
        "in", r"in (?P<phrase>the (?:early |late )?(?P<part>morning|afternoon|evening))", _in_part
    ),
)
