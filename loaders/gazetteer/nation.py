"""Nations: what the table knows of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from loaders.gazetteer.table import read_table, split_cell


@dataclass(frozen=True, slots=True)
class Nation:
    """A state or territory of ``nations.csv``.

    ``start`` is the first year of a new one, ``end`` the last of a historical one.
    """

    code: str
    name: str
    official_name: str
    demonyms: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str
    metonyms: tuple[str, ...]
    abbreviations: tuple[str, ...]
    aliases: tuple[str, ...]
    start: str
    end: str

    def is_to_come(self, day: str | None) -> bool:
        """Whether there is no such nation yet on an ISO 8601 day."""
        return bool(day and self.start) and (day or "")[:4] < self.start


def _nation(row: Mapping[str, str]) -> Nation:
    return Nation(
        code=row["code"],
        name=row["name"],
        official_name=row["official_name"],
        demonyms=split_cell(row["demonyms"]),
        adjectives=split_cell(row["adjectives"]),
        capital=row["capital"],
        metonyms=split_cell(row["metonyms"]),
        abbreviations=split_cell(row["abbreviations"]),
        aliases=split_cell(row["aliases"]),
        start=row["start"],
        end=row["end"],
    )


@cache
def load_nations() -> Mapping[str, Nation]:
    """Return the nations by their code."""
    return MappingProxyType({row["code"]: _nation(row) for row in read_table("nations")})
