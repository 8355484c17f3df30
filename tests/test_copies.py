"""Copies: recognized by their wording, whatever comes first, and let go when they change."""

import itertools
import random
from dataclasses import replace

import pytest

from graph.copies import copies as found_copies
from graph.copies.grouping import Grouping, candidate
from graph.copies.wording import (
    AGREEING,
    agreement,
    are_alike,
    read_wording,
    shingles,
)
from graph.database import Command, Database
from graph.facts import ArticleFacts
from graph.ontology import load_ontology
from graph.writing.writer import Writer
from tests.facts import NATIONS, article_facts

NOW = "2020-03-04T00:00:00Z"
WORDS = [f"{first}{last}" for first in "bcdfgklmnprst" for last in ("aro", "ine", "ust", "eld")]


def prose(seed: int, length: int = 150) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def edited(text: str, *at: int) -> str:
    words = text.split()
    for place in at:
        words[place] = "changed"
    return " ".join(words)


def article(name: str, published: str | None, text: str) -> ArticleFacts:
    facts = article_facts(name, published_at=published, text=text, title=f"Headline of {name}")
    return replace(facts, nations=(), persons=(), organizations=(), agreements=(), events=())


ORIGINAL = article("m", "2020-03-01", prose(2))
SYNDICATED = article("b", "2020-03-02", f"Headline of b\n\n{prose(2)}")
EDITED = article("a", None, edited(prose(2), *range(3, 150, 20)))
OTHER = article("c", "2020-02-01", prose(9))
# Alike the edited one more than the original: joined to it by the chain.
FURTHER = article("z", "2020-03-09", edited(prose(2), *range(3, 150, 10)))


async def write(database: Database, *articles: ArticleFacts) -> None:
    for facts in articles:
        await Writer(database, load_ontology(), NATIONS).write([facts], NOW)


async def copies(database: Database) -> set[tuple[str, str]]:
    marked = await database.read(
        "MATCH (a:Article) WHERE a.copyOf IS NOT NULL RETURN a.id AS id, a.copyOf AS original"
    )
    joined = await database.read(
        "MATCH (a:Article)-[:COPY_OF]->(o:Article) RETURN a.id AS id, o.id AS original"
    )
    found = {(row["id"], row["original"]) for row in marked}
    assert found == {(row["id"], row["original"]) for row in joined}
    return found


def test_texts_are_alike_in_most_of_their_words() -> None:
    one = shingles("", prose(2))
    assert are_alike(one, shingles("A headline", f"A headline\n\n{prose(2).upper()}!"))
    assert are_alike(one, shingles("", edited(prose(2), 3, 40, 80)))
    assert not are_alike(one, shingles("", prose(9)))
    assert not are_alike(one, shingles("", prose(2, 75) + prose(9, 75)))


def test_short_texts_are_alike_by_chance() -> None:
    short = shingles("", "Iran praised Iraq for its part in the talks.")
    assert not are_alike(short, short)
    assert read_wording("", "Iran praised Iraq for its part in the talks.").keys == []


def test_keys_are_the_same_in_every_process_and_release() -> None:
    assert read_wording("", prose(2)).keys[:2] == ["cf6c800d3463012a", "bd8146e9acbb8d72"]
    assert len(set(read_wording("", prose(2)).keys)) == 12


def test_sketches_of_like_texts_agree_and_those_of_others_do_not() -> None:
    one = read_wording("", prose(2)).sketch
    assert len(one) == 48
    assert agreement(one, one) == 48
    assert agreement(one, read_wording("", edited(prose(2), *range(3, 150, 20))).sketch) > AGREEING
    assert agreement(one, read_wording("", prose(9)).sketch) < AGREEING
    assert read_wording("", "Iran praised Iraq.").sketch == ""


def test_groups_are_known_by_their_first() -> None:
    early, late, undated = candidate("x", "2020"), candidate("a", "2021"), candidate("b", None)
    for order in itertools.permutations([(late, undated), (early, late), (early, undated)]):
        grouping = Grouping()
        for one, other in order:
            grouping.join(one, other)
        assert grouping.originals([early, late, undated]) == {"x": None, "a": "x", "b": "x"}


@pytest.mark.anyio
async def test_the_first_published_is_the_original_whatever_comes_first(
    database: Database,
) -> None:
    for order in itertools.permutations([ORIGINAL, SYNDICATED, EDITED, OTHER]):
        await database.write([Command("MATCH (n) DETACH DELETE n")])
        await write(database, *order)
        assert await copies(database) == {("a", "m"), ("b", "m")}
    await database.write([Command("MATCH (n) DETACH DELETE n")])
    together = [ORIGINAL, SYNDICATED, EDITED, OTHER]
    await Writer(database, load_ontology(), NATIONS).write(together, NOW)
    assert await copies(database) == {("a", "m"), ("b", "m")}


@pytest.mark.anyio
async def test_a_chain_falls_apart_where_its_middle_goes(database: Database) -> None:
    assert not are_alike(shingles("", ORIGINAL.article.text), shingles("", FURTHER.article.text))
    await write(database, FURTHER, ORIGINAL)
    assert await copies(database) == set()

    await write(database, EDITED)
    assert await copies(database) == {("a", "m"), ("z", "m")}

    await write(database, article("a", None, prose(3)))
    assert await copies(database) == set()


@pytest.mark.anyio
async def test_copies_go_on_with_the_next_original(database: Database) -> None:
    await write(database, SYNDICATED, EDITED, ORIGINAL)

    await write(database, article("m", "2020-03-01", prose(4)))
    assert await copies(database) == {("a", "b")}

    await write(database, ORIGINAL)
    assert await copies(database) == {("a", "m"), ("b", "m")}


@pytest.mark.anyio
async def test_articles_that_are_older_than_sketches_are_compared_by_their_texts(
    database: Database,
) -> None:
    await write(database, ORIGINAL, OTHER)
    await database.write([Command("MATCH (a:Article) REMOVE a.sketch")])

    await write(database, EDITED)

    assert await copies(database) == {("a", "m")}


@pytest.mark.anyio
async def test_it_is_no_matter_how_many_texts_are_compared_at_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found_copies, "TEXTS_AT_ONCE", 1)
    further = replace(FURTHER, article=replace(FURTHER.article, published_at=None))
    await write(database, ORIGINAL, OTHER)

    await Writer(database, load_ontology(), NATIONS).write([further, EDITED, SYNDICATED], NOW)

    assert await copies(database) == {("a", "m"), ("b", "m"), ("z", "m")}
