"""What README.md shows is what a newcomer gets."""

import json
import re
from pathlib import Path

import pytest

from graph.database import Database
from graph.ontology import load_ontology
from schema.service import GraphQLService
from tests.test_loading import EXAMPLES, load

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    [found] = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    return str(found)


@pytest.mark.anyio
async def test_the_example_gives_the_answer_shown(database: Database) -> None:
    await load(database, EXAMPLES)
    result = await GraphQLService(load_ontology()).execute(block("graphql"), database)
    assert result.response()["data"] == json.loads(block("json"))


def test_it_is_short() -> None:
    assert len(README.splitlines()) < 150
