"""Kinds of nations: which ones "the Baltic state", "the kingdom" or "the island" can mean."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from loaders.gazetteer.nation import load_nations
from loaders.gazetteer.table import read_table, split_cell

_IN_OFFICIAL_NAME = ("kingdom", "republic", "emirate", "sultanate", "federation", "principality")
_PLURALS = {
    "kingdoms": "kingdom",
    "republics": "republic",
    "emirates": "emirate",
    "sultanates": "sultanate",
    "monarchies": "monarchy",
    "nations": "nation",
    "states": "state",
    "countries": "country",
    "exporters": "exporter",
    "producers": "producer",
}


@cache
def load_nation_kinds() -> Mapping[str, frozenset[str]]:
    """Return the codes of the nations by a word or two that tell their kind ("west african")."""
    regions: dict[str, set[str]] = {}
    for row in read_table("nations"):
        regions.setdefault(row["region"], set()).add(row["code"])
        regions.setdefault(row["subregion"], set()).add(row["code"])
    return MappingProxyType({
        row["word"]: frozenset(
            code for cell in split_cell(row["nations"]) for code in regions.get(cell, {cell})
        )
        for row in read_table("nation_kinds")
    })  # fmt: skip


def telling(words: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds that the words of a phrase tell: of "the West African state" one."""
    text = f" {' '.join(_PLURALS.get(word, word) for word in words)} "
    found = [kind for kind in load_nation_kinds() if f" {kind} " in text]
    longest = [one for one in found if not any(one != two and one in two for two in found)]
    official = [one for one in _IN_OFFICIAL_NAME if f" {one} " in text]
    islamic = ["islamic republic"] if " islamic republic " in text else []
    return (*longest, *official, *islamic)


def is_of_kind(code: str, kinds: Iterable[str]) -> bool:
    """Whether a nation is of all of some kinds."""
    return all(_is_one(code, kind) for kind in kinds)


def _is_one(code: str, kind: str) -> bool:
    listed = load_nation_kinds().get(kind)
    if listed is not None:
        return code in listed
    nation = load_nations()[code]
    return kind in " ".join((nation.official_name, *nation.aliases)).lower()
