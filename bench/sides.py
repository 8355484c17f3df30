"""The two sides: Entente's service, and the driver alone; both answer in bytes of JSON."""

import asyncio
from collections.abc import Mapping
from typing import Any, LiteralString, Protocol, cast

import msgspec
import neo4j

from bench.questions import Question
from graph.database import Database
from graph.settings import Neo4jServer
from schema.service import GraphQLService

Row = dict[str, Any]


class Side(Protocol):
    """Answers questions."""

    name: str

    async def answer(self, question: Question, at: int) -> bytes:
        """The whole answer to the n-th asking of a question."""
        ...


class Service:
    """GraphQL through the service, but for HTTP."""

    name = "entente"

    def __init__(self, service: GraphQLService, database: Database) -> None:
        self._service = service
        self._database = database

    async def answer(self, question: Question, at: int) -> bytes:
        """The whole answer to the n-th asking of a question."""
        answered, after = b"", None
        declared = {
            name: value
            for name, value in question.values(at).items()
            if f"${name}:" in question.graphql
        }
        for _ in range(question.pages):
            result = await self._service.execute(
                question.graphql, self._database, {**declared, "after": after}
            )
            if result.errors or result.data is None:
                raise RuntimeError(f"{question.name}: {result.errors}")
            answered = msgspec.json.encode(result.response())
            if question.pages > 1:
                after = result.data["events"]["pageInfo"]["endCursor"]
        return answered


class Driver:
    """Cypher written by hand, over the driver alone.

    It reads in ``managed`` transactions, as the driver's manual has it: they are tried again when
    the database is away. Without, one message there and back is enough, and nothing is.
    """

    name = "driver"

    def __init__(self, server: Neo4jServer, *, managed: bool = True) -> None:
        self._server = server
        self._managed = managed
        self._driver = neo4j.AsyncGraphDatabase.driver(
            server.uri, auth=(server.user, server.password), notifications_min_severity="OFF"
        )

    async def close(self) -> None:
        """Close all connections."""
        await self._driver.close()

    async def answer(self, question: Question, at: int) -> bytes:
        """The whole answer to the n-th asking of a question."""
        answered, last = b"", {"earliest": "9999", "id": ""}
        for _ in range(question.pages):
            values = {**last, **question.values(at)}
            if question.look:
                values["keys"] = [row["key"] for row in await self._read(question.look, values)]
            rows = await self._read(question.cypher, values)
            answered = msgspec.json.encode(rows)
            if question.pages > 1:
                # One row more than the page was read, to know if there is more.
                last = {name: rows[0]["row"][:100][-1][name] for name in last}
        return answered

    async def _read(self, cypher: LiteralString, parameters: Mapping[str, Any]) -> list[Row]:
        async def work(transaction: neo4j.AsyncManagedTransaction) -> list[Row]:
            return await _rows(await transaction.run(cypher, dict(parameters)))

        mode = neo4j.READ_ACCESS
        database = self._server.database
        async with self._driver.session(database=database, default_access_mode=mode) as session:
            if self._managed:
                return await session.execute_read(work)
            return await _rows(await session.run(cypher, dict(parameters)))


async def _rows(result: neo4j.AsyncResult) -> list[Row]:
    return [dict(cast("list[tuple[str, Any]]", record.items())) async for record in result]


async def ask_at_once(side: Side, question: Question, first: int, concurrency: int) -> None:
    """Ask a question so many times at once."""
    await asyncio.gather(*(side.answer(question, first + at) for at in range(concurrency)))
