"""The properties that nations have in the graph, from ``loaders/data/nations.csv``."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from loaders.gazetteer.table import read_table, split_cell

PLAIN = {
    "code": "code",
    "iso2": "iso2",
    "name": "name",
    "officialName": "official_name",
    "capital": "capital",
    "region": "region",
    "wikidataId": "wikidata",
}


def _properties(row: Mapping[str, str]) -> dict[str, Any]:
    plain = {name: row[column] for name, column in PLAIN.items() if row[column]}
    return plain | {
        "demonyms": [*split_cell(row["demonyms"])],
        "aliases": [*split_cell(row["abbreviations"]), *split_cell(row["aliases"])],
    }


@cache
def nation_properties() -> Mapping[str, dict[str, Any]]:
    """The properties of each nation by its code."""
    return MappingProxyType({row["code"]: _properties(row) for row in read_table("nations")})
