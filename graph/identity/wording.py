"""Wording: the stems and numbers in which a report tells an event, to compare with others."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from graph.identity.body_words import body_words, national_words
from graph.identity.closed_words import TITLES

OFFICIAL = frozenset(
    ("prime", "vice", "deputy", "chancellor", "chairman", "leader", "premier", "ambassador")
)
"""Words of offices, which tell nobody's name."""
SHORTEST = 4
"""Letters of a word that tells something; shorter ones are mostly grammar."""
STEM = 5
"""Letters by which inflected forms of a word are taken as one."""

EMPTY = frozenset(
    """
    about above according after again against along also although amid among another april around
    august back because been before being below between both could december does doing down during
    each ever every february friday from further have having here hers herself himself into itself
    january july june just last late later least less many march might monday month more most much
    must near next none november october official officials only other over reported reports said
    same saturday says september shall should since some still such sunday than that their them
    then there these they this those though through thursday today told tomorrow tuesday under
    until upon very wednesday week were what when where whether which while whom whose will with
    within without would year yesterday your
    """.split()  # noqa: SIM905 - a list of words reads better as a text
)
"""Words that any report may have."""

_SPELLED = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty
"""
NUMBERS = {word: str(number) for number, word in enumerate(_SPELLED.split(), start=2)}
KEPT: Final = 256
"""Quotes that a cache remembers: those of an article or two, each with all of its words."""

_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(r"(?<=[a-z0-9,;:)] )[A-Z][^\W\d_]+|(?<=[^\W\d_]-)[A-Z][^\W\d_]+")
_NUMBER = re.compile(r"(?<![\d.,:/-])\d{1,3}(?:,\d{3})*(?![\d.,:/-]*\d)(?!(?:st|nd|rd|th)\b)")
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b"
    r"|\b\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*",
    re.IGNORECASE,
)


@lru_cache(maxsize=KEPT)
def stems(quote: str) -> frozenset[str]:
    """The stems of the words that tell something."""
    words = (word for word in _WORD.findall(quote.casefold()) if len(word) >= SHORTEST)
    return frozenset(_stem(word) for word in words if word not in EMPTY and word not in NUMBERS)


@lru_cache(maxsize=KEPT)
def capitals(quote: str) -> frozenset[str]:
    """The words that are written with a capital within a sentence, in small letters.

    They name what nobody may have told apart: a town that no table has, a hospital, a law.
    """
    found = (match.group().casefold() for match in _CAPITAL.finditer(quote))
    return frozenset(word for word in found if word not in EMPTY and word not in NUMBERS)


def unnamed(quote: str, names: frozenset[str]) -> frozenset[str]:
    """The words with capitals that are of no name by the stems of these, nor any nation's."""
    known = national_words() | body_words().known | TITLES | OFFICIAL
    return frozenset(
        word for word in capitals(quote) if _stem(word) not in names and word not in known
    )


def name_stems(names: Iterable[str]) -> frozenset[str]:
    """The stems of all words of names, which tell nothing of what was done."""
    return frozenset(_stem(word) for name in names for word in _WORD.findall(name.casefold()))


def _stem(word: str) -> str:
    return word[:STEM]


@lru_cache(maxsize=KEPT)
def counts(quote: str) -> frozenset[str]:
    """The numbers up to 999,999 that count something; days of months and years are left out."""
    plain = _MONTH.sub(" ", quote)
    digits = (number.replace(",", "") for number in _NUMBER.findall(plain))
    words = (NUMBERS[word] for word in _WORD.findall(plain.casefold()) if word in NUMBERS)
    return frozenset((*digits, *words))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter wording that the other has too, from 0 to 1."""
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))
