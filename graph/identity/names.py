"""Names as they are compared: words without case, accents and form of address, and their sounds."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

ADDRESS = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "professor"))
"""Words of address, which are no part of a name."""

_SPLIT = re.compile(r"[^\w]+|_")
_DROPPED = re.compile(r"[.'\u2019\u02bc]")
_SOFT = re.compile(r"c(?=[eiy])")
_DIGRAPHS = (
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ts", "z"), ("tz", "z"),
    ("ck", "k"), ("dj", "j"), ("x", "ks"), ("q", "k"), ("g", "k"), ("c", "k"), ("v", "w"),
    ("z", "s"),
)  # fmt: skip
"""Spellings that transliterations use for one another; the later ones see what the earlier left."""

_VOWELS = str.maketrans("aeiouy", "AAIUUI")
ALIKE = 0.92
"""Jaro-Winkler similarity from which two long words count as spellings of one."""
LONG = 5
"""Letters of a word in which a difference may be one of spelling."""


@dataclass(frozen=True, slots=True)
class Name:
    """One form of a name, in words."""

    words: tuple[str, ...]

    @property
    def joined(self) -> str:
        """All letters in a row, so that "Jong-un", "Jong Un" and "Jongun" are the same."""
        return "".join(self.words)

    @property
    def is_full(self) -> bool:
        """Whether it names one person: two words, or one in a script that does not part them."""
        return len(self.words) > 1 or (bool(self.words) and not self.joined.isascii())

    @property
    def sorted_words(self) -> str:
        """The words in alphabetical order, so that the family name may stand at either end."""
        return " ".join(sorted(self.words))

    @property
    def sounds(self) -> str:
        """What the words sound like, in alphabetical order."""
        return " ".join(sorted(map(sound, self.words)))

    @property
    def ends(self) -> str:
        """The sounds of the first and the last word."""
        return " ".join(sorted((sound(self.words[0]), sound(self.words[-1]))))


@lru_cache(maxsize=65536)
def read_name(form: str) -> Name:
    """The words of a form of a name."""
    plain = unicodedata.normalize("NFKD", _DROPPED.sub("", form)).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = [word for word in _SPLIT.split(unicodedata.normalize("NFC", plain)) if word]
    while len(words) > 1 and words[0] in ADDRESS:
        words.pop(0)
    return Name(tuple(words))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A key that the usual transliterations of a word share: Gaddafi, Qaddafi and Kadhafi."""
    word = _SOFT.sub("s", word)
    for spelled, heard in _DIGRAPHS:
        word = word.replace(spelled, heard)
    word = word[:1] + word[1:].replace("h", "")
    return re.sub(r"(.)\1+", r"\1", word.translate(_VOWELS))


def full_names(forms: Iterable[str]) -> frozenset[Name]:
    """The forms that name one person by themselves."""
    return frozenset(name for name in map(read_name, forms) if name.is_full)


def name_likeness(one: Name, other: Name) -> tuple[float, str]:
    """How alike two full names are, from 0 to 1, and why."""
    if one.joined == other.joined or one.sorted_words == other.sorted_words:
        return 1.0, "the same name"
    if len(one.words) == len(other.words) and one.sounds == other.sounds:
        return 0.92, "the same name in another spelling"
    if min(len(one.words), len(other.words)) > 1:
        if _is_within(one, other) or _is_within(other, one):
            # With an initial for the first name it could be a brother's: other grounds must help.
            if 1 in (len(one.words[0]), len(other.words[0])):
                return 0.7, "the same name with an initial"
            return 0.9, "the same name with more words"
        if _is_spelled_alike(one, other):
            return 0.88, "names that differ in the spelling of one word"
    return 0.0, "other names"


def _is_within(short: Name, full: Name) -> bool:
    """Whether a name is the other with middle words left out or cut to their initials."""
    if len(short.words) > len(full.words):
        return False
    first, last = short.words[0], short.words[-1]
    if last != full.words[-1] or not _is_cut(first, full.words[0]):
        return False
    remaining = iter(full.words[1:])
    return all(any(_is_cut(word, other) for other in remaining) for word in short.words[1:])


def _is_cut(word: str, other: str) -> bool:
    return word == other or (1 in (len(word), len(other)) and word[0] == other[0])


def _is_spelled_alike(one: Name, other: Name) -> bool:
    if len(one.words) != len(other.words):
        return False
    pairs = [pair for pair in zip(one.words, other.words, strict=True) if pair[0] != pair[1]]
    return len(pairs) == 1 and all(
        min(map(len, pair)) >= LONG and JaroWinkler.similarity(*pair) >= ALIKE for pair in pairs
    )
