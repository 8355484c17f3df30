"""Traditions of names: how those of a nation are written in Latin letters, and how they are borne.

The table is ``traditions.yaml``. A nation that stands in none of its rows spells names in one way.
"""

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final, Literal

import msgspec

Spelling = Literal["FIXED", "LOOSE", "SYSTEMS", "UNTOLD"]

TABLE: Final = Path(__file__).parent / "traditions.yaml"
KEPT: Final = 4096
"""Words that a cache remembers: those of a transaction, not those of a long load."""


class Tradition(msgspec.Struct, frozen=True, eq=False, dict=True):
    """How names are written and borne in some nations; see the head of the table."""

    name: str
    nations: tuple[str, ...]
    spelling: Spelling = "FIXED"
    fold: tuple[tuple[str, str], ...] = ()
    honorifics: str = ""
    added: bool = False
    single: bool = False
    bynames: str = ""

    @cached_property
    def titles(self) -> frozenset[str]:
        """The words before a name that are no part of it."""
        return frozenset(self.honorifics.split())

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The words within names that may be left out."""
        return frozenset(self.bynames.split())

    @cached_property
    def rules(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """What a word's spellings have in common, as patterns with what stands for them."""
        return tuple((re.compile(pattern), kept) for pattern, kept in self.fold)


LATIN: Final = Tradition("Latin", ())
"""The tradition of nations that stand in no row: they write Latin letters."""
PLAIN: Final = Tradition("plain", (), "UNTOLD")
"""What is taken where no nation is known."""
ONE_LETTER: Final = re.compile(r"(?<=[aou])e|(.)(?=\1)")
"""Letters that are written for an accent, or twice: Schaeuble, Lokke."""


@lru_cache(maxsize=1)
def _by_nation() -> Mapping[str, Tradition]:
    rows = msgspec.yaml.decode(TABLE.read_bytes(), type=tuple[Tradition, ...])
    return {code: row for row in rows for code in row.nations}


def tradition_of(*nations: str | None) -> Tradition:
    """The tradition of the first nation that is known."""
    code = next(filter(None, nations), None)
    return _by_nation().get(code, LATIN) if code else PLAIN


def is_one_spelling(one: str, other: str) -> bool:
    """Whether two words in Latin letters differ at most in how accents are written."""
    return ONE_LETTER.sub("", one) == ONE_LETTER.sub("", other)


@lru_cache(maxsize=KEPT)
def folded(word: str, tradition: Tradition) -> str:
    """What the spellings of a word in a tradition have in common."""
    for pattern, kept in tradition.rules:
        word = pattern.sub(kept, word)
    return word
