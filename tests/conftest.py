"""Fixtures that all tests share: one real embedded engine a session, an empty graph a test."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from graph.constraints import ensure_constraints
from graph.database import Command, Database, Transaction
from graph.engine.lease import EngineLease
from graph.ontology import load_ontology
from graph.settings import Settings

# How fast this machine is, and what else it does, is no fault of a test.
settings.register_profile("entente", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("entente")


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """All of Entente runs on asyncio, as the driver does."""
    return "asyncio"


@pytest.fixture(scope="session")
def engine_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of an engine that stays up for the whole session."""
    data: Path = tmp_path_factory.mktemp("entente")
    settings = Settings(data=data, engine_idle=1.0, engine_heap="512m", engine_start_timeout=240.0)
    lease = EngineLease(settings)
    lease.acquire()
    yield settings
    lease.release()


@pytest.fixture
async def database(engine_settings: Settings) -> AsyncIterator[Database]:
    """An empty graph with its constraints."""
    async with Database.connect(engine_settings) as connected:
        await connected.transact(_empty)
        await ensure_constraints(connected, load_ontology())
        yield connected


async def _empty(transaction: Transaction) -> None:
    await transaction.run(Command("MATCH (n) DETACH DELETE n"))
