"""Known people: whom the news of the world calls by name and says no more of.

"Netanyahu met Abbas" tells a reader of which nations they are, though no word of it does. The table
``known_people.csv`` holds rulers, ministers, leaders of parties and armed groups and others in the
news since about 1975. What an article itself tells of a person goes first.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from loaders.gazetteer.table import read_table, split_cell
from loaders.people.identity import FAMILY_FIRST
from loaders.text.slug import slug

_ENGLISH_NAMES: Final = frozenset(("USA", "GBR", "CAN", "AUS", "NZL", "IRL", "JAM", "TTO", "BRB"))
"""Nations whose names many bear: Mike Moore is New Zealand's only where that is spoken of."""


def nation_of_known(names: Iterable[str], spoken_of: Collection[str]) -> str | None:
    """Return the nation of whom any of the names means, given the nations that are spoken of.

    A last name alone is known where hardly anybody else is meant by it, or where of the nations of
    those who bear it one is spoken of.
    """
    for key in map(slug, names):
        nation, alone = _known().get(key, ("", False))
        if nation and (alone or nation not in _ENGLISH_NAMES or nation in spoken_of):
            return nation
        borne = _bearers().get(key, frozenset()).intersection(spoken_of)
        if len(borne) == 1:
            return min(borne)
    return None


@cache
def _known() -> Mapping[str, tuple[str, bool]]:
    """Nations by names, and whether the last name alone would do.

    Names that people of several nations bear are left out.
    """
    found: dict[str, set[tuple[str, bool]]] = {}
    for row in read_table("known_people"):
        for name in _names(row):
            found.setdefault(slug(name), set()).add((row["nation"], bool(row["alone"])))
    sure = {name: some for name, some in found.items() if len({code for code, _ in some}) == 1}
    return MappingProxyType({name: max(some) for name, some in sure.items()})


@cache
def _bearers() -> Mapping[str, frozenset[str]]:
    """The nations of those who bear a last name."""
    found: dict[str, set[str]] = {}
    for row in read_table("known_people"):
        words = row["name"].split()
        last = words[0] if row["nation"] in FAMILY_FIRST else words[-1]
        found.setdefault(slug(last), set()).add(row["nation"])
    return MappingProxyType({name: frozenset(some) for name, some in found.items()})


def _names(row: Mapping[str, str]) -> Iterator[str]:
    """Yield the names of a row, those of one word only if they mean this person alone."""
    for name in (row["name"], *split_cell(row["aliases"])):
        if row["alone"] or len(name.split()) > 1:
            yield name
