"""Words as Universal Dependencies counts them, which may be less than a token of ours.

The pipeline keeps "U.S.-led" and "12%" as one token, for its rules are about names and numbers; the
treebanks part them. The model has learned both and reads both equally well, so syntax on raw text
is scored on the words of the treebanks.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

_HYPHENED = re.compile(r"(?!\d)(?:(?:[^\W\d_]\.)+|[\w'&]+)(?:-[\w'&]+)+")
_MEASURE = re.compile(
    r"([\d.,:]*\d)(%|(?i:am|pm|mm|cm|km|kg|mg|ml|ft|lbs?|oz|hz|mph|bn|mn|tn)|[mkbMK])"
)
_CONTRACTED = re.compile(
    r"(?i)(do|does|did|ca|could|would|should|wo|is|was|are|ai|have|has|had)(nt)"
    r"|(i)(m|ve)|(you|they)(re|ve|ll)|(that|there|here|what|he|she|let)(s)"
    r"|(gon|wan)(na)|(got|out)(ta)|(can)(not)|(gim|lem)(me)|(a)(lot)"
)
_LONGEST = 100

# A hyphen behind one of these parts nothing: "anti-war".
_PREFIX = re.compile(
    r"(?i)anti|arch|bi|co|counter|cross|de|e|ex|inter|intra|mid|mini|multi|non|over|post|pre|pro|re"
    r"|semi|socio|sub|super|trans|ultra|un"
)

# "its a" is "it's a", and "your not" is "you're not", the apostrophe left out.
_UNCERTAIN = re.compile(r"(?i)its|your")
_BEHIND_CONTRACTION = re.compile(
    r"(?i)an?|the|not|been|my|your|his|her|their|to|that|what|because|really|gonna|going|so|too|i"
    r"|you|we|they"
)

_OPEN_ENDED = frozenset(("etc.", "No.", "Sun.", "Sat."))
"""Abbreviations whose period is the sentence's own where they end it."""


def universal_words(sentence: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the words of each token of a sentence; those of one token make up its text."""
    words = [_split(token) for token in sentence]
    for place, (one, two) in enumerate(pairwise(sentence)):
        if _UNCERTAIN.fullmatch(one) and _BEHIND_CONTRACTION.fullmatch(two):
            words[place] = (one[:-1], one[-1])
    if sentence and sentence[-1] in _OPEN_ENDED:
        words[-1] = (sentence[-1][:-1], ".")
    return words


@lru_cache(maxsize=8192)
def _split(token: str) -> tuple[str, ...]:
    if token.isalpha():
        found = _CONTRACTED.fullmatch(token) if len(token) < _LONGEST else None
        return tuple(filter(None, found.groups())) if found else (token,)
    if len(token) > _LONGEST:
        return (token,)
    if token[0].isdigit() and (found := _MEASURE.fullmatch(token)):
        return found.groups()
    return _parts(token) if _HYPHENED.fullmatch(token) else (token,)


def _parts(token: str) -> tuple[str, ...]:
    """Part a word at its hyphens, but not after a prefix: "anti-war" is one word."""
    parts: list[str] = []
    joined = False
    for part in token.split("-"):
        if joined:
            parts[-1] += f"-{part}"
        else:
            parts.extend(("-", part) if parts else (part,))
        joined = _PREFIX.fullmatch(part) is not None
    return tuple(parts)
