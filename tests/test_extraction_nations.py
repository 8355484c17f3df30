"""Nations in a text: names, adjectives, capitals, doubtful names, split states, places."""

import pytest

from tests.extraction import document_of, facts_of, nations_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The United States, the U.K. and the Republic of Korea met.",
            {"USA": ["United States"], "GBR": ["U.K."], "KOR": ["Republic of Korea"]},
            id="names and abbreviations",
        ),
        pytest.param(
            "South Korean and North Korean officials spoke.",
            {"KOR": ["South Korean"], "PRK": ["North Korean"]},
            id="the longest adjective",
        ),
        pytest.param("Korean officials spoke of East Asia.", {}, id="no nation alone"),
        pytest.param("Ships crossed the South China Sea.", {}, id="no nation in a sea"),
        pytest.param(
            "Seoul and Washington disagreed.",
            {"KOR": ["Seoul"], "USA": ["Washington"]},
            id="capitals",
        ),
        pytest.param(
            "Iranian-backed fighters and U.S.-led forces clashed.",
            {"IRN": ["Iranian"], "USA": ["U.S."]},
            id="compounds",
        ),
        pytest.param(
            "North Korea fired a missile, and the South protested.",
            {"PRK": ["North Korea"], "KOR": ["the South"]},
            id="parts of a split state",
        ),
        pytest.param("Voters in the South and the North agreed.", {}, id="no state is split"),
        pytest.param(
            "The two Koreas signed a pact.",
            {"KOR": ["The two Koreas"], "PRK": ["The two Koreas"]},
            id="both parts",
        ),
        pytest.param("Michael Jordan and Chad Smith arrived.", {}, id="people"),
        pytest.param(
            "The India-Pakistan war ended.",
            {"IND": ["India"], "PAK": ["Pakistan"]},
            id="inside a word",
        ),
        pytest.param("Chad's government fell.", {"TCD": ["Chad"]}, id="what only a state has"),
        pytest.param("Chad's mother fell.", {}, id="what people have"),
        pytest.param(
            "NDJAMENA - Chad closed its border.",
            {"TCD": ["NDJAMENA", "Chad"]},
            id="beside its capital, in another spelling and in capitals",
        ),
        pytest.param(
            "Jordan and Israel closed the border.",
            {"JOR": ["Jordan"], "ISR": ["Israel"]},
            id="a doubtful name in a list",
        ),
        pytest.param(
            "Amman protested, and Jordan recalled its ambassador.",
            {"JOR": ["Amman", "Jordan"]},
            id="a doubtful name beside its capital",
        ),
        pytest.param("She speaks fluent French.", {}, id="a language"),
        pytest.param(
            "The French government agreed.", {"FRA": ["French"]}, id="an adjective of state"
        ),
        pytest.param("Prime Minister Bill English left. English said no more.", {}, id="a surname"),
    ],
)
def test_nations_are_those_that_a_reader_finds(text: str, expected: dict[str, list[str]]) -> None:
    assert nations_of(text) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Talks were held in Beijing.", True),
        ("He flew to Beijing.", True),
        ("She visited Beijing.", True),
        ("Beijing protested.", False),
        ("They imposed sanctions against Beijing.", False),
        ("He sent a message of support, and relations with Beijing improved.", False),
    ],
)
def test_a_capital_is_a_place_or_a_government(text: str, place: bool) -> None:
    (mention,) = document_of(text).mentions
    assert (mention.ref.key, mention.place) == ("CHN", place)


def test_mentions_have_their_offsets_in_the_text_as_it_is() -> None:
    document = document_of(
        "C\u00f4te d\u2019Ivoire and S\u00e3o Tom\u00e9 and Pr\u00edncipe signed."
    )
    found = [(one.ref.key, one.text) for one in document.mentions]
    assert found == [
        ("CIV", "C\u00f4te d\u2019Ivoire"),
        ("STP", "S\u00e3o Tom\u00e9 and Pr\u00edncipe"),
    ]
    assert all(document.article.text[m.start : m.end] == m.text for m in document.mentions)


def test_who_is_taken_up_by_it_is_no_person() -> None:
    facts = facts_of("Chad said it would withdraw its soldiers from Niger.")
    assert [nation.code for nation in facts.nations] == ["TCD", "NER"]
    assert facts.persons == ()
    assert nations_of("Chad said he would take his soldiers from Niger.") == {"NER": ["Niger"]}
