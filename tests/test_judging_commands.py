"""``entente explain``, ``merge``, ``split`` and ``judge``, each in a process of its own."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.database import Database
from graph.ontology import load_ontology
from graph.settings import Settings
from graph.writing.writer import Writer
from tests.facts import NATIONS, article_facts
from tests.running_server import run

pytestmark = pytest.mark.anyio

ANNA, HANNA = "Person:anna-roy", "Person:hanna-king"
RECORDS = {f"{ANNA}.fra": "Anna Roy", f"{HANNA}.fra": "Hanna King"}


@pytest.fixture
async def data(database: Database, engine_settings: Settings) -> Path:
    """A graph with two people of one nation whose names have nothing in common."""
    facts = replace(article_facts(), organizations=(), agreements=(), events=())
    anna = replace(facts.persons[0], aliases=(), offices=())
    hanna = replace(anna, id="hanna-king", name="Hanna King")
    await Writer(database, load_ontology(), NATIONS).write(
        [replace(facts, persons=(anna, hanna))], "2020-03-04T00:00:00Z"
    )
    return engine_settings.data


def told(data: Path, *arguments: str) -> dict[str, Any]:
    """What a command explains, as JSON: sorted, and without the grounds of scores."""
    done = run(data, *arguments, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    pairs = [(*sorted((one["left"], one["right"])), one["decision"]) for one in found["pairs"]]
    return {**found, "entities": sorted(found["entities"]), "pairs": pairs}


def explanation(*, one: bool, decision: str) -> dict[str, Any]:
    return {
        "one": one,
        "entities": [ANNA, ANNA if one else HANNA],
        "records": RECORDS,
        "articles": {record: ["a1"] for record in RECORDS},
        "pairs": [(*RECORDS, decision)],
    }


async def people(database: Database) -> list[str]:
    rows = await database.read("MATCH (p:Person) RETURN p.id AS id ORDER BY id")
    return [row["id"] for row in rows]


async def test_what_people_decide_is_done_kept_and_taken_back(
    data: Path, database: Database
) -> None:
    before = told(data, "explain", "anna-roy", "hanna-king")
    [(_, _, by_score)] = before["pairs"]
    assert before == explanation(one=False, decision=by_score)

    merged = told(data, "merge", "anna-roy", HANNA, "--note", "She married.")
    assert merged == explanation(one=True, decision="judged SAME")
    assert await people(database) == ["anna-roy"]
    [row] = await database.read("MATCH (j:Judgement) RETURN j.note AS note")
    assert row["note"] == "She married."

    split = told(data, "split", "hanna-king")
    assert split == explanation(one=False, decision=by_score)
    assert await people(database) == ["anna-roy", "hanna-king"]

    apart = told(data, "judge", "anna-roy", "hanna-king", "different")
    assert apart == explanation(one=False, decision="judged DIFFERENT")
    taken_back = told(data, "judge", "anna-roy", "hanna-king", "open")
    assert taken_back == explanation(one=False, decision=by_score)


async def test_an_explanation_is_told_in_words(data: Path) -> None:
    done = run(data, "judge", "anna-roy", "hanna-king", "unsure")
    assert (done.returncode, done.stderr) == (0, "")
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert lines[:4] == [
        f"Two entities: {ANNA}, {HANNA}",
        "record known as told by",
        f"{ANNA}.fra Anna Roy a1",
        f"{HANNA}.fra Hanna King a1",
    ]
    assert f"{ANNA}.fra and {HANNA}.fra: judged UNSURE" in lines


@pytest.mark.parametrize(
    ("arguments", "problem", "fix"),
    [
        (
            ("merge", "anna-roy", "nobody"),
            "'nobody' is no id in the graph.",
            "Give the id of a person, organization or event, as in Person:kim-jong-un.",
        ),
        (
            ("split", "anna-roy"),
            "anna-roy stands for one record only, and cannot be split.",
            (
                "Name the articles that tell of somebody else, with --article; "
                "entente explain tells the articles and records of an id."
            ),
        ),
        (
            ("judge", "anna-roy", ANNA, "same"),
            f"anna-roy and {ANNA} are one record already.",
            "entente explain tells the records of an id.",
        ),
    ],
)
async def test_what_cannot_be_decided_is_told_with_its_fix(
    data: Path, arguments: tuple[str, ...], problem: str, fix: str
) -> None:
    done = run(data, *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"error: {problem}\n  fix: {fix}\n"
