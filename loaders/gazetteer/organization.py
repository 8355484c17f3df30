"""Organizations: what the tables know of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from loaders.gazetteer.phrase_index import PhraseIndex
from loaders.gazetteer.table import read_table, split_cell


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    """A row of ``organizations.csv``."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    sector: str
    nation: str
    wikidata: str


@dataclass(frozen=True, slots=True)
class BodyPattern:
    """A row of ``bodies.csv``: a kind of body that every state may have."""

    name: str
    kind: str
    sector: str


@cache
def load_organizations() -> Mapping[str, OrganizationRow]:
    """Return the organizations by their id."""
    rows = {
        row["id"]: OrganizationRow(
            id=row["id"],
            name=row["name"],
            aliases=split_cell(row["aliases"]),
            kind=row["kind"],
            sector=row["sector"],
            nation=row["nation"],
            wikidata=row["wikidata"],
        )
        for row in read_table("organizations")
    }
    return MappingProxyType(rows)


@cache
def load_bodies() -> PhraseIndex[BodyPattern]:
    """Return the names of generic bodies, such as "foreign ministry"."""
    return PhraseIndex(
        (row["pattern"], BodyPattern(row["name"], row["kind"], row["sector"]))
        for row in read_table("bodies")
    )
