"""Names as they are compared: words without case, accents, titles and form of address."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from graph.identity.closed_words import ADDRESS, ARTICLES, TITLES
from graph.identity.sounds import sound

_SPLIT: Final = re.compile(r"[^\w]+|_")
_DROPPED: Final = re.compile(r"[.'\u2019\u02bc]")
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

KEPT: Final = 4096
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
        """The words without articles, where something is left."""
        return tuple(word for word in self.words if word not in ARTICLES) or self.words

    @property
    def sorted_words(self) -> str:
        """The words in alphabetical order, so that the family name may stand at either end."""
        return " ".join(sorted(self.words))

    @property
    def sounds(self) -> str:
        """What the words sound like, in alphabetical order."""
        return " ".join(sorted(map(sound, self.telling)))

    @property
    def row(self) -> str:
        """What the letters sound like in a row."""
        return sound("".join(self.telling))

    @property
    def ends(self) -> tuple[str, ...]:
        """The sounds of pairs of words by which the person may be called.

        The first word goes with each of the last two, and with the second; of two family names and
        none before them, the last two words go together.
        """
        heard = tuple(map(sound, self.telling))
        first, *others = heard
        pairs = [(first, other) for other in (*others[-2:], *others[:1])] or [(first, first)]
        return tuple(dict.fromkeys(" ".join(sorted(pair)) for pair in (*pairs, heard[-2:])))


@lru_cache(maxsize=KEPT)
def read_name(form: str) -> Name:
    """The words of a form of a name."""
    plain = unicodedata.normalize("NFKD", _DROPPED.sub("", form)).casefold().translate(_LETTERS)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = [word for word in _SPLIT.split(unicodedata.normalize("NFC", plain)) if word]
    while len(words) > 1 and words[0] in ADDRESS:
        words.pop(0)
    return Name(tuple(words))


@lru_cache(maxsize=KEPT)
def _untitled(name: Name) -> Name:
    words = list(name.words)
    while len(words) > 2 and words[0] in TITLES:
        words.pop(0)
    return Name(tuple(words))


def full_names(forms: Iterable[str]) -> frozenset[Name]:
    """The forms that name one person by themselves, without titles."""
    return frozenset(_untitled(name) for name in map(read_name, forms) if name.is_full)
