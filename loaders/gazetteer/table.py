"""Tables: the rows of the CSV files in ``loaders/data``."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

SEPARATOR = "|"


@cache
def read_table(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of ``loaders/data/NAME.csv`` with their cells stripped."""
    content = files("loaders").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return tuple(
        MappingProxyType({column: (cell or "").strip() for column, cell in row.items() if column})
        for row in csv.DictReader(content.splitlines())
    )


def split_cell(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds a list, separated by a vertical bar."""
    return tuple(value for part in cell.split(SEPARATOR) if (value := part.strip()))
