"""Rules for durations, and for rates such as "twice a week"."""

import re

from loaders.dates.choices import tense_of
from loaders.dates.quantities import amount, duration
from loaders.dates.reading import Context, Readings, Rule, whole
from loaders.dates.units import is_plural, singular
from loaders.dates.vocabulary import THROUGH
from loaders.dates.words import words

# An age that names somebody or something tells no time: "the 27-year-old".
_OLD = re.compile(r"[-\s]olds?\b|\sof\sage\b")
_AGED = re.compile(r"\b(?:aged?|ages)\s$")
_VAGUE_LEADING = frozenset(
    words(
        "for in within over after of took take takes last lasted during through spent spend many"
        " recent coming more these those past several some few the"
    )
)
_TIMES = re.compile(
    r"(?:\b(?:\d+|two|three|four|five|six|seven|ten)\s(?:days|weeks|months)"
    r"|\b(?:once|twice|times|million|billion|trillion|thousand|hundred|percent|dollars|euros|\d+)"
    r"|\b(?!(?:takes|lasts|gets|needs|requires|spends|was|is|has|does|this|plus|less|as|makes"
    r"|becomes|us|his|its|days|weeks|months|years|perhaps|runs|wants)\b)[a-z]{3,}s|%)\s$",
    re.IGNORECASE,
)
_SMALL_HOURS = re.compile(r"\b(?:early|late|wee|small|opening|working|office|rush)\s$")
_SINGLE = frozenset({"a", "an"})
_MODAL = frozenset(words("will would could may might"))
# "Her third visit in as many months" counts something else.
_AS_MANY = re.compile(r"\bas\smany\s$", re.IGNORECASE)
_ONE_DAY = re.compile(r"one\sday", re.IGNORECASE)
_COUNTING = frozenset(words("of after before later earlier ago in and"))


def _duration(match: re.Match[str], context: Context) -> Readings:
    if _is_age(match, context) or _is_title(match):
        return ()
    if match["amount"].lower() == "many" and context.word_before(match.start()) == "as":
        return ()
    unit, stated = singular(match["unit"]), match["amount"].lower()
    if _is_ordinal_second(match, stated, unit) or _is_misread(match, stated):
        return ()
    if stated in _SINGLE and _TIMES.search(context.before(match.start())):
        return whole(match, "SET", duration(1, unit), anchor=False)
    if _ONE_DAY.fullmatch(match[0]) and _is_some_day(match, context):
        told = tense_of(context, *match.span())
        value = "FUTURE_REF" if told == "future" else "PAST_REF"
        return whole(match, "DATE", value, anchor=False)
    number = amount(stated)
    if number is None and not is_plural(match["unit"]) and "-" not in match[0]:
        return ()  # "some day" is one somewhere in the future
    if match.groupdict().get("half") and number is not None:
        number += 0.5
    return whole(match, "DURATION", duration(number, unit), anchor=False)


def _is_age(match: re.Match[str], context: Context) -> bool:
    after = context.after(match.end())
    if _AGED.search(context.before(match.start())):
        return True
    return bool(_OLD.match(after))


def _is_title(match: re.Match[str]) -> bool:
    """Tell whether the unit has a capital, as in 60 Minutes."""
    unit = match["unit"]
    return unit[0].isupper() and not unit.isupper() and match[0][0] not in "AO"


def _is_some_day(match: re.Match[str], context: Context) -> bool:
    """Tell whether "one day" is a day somewhere in the future or the past."""
    if context.word_before(match.start()) in _MODAL:
        return True
    opens = not context.before(match.start()).strip(" \"'`")
    return opens and context.word_after(match.end()) not in _COUNTING


def _is_ordinal_second(match: re.Match[str], stated: str, unit: str) -> bool:
    """Tell whether "a second" is the ordinal."""
    return unit == "second" and stated in _SINGLE and not match["unit"].lower().endswith("s")


def _is_misread(match: re.Match[str], stated: str) -> bool:
    """Tell whether "a" is no amount: "a days" is none, nor the end of "24-hour-a-day"."""
    hyphened = match[0][len(stated) : len(stated) + 1] == "-"
    return stated in _SINGLE and (hyphened or is_plural(match["unit"]))


def _directed(match: re.Match[str], _: Context) -> Readings:
    """Read "the past two years", "the next few days", "the past decade"."""
    unit = singular(match["unit"])
    stated = match.groupdict().get("amount")
    if stated is None:
        return whole(match, "DURATION", duration(1, unit), anchor=False)
    return whole(match, "DURATION", duration(amount(stated), unit), anchor=False)


def _coming_one(match: re.Match[str], context: Context) -> Readings:
    """Read "over the next year" as a length of time; "by next year" is the year."""
    if context.word_before(match.start()) not in THROUGH:
        return ()
    return whole(match, "DURATION", duration(1, singular(match["unit"])), anchor=False)


def _coming(match: re.Match[str], _: Context) -> Readings:
    return whole(match, "DURATION", duration(None, singular(match["unit"])), anchor=False)


def _lasting(match: re.Match[str], _: Context) -> Readings:
    """Read "day-long" as one day, "months-long" as some months."""
    number = None if is_plural(match["unit"]) else 1.0
    return whole(match, "DURATION", duration(number, singular(match["unit"])), anchor=False)


def _entire(match: re.Match[str], _: Context) -> Readings:
    """Read "the whole year", "an entire week"."""
    return whole(match, "DURATION", duration(1, singular(match["unit"])), anchor=False)


def _age(match: re.Match[str], _: Context) -> Readings:
    """Read "is 27 years old"; an age that names somebody ("the 27-year-old") tells no time."""
    value = duration(amount(match["amount"]), singular(match["unit"]))
    return whole(match, "DURATION", value, anchor=False)


def _recent(match: re.Match[str], _: Context) -> Readings:
    return whole(match, "DATE", "PAST_REF", anchor=False)


def _vague(match: re.Match[str], context: Context) -> Readings:
    """Read a bare plural where it tells how long: "for weeks", "months of talks"."""
    unit = singular(match["unit"])
    if _SMALL_HOURS.search(context.before(match.start())):
        return ()
    before, after = context.word_before(match.start()), context.word_after(match.end())
    if _AS_MANY.search(context.before(match.start())):
        return ()
    after_it = {"before", "after", "of", "later", "earlier", "away", "long"}
    if before not in _VAGUE_LEADING and after not in after_it:
        return ()
    if before == "the" and after not in after_it | {"since", "that", "leading", "following"}:
        return ()
    if unit in {"second", "quarter", "night", "weekend"}:
        return ()
    # Minutes are also what is written of a meeting.
    if unit == "minute" and after != "later":
        return ()
    return whole(match, "DURATION", duration(None, unit), anchor=False)


def _rate(match: re.Match[str], _: Context) -> Readings:
    return whole(match, "SET", duration(1, singular(match["unit"])), anchor=False)


_PLURAL = r"(?P<unit>seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries)"

DURATIONS: tuple[Rule, ...] = (
    Rule(
        "amount #",
        r"{amount}[- ](?:(?:consecutive|straight|full|whole|long|more|additional|solid) )?{unit}"
        r"(?P<half> and a half)?(?:[- ]long)?",
        _duration,
    ),
    Rule(
        "the past last next first final coming previous",
        r"(?:the )?(?:past|last|next|first|final|coming|following|previous|remaining|other)"
        r" {amount}[- ]{unit}",
        _directed,
    ),
    Rule(
        "the past",
        r"(?:the )?past (?P<unit>week|month|year|quarter|decade|century|day|hour)",
        _directed,
    ),
    Rule("the", r"the last (?P<unit>week|month|year|quarter|decade|century)(?! of )", _directed),
    Rule("the", r"the (?:next|coming) (?P<unit>week|month|year|decade|century)", _coming_one),
    Rule("the coming", r"(?:the )?coming " + _PLURAL, _coming),
    Rule("recent", r"recent " + _PLURAL, _recent),
    Rule("unit", r"{unit}[- ]long", _lasting),
    Rule(
        "the an a",
        r"(?:the|an?) (?:whole|entire|full) (?P<unit>day|night|week|month|year|decade|century)",
        _entire,
    ),
    Rule("amount #", r"{amount} {unit} old", _age),
    # "For the year ended June 30" tells how long results were gathered.
    Rule(
        "the",
        r"the (?P<unit>month|year)(?= (?:that )?(?:ended|ending|ends) {month})",
        _entire,
    ),
    Rule("unit", _PLURAL, _vague),
    Rule("per", r"per (?P<unit>second|minute|hour|day|week|month|quarter|year)", _rate),
)
