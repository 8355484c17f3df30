"""The benchmark: its graph is the same every time, and both sides answer all its questions."""

from collections.abc import AsyncIterator

import msgspec
import pytest

from bench.loading import is_loaded, load_sample
from bench.measuring import measure
from bench.questions import EXPORT, PAGED, PAIR, POINT, QUESTIONS, Question
from bench.sample import Generator, Size
from bench.sides import Driver, Service
from graph.database import Database
from graph.engine.lease import EngineLease
from graph.ontology import load_ontology
from graph.settings import Settings
from schema.service import GraphQLService

SMALL = Size(people=2000, nations=200, events=1200, agreements=40)


def test_the_graph_is_the_same_every_time() -> None:
    one, other = (Generator(SMALL, load_ontology()).make() for _ in range(2))
    assert one.parts == other.parts


def test_the_graph_is_as_large_as_told() -> None:
    sample = Generator(Size().tenth(), load_ontology()).make()
    assert 7_500 < sample.nodes < 9_500
    assert 14_500 < sample.relationships < 15_500


@pytest.fixture
async def sides(
    database: Database, engine_settings: Settings
) -> AsyncIterator[tuple[Service, Driver]]:
    ontology = load_ontology()
    assert not await is_loaded(database, SMALL)
    await load_sample(database, ontology, Generator(SMALL, ontology).make())
    assert await is_loaded(database, SMALL)
    lease = EngineLease(engine_settings)
    driver = Driver(lease.acquire())
    yield Service(GraphQLService(ontology), database), driver
    await driver.close()
    lease.release()


def _told(question: Question, answer: bytes, side: str) -> object:
    """What both sides must tell alike, of those questions whose answers have the same shape."""
    found = msgspec.json.decode(answer)
    if question is POINT:
        row = found["data"]["person"] if side == "entente" else found[0]["row"]
        return row["name"], row["aliases"], row["nation"]
    if question is PAIR:
        return found["data"]["relations"] if side == "entente" else found[0]
    if question in (PAGED, EXPORT):
        rows = found["data"]["events"]["nodes"] if side == "entente" else found[0]["row"][:100]
        return [row["title"] for row in rows]
    return None


@pytest.mark.anyio
async def test_both_sides_answer_alike(sides: tuple[Service, Driver]) -> None:
    service, driver = sides
    for question in QUESTIONS:
        ours = _told(question, await service.answer(question, 1), service.name)
        theirs = _told(question, await driver.answer(question, 1), driver.name)
        if question is PAIR:
            assert isinstance(ours, dict)
            assert isinstance(theirs, dict)
            assert (ours["series"], ours["byType"]) == (theirs["series"], theirs["types"])
        else:
            assert ours == theirs, question.name
    measured = await measure(service, driver, POINT, concurrency=2, rounds=1)
    assert measured.ratio > 0
