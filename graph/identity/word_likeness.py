"""Likeness of words of names: spellings of one, by the tradition in which they are written."""

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA, Levenshtein

from graph.identity.closed_words import GENERATIONS
from graph.identity.first_names import are_told_apart, stand_for_one_another
from graph.identity.sounds import sound_alike
from graph.identity.spelling import BY_EAR, NEAR, by_ear
from graph.identity.systems import are_transcriptions
from graph.identity.traditions import Tradition, is_one_spelling

SAME, SOUNDS, STANDS_FOR, SPELLED, OTHER = 1.0, 0.92, 0.88, 0.87, 0.0
"""How alike two words are."""

LONG: Final = 8
"""Letters of a word in which one that differs may be a matter of spelling."""
TURNED: Final = 6
"""Letters of a word in which two may be turned by a slip: Merkle for Merkel."""

KEPT: Final = 8192
"""Pairs that a cache remembers: those of a transaction, not those of a long load."""


@lru_cache(maxsize=KEPT)
def word_likeness(one: str, other: str, tradition: Tradition) -> float:
    """How alike two words of names are, from 0 to 1.

    Two well-known names that are no forms of one are told apart, however alike they sound; where
    names are transcribed by a system, a letter more or less is another name.
    """
    if one == other:
        return SAME
    if are_told_apart(one, other) or not GENERATIONS.isdisjoint((one, other)):
        return OTHER
    heard, spelled = _heard(one, other, tradition)
    if heard:
        return SOUNDS
    if stand_for_one_another(one, other):
        return STANDS_FOR
    return SPELLED if spelled else OTHER


def _heard(one: str, other: str, tradition: Tradition) -> tuple[bool, bool]:
    """Whether two words sound the same, and whether one may be misspelled."""
    match tradition.spelling:
        case "FIXED":
            return is_one_spelling(one, other), is_misspelled(one, other)
        case "SYSTEMS":
            return are_transcriptions((one,), (other,), tradition), False
        case "LOOSE":
            apart = by_ear(one, other, tradition)
            heard = apart <= NEAR or sound_alike(one, other)
            return heard, apart <= BY_EAR or is_misspelled(one, other)
        case "UNTOLD":
            return sound_alike(one, other), is_misspelled(one, other)


def is_misspelled(one: str, other: str) -> bool:
    """Whether two long words differ in a letter, or in two that are turned, as by a slip."""
    letters = min(len(one), len(other))
    if letters >= LONG and Levenshtein.distance(one, other) == 1:
        return True
    turned = letters >= TURNED and sorted(one) == sorted(other)
    return turned and OSA.distance(one, other) == 1
