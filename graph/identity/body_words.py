"""Words of names of bodies: what they stand for, and how much they tell (``body_words.yaml``)."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Final

import msgspec

from graph.identity.names import read_name

TABLE: Final = Path(__file__).parent / "body_words.yaml"
NATIONAL: Final = Path(__file__).parent / "national_names.csv"
"""The names and adjectives of nations, which ``loaders.gazetteer.build`` writes."""


class BodyWords(msgspec.Struct, frozen=True, dict=True):
    """The table; see its comments."""

    words: tuple[str, ...]
    short: dict[str, str]
    legal: str
    trade: str
    heads: str
    little: str
    common: str
    fields: tuple[str, ...]

    @cached_property
    def standing(self) -> Mapping[str, str]:
        """The word that each of the words with synonyms stands for."""
        return _standing(self.words)

    @cached_property
    def standing_fields(self) -> Mapping[str, str]:
        """The chief fields of ministries."""
        return _standing(self.fields)

    @cached_property
    def left_out(self) -> frozenset[str]:
        """Words that tell nothing."""
        return frozenset(self.little.split())

    @cached_property
    def legal_forms(self) -> frozenset[str]:
        """Words at either end of a company's name."""
        return frozenset(self.legal.split())

    @cached_property
    def trades(self) -> frozenset[str]:
        """Words at the end of a company's name."""
        return frozenset(self.trade.split())

    @cached_property
    def kinds_of_body(self) -> frozenset[str]:
        """Words for what a body is."""
        return frozenset(self.heads.split())

    @cached_property
    def known(self) -> frozenset[str]:
        """All words that many bodies are named with."""
        return frozenset((*self.standing.values(), *self.common.split())) | self.kinds_of_body


def _standing(rows: Sequence[str]) -> Mapping[str, str]:
    split = (row.split() for row in rows)
    return {word: words[0] for words in split for word in words}


@cache
def body_words() -> BodyWords:
    """The table of words."""
    return msgspec.yaml.decode(TABLE.read_bytes(), type=BodyWords)


@cache
def national_names() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The names and adjectives of each nation, in words, the longest first."""
    with NATIONAL.open(encoding="utf-8", newline="") as table:
        rows = {row["code"]: row["names"].split("|") for row in csv.DictReader(table)}
    return {
        code: tuple(
            sorted({read_name(name).words for name in names}, key=lambda one: (-len(one), one))
        )
        for code, names in rows.items()
    }


@cache
def national_words() -> frozenset[str]:
    """The words of the names of all nations."""
    return frozenset(word for names in national_names().values() for name in names for word in name)


def without_nation(words: tuple[str, ...], nation: str) -> tuple[str, ...]:
    """The words of a name without those that name its nation."""
    for name in national_names().get(nation, ()):
        size = len(name)
        for start in range(len(words) - size + 1):
            if words[start : start + size] == name:
                return without_nation((*words[:start], *words[start + size :]), nation)
    return words
