"""The service: what it keeps, what it shares, and what runs at once."""

import asyncio
import itertools
from collections.abc import Mapping
from typing import Any

import pytest

from graph.ontology import load_ontology
from graph.statement import Statement
from schema.documents import Cache
from schema.service import GraphQLService
from tests.schema_graph import Client, client

__all__ = ["client"]

pytestmark = pytest.mark.anyio


class Meeting:
    """A database that answers only when as many ask at once as were expected."""

    def __init__(self, expected: int) -> None:
        self.barrier = asyncio.Barrier(expected)

    async def read(
        self, statement: Statement, parameters: Mapping[str, Any] | None = None
    ) -> list[dict[str, Any]]:
        """An empty list, when all are here."""
        del statement, parameters
        async with asyncio.timeout(5):
            await self.barrier.wait()
        return [{"list": [], "list#total": 7}]


async def test_root_fields_run_at_once() -> None:
    service = GraphQLService(load_ontology())
    query = "{ a: persons { totalCount } b: persons { totalCount } events { totalCount } }"
    result = await service.execute(query, Meeting(3))
    assert (result.data, result.errors) == (
        {"a": {"totalCount": 7}, "b": {"totalCount": 7}, "events": {"totalCount": 7}},
        [],
    )


async def test_the_statement_depends_on_the_form_of_variables_only(client: Client) -> None:
    query = """query ($where: EventFilter, $first: Int) {
      events(where: $where, first: $first) { nodes { id } }
    }"""
    client.reader.statements.clear()
    await client.data(query, where={"type": {"in": ["AID", "AGREE"]}}, first=3)
    await client.data(query, where={"type": {"in": ["CONSULT"]}}, first=9)
    # One looks for the page, one reads its nodes.
    assert len(set(client.reader.statements)) == 2
    await client.data(query, where={"type": {"eq": "CONSULT"}}, first=9)
    await client.data(query, where={"type": {"in": ["CONSULT"]}})
    assert len(set(client.reader.statements)) == 3


async def test_the_same_document_with_other_values(client: Client) -> None:
    query = """query ($code: String!, $yes: Boolean!, $role: ParticipantRole) {
      nation(code: $code) { name iso2 @include(if: $yes) events(role: $role) { totalCount } }
    }"""
    for code, yes, role, expected in (
        ("CHN", True, "ACTOR", {"name": "China", "iso2": None, "events": {"totalCount": 3}}),
        ("CHN", False, "RECIPIENT", {"name": "China", "events": {"totalCount": 2}}),
        ("KOR", False, None, {"name": "South Korea", "events": {"totalCount": 2}}),
        ("KOR", True, "ACTOR", {"name": "South Korea", "iso2": None, "events": {"totalCount": 0}}),
    ):
        assert await client.data(query, code=code, yes=yes, role=role) == {"nation": expected}


async def test_what_several_types_share_is_read_once(client: Client) -> None:
    lengths: list[int] = []
    query = "name"
    for _ in range(5):
        query = (
            f"events(first: 1) {{ nodes {{ participants(first: 2) {{ nodes {{ {query} }} }} }} }}"
        )
        client.reader.statements.clear()
        await client.data(f'{{ node(id: "Nation:CHN") {{ ... on Participant {{ {query} }} }} }}')
        lengths.append(len(client.reader.statements[0]))
    steps = [after - before for before, after in itertools.pairwise(lengths)]
    assert max(steps) < 1.2 * min(steps)


def test_a_cache_keeps_the_most_recently_used() -> None:
    cache: Cache[int, str] = Cache(2)
    made: list[int] = []

    def get(key: int) -> str:
        def make() -> str:
            made.append(key)
            return str(key)

        return cache.get(key, make)

    assert [get(key) for key in (1, 2, 1, 3, 1, 2)] == ["1", "2", "1", "3", "1", "2"]
    assert (made, len(cache)) == ([1, 2, 3, 2], 2)


def test_a_cache_keeps_no_failure_and_nothing_unworthy() -> None:
    cache: Cache[int, str] = Cache(2)

    def fail() -> str:
        raise ValueError

    with pytest.raises(ValueError):
        cache.get(1, fail)
    assert cache.get(1, lambda: "made", worth_keeping=lambda made: made != "made") == "made"
    assert len(cache) == 0
