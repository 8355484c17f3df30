"""A light look at the verbs of a clause: does it tell of the past or of the future?

Expressions such as "on Monday" or "in June" name a day before or after publication; the verb
decides. The nearest cue on the left wins, within the sentence and since a semicolon, for the time
usually follows its verb ("said on Monday", "will meet on Monday"); without one, the nearest on the
right ("On Monday, envoys will meet"). The present passive ("is heard") tells nothing. Adjectives
made from verbs ("the detained crew") are no cues. Without any cue the answer is None, and the rule
that asked has a default of its own: the past for weekdays, the nearest for months and days of a
month.
"""

import re

from loaders.dates.verb_cues import Tense, cues_of, governing, told

_UNTIL = re.compile(
    r"\b(not\s+)?(?:until|till)\s+(?:the\s+|early\s+|late\s+)?"
    r"(?:(?:midnight|noon|\d[\d:.]*\s*[ap]\.?m\.?)\s+(?:on\s+)?)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s+(?:the\s+|early\s+|late\s+|at\s+least\s+)?$", re.IGNORECASE)
# "The officials would not comment": they refused; "said they would not come" is yet to be.
_REFUSED = re.compile(r"would(?:\s{1,3}not|n't)\b", re.IGNORECASE)
# Without another verb an infinitive is a headline's future: "Talks to resume Monday".
_HEADLINE = re.compile(r"\w\sto\s(?!(?:the|an?|its|his|her|their|all|no)\b)[a-z]+\s(?:[\w'-]+\s)*$")
# A day that is something, or when something is, lies ahead: "Monday is a holiday".
_IS_BEFORE = re.compile(r"\b(?:is|are)\s(?:(?:only|just|not)\s)?(?:(?:on|in)\s)?$", re.IGNORECASE)
_IS_AFTER = re.compile(r"\s(?:is|are)\s", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[,:]|\b(?:but|and|that|said|because))\W*$", re.IGNORECASE)
# What had been set for a day is told of behind it.
_HAD_BEEN_SET = re.compile(
    r"\bhad\s(?:been\s)?(?:set|scheduled|due|planned|expected|slated|hoped)\b", re.IGNORECASE
)
# A plan that something became of: "a march planned for Saturday was banned".
_PLANNED = re.compile(
    r"(?<!\bis\s)(?<!are\s)(?<!was\s)(?<!were\s)(?<!been\s)(?<!be\s)(?<!to\s)"
    r"\b(?:planned|scheduled|slated|due|expected|set)\s(?:(?:for|on|in)\s(?:the\s)?)?$",
    re.IGNORECASE,
)
_CAME_OF_IT = re.compile(
    r",?\s(?:was|were|(?:has|have|had)\s(?:been|not)|never|failed|fell\sthrough|did\snot)\b"
)
_CLAUSE = re.compile(r",\s(?:but|and|while|though|although|yet|because)\s")
_BREAK = re.compile(r"[,:]")
_CONDITION = re.compile(r"\b(?:if|unless)\s[^,;]*$", re.IGNORECASE)
# What is awaited, and what must be done by then: "ahead of Monday's vote", "told to go by Monday",
# "a truce from midnight on Friday".
_AWAITED = re.compile(
    r"\b(?:ahead\sof|in\sadvance\sof|run-up\sto|in\spreparation\sfor)\s(?:the\s)?$"
    r"|\b(?:truce|ceasefire|cease-fire|curfew|strike|ban)\sfrom\s(?:(?:midnight|noon|dawn)\s(?:on\s)?)?$"
    r"|\b(?:wants?|wanted|needs?|seeks?|sought|hopes?|hoped|aims?|aimed|demands?|demanded)\s"
    r"(?:[\w'-]+\s){1,8}by\s(?:the\s)?$"
    r"|\bto\s(?!(?:the|an?|its|his|her|their)\b)[a-z]+\s(?:[\w'-]+\s){0,4}by\s$",
    re.IGNORECASE,
)
_REACH = 200


def tense(text: str, start: int, end: int, sentence: tuple[int, int]) -> Tense | None:
    """Return the tense of the clause around ``text[start:end]``, None if no verb tells it."""
    left = text[max(sentence[0], start - _REACH) : start].rpartition(";")[2]
    if _SINCE.search(left):
        return "past"
    until = _UNTIL.search(left)
    if until and until[1]:
        return "past"
    if _AWAITED.search(left):
        return "future"
    cues = list(cues_of(left))
    if cues and not _CLAUSE.search(left, cues[-1].end()):
        return _told_before(cues, left)
    right = text[end : min(sentence[1], end + _REACH)].partition(";")[0]
    cue = next(cues_of(right), None)
    if cues:
        # What opens a clause belongs to its verb: ", but by Friday nothing had come".
        near = cue and not _BREAK.search(right[: cue.start()])
        return told(cue) if cue and near else _told_before(cues, left)
    if (until and left.strip().lower() != "until") or _CONDITION.search(left):
        return "future"
    # What opens a sentence belongs to its main verb: "On Friday, they agreed to meet".
    if cue and cue["future"] and cue["future"].split()[0].endswith("ed"):
        return "past"
    if cue is None:
        is_after = _OPENS.search(left) and _IS_AFTER.match(right)
        ahead = _HEADLINE.search(left) or _IS_BEFORE.search(left) or is_after
        return "future" if ahead else None
    return told(cue)


def is_bygone_plan(text: str, start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Tell whether something became of what was planned for that time, before it or after."""
    left = text[max(sentence[0], start - 40) : start]
    return bool(_PLANNED.search(left) and _CAME_OF_IT.match(text, end, min(sentence[1], end + 40)))


def _told_before(cues: list[re.Match[str]], clause: str) -> Tense | None:
    if _HAD_BEEN_SET.search(clause, max(0, cues[-1].start() - 9)):
        return "past"
    if len(cues) == 1 and _REFUSED.match(cues[0][0]):
        return "past"
    return told(governing(cues, clause))
