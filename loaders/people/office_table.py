"""Offices: the titles that people hold, with what they are held of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from graph.facts import Ref
from loaders.gazetteer.phrase_index import PhraseIndex
from loaders.gazetteer.table import read_table, split_cell

_OWN_WORDS = frozenset(("OFFICIAL", "PARTY_LEADER"))
LEADING = frozenset(("HEAD_OF_STATE", "HEAD_OF_GOVERNMENT", "MONARCH"))
"""Kinds of offices that lead a state or its government."""


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """A row of ``offices.csv``.

    ``title`` is the usual title; minor offices keep the words that name them.
    ``of`` tells whether the office is of a NATION, an ORGANIZATION or ANY of them; ``holder`` is
    the one that it is always of, such as the Secretary-General's United Nations.
    """

    title: str
    of: str
    sector: str
    kind: str
    holder: Ref | None = None

    @property
    def leads(self) -> bool:
        """Whether the office leads a state or its government."""
        return self.kind in LEADING


@cache
def _holders() -> Mapping[str, Ref]:
    refs = {
        row["title"].lower(): Ref("Nation", row["nation"])
        if row["nation"]
        else Ref("Organization", row["organization"])
        for row in read_table("office_holders")
    }
    return MappingProxyType(refs)


def _titles() -> Iterator[tuple[str, OfficeTitle]]:
    holders = _holders()
    for row in read_table("offices"):
        for name in (row["title"], *split_cell(row["aliases"])):
            holder = holders.get(name.lower())
            title = name if row["kind"] in _OWN_WORDS else row["title"]
            yield name, OfficeTitle(title, row["of"], row["sector"], row["kind"], holder)


@cache
def load_offices() -> PhraseIndex[OfficeTitle]:
    """Return the titles of offices, their aliases among them."""
    return PhraseIndex(_titles())


@cache
def state_offices() -> frozenset[str]:
    """Return the titles of the offices that are always of a nation."""
    return frozenset(row["title"] for row in read_table("offices") if row["of"] == "NATION")


@cache
def nations_with(title: str) -> frozenset[str]:
    """Return the nations that have an office which few have; nothing where many do."""
    return frozenset(
        code
        for row in read_table("office_nations")
        if row["title"] == title
        for code in split_cell(row["nations"])
    )


@cache
def load_honorifics() -> PhraseIndex[str]:
    """Return the forms of address that stand before a name, such as "Mr." and "Lt. Gen."."""
    return PhraseIndex((row["text"], row["text"]) for row in read_table("honorifics"))


@cache
def load_prefixes() -> Mapping[str, str]:
    """Return the words before a title with what they do to it, such as "former": FORMER."""
    return MappingProxyType({row["text"]: row["meaning"] for row in read_table("office_prefixes")})
