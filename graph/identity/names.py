"""Names as they are compared: words without case, accents, titles and form of address."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from graph.identity.closed_words import ADDRESS, ARTICLES, SERVANT, TITLES
from graph.identity.sounds import skeleton, sound, standing
from graph.identity.traditions import PLAIN, Tradition, folded

_SPLIT: Final = re.compile(r"[^\w]+|_")
_DROPPED: Final = re.compile(r"[.'\u2019\u02bc]")
_ATTACHED: Final = re.compile(r"\b(?:Al|El)(?=[A-Z][a-z])")
"""An article that is written as one word with the name: ElBaradei."""
_INITIALS: Final = re.compile(r"\b(?:[A-Z]\.)+(?=[A-Z]\.)|^[B-DF-HJ-NP-TV-XZ]{2,3}(?= [A-Z][a-z])")
"""Initials that are written together: F.W., PW."""
_LETTERS: Final = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "\u0131": "i",
        "\u0259": "a",
        "æ": "ae",
        "œ": "oe",
    }
)
"""Letters that are no others with an accent."""

KEPT: Final = 2048
"""What a cache remembers. A transaction concerns some hundred names; a long load meets all names
there are, and must not keep them."""


@dataclass(frozen=True)
class Name:
    """One form of a name, in words."""

    words: tuple[str, ...]

    @cached_property
    def joined(self) -> str:
        """All letters in a row, so that "Jong-un", "Jong Un" and "Jongun" are the same."""
        return "".join(self.words)

    @property
    def is_full(self) -> bool:
        """Whether it names one person: two words, or one in a script that does not part them."""
        return len(self.words) > 1 or (bool(self.words) and not self.joined.isascii())

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """The words without articles, where something is left; Abdul and what follows are one."""
        words = tuple(word for word in self.words if word not in ARTICLES) or self.words
        if SERVANT.isdisjoint(words):
            return words
        joined: list[str] = []
        for word in words:
            if joined and joined[-1] in SERVANT:
                joined[-1] = f"abd{word}"
            else:
                joined.append(word)
        return tuple(joined)

    def told_in(self, tradition: Tradition) -> tuple[str, ...]:
        """The words that tell in a tradition: without those that it leaves out before the last."""
        words = self.telling
        if len(words) < 3 or tradition.left_out.isdisjoint(words):
            return words
        return (*(word for word in words[:-1] if word not in tradition.left_out), words[-1])

    @property
    def sorted_words(self) -> str:
        """The words in alphabetical order, so that the family name may stand at either end."""
        return " ".join(sorted(self.words))

    def sounds(self, tradition: Tradition | None = None) -> frozenset[str]:
        """What the name is found by: its sound in a row, and that of pairs of its words.

        The first word goes with each of the last two, and with the second; of two family names and
        none before them, the last two words go together.
        """
        words = self.told_in(tradition) if tradition else self.telling
        heard = tuple(_heard(word, tradition) for word in words)
        first, *others = heard
        pairs = [(first, other) for other in (*others[-2:], *others[:1])] or [(first, first)]
        ends = (" ".join(sorted(pair)) for pair in (*pairs, heard[-2:]))
        return frozenset((_heard("".join(words), tradition), *ends))


def _initials_apart(form: str) -> str:
    """The form with a blank behind each of the initials that are written together."""
    return _INITIALS.sub(lambda found: " ".join(found[0].replace(".", "")) + " ", form)


def _heard(word: str, tradition: Tradition | None) -> str:
    return skeleton(folded(standing(word), tradition)) if tradition else sound(word)


@lru_cache(maxsize=KEPT)
def read_name(form: str) -> Name:
    """The words of a form of a name."""
    form = _ATTACHED.sub(r"\g<0> ", _DROPPED.sub("", form))
    plain = unicodedata.normalize("NFKD", form).casefold().translate(_LETTERS)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = [word for word in _SPLIT.split(unicodedata.normalize("NFC", plain)) if word]
    while len(words) > 1 and words[0] in ADDRESS:
        words.pop(0)
    return Name(tuple(words))


@lru_cache(maxsize=KEPT)
def _untitled(name: Name, tradition: Tradition) -> Name:
    words = list(name.words)
    while len(words) > 2 and (words[0] in TITLES or words[0] in tradition.titles):
        words.pop(0)
    return Name(tuple(words))


@lru_cache(maxsize=KEPT)
def full_names(forms: tuple[str, ...], tradition: Tradition = PLAIN) -> frozenset[Name]:
    """The forms that name one person by themselves, with and without titles."""
    names = [name for name in map(read_name, map(_initials_apart, forms)) if name.is_full]
    return frozenset((*names, *(_untitled(name, tradition) for name in names)))
