"""Rules for parts of the day that stand before their day: "the night of 3 May", "dawn".

The day itself is put before the part by the recognizer, as with the time of day.
"""

import re

from loaders.dates.reading import Context, Readings, Rule, whole
from loaders.dates.vocabulary import PARTS_OF_DAY
from loaders.dates.words import words

# The sun's own times, by the part of the day that they open or close.
_SUN = {
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "dusk": "EV",
    "sunset": "EV",
    "nightfall": "EV",
}
_BEFORE = frozenset(words("at by until till from to around about before after since"))


def _sun(match: re.Match[str], context: Context) -> Readings:
    if context.word_before(match.start()) not in _BEFORE:
        return ()
    return whole(match, "TIME", f"T{_SUN[match[0].lower()]}", anchor=False)


def _part_of(match: re.Match[str], _: Context) -> Readings:
    code = PARTS_OF_DAY[match["part"].lower()] if match["part"] else "MO"
    return whole(match, "TIME", f"T{code}", anchor=False)


# A day must follow: "the night of the long knives" is none.
_OF_A_DAY = (
    r"(?= of (?:{day_of_week}|{month}|(?:last|next|this) {weekday}|today|yesterday|tomorrow"
    r"|(?:the )?{day}(?: of)? {month:b})(?!\w))"
)

PARTS: tuple[Rule, ...] = (
    Rule("dawn daybreak sunrise dusk sunset nightfall", "|".join(_SUN), _sun),
    Rule("the", r"the (?:early |late )?{part}(?: hours)?" + _OF_A_DAY, _part_of),
    Rule("the", r"the (?:early|small|wee)(?: morning)? hours(?P<part>)" + _OF_A_DAY, _part_of),
)
