"""Out and in again: every format holds the whole graph, and JSON Lines bring it back."""

import io
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from graph.database import Command, Database
from graph.errors import InputError
from graph.ontology import load_ontology
from graph.settings import Settings
from graph.transfer import restore
from graph.transfer.csv_files import write_csv
from graph.transfer.digest import digest_of
from graph.transfer.elements import Counts, Element, End, Node, Relationship
from graph.transfer.graphml import NAMESPACE, write_graphml
from graph.transfer.json_ld import write_json_ld
from graph.transfer.json_lines import JsonLinesFile, JsonLinesReader
from graph.transfer.restore import Restoring
from graph.transfer.walk import GraphWalk
from server.export_command import format_of
from tests.many_facts import load
from tests.neo4j_import import ImportMistakeError, imported
from tests.running_server import run

ONTOLOGY = load_ontology()
PERSON = Node(
    End("Person", "a-b"),
    {"id": "a-b", "name": 'Ann "B"\nLee, <x> & \x0b', "aliases": ["A;1", "B,2"], "nation": ""},
)
NATION = Node(End("Nation", "FRA"), {"code": "FRA", "name": "France", "aliases": []})
OFFICE = Relationship(
    "HOLDS_OFFICE", PERSON.end, NATION.end, {"title": "Minister", "reports": 2, "start": 0}
)
SMALL: list[Element] = [PERSON, NATION, OFFICE]


def small() -> Iterable[Element]:
    return iter(SMALL)


def write_lines(elements: Iterable[Element], path: Path) -> None:
    with path.open("wb") as file:
        lines = JsonLinesFile(file, ONTOLOGY)
        for element in elements:
            lines.write(element)
        lines.finish()


def test_json_lines_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "graph.jsonl"
    write_lines(SMALL, path)
    assert list(JsonLinesReader(path, ONTOLOGY).elements()) == SMALL
    first = json.loads(path.read_text().splitlines()[0])
    assert first == {
        "type": "node", "label": "Person", "key": "a-b", "properties": dict(PERSON.properties),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("whole", "damaged", "told"),
    [
        ('{"type":"end"', "", "is no element"),
        ("Minister", "Monster", "is not whole"),
        ('"type":"node"', '"type":"knot"', "line 1 is no element"),
        ("Person", "Martian", "line 1 is no element that the graph"),
    ],
)
def test_a_damaged_file_is_refused_with_its_line(
    tmp_path: Path, whole: str, damaged: str, told: str
) -> None:
    path = tmp_path / "graph.jsonl"
    write_lines(SMALL, path)
    path.write_text(path.read_text().replace(whole, damaged))
    with pytest.raises(InputError, match=told):
        list(JsonLinesReader(path, ONTOLOGY).elements())


def test_a_file_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "graph.jsonl"
    write_lines(SMALL, path)
    whole = path.read_text()
    for cut in ("".join(whole.splitlines(keepends=True)[:-1]), whole[:-9]):
        path.write_text(cut)
        with pytest.raises(InputError, match="is not whole"):
            list(JsonLinesReader(path, ONTOLOGY).elements())


def test_the_ending_of_a_file_tells_its_format() -> None:
    endings = {"a.jsonl": "jsonl", "a.GraphML": "graphml", "a.jsonld": "jsonld", "a.txt": "jsonl"}
    assert {name: format_of(Path(name)) for name in endings} == endings


def as_imported(elements: Iterable[Element]) -> list[Element]:
    """The elements as Neo4j keeps them that come from CSV: it has no empty lists there."""
    return [
        replace(one, properties={n: v for n, v in sorted(one.properties.items()) if v != []})
        for one in elements
    ]


def test_csv_is_what_the_bulk_importer_reads(tmp_path: Path) -> None:
    assert write_csv(small, tmp_path) == Counts(2, 1)

    assert (tmp_path / "import.args").read_text().splitlines() == [
        "--multiline-fields=true",
        "--array-delimiter=U+001F",
        "--read-buffer-size=16m",
        "--relationships=HOLDS_OFFICE=HOLDS_OFFICE-Person-Nation.csv",
        "--nodes=Nation=Nation.csv",
        "--nodes=Person=Person.csv",
    ]
    assert (tmp_path / "HOLDS_OFFICE-Person-Nation.csv").read_text() == (
        '":START_ID(Person)",":END_ID(Nation)","reports:long","start:long","title:string"\n'
        '"a-b","FRA",2,0,"Minister"\n'
    )
    assert imported(tmp_path) == as_imported([NATION, PERSON, OFFICE])


@pytest.mark.parametrize(
    ("file", "whole", "damaged", "told"),
    [
        ("Person.csv", "name:string", "name:text", "'text' is no type"),
        ("Person.csv", '"a-b","A', '"a-b"x,"A', "is not closed"),
        ("Person.csv", '""B""', '"B"', "is not closed"),
        ("Nation.csv", '"FRA","",', '"FRA",', "3 cells under 4 names"),
        ("HOLDS_OFFICE-Person-Nation.csv", '"FRA"', '"DEU"', "there is no"),
        ("HOLDS_OFFICE-Person-Nation.csv", ",2,", ",two,", "'two' is no long"),
        ("import.args", "--multiline-fields=true\n", "", "spans lines"),
    ],
)
def test_what_the_bulk_importer_would_refuse_is_seen(
    tmp_path: Path, file: str, whole: str, damaged: str, told: str
) -> None:
    write_csv(small, tmp_path)
    path = tmp_path / file
    assert whole in path.read_text()
    path.write_text(path.read_text().replace(whole, damaged))
    with pytest.raises(ImportMistakeError, match=told):
        imported(tmp_path)


def test_graphml_is_whole_and_declares_its_keys() -> None:
    file = io.BytesIO()
    assert write_graphml(small, file) == Counts(2, 1)
    root = ElementTree.fromstring(file.getvalue())

    def values(tag: str, attribute: str) -> list[str | None]:
        return [one.get(attribute) for one in root.iter(f"{{{NAMESPACE}}}{tag}")]

    assert values("node", "id") == ["Person:a-b", "Nation:FRA"]
    assert (values("edge", "source"), values("edge", "target")) == (["Person:a-b"], ["Nation:FRA"])
    assert set(values("data", "key")) == set(values("key", "id"))
    told = [one.text for one in root.iter() if one.get("key") == "node.name"]
    assert told == ['Ann "B"\nLee, <x> & \ufffd', "France"]


def test_json_ld_names_every_resource() -> None:
    file = io.BytesIO()
    assert write_json_ld(small, file) == Counts(2, 1)
    document = json.loads(file.getvalue())
    assert [(one["@id"], one["@type"]) for one in document["@graph"]] == [
        ("urn:entente:Person:a-b", "Person"),
        ("urn:entente:Nation:FRA", "Nation"),
        ("urn:entente:relationship:0", "HOLDS_OFFICE"),
    ]
    assert document["@graph"][2]["target"] == "urn:entente:Nation:FRA"
    assert document["@context"]["Nation"] == "schema:Country"


@pytest.mark.anyio
async def test_an_import_that_is_interrupted_goes_on(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restore, "BATCH", 40)
    await load(database, range(12))
    walked = [element async for element in GraphWalk(database, ONTOLOGY).elements()]
    path = tmp_path / "graph.jsonl"
    write_lines(walked, path)
    reader = JsonLinesReader(path, ONTOLOGY)
    with pytest.raises(InputError, match="holds"):
        await Restoring(database, ONTOLOGY).begin()
    await database.write([Command("MATCH (n) DETACH DELETE n")])

    await Restoring(database, ONTOLOGY).begin()
    await Restoring(database, ONTOLOGY).write(walked[:120])
    again = Restoring(database, ONTOLOGY)
    await again.begin()
    await again.write(reader.elements())
    await again.finish()

    restored = await digest_of(GraphWalk(database, ONTOLOGY).elements(), ONTOLOGY)
    assert restored.value == reader.digest


@pytest.mark.anyio
async def test_the_commands_round_trip(
    database: Database, engine_settings: Settings, tmp_path: Path
) -> None:
    await load(database, range(12))
    data = engine_settings.data
    path = tmp_path / "graph.jsonl"
    before = run(data, "digest").stdout

    exported = run(data, "export", str(path))
    assert (exported.returncode, exported.stderr) == (0, "")
    assert run(data, "export", str(path)).stderr.startswith(f"error: {path} is there already.")
    done = run(data, "export", str(tmp_path / "csv"), "--format", "csv")
    assert done.stdout.split(":")[0] == exported.stdout.split(":")[0]
    elements = as_imported(JsonLinesReader(path, ONTOLOGY).elements())
    assert sorted(imported(tmp_path / "csv"), key=repr) == sorted(elements, key=repr)
    refused = run(data, "import", str(path))
    assert refused.returncode == 1
    assert "nodes already" in refused.stderr
    await database.write([Command("MATCH (n) DETACH DELETE n")])

    restored = run(data, "import", str(path))

    assert (restored.stdout, restored.stderr) == (f"restored, digest {before}", "")
    assert run(data, "digest").stdout == before
