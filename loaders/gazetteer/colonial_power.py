"""Colonial powers: whom "the former colonial power" can mean."""

from functools import cache

from loaders.gazetteer.table import read_table, split_cell


@cache
def colonial_powers(nation: str | None = None) -> frozenset[str]:
    """Return the codes of those that ruled a nation, or of all that ruled some."""
    return frozenset(
        row["power"]
        for row in read_table("colonial_powers")
        if nation is None or nation in split_cell(row["nations"])
    )
