"""The digest: the same for the same facts, another for any difference."""

import pytest

from graph.database import Command, Database
from graph.errors import GraphChangedError
from graph.ontology import load_ontology
from graph.settings import Settings
from graph.transfer import walk
from graph.transfer.digest import Digest, digest_of
from graph.transfer.elements import Element, End, Node, Relationship
from graph.transfer.walk import GraphWalk
from graph.writing.writer import Writer
from tests.facts import NATIONS, article_facts
from tests.running_server import run

pytestmark = pytest.mark.anyio

ONTOLOGY = load_ontology()


async def digest(database: Database) -> Digest:
    return await digest_of(GraphWalk(database, ONTOLOGY).elements(), ONTOLOGY)


async def write(database: Database, loaded_at: str, *names: str) -> None:
    writer = Writer(database, ONTOLOGY, NATIONS)
    for name in names:
        await writer.write([article_facts(name)], loaded_at)


async def empty(database: Database) -> None:
    await database.write([Command("MATCH (n) DETACH DELETE n")])


async def test_order_and_time_of_loading_do_not_count(database: Database) -> None:
    await write(database, "2020-03-04T00:00:00Z", "a1", "a2", "a3")
    first = await digest(database)
    await empty(database)
    await write(database, "2024-01-01T00:00:00Z", "a3", "a1", "a2")

    again = await digest(database)

    assert again.value == first.value
    assert again.counts == first.counts
    assert first.counts["Article"] == 3
    assert "Lane" not in first.counts


@pytest.mark.parametrize(
    "change",
    [
        "MATCH (n:Person {id: 'anna-roy'}) SET n.aliases = ['Anna']",
        "MATCH (n:Person {id: 'anna-roy'}) SET n.unforeseen = 1",
        "MATCH (:Article)-[r:MENTIONS]->(:Nation {code: 'FRA'}) SET r.count = 7",
        "MATCH (:Article)-[r:MENTIONS]->(:Nation {code: 'FRA'}) DELETE r",
        "CREATE (:Organization {id: 'new'})",
        "MATCH (e:Event)-[:HAS_ACTOR]->(n:Nation {code: 'FRA'}) CREATE (e)-[:HAS_ACTOR]->(n)",
    ],
)
async def test_any_difference_counts(database: Database, change: str) -> None:
    await write(database, "2020-03-04T00:00:00Z", "a1")
    before = (await digest(database)).value

    await database.write([Command(change)])  # pyright: ignore[reportArgumentType] - from the list

    assert (await digest(database)).value != before


async def test_pages_meet_without_gap_or_overlap(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await write(database, "2020-03-04T00:00:00Z", *(f"a{number}" for number in range(7)))
    whole = (await digest(database)).value
    for size in (1, 2, 3):
        monkeypatch.setattr(walk, "PAGE", size)
        assert (await digest(database)).value == whole


async def test_a_graph_that_changes_under_the_walk_is_noticed(database: Database) -> None:
    await write(database, "2020-03-04T00:00:00Z", "a1")
    elements = GraphWalk(database, ONTOLOGY).elements()
    await anext(elements)
    await database.write([Command("CREATE (:Article {id: 'a0'})")])
    with pytest.raises(GraphChangedError) as caught:
        async for _ in elements:
            pass
    assert caught.value.nodes == 24


def test_adding_in_any_order_comes_to_the_same() -> None:
    ends = End("Person", "a"), End("Nation", "FRA")
    elements: list[Element] = [
        Node(ends[0], {"id": "a", "name": "A"}),
        Node(ends[1], {"code": "FRA"}),
        Relationship("AFFILIATED_WITH", *ends, {}),
    ]
    one, two = Digest(ONTOLOGY), Digest(ONTOLOGY)
    for element in elements:
        one.add(element)
    for element in reversed(elements):
        two.add(element)
    assert one.value == two.value
    two.add(elements[0])
    assert two.value != one.value


async def test_the_command_prints_it(database: Database, engine_settings: Settings) -> None:
    await write(database, "2020-03-04T00:00:00Z", "a1")
    expected = await digest(database)
    done = run(engine_settings.data, "digest")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{expected.value}\n", "")
    told = run(engine_settings.data, "digest", "--json").stdout
    assert told.startswith(f'{{"digest": "{expected.value}", "counts": {{"AFFILIATED_WITH": 2,')
