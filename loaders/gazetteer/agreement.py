"""Agreements: what the table knows of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from graph.facts import Ref
from loaders.gazetteer.table import read_table, split_cell

YEARS_OF_TALKS = 2
"""Years before its signing in which an agreement is already spoken of by its name."""

_ORGANIZATION = "org:"


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """A row of ``agreements.csv``; dates are ISO 8601, to the year, the month or the day."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    parties: tuple[Ref, ...]
    signed: str
    in_force: str
    ended: str
    wikidata: str

    def may_be_meant(self, day: str) -> bool:
        """Whether news of a day can speak of it: it is not signed until years later."""
        start = min(filter(None, (self.signed, self.in_force)), default="")
        return not start or int(start[:4]) <= int(day[:4]) + YEARS_OF_TALKS


def party(text: str) -> Ref:
    """Return a party from its cell: a code, or "org:" and an id."""
    if text.startswith(_ORGANIZATION):
        return Ref("Organization", text.removeprefix(_ORGANIZATION))
    return Ref("Nation", text)


@cache
def load_agreements() -> Mapping[str, AgreementRow]:
    """Return the agreements by their id."""
    rows = {
        row["id"]: AgreementRow(
            id=row["id"],
            name=row["name"],
            aliases=split_cell(row["aliases"]),
            kind=row["kind"],
            parties=tuple(party(text) for text in split_cell(row["parties"])),
            signed=row["signed"],
            in_force=row["in_force"],
            ended=row["ended"],
            wikidata=row["wikidata"],
        )
        for row in read_table("agreements")
    }
    return MappingProxyType(rows)
