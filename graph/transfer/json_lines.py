"""The graph as JSON Lines: a line for each element, and a last one that vouches for the rest.

    {"type": "node", "label": "Person", "key": "anna-roy", "properties": {...}}
    {"type": "relationship", "label": "HOLDS_OFFICE", "start": {"label": "Person",
     "key": "anna-roy"}, "end": {"label": "Nation", "key": "FRA"}, "properties": {...}}
    {"type": "end", "nodes": 1, "relationships": 1, "digest": "..."}

A file without its last line was cut short; with another number or digest, it was changed.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from graph.errors import InputError
from graph.ontology import Ontology
from graph.transfer.digest import Digest
from graph.transfer.elements import Counts, Element, End, Node, Relationship


class JsonLinesFile:
    """Writes elements to a file opened for bytes."""

    def __init__(self, file: IO[bytes], ontology: Ontology) -> None:
        self._file = file
        self._counts = Counts()
        self._digest = Digest(ontology)

    def write(self, element: Element) -> None:
        """Append an element."""
        self._counts = self._counts.with_one(element)
        self._digest.add(element)
        self._append(_to_record(element))

    def finish(self) -> None:
        """Write the last line."""
        counts = {"nodes": self._counts.nodes, "relationships": self._counts.relationships}
        self._append({"type": "end", **counts, "digest": self._digest.value})

    def _append(self, record: dict[str, Any]) -> None:
        self._file.write(msgspec.json.encode(record) + b"\n")


def _to_record(element: Element) -> dict[str, Any]:
    if isinstance(element, Node):
        end, properties = element.end, element.properties
        return {"type": "node", "label": end.label, "key": end.key, "properties": properties}
    return {
        "type": "relationship",
        "label": element.type,
        "start": element.source,
        "end": element.target,
        "properties": element.properties,
    }


class JsonLinesReader:
    """Reads the elements of a file, again and again; ``digest`` is what its last line vouches for.

    Raises InputError with path and line where an element cannot be used, and at the end where the
    file is not whole.
    """

    def __init__(self, path: Path, ontology: Ontology) -> None:
        self._path = path
        self._ontology = ontology
        self.digest = ""

    def elements(self) -> Iterator[Element]:
        """The elements, checked against the ontology and, at the end, against the last line."""
        counts, digest = Counts(), Digest(self._ontology)
        ended: dict[str, Any] = {}
        for number, line in enumerate(self._lines(), start=1):
            place = f"{self._path}, line {number}"
            record = _record(line)
            if record is None and number > 1 and not line.endswith(b"\n"):
                break
            if record is None:
                raise InputError(
                    f"{place} is no element of a graph.", fix="Give a file of entente export."
                )
            if record["type"] == "end":
                ended = record
                break
            element = _element(record, self._ontology, place)
            counts = counts.with_one(element)
            digest.add(element)
            yield element
        told = {"nodes": counts.nodes, "relationships": counts.relationships}
        if ended != {"type": "end", **told, "digest": digest.value}:
            raise InputError(
                f"{self._path} is not whole: its last line does not vouch for what it holds.",
                fix="Export it again; it was cut short or changed.",
            )
        self.digest = digest.value

    def _lines(self) -> Iterator[bytes]:
        try:
            with self._path.open("rb") as file:
                yield from file
        except OSError as error:
            raise InputError(
                f"{self._path} cannot be read: {error.strerror}.", fix="Check its name and rights."
            ) from error


def _record(line: bytes) -> dict[str, Any] | None:
    try:
        record = msgspec.json.decode(line)
        if record["type"] in {"node", "relationship", "end"}:
            return record
    except (msgspec.DecodeError, KeyError, TypeError, RecursionError):
        pass
    return None


def _element(record: dict[str, Any], ontology: Ontology, place: str) -> Element:
    try:
        if record["type"] == "node":
            return Node(_end(record, ontology), dict(record["properties"]))
        kind = ontology.relationships[record["label"]].name
        ends = _end(record["start"], ontology), _end(record["end"], ontology)
        return Relationship(kind, *ends, dict(record["properties"]))
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"{place} is no element that the graph can hold ({error}).",
            fix="Give a file of entente export of this version.",
        ) from error


def _end(record: dict[str, Any], ontology: Ontology) -> End:
    return End(ontology.labels[record["label"]].name, str(record["key"]))
