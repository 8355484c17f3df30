"""All rules, found by the kind of word that they begin with."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from loaders.dates.clocks import CLOCKS
from loaders.dates.days import DAYS
from loaders.dates.distances import DISTANCES
from loaders.dates.durations import DURATIONS
from loaders.dates.holidays import HOLIDAYS
from loaders.dates.months import MONTH_RULES
from loaders.dates.parts import PARTS
from loaders.dates.quarters import QUARTER_RULES
from loaders.dates.reading import Builder, Rule
from loaders.dates.references import REFERENCES
from loaders.dates.relative import RELATIVE
from loaders.dates.seasons import SEASON_RULES
from loaders.dates.sets import SETS
from loaders.dates.spelled import SPELLED
from loaders.dates.templates import compiled
from loaders.dates.vocabulary import (
    CARDINALS,
    DECADES,
    FREQUENCIES,
    MONTHS,
    ORDINALS,
    SEASONS,
    UNITS,
    VAGUE_AMOUNTS,
    WEEKDAYS,
)
from loaders.dates.weekdays import WEEKDAY_RULES
from loaders.dates.within import WITHIN
from loaders.dates.years import YEARS

# Of two readings as long as each other the one whose rule stands first wins.
ALL: tuple[Rule, ...] = (
    *WEEKDAY_RULES,
    *DAYS,
    *MONTH_RULES,
    *WITHIN,
    *SEASON_RULES,
    *QUARTER_RULES,
    *YEARS,
    *SPELLED,
    *RELATIVE,
    *DISTANCES,
    *CLOCKS,
    *PARTS,
    *SETS,
    *DURATIONS,
    *REFERENCES,
)


def _first_words(phrases: Iterable[str]) -> set[str]:
    return {phrase.replace("'", " ").replace("-", " ").split()[0] for phrase in phrases}


@cache
def kinds() -> Mapping[str, set[str]]:
    """Return the kinds of word that a rule may name as its heads, with their words."""
    units = {*UNITS, *(f"{unit}s" for unit in UNITS), "centuries", "millennia"}
    return {
        "month": {*MONTHS, *(name[:3] for name in MONTHS), "sept"},
        "weekday": {*WEEKDAYS, *(f"{name}s" for name in WEEKDAYS)},
        "day_of_week": {*WEEKDAYS, *(name[:3] for name in WEEKDAYS), "tues", "thur", "thurs"},
        "season": {*SEASONS},
        "decade": {*DECADES},
        "ordinal": _first_words(ORDINALS),
        "unit": units,
        "frequency": {*FREQUENCIES},
        "holiday": _first_words(name.replace(".", "") for name in HOLIDAYS),
        "amount": {
            *CARDINALS,
            "a",
            "an",
            "half",
            "couple",
            "quarter",
            *_first_words(VAGUE_AMOUNTS),
        },
    }


@cache
def _rules_by_word() -> Mapping[str, tuple[Rule, ...]]:
    index: dict[str, list[Rule]] = {}
    for rule in ALL:
        for word in set[str]().union(*(kinds().get(head, {head}) for head in rule.heads.split())):
            index.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in index.items()}


@cache
def heads() -> frozenset[str]:
    """Return the words in small letters that some rule begins with."""
    return frozenset(_rules_by_word())


@cache
def rules_of(head: str) -> tuple[tuple[re.Pattern[str], Builder], ...]:
    """Return what to try where a word of ``heads()`` stands, or ``#`` for a number in digits."""
    return tuple((compiled(rule.template), rule.build) for rule in _rules_by_word().get(head, ()))
