"""Rules for the present, the past and the future in general."""

import re

from loaders.dates.names import is_name
from loaders.dates.reading import Context, Readings, Rule, whole
from loaders.dates.vocabulary import DIRECTIONS

_NOUN = re.compile(
    r"\s(?!(?:and|or|but|is|was|are|were|has|had|have|as|in|by|that|when|where|which|who|will|would"
    r"|can|could|to|for|from|with|on|at|into|than|again|behind)\b)[a-z]+"
)


def _present(match: re.Match[str], context: Context) -> Readings:
    return () if is_name(match, context) else whole(match, "DATE", "PRESENT_REF", anchor=False)


def _at_present(match: re.Match[str], context: Context) -> Readings:
    """Read "at present" and "for the moment"."""
    before, after = context.word_before(match.start()), context.word_after(match.end())
    if after in {*DIRECTIONS, "yesterday", "tomorrow"}:
        return ()  # "at this time next week"
    return _present(match, context) if before in {"at", "for"} else ()


def _past(match: re.Match[str], context: Context) -> Readings:
    return () if is_name(match, context) else whole(match, "DATE", "PAST_REF", anchor=False)


def _the_past(match: re.Match[str], context: Context) -> Readings:
    """Read "in the past" and "the past is over", but not "the past president"."""
    noun = _NOUN.match(context.after(match.end()))
    if noun and context.word_before(match.start()) != "in":
        return ()
    return _past(match, context)


def _future(match: re.Match[str], context: Context) -> Readings:
    # "A future in which" is a kind of future, not a time.
    if is_name(match, context) or context.word_before(match.start()) in {"a", "no", "bright"}:
        return ()
    return whole(match, "DATE", "FUTURE_REF", anchor=False)


REFERENCES: tuple[Rule, ...] = (
    Rule("now currently presently nowadays", r"now|currently|presently|nowadays", _present),
    Rule("right", r"right now", _present),
    Rule("current", r"current(?= [A-Za-z])(?! (?:account|affairs|is|was|of|and|in)\b)", _present),
    Rule("the this", r"the (?:present(?: time)?|moment)|this time", _at_present),
    Rule("present", r"present", _at_present),
    Rule("these", r"these days", _present),
    Rule("those", r"those days", _past),
    Rule("some", r"some day", _future),
    Rule("recently lately", r"recently|lately", _past),
    Rule(
        "the",
        r"the (?:recent |distant )?past(?! [a-z\d]+ (?:weeks?|months?|years?|days?))",
        _the_past,
    ),
    Rule("the future near", r"(?:the )?(?:(?:near|distant|foreseeable) )?future", _future),
)
