"""Loads in GraphQL: a label of the ontology like any other."""

import pytest

from graph.database import Database
from graph.ontology import load_ontology
from graph.writing.load_records import LoadRecord, save_load
from schema.service import GraphQLService

pytestmark = pytest.mark.anyio


async def test_loads_come_the_newest_first(database: Database) -> None:
    for day in ("2020-01-01", "2020-01-02"):
        await save_load(
            database,
            LoadRecord(
                id=day,
                status="FINISHED",
                startedAt=f"{day}T10:00:00Z",
                updatedAt=f"{day}T10:00:09Z",
                inputs=("news",),
                extractor="model/1",
                version="1",
                counts={"loaded": 3, "rejected": 1, "seconds": 9.5},
            ),
        )

    result = await GraphQLService(load_ontology()).execute(
        """{
          loads { nodes { id status startedAt inputs loaded rejected seconds problem } }
          old: loads(where: {startedAt: {lt: "2020-01-02"}}) { totalCount }
          load(id: "2020-01-01") { version }
        }""",
        database,
    )

    assert result.errors == []
    record = {
        "status": "FINISHED",
        "inputs": ["news"],
        "loaded": 3,
        "rejected": 1,
        "seconds": 9.5,
        "problem": None,
    }
    assert result.data == {
        "loads": {
            "nodes": [
                record | {"id": f"Load:{day}", "startedAt": f"{day}T10:00:00Z"}
                for day in ("2020-01-02", "2020-01-01")
            ]
        },
        "old": {"totalCount": 1},
        "load": {"version": "1"},
    }
