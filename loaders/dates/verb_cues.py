"""Cues of tense: the verbs and phrases that tell of the past or of the future."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from loaders.dates.words import words

Tense = Literal["past", "future"]

# Each phrase is a regular expression; a blank stands for blanks.
_MODALS = "will|shall|would|should|must|may|might|can|could(?! not|n't| be [a-z]+ed)|won't|let's"
_FUTURE = (
    "(?:is|are|am|be|was|were|been) (?:not )?to",
    "(?:is|are|am) (?:also |not )?[a-z]+ing",
    "(?:has|have) until",
    "going to",
    "due",
    "slated",
    "scheduled?",
    "set (?:for|to)",
    "plan(?:s|ned|ning)? (?:to|for|on)",
    "plann(?:ed|ing)",
    "expect(?:s|ed|ing)?",
    "hop(?:es?|ed|ing) to",
    "(?:agree[sd]?|decided|pledged|promised|vow(?:s|ed)|wants?|wanted|ready|about) to",
    "prepar[a-z]+ to",
    "intend(?:s|ed)?",
    # What was put off on Monday was put off then; what was put off until Monday is to come.
    (
        r"(?:postpone[ds]?|delay(?:ed|s)|adjourn(?:ed|s)|reschedule[ds]?)"
        r"(?=(?:[^,;]{0,60}\s)?(?:until|till)\b|\s(?:to|for)\s*$)"
    ),
    # What was called or fixed for a day, right before that day.
    r"(?:called|fixed|convened|booked|timed|moved)(?=\s(?:for|to)\s(?:the\s)?$)",
    # "Has called a strike for Monday": it is held then.
    r"(?:called|calls|set|fixed|convened)(?=\s(?:[\w'-]+\s){1,5}for\s(?:the\s)?$)",
    # What can be called for a day is held then: "called for a rally on Saturday".
    (
        r"(?:calls?|called|calling) for (?:an?|the)(?: [\w-]+){0,2} (?:rally|strike|march|vote"
        r"|protest|demonstration|meeting|referendum|election|summit|boycott|walkout|session)"
    ),
    "(?:is|are) (?:un)?likely",
    r"(?:stays?|remains?)(?: [a-z]+)?(?=\s(?:until|till)\b)",
    "invited",
    r"forecast(?:s|ed)?(?=\s(?:for|to)\b)",
    "upcoming",
    "deadline",
    "tentatively",
    # Nouns as well: no verbs after an article, a possessive, "of" or "and".
    (
        r"(?<!the\s)(?<!his\s)(?<!her\s)(?<!its\s)(?<!eir\s)(?<!of\s)(?<!and\s)"
        "(?:begins|starts|opens|ends|meets|convenes|reconvenes|expires|arrives|departs|returns"
        "|hosts|travels|flies|lands|leaves|votes|visits|holds|speaks|resumes|attends|heads|goes"
        "|comes|reopens|closes|retires|faces|airs)"
    ),
    # Right before a date they are verbs, whatever stands before: "arrived and leaves Monday".
    (
        r"(?<=and\s)(?:begins|starts|opens|ends|arrives|departs|returns|leaves|resumes|reopens|closes)"
        r"(?=\s(?:(?:on|in)\s)?$)"
    ),
    # After a plural, and not after a possessive: "deputies vote", but not "Tuesday's vote".
    (
        r"(?<=s\s)(?<!'s\s)(?<!s'\s)"
        "(?:meet|begin|start|open|arrive|return|gather|convene|vote|hold|leave|go|come|head|travel"
        "|fly)"
    ),
    "takes? (?:place|effect|office)",
    "to be [a-z]+(?:ed|[wt]n|eld|ent|ade|old|aid|ut)",
)
# What could not be done, or would, might or must have been done, lies behind.
_PAST_MODALS = (
    "could(?: not|n't)(?: be)?(?: [a-z]+)?"
    "|(?:would|could|should|might|may|must)(?: not|n't)? have(?: been)?(?: [a-z]+)?"
)
_IRREGULAR = words(
    "ate beat became began bid bore bought bound bred broke brought built burst came cast "
    "caught chose clung crept cut dealt did drank drew drove dug fed fell felt fled flew "
    "forgave forgot fought found froze gave gone got grew grown had heard held hid hit hung "
    "hurt kept knew laid lay led left lent lit lost made meant met overthrew paid put ran "
    "rang read rode rose said sang sank sat saw seen sent set shed shook shot shown shut "
    "slept slew slid sold sought spent split spoke sprang spun stole stood struck stuck stung "
    "swam swept swore sworn swung taught thought threw thrown told took tore understood "
    "undertook upset was wed went were withdrawn withdrew withheld woke won wore wound wrote"
)
# Words in -ed that are no verbs.
_NOT_PAST = "need indeed speed seed feed bleed exceed proceed succeed hundred sacred red bed wed"


@cache
def _cues() -> re.Pattern[str]:
    past = rf"(?:{'|'.join(_IRREGULAR)}|[a-z]{{2,}}ed)"
    not_past = "|".join(_NOT_PAST.split())
    be = "(?:is|are|am|be|was|were|been)"
    # A modal takes its verb along, so that "would still be held" is no "held".
    verb = (
        r"(?: (?:not|also|still|soon|then|likely|[a-z]+ly))*(?: (?:be|have(?: been)?))?(?: [a-z]+)?"
    )
    future = rf"(?:(?:{_MODALS}){verb}|(?:{be} (?:not |[a-z]+ly )?)?(?:{'|'.join(_FUTURE)}))"
    done = _PAST_MODALS
    present = rf"(?:is|are|am) (?:not |[a-z]+ly )?{past}"
    pattern = (
        rf"(?:(?<![\w-])(?:(?P<done>{done})|(?P<future>{future})|(?P<present>{present})"
        rf"|(?!(?:{not_past})\b)(?P<past>{past}))|(?P<short>'ll))(?!\w)"
    )
    return re.compile(pattern.replace(" ", r"\s{1,3}"))


@cache
def _adjective() -> re.Pattern[str]:
    return re.compile(r"(?:\b(?:the|an?|its|his|her|their|of|some|all|newly|heavily|\d+)\s+)$")


@cache
def _attribute() -> re.Pattern[str]:
    subjects = "who|which|that|he|she|it|they|we|you|i|and|but|has|have|had|been|not|also|then|not"
    return re.compile(rf"\b(?!(?:{subjects})\b)[a-z]+[^s\W]\s(?P<word>[a-z]+ed)\s[a-z]{{3,}}s\b")


def cues_of(clause: str) -> Iterator[re.Match[str]]:
    """Yield the cues of a clause in their order, without adjectives made from verbs."""
    return (cue for cue in _cues().finditer(clause) if _is_cue(cue, clause))


def governing(cues: Sequence[re.Match[str]], clause: str) -> re.Match[str]:
    """Return the last cue, or the one before it if that is future and the last an attribute.

    In "will reunite separated families" the participle stands between a verb and a plural.
    """
    *earlier, last = cues
    if not earlier or not earlier[-1]["future"] or not (last["past"] or "").endswith("ed"):
        return last
    around = _attribute().search(clause, max(0, last.start() - 24), last.end() + 24)
    return earlier[-1] if around and around.start("word") == last.start() else last


def told(cue: re.Match[str]) -> Tense | None:
    """Return the tense that a cue tells; the present passive tells none."""
    if cue["future"] or cue["short"]:
        return "future"
    return "past" if cue["past"] or cue["done"] else None


def _is_cue(cue: re.Match[str], clause: str) -> bool:
    """Tell whether a participle is a verb: "the planned sale" and "a detained crew" have none."""
    verb = cue["past"] or cue["future"] or ""
    if " " in verb or not verb.endswith("ed"):
        return True
    return not _adjective().search(clause[max(0, cue.start() - 16) : cue.start()])
