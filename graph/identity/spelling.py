"""Spelling by ear: how far two words that were written down from another script lie apart."""

from itertools import accumulate
from typing import Final

from rapidfuzz.distance import Levenshtein

from graph.identity.sounds import skeleton
from graph.identity.traditions import Tradition, folded

NEAR, BY_EAR = 0.05, 0.11
"""What a letter of two words may cost that sound the same, and that may be one name."""
FEW_LETTERS: Final = 3
"""Letters of words that are too short to be compared by ear."""
OTHER_CONSONANTS: Final = 1
"""Consonants that may differ in more than what they are heard as."""

_HEARD: Final = (
    ("g", "k", 0.15), ("k", "H", 0.15), ("h", "H", 0.1), ("g", "h", 0.2), ("g", "j", 0.2),
    ("g", "H", 0.15), ("d", "t", 0.15), ("b", "p", 0.2), ("v", "w", 0.0), ("v", "f", 0.15),
    ("u", "w", 0.1), ("u", "v", 0.15), ("s", "S", 0.2), ("s", "z", 0.1), ("s", "c", 0.15),
    ("z", "c", 0.15), ("z", "j", 0.2), ("d", "z", 0.2), ("t", "s", 0.3), ("C", "S", 0.15),
    ("C", "c", 0.15), ("j", "C", 0.2), ("j", "i", 0.3), ("m", "n", 0.5), ("S", "j", 0.3),
    ("i", "e", 0.12), ("o", "u", 0.12), ("a", "e", 0.15), ("a", "o", 0.2), ("e", "o", 0.4),
    ("a", "i", 0.4), ("a", "u", 0.4), ("i", "u", 0.6), ("e", "u", 0.6), ("i", "o", 0.6),
)  # fmt: skip
"""What it costs to hear one sound for another; any other pair costs 1."""
_COST: Final = {pair: cost for a, b, cost in _HEARD for pair in ((a, b), (b, a))}
_DROPPED: Final = {"h": 0.15, "i": 0.25, "e": 0.25, "a": 0.3, "u": 0.3, "o": 0.3, "w": 0.4}
_LAST_VOWEL: Final = 0.8
"""What a vowel at the end costs that one word lacks: it tells a woman's name from a man's."""


_OTHER_END: Final = {frozenset("ao"): _LAST_VOWEL, frozenset("ai"): _LAST_VOWEL}
"""The same where the two end in other vowels: Maria and Mario."""


def _dropped(word: str, index: int) -> float:
    if index == len(word) - 1 and word[index] in "aeiou":
        return _LAST_VOWEL
    return _DROPPED.get(word[index], 1.0)


def by_ear(one: str, other: str, tradition: Tradition) -> float:
    """How far two words lie apart, from 0; words that are too short are the same or 1 apart."""
    mine, theirs = folded(one, tradition), folded(other, tradition)
    if mine == theirs:
        return 0.0
    if min(len(one), len(other)) <= FEW_LETTERS:
        return 1.0
    consonants = skeleton(mine), skeleton(theirs)
    if Levenshtein.distance(*consonants, score_cutoff=OTHER_CONSONANTS) > OTHER_CONSONANTS:
        return 1.0
    return _cost(mine, theirs) / max(len(mine), len(theirs))


def _cost(one: str, other: str) -> float:
    """What it costs to take one folded word for the other."""
    dropped = [_dropped(other, index) for index in range(len(other))]
    row = [0.0, *accumulate(dropped)]
    for left, letter in enumerate(one):
        lost = _dropped(one, left)
        at_end = left == len(one) - 1
        above, row = row, [row[0] + lost]
        for right, heard in enumerate(other):
            taken = 0.0
            if letter != heard:
                taken = _COST.get((letter, heard), 1.0)
                if at_end and right == len(other) - 1:
                    taken = max(taken, _OTHER_END.get(frozenset((letter, heard)), 0.0))
            row.append(min(above[right] + taken, above[right + 1] + lost, row[-1] + dropped[right]))
    return row[-1]
