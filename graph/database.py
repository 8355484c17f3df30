"""The one boundary to the driver: managed transactions, retries, and our own errors.

``import neo4j`` stands here and nowhere else.
"""

import asyncio
import random
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, LiteralString, TypeVar, cast

import neo4j
from neo4j import exceptions

from graph.engine.lease import EngineLease
from graph.errors import (
    ConstraintError,
    DatabaseAccessError,
    DatabaseError,
    DatabaseTimeoutError,
    DatabaseUnavailableError,
    StatementError,
)
from graph.in_flight import InFlight
from graph.settings import Neo4jServer, Settings
from graph.statement import Statement

Row = dict[str, Any]
Items = list[tuple[str, Any]]
Parameters = Mapping[str, Any]
Result = TypeVar("Result")

TIMED_OUT = frozenset({"TransactionTimedOut", "TransactionTimedOutClientConfiguration"})
TAKE_LANE: LiteralString = """
MERGE (l:Lane {id: 'writes'}) SET l.turn = coalesce(l.turn, 0) + 1
"""
FIRST_PAUSE = 0.05
LONGEST_PAUSE = 2.0
CONNECTION_TIMEOUT = 5.0


@dataclass(frozen=True, slots=True)
class Command:
    """One statement of a write transaction, with its parameters."""

    statement: LiteralString | Statement
    parameters: Parameters = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Changes:
    """What a transaction changed, as the database counted it."""

    nodes_created: int = 0
    nodes_deleted: int = 0
    relationships_created: int = 0
    relationships_deleted: int = 0

    def __add__(self, other: "Changes") -> "Changes":
        return Changes(
            self.nodes_created + other.nodes_created,
            self.nodes_deleted + other.nodes_deleted,
            self.relationships_created + other.relationships_created,
            self.relationships_deleted + other.relationships_deleted,
        )


class Transaction:
    """An open write transaction: reads and commands that stand or fall together.

    Commands are done in their order, and not waited for: Python prepares the next ones while the
    database works. A read waits for all commands before it, unless it says that it need not; an
    error of a command is raised by what comes after it, at the latest by the end.
    """

    def __init__(self, inner: neo4j.AsyncManagedTransaction) -> None:
        self._inner = inner
        self._sent = InFlight()
        self._turn = asyncio.Lock()
        self._changes = Changes()

    async def read(
        self,
        statement: LiteralString | Statement,
        parameters: Parameters | None = None,
        *,
        ahead: bool = False,
    ) -> list[Row]:
        """The rows of a statement, seen from within the transaction.

        ``ahead`` says that no command before it changes what it reads: it waits for none of them.
        """
        return [row async for row in self.stream(statement, parameters, ahead=ahead)]

    async def stream(
        self,
        statement: LiteralString | Statement,
        parameters: Parameters | None = None,
        *,
        ahead: bool = False,
    ) -> AsyncGenerator[Row]:
        """The same row by row, for those of which few are kept; until the end nothing else runs."""
        if not ahead:
            await self._sent.done()
        async with self._turn:
            result = await self._inner.run(_text(statement), dict(parameters or {}))
            async for record in result:
                yield _row(record)
            await _ended(result)

    async def read_over(
        self,
        statement: LiteralString | Statement,
        ids: Iterable[str],
        size: int,
        *,
        ahead: bool = False,
    ) -> list[Row]:
        """The rows of a statement over all ``$ids``, of which one message asks for ``size``."""
        wanted, found = sorted(ids), list[Row]()
        for at in range(0, len(wanted), size):
            found += await self.read(statement, {"ids": wanted[at : at + size]}, ahead=ahead)
        return found

    async def run(self, command: Command) -> None:
        """Let a command be done after those before it."""
        await self._sent.add(partial(self._run, command))

    async def changes(self) -> Changes:
        """What all commands changed, once they are done."""
        await self._sent.done()
        return self._changes

    @asynccontextmanager
    async def used(self) -> AsyncGenerator["Transaction"]:
        """The transaction, of which nothing is under way any more in the end."""
        try:
            yield self
            await self._sent.done()
        except Exception:
            # What failed first is the cause of whatever failed after it.
            self._sent.check()
            raise
        finally:
            await self._sent.abandon()

    async def _run(self, command: Command) -> None:
        async with self._turn:
            result = await self._inner.run(_text(command.statement), dict(command.parameters))
            counted = await _ended(result)
        self._changes += Changes(
            counted.nodes_created,
            counted.nodes_deleted,
            counted.relationships_created,
            counted.relationships_deleted,
        )


class Database:
    """A connection to the graph, on the embedded engine or a Neo4j server."""

    def __init__(self, settings: Settings, lease: EngineLease | None, server: Neo4jServer) -> None:
        self._settings = settings
        self._lease = lease
        self._server = server
        self._driver = self._connect(server)
        self._renewing = asyncio.Lock()

    @classmethod
    @asynccontextmanager
    async def connect(cls, settings: Settings) -> AsyncGenerator["Database"]:
        """Connect to the server of the settings, else to the embedded engine.

        Raises EngineError, DatabaseUnavailableError or DatabaseAccessError.
        """
        lease = None if settings.neo4j else EngineLease(settings)
        server = settings.neo4j or await asyncio.to_thread(cast(EngineLease, lease).acquire)
        database = cls(settings, lease, server)
        try:
            await database.check()
            yield database
        finally:
            await database._driver.close()
            if lease is not None:
                lease.release()

    def _connect(self, server: Neo4jServer) -> neo4j.AsyncDriver:
        return neo4j.AsyncGraphDatabase.driver(
            server.uri,
            auth=(server.user, server.password),
            # A driver that retries would keep us from starting the embedded engine again.
            max_transaction_retry_time=0.0 if self.is_embedded else self._settings.retry_time,
            connection_timeout=CONNECTION_TIMEOUT,
            notifications_min_severity="OFF",
            user_agent="entente",
        )

    @property
    def is_embedded(self) -> bool:
        """Whether this is the embedded engine."""
        return self._lease is not None

    async def check(self) -> None:
        """Make sure that the database answers."""
        await self.read("RETURN 1 AS one")

    async def read(
        self, statement: LiteralString | Statement, parameters: Parameters | None = None
    ) -> list[Row]:
        """The rows of a statement that only reads; in a cluster any reader may answer.

        They hold maps, lists and plain values, no nodes. One statement needs no transaction around
        it: that would be three messages there and back in place of one.
        """
        query = neo4j.Query(_text(statement), timeout=self._settings.command_timeout)

        async def attempt() -> list[Row]:
            async with self._driver.session(
                database=self._server.database, default_access_mode=neo4j.READ_ACCESS
            ) as session:
                result = await session.run(query, dict(parameters or {}))
                return [_row(record) async for record in result]

        return await self._persist(attempt)

    async def transact(self, job: Callable[[Transaction], Awaitable[Result]]) -> Result:
        """Run a job in one write transaction, when it is its turn: writes pass one at a time.

        The job may run more than once, until a commit is acknowledged: what it does must come to
        the same whether its work was already there or not.
        """

        @neo4j.unit_of_work(timeout=self._settings.command_timeout)
        async def work(inner: neo4j.AsyncManagedTransaction) -> Result:
            if not self.is_embedded:
                await (await inner.run(TAKE_LANE)).consume()
            async with Transaction(inner).used() as transaction:
                return await job(transaction)

        async def attempt() -> Result:
            async with (
                self._lane(),
                self._driver.session(database=self._server.database) as session,
            ):
                self._require_disk()
                return await session.execute_write(work)

        return await self._persist(attempt)

    async def write(self, commands: Sequence[Command]) -> Changes:
        """Run commands in one transaction and tell what they changed."""

        async def job(transaction: Transaction) -> Changes:
            for command in commands:
                await transaction.run(command)
            return await transaction.changes()

        return await self.transact(job)

    async def declare(self, statement: LiteralString | Statement) -> None:
        """Run a statement on the schema, which allows no other work in its transaction."""

        async def attempt() -> None:
            async with self._driver.session(database=self._server.database) as session:
                await (await session.run(_text(statement))).consume()

        await self._persist(attempt)

    @asynccontextmanager
    async def _lane(self) -> AsyncGenerator[None]:
        """The lane of writes: a file lock beside the embedded engine, a node on a server."""
        if self._lease is None:
            yield
            return
        lane = self._lease.lane(self._settings.retry_time)
        await asyncio.to_thread(lane.__enter__)
        try:
            yield
        finally:
            lane.__exit__(None, None, None)

    async def _persist(self, attempt: Callable[[], Awaitable[Result]]) -> Result:
        """Try until it is done, fails for good, or the time for trying is over.

        Retried are a lost connection (the embedded engine is started again) and a broken
        constraint, which two writers that merge the same node at once can cause.
        """
        deadline = time.monotonic() + self._settings.retry_time
        pause = FIRST_PAUSE
        while True:
            try:
                return await attempt()
            except (exceptions.DriverError, exceptions.Neo4jError) as error:
                self._require_disk()
                ours = _translate(error)
                if not self._passes(ours) or time.monotonic() + pause > deadline:
                    raise ours from error
            # Random, so that two writers in conflict do not meet again.
            await asyncio.sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311 - no secret
            pause = min(pause * 2, LONGEST_PAUSE)
            await self._renew()

    def _require_disk(self) -> None:
        if self._lease is not None:
            self._lease.require_disk()

    def _passes(self, error: DatabaseError) -> bool:
        """Whether the same attempt may succeed later."""
        if isinstance(error, DatabaseUnavailableError | ConstraintError):
            return True
        return self._lease is not None and not self._lease.serves()

    async def _renew(self) -> None:
        """Find the embedded engine again, or start it, and connect anew where it has moved."""
        if self._lease is None:
            return
        async with self._renewing:
            server = await asyncio.to_thread(self._lease.renew)
            if server == self._server:
                return
            old, self._server, self._driver = self._driver, server, self._connect(server)
            await old.close()


async def _ended(result: neo4j.AsyncResult) -> neo4j.SummaryCounters:
    """What a statement changed, once it is done; its parameters are let go.

    The driver's results lead to themselves, so they stay until Python looks for garbage; with them
    would stay all that was sent, such as the texts of a batch of articles.
    """
    summary = await result.consume()
    if summary.parameters is not None:
        summary.parameters.clear()
    return summary.counters


def _text(statement: LiteralString | Statement) -> LiteralString:
    # The driver asks for literal text as a guard against injection; a Statement is our own proof.
    return cast(LiteralString, statement.text) if isinstance(statement, Statement) else statement


def _row(record: neo4j.Record) -> Row:
    # ``record.data()`` looks through all values for nodes, of which there are none.
    return dict(cast(Items, record.items()))


def _translate(error: exceptions.DriverError | exceptions.Neo4jError) -> DatabaseError:
    """Our error for one of the driver's; its text never holds what the server said."""
    code = (error.code or "") if isinstance(error, exceptions.Neo4jError) else ""
    title = code.rpartition(".")[2]
    if isinstance(error, exceptions.Forbidden):
        return DatabaseAccessError(
            "The database does not allow this.", fix="Give the user the rights that it needs."
        )
    if isinstance(error, exceptions.AuthError):
        return DatabaseAccessError(
            "The database refused the credentials.",
            fix="Check ENTENTE_NEO4J_USER and ENTENTE_NEO4J_PASSWORD.",
        )
    if title in TIMED_OUT:
        return DatabaseTimeoutError(
            "A statement took longer than the limit and was stopped.",
            fix="Ask for less, or raise ENTENTE_COMMAND_TIMEOUT.",
        )
    if isinstance(error, exceptions.ConstraintError):
        return ConstraintError("A write broke a constraint of uniqueness.")
    if isinstance(error, exceptions.DriverError) or error.is_retryable():
        return DatabaseUnavailableError(
            "The database cannot be reached.",
            fix="See that it runs and that ENTENTE_NEO4J_URI is right, then try again.",
        )
    return StatementError(f"The database could not run a statement ({code or 'no code'}).")
