"""Two ways, one answer: directly, and through graphql-core, for random queries.

And a third one, which shares no code with the compiler: every field read plainly from the graph in
memory. It knows no fields with Cypher of their own.

The number of queries is that of ENTENTE_FUZZ, 200 where it is not set; ``make fuzz`` asks 2,000.
"""

import json
import os
from typing import Any

import pytest

from graph.errors import InputError
from graph.ontology import load_ontology
from schema.model.model import build_model
from schema.service import Result, Way
from schema.types.build import core_schema
from tests.plain_answers import BeyondError, PlainAnswers
from tests.plain_graph import read_graph
from tests.random_queries import RandomQuery
from tests.schema_graph import Client, client

__all__ = ["client"]

pytestmark = pytest.mark.anyio

QUERIES = int(os.environ.get("ENTENTE_FUZZ", "200"))
BATCHES = 20

OURS = {"INTERNAL", "STATEMENT", "DATABASE"}
"""Codes of errors that no query may bring about."""


def comparable(result: Result) -> Any:
    """The whole response: data as text, keys in their order; errors in any order."""
    response = result.response()
    errors = sorted(json.dumps(error, sort_keys=True) for error in response.get("errors", []))
    return json.dumps(response.get("data")), errors, response.get("extensions")


async def both_ways(client: Client, query: RandomQuery) -> Result:
    """The answer of a query, which must be the same both ways."""
    direct, ordinary = [
        await client.service.execute(query.document, client.reader, query.variables, None, way)
        for way in (Way.DIRECT, Way.ORDINARY)
    ]
    assert comparable(direct) == comparable(ordinary), (query.document, query.variables)
    codes = {error["extensions"]["code"] for error in direct.errors}
    assert not codes & OURS, (query.document, query.variables, direct.errors)
    return direct


def check_plainly(plainly: PlainAnswers, query: RandomQuery, result: Result) -> None:
    """The plain way says the same, where it knows all that is asked."""
    answer = plainly.answer(query.document, query.variables)
    causes = [error.original_error for error in answer.errors or ()]
    # The compiler does not look at a cursor of a list of which only the total is asked for.
    if any(isinstance(cause, BeyondError | InputError) for cause in causes):
        return
    assert not causes, (query.document, query.variables, causes)
    assert result.data == answer.data, (query.document, query.variables)


@pytest.mark.parametrize("batch", range(BATCHES))
async def test_random_queries(client: Client, batch: int) -> None:
    schema = core_schema(client.service.schema)
    answered = 0
    plainly = PlainAnswers(build_model(load_ontology()), await read_graph(client.database))
    for at in range(QUERIES // BATCHES):
        query = RandomQuery(schema, batch * 1_000_000 + at)
        result = await both_ways(client, query)
        assert result.data is not None or result.errors[0]["extensions"]["code"] == "LIMIT", (
            query.document,
            query.variables,
            result.errors,
        )
        if not result.errors:
            answered += 1
            check_plainly(plainly, query, result)
    # Errors alone would compare little.
    assert answered >= QUERIES // BATCHES // 5
