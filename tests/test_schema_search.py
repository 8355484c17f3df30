"""Search: names in spite of case, accents and typing errors, and words."""

from typing import Any

import pytest

from graph.search_text import plain, search_text
from schema.finders.search import Asked, excerpt, lucene_query, match_name, match_text
from tests.schema_graph import Client, client

__all__ = ["client"]

SEARCH = """query ($text: String!, $types: [NodeType!], $first: Int) {
  search(text: $text, types: $types, first: $first) {
    node { __typename id } score reason matched
  }
}"""


async def hits(client: Client, text: str, **variables: Any) -> list[tuple[str, str, str]]:
    found = (await client.data(SEARCH, text=text, **variables))["search"]
    assert found == sorted(found, key=lambda one: -one["score"])
    return [(one["node"]["id"], one["reason"], one["matched"]) for one in found]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Xi Jinping", ("Person:xi-jinping", "NAME", "Xi Jinping")),
        ("  xi   JINPING ", ("Person:xi-jinping", "NAME", "Xi Jinping")),
        ("Xì Jínping", ("Person:xi-jinping", "NAME", "Xi Jinping")),
        ("xi jinpign", ("Person:xi-jinping", "SPELLING", "Xi Jinping")),
        ("Jinping", ("Person:xi-jinping", "PART", "Xi Jinping")),
        ("moon jae", ("Person:moon-jae-in", "BEGINNING", "Moon Jae-in")),
        ("President Moon", ("Person:moon-jae-in", "ALIAS", "President Moon")),
        ("angela merkle", ("Person:angela-merkel", "SPELLING", "Angela Merkel")),
        ("jinpign", ("Person:xi-jinping", "SPELLING", "Xi Jinping")),
        ("merkle", ("Person:angela-merkel", "SPELLING", "Angela Merkel")),
        ("Mrekel", ("Person:angela-merkel", "SPELLING", "Angela Merkel")),
        ("Chian", ("Nation:CHN", "SPELLING", "China")),
        ("Chinese", ("Nation:CHN", "ALIAS", "Chinese")),
        ("EU", ("Organization:european-union", "ALIAS", "EU")),
        ("paris acord", ("Agreement:paris-agreement", "SPELLING", "Paris accord")),
        ("mediates", ("Event:talks", "WORDS", "The EU mediates")),
        ("cold spring", ("Article:a2", "WORDS", "A cold spring")),
    ],
)
async def test_the_best_match_comes_first(
    client: Client, text: str, first: tuple[str, str, str]
) -> None:
    assert (await hits(client, text))[0] == first


@pytest.mark.anyio
async def test_only_some_types(client: Client) -> None:
    assert await hits(client, "china", types=["EVENT"]) == [
        ("Event:boycott", "WORDS", "China sanctions South Korea"),
        ("Event:signing", "WORDS", "China signs the Paris Agreement"),
    ]
    assert await hits(client, "china", types=["NATION"], first=1) == [
        ("Nation:CHN", "NAME", "China")
    ]
    assert await hits(client, "nobody of that name") == []


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text", ['") OR name:*', "xi~ AND (", "'] YIELD x", "a" * 200, "AND OR NOT"]
)
async def test_syntax_is_only_text(client: Client, text: str) -> None:
    assert (await client.result(SEARCH, text=text)).errors == []


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "message"),
    [
        (" !? ", "The text has no word in it."),
        ("", "The text has no word in it."),
        ("a" * 201, "The text has 201 characters; at most 200 are searched for."),
    ],
)
async def test_what_cannot_be_searched_for(client: Client, text: str, message: str) -> None:
    assert (await client.error(SEARCH, text=text))["message"] == message


def test_plain_text() -> None:
    assert plain("Erdoğan, Łukašenka, Støre, İstanbul") == "erdogan, lukasenka, store, istanbul"
    assert search_text(["Xi Jinping", "XI", "Xi"]) == "xi | xi jinping"


def test_a_query_of_words() -> None:
    assert lucene_query(Asked.of("Xi Anna").words) == (
        "xi^4 OR xi*^2 OR anna^4 OR anna*^2 OR anna~1 OR nana OR anan"
    )


def test_what_does_not_match() -> None:
    assert match_name(Asked.of("Angela Merkel"), "Xi Jinping", first=True) is None
    assert match_text(Asked.of("trade war"), "A cold spring") is None


def test_an_excerpt_shows_what_was_found() -> None:
    text = f"{'First words. ' * 20}The talks ended.{' Last words.' * 20}"
    found = excerpt(text, ["talks"])
    assert "The talks ended." in found
    assert found.startswith("…")
    assert found.endswith("…")
    assert len(found) < 140


@pytest.mark.anyio
async def test_what_has_no_words(client: Client) -> None:
    error = await client.error(SEARCH, text="China", types=["NATION", "LOAD"])
    assert error["message"] == "Nothing of type LOAD has words to be found by."
    assert error["extensions"]["fix"] == "Leave it out of types, or ask for loads."
