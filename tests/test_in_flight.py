"""Commands in flight: done in order, without being waited for, and no error is lost."""

import asyncio
import gc
import weakref
from functools import partial
from typing import Any

import pytest

from graph.database import Command, Database, Transaction
from graph.errors import StatementError
from graph.in_flight import InFlight, beside
from graph.statement import Statement

pytestmark = pytest.mark.anyio

ADD = "CREATE (:Source {uri: $uri})"
COUNT = "MATCH (s:Source) RETURN count(s) AS n"
NONSENSE = Statement("CREATE (:Source {uri: nothing.here")


async def test_work_is_done_in_order_while_more_is_added() -> None:
    told: list[int] = []
    flight = InFlight()

    async def work(number: int) -> None:
        await asyncio.sleep(0.01 / (number + 1))
        told.append(number)

    for number in range(3):
        await flight.add(lambda number=number: work(number))
    assert told == []
    await flight.done()
    assert told == [0, 1, 2]


async def test_what_fails_ends_what_comes_after_it() -> None:
    told: list[str] = []
    flight = InFlight()

    async def fail() -> None:
        raise ValueError("lost")

    async def go_on() -> None:
        told.append("went on")

    await flight.add(fail)
    with pytest.raises(ValueError, match="lost"):
        await flight.add(go_on)
    with pytest.raises(ValueError, match="lost"):
        await flight.done()
    await flight.abandon()
    assert told == []


async def test_a_read_sees_what_was_sent_before(database: Database) -> None:
    async def job(transaction: Transaction) -> tuple[int, int]:
        await transaction.run(Command(ADD, {"uri": "a"}))
        await transaction.run(Command(ADD, {"uri": "b"}))
        [row] = await transaction.read(COUNT)
        await transaction.run(Command(ADD, {"uri": "c"}))
        return row["n"], (await transaction.changes()).nodes_created

    assert await database.transact(job) == (2, 3)
    assert await database.read(COUNT) == [{"n": 3}]


@pytest.mark.parametrize("then", ["read", "ahead", "nothing", "fail"])
async def test_a_command_that_fails_is_told_and_nothing_is_written(
    database: Database, then: str
) -> None:
    async def job(transaction: Transaction) -> None:
        await transaction.run(Command(ADD, {"uri": "a"}))
        await transaction.run(Command(NONSENSE))
        if then in ("read", "ahead"):
            await transaction.read(COUNT, ahead=then == "ahead")
        if then == "fail":
            await transaction.changes()

    with pytest.raises(StatementError):
        await database.transact(job)
    assert await database.read(COUNT) == [{"n": 0}]


async def test_a_job_that_fails_leaves_nothing(database: Database) -> None:
    async def job(transaction: Transaction) -> None:
        await transaction.run(Command(ADD, {"uri": "a"}))
        raise ValueError("ours")

    with pytest.raises(ValueError, match="ours"):
        await database.transact(job)
    assert await database.read(COUNT) == [{"n": 0}]
    await database.write([Command(ADD, {"uri": "b"})])
    assert await database.read(COUNT) == [{"n": 1}]


async def test_what_is_done_beside_is_waited_for(database: Database) -> None:
    counted: list[int] = []

    async def job(transaction: Transaction) -> None:
        async def count() -> None:
            counted.extend([row["n"] async for row in transaction.stream(COUNT, ahead=True)])

        async with beside(count()):
            await transaction.run(Command(ADD, {"uri": "a"}))
            await transaction.run(Command(ADD, {"uri": "b"}))
        counted.extend(row["n"] for row in await transaction.read(COUNT))

    await database.transact(job)
    assert counted == [0, 2]


async def test_a_block_fails_with_what_is_done_beside_it() -> None:
    async def fail() -> None:
        raise ValueError("lost")

    with pytest.raises(ValueError, match="lost"):
        async with beside(fail()):
            pass


async def test_what_is_done_beside_a_block_that_fails_ends_with_it() -> None:
    ends = list[str]()

    async def wait() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ends.append("ended")

    with pytest.raises(ValueError, match="lost"):
        async with beside(wait()):
            raise ValueError("lost")
    assert ends == ["ended"]


class _Text(str):
    """A text that can be watched."""

    __slots__ = ("__weakref__",)


async def test_what_was_sent_is_let_go_once_it_is_done(database: Database) -> None:
    sent = _Text("France")
    watched = weakref.ref(sent)

    async def job(transaction: Transaction, text: str) -> list[dict[str, Any]]:
        await transaction.run(Command(ADD, {"uri": text}))
        return await transaction.read("RETURN $id AS id", {"id": text})

    gc.disable()
    try:
        assert await database.transact(partial(job, text=sent)) == [{"id": "France"}]
        del sent
        assert watched() is None
    finally:
        gc.enable()
