"""Places: whether a name stands for a place or for those who govern there."""

import re
from functools import cache

from loaders.gazetteer.word_list import word_list

_GAP = (
    r"(?:(?:the|The|central|eastern|western|northern|southern|northeastern|northwestern|"
    r"southeastern|southwestern|downtown|nearby|neighboring|neighbouring|mainland|capital|city|"
    r"province|of|war-torn|occupied|rural|parts|most|much|all) ){0,4}$"
)
_MOVING = re.compile(rf"\b(?:to|from|for|toward|towards|via|through) {_GAP}", re.IGNORECASE)
_CITY = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o) (?:[A-Z][\w-]* ){0,2}[A-Z][\w-]*, $")
_DIRECT = re.compile(
    r"\b(?:visit|visits|visited|visiting|leave|leaves|left|leaving|tour|tours|toured|touring|enter|"
    r"enters|entered|entering|reach|reached|flee|fled|fleeing) (?:the )?$"
)
_WINDOW = 60


@cache
def _static() -> re.Pattern[str]:
    prepositions = "|".join(sorted(word_list("place_prepositions")))
    return re.compile(rf"\b(?:{prepositions}) {_GAP}", re.IGNORECASE)


@cache
def _motion() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(word_list('motion_words')))})\b", re.IGNORECASE)


def stands_as_place(folded: str, start: int, sentence_start: int) -> bool:
    """Whether the name at ``start`` follows words that make it a place.

    "In Beijing" and "flew to Beijing" are places, "a message to Beijing" and "sanctions against
    Beijing" are not.
    """
    before = folded[max(sentence_start, start - _WINDOW) : start]
    if _static().search(before) or _CITY.search(before) or _DIRECT.search(before):
        return True
    return bool(_MOVING.search(before) and _motion().search(before))
