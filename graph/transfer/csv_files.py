"""The graph as CSV for Neo4j's own bulk importer, which builds the largest graphs.

A folder with a file for each label and for each type of relationships between two labels, and
``import.args``, the arguments of the command:

    neo4j-admin database import full --overwrite-destination @import.args neo4j

The importer keeps no empty lists: what has one here lacks the property there.

Format: Neo4j Operations Manual, "Import", section "CSV header format".
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from graph.transfer.columns import Columns, Kind, columns, kind_of
from graph.transfer.elements import Counts, Element, Node

ARGUMENTS = "import.args"
BETWEEN = "\x1f"
"""Stands between the values of a list: the unit separator, which no text of ours holds."""


def write_csv(elements: Callable[[], Iterable[Element]], folder: Path) -> Counts:
    """Write the files into a folder, which is made; returns what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    found, counts = columns(elements()), Counts()
    with ExitStack() as stack:
        files = {
            kind: stack.enter_context((folder / _name(kind)).open("w", encoding="utf-8"))
            for kind in found
        }
        for kind, file in files.items():
            file.write(_line(_header(kind, found[kind])))
        for element in elements():
            kind = kind_of(element)
            files[kind].write(_line(_cells(element, found[kind])))
            counts = counts.with_one(element)
    (folder / ARGUMENTS).write_text("\n".join(_arguments(found)) + "\n", encoding="utf-8")
    return counts


def _name(kind: Kind) -> str:
    return f"{'-'.join(kind)}.csv"


def _arguments(found: Mapping[Kind, Columns]) -> Iterable[str]:
    yield "--multiline-fields=true"
    yield "--array-delimiter=U+001F"
    # It must hold the longest value: an article has up to 4 MB, more by its doubled quotes.
    yield "--read-buffer-size=16m"
    for kind in found:
        option = "nodes" if len(kind) == 1 else "relationships"
        yield f"--{option}={kind[0]}={_name(kind)}"


def _header(kind: Kind, given: Columns) -> list[str]:
    properties = [f"{name}:{type_}" for name, type_ in given.items()]
    if len(kind) == 1:
        return [f":ID({kind[0]})", *properties]
    return [f":START_ID({kind[1]})", f":END_ID({kind[2]})", *properties]


def _cells(element: Element, given: Columns) -> list[Any]:
    values = [element.properties.get(name) for name in given]
    if isinstance(element, Node):
        return [element.end.key, *values]
    return [element.source.key, element.target.key, *values]


def _line(cells: Iterable[Any]) -> str:
    return ",".join(map(_cell, cells)) + "\n"


def _cell(value: Any) -> str:
    """A value, in quotes where it is text: an empty text is not the same as none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    text = BETWEEN.join(map(str, value)) if isinstance(value, list) else str(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] - any list
    return '"' + text.replace('"', '""') + '"'
