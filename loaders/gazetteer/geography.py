"""Geography: which nations border each other, and which lies north of which.

``geography.csv`` has the middle of each nation in whole degrees and its neighbors, by land and
across a sea where newswriters call them so (Japan and South Korea).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from loaders.gazetteer.table import read_table, split_cell

DIRECTIONS = ("northern", "southern", "eastern", "western")
_ROUND = 360
_EASTERNMOST = 180


@dataclass(frozen=True, slots=True)
class Location:
    """Where a nation lies, in degrees north and east, and the codes of its neighbors."""

    latitude: int
    longitude: int
    neighbors: frozenset[str]


@cache
def load_geography() -> Mapping[str, Location]:
    """Return where nations lie, by their code."""
    return MappingProxyType({
        row["code"]: Location(
            int(row["latitude"]),
            int(row["longitude"]),
            frozenset((*split_cell(row["land"]), *split_cell(row["sea"]))),
        )
        for row in read_table("geography")
    })  # fmt: skip


def are_neighbors(code: str, other: str) -> bool:
    """Whether two nations border each other."""
    location = load_geography().get(code)
    return location is not None and other in location.neighbors


def lies(code: str, direction: str, other: str) -> bool:
    """Whether a nation lies in a direction of another: Peru is western of Brazil."""
    one, two = load_geography().get(code), load_geography().get(other)
    if one is None or two is None:
        return False
    north = one.latitude - two.latitude
    east = (one.longitude - two.longitude + _EASTERNMOST) % _ROUND - _EASTERNMOST
    ways = {"northern": north, "southern": -north, "eastern": east, "western": -east}
    return ways[direction] > 0
