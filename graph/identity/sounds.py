"""Sounds of words: what the usual transliterations of a name have in common.

The consonants of a word are its key: Gaddafi, Qaddafi and Kadhafi share one, and so do Hassan and
Hussein. Whether two words of one key also sound alike is told by their vowels.
"""

import re
from functools import lru_cache
from typing import Final

from graph.identity.first_names import STANDING

KEPT: Final = 4096
"""Words that a cache remembers: those of a transaction, not those of a long load."""

_SOFT: Final = re.compile(r"c(?=[eiy])")
_SILENT: Final = (
    (re.compile("ee"), "i"),
    (re.compile("oo"), "u"),
    (re.compile(r"^[yji](?=u)"), ""),  # Yulia, Julia
    (re.compile(r"^y(?=e)"), ""),  # Yevgeny, Evgeny
    (re.compile(r"(?<=[aeiou])y(?=[aeiou])"), ""),  # Nazarbayev, Nazarbaev
    (re.compile(r"eo(?=ng?$)"), "u"),  # Jae-myeong, Jae-myung
    (re.compile(r"(?<=[b-df-hj-np-tv-xz])y(?=e)"), ""),  # Medvedyev, Medvedev
    (re.compile(r"^abd[aeou]l(?=.)"), "abd"),  # Abdelmadjid, Abdulmajid
    (re.compile(r"(?<=..)[aou]ll?ah$"), "ulah"),  # Nasrallah, Nasrullah
    (re.compile(r"([aou])e"), r"\1"),  # Schaeuble, Schäuble
)
_CONSONANTS: Final = (
    ("tch", "C"), ("ch", "C"), ("sh", "S"), ("zh", "j"), ("kh", "k"), ("gh", "g"), ("dh", "d"),
    ("th", "t"), ("ph", "f"), ("ts", "z"), ("tz", "z"), ("ck", "k"), ("dj", "j"), ("x", "ks"),
    ("q", "k"), ("g", "k"), ("c", "k"), ("v", "w"), ("z", "s"),
)  # fmt: skip
"""Spellings that transliterations use for one another; the later ones see what the earlier left."""

_HEARD_AS: Final = str.maketrans("gHNdbSzcCjXTv", "kkntpsssssssf", "aeiouyhw")
"""Folded sounds that are taken for one another, and those that may be missing."""

_SILENT_H: Final = re.compile(r"(?<=.)(?:(?<![aeiouy])h|h(?![aeiouy]))")
_VOWELS: Final = re.compile("[aeiouy]+")
_DOUBLED: Final = re.compile(r"(.)\1+")
_SPOKEN: Final = {
    "ou": "u", "ie": "i", "ai": "e", "ay": "e", "ei": "e", "ey": "e",
}  # fmt: skip
"""What two vowels sound like together."""

_CLOSE: Final = {frozenset("ei"): 5, frozenset("ou"): 5, frozenset("ae"): 6}
"""Vowels that are written for one another, and the letters a word needs for that to say little:
in Zhang and Zheng they tell two names apart."""


@lru_cache(maxsize=KEPT)
def _spoken(word: str) -> str:
    """The word with one spelling for each sound of its consonants."""
    for pattern, kept in _SILENT:
        word = pattern.sub(kept, word)
    word = _SOFT.sub("s", word)
    for spelled, heard in _CONSONANTS:
        word = word.replace(spelled, heard)
    return _DOUBLED.sub(r"\1", _SILENT_H.sub("", word))


def standing(word: str) -> str:
    """The name under which all forms of a first name are looked up."""
    return STANDING.get(word, word)


@lru_cache(maxsize=KEPT)
def skeleton(folded: str) -> str:
    """The consonants of a word that a tradition has folded, those taken for one another as one."""
    return _DOUBLED.sub(r"\1", folded.translate(_HEARD_AS))


@lru_cache(maxsize=KEPT)
def sound(word: str) -> str:
    """The key that the usual transliterations of a word, and the forms of a first name, share."""
    spoken = _spoken(standing(word))
    consonants = _VOWELS.sub("", spoken)
    return f"*{consonants}" if _VOWELS.match(spoken) else consonants


def sound_alike(one: str, other: str) -> bool:
    """Whether two words may be spellings of one: Hussein and Hossein, and not Hassan."""
    return _alike(one, other, min(len(one), len(other)))


def sound_the_same(one: str, other: str) -> bool:
    """Whether two rows of words sound the same, no vowel standing for another."""
    return _alike(one, other, 0)


def _alike(one: str, other: str, length: int) -> bool:
    if one == other:
        return True
    mine, theirs = _spoken(one), _spoken(other)
    if _VOWELS.sub("*", mine) != _VOWELS.sub("*", theirs):
        return False
    pairs = zip(_VOWELS.findall(mine), _VOWELS.findall(theirs), strict=True)
    return all(_are_close(a, b, length) for a, b in pairs)


def _are_close(one: str, other: str, length: int) -> bool:
    a, b = (_DOUBLED.sub(r"\1", _SPOKEN.get(v, v).replace("y", "i")) for v in (one, other))
    return a == b or (
        len(a) == len(b)
        and all(x == y or length >= _CLOSE.get(frozenset((x, y)), length + 1)
                for x, y in zip(a, b, strict=True))
    )  # fmt: skip
