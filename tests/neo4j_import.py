"""What Neo4j's bulk importer makes of a folder, by its documentation and strictly.

Neo4j Operations Manual, "Import": "CSV header format" and the options of ``neo4j-admin database
import full``. What the importer refuses, or reads in another way than it was meant, is a mistake.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.transfer.elements import Element, End, Node, Relationship

ARGUMENT = re.compile(r"--([a-z-]+)=(.*)")
SETTINGS = {"multiline-fields": "true|false", "array-delimiter": r"U\+[0-9A-F]{4}|.",
            "read-buffer-size": r"\d+[kmg]?"}  # fmt: skip
FIELD = re.compile(r"(?P<name>[^:]*):(?P<type>[A-Za-z_]+(?:\[\])?)(?:\((?P<space>[^)]+)\))?")
LONG = range(-(2**63), 2**63)


class ImportMistakeError(Exception):
    """The importer would refuse this, or read it in another way."""


@dataclass(frozen=True)
class Cell:
    text: str
    is_quoted: bool


@dataclass(frozen=True)
class Field:
    """A column of a header: a property, or one of the ids that begin with a colon."""

    name: str
    type: str
    space: str


@dataclass(frozen=True)
class Call:
    """The options of the command that concern how files are read, and the files by kind."""

    settings: Mapping[str, str]
    nodes: tuple[tuple[str, str], ...]
    relationships: tuple[tuple[str, str], ...]

    @property
    def array_delimiter(self) -> str:
        given = self.settings.get("array-delimiter", ";")
        return chr(int(given.replace("U+", "0x"), 0)) if len(given) > 1 else given


def imported(folder: Path) -> list[Element]:
    """The nodes and relationships that an import of the folder would make."""
    call = _call((folder / "import.args").read_text("utf-8").splitlines())
    nodes: list[Element] = []
    known: set[tuple[str, str]] = set()
    for label, name in call.nodes:
        for ids, properties in _records(folder / name, call, [":ID"]):
            if ids[0] in known:
                raise ImportMistakeError(f"{name}: {ids[0]} stands twice")
            known.add(ids[0])
            nodes.append(Node(End(label, ids[0][1]), properties))
    relationships: list[Element] = []
    for kind, name in call.relationships:
        for ids, properties in _records(folder / name, call, [":START_ID", ":END_ID"]):
            if not known.issuperset(ids):
                raise ImportMistakeError(f"{name}: there is no {ids}")
            source, target = (End(space, key) for space, key in ids)
            relationships.append(Relationship(kind, source, target, properties))
    return nodes + relationships


def _call(lines: list[str]) -> Call:
    settings: dict[str, str] = {}
    files: dict[str, list[tuple[str, str]]] = {"nodes": [], "relationships": []}
    for line in lines:
        found = ARGUMENT.fullmatch(line)
        if not found:
            raise ImportMistakeError(f"{line!r} is no option")
        name, value = found.groups()
        if name in files:
            kind, _, file = value.partition("=")
            files[name].append((kind, file))
        elif name in SETTINGS and re.fullmatch(SETTINGS[name], value):
            settings[name] = value
        else:
            raise ImportMistakeError(f"there is no option {line!r}")
    return Call(settings, tuple(files["nodes"]), tuple(files["relationships"]))


def _records(
    path: Path, call: Call, wanted: list[str]
) -> Iterator[tuple[list[tuple[str, str]], dict[str, Any]]]:
    """The ids of a line, each with its space, and its properties."""
    rows = _rows(path.read_bytes().decode("utf-8", "strict"), call)
    header = [_field(cell.text) for cell in next(rows)]
    ids = [field for field in header if not field.name]
    if [f":{field.type}" for field in ids] != wanted:
        raise ImportMistakeError(f"{path.name} must begin with {wanted}")
    for row in rows:
        if len(row) != len(header):
            raise ImportMistakeError(f"{path.name}: {len(row)} cells under {len(header)} names")
        cells = list(zip(header, row, strict=True))
        properties = {
            field.name: value
            for field, cell in cells[len(ids) :]
            if (value := _value(field, cell, call)) is not None
        }
        keys = [(field.space, cell.text) for field, cell in cells[: len(ids)]]
        if not all(key for _, key in keys):
            raise ImportMistakeError(f"{path.name}: an id is empty")
        yield keys, properties


def _field(text: str) -> Field:
    found = FIELD.fullmatch(text)
    if not found or (found["name"] and found["space"]):
        raise ImportMistakeError(f"{text!r} is no column")
    return Field(found["name"], found["type"], found["space"] or "")


def _value(field: Field, cell: Cell, call: Call) -> Any:
    """The value of a property, None where there is none: lists are never empty."""
    if field.type == "string":
        return cell.text if cell.text or cell.is_quoted else None
    if not cell.text:
        return None
    if field.type == "string[]":
        return cell.text.split(call.array_delimiter)
    if field.type not in READ:
        raise ImportMistakeError(f"{field.type!r} is no type")
    try:
        return READ[field.type](cell.text)
    except ValueError as error:
        raise ImportMistakeError(f"{cell.text!r} is no {field.type}") from error


def _long(text: str) -> int:
    if not re.fullmatch(r"-?\d+", text) or int(text) not in LONG:
        raise ValueError
    return int(text)


def _double(text: str) -> float:
    if not re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", text):
        raise ValueError
    return float(text)


def _boolean(text: str) -> bool:
    # The importer takes all but "true" for false, without a word.
    if text not in ("true", "false"):
        raise ValueError
    return text == "true"


READ: Mapping[str, Callable[[str], Any]] = {"long": _long, "double": _double, "boolean": _boolean}


def _rows(text: str, call: Call) -> Iterator[list[Cell]]:
    """The cells of each line: RFC 4180, and nothing may follow a closing quote."""
    cell = re.compile(r'"((?:[^"]|"")*)"(?=[,\n])|([^",\n\r]*)(?=[,\n])')
    at, row = 0, list[Cell]()
    while at < len(text):
        found = cell.match(text, at)
        if not found:
            raise ImportMistakeError(f"a cell is not closed: {text[at : at + 40]!r}")
        quoted, bare = found.groups()
        if "\n" in (quoted or "") and call.settings.get("multiline-fields") != "true":
            raise ImportMistakeError("a cell spans lines, which was not allowed")
        row.append(Cell(bare if quoted is None else quoted.replace('""', '"'), quoted is not None))
        if text[found.end()] == "\n":
            yield row
            row = []
        at = found.end() + 1
