"""Organizations: by the table, by what their names are built on, by what they are to a state."""

import pytest

from tests.extraction import facts_of

Row = tuple[str, str, str | None]


def organizations(text: str) -> dict[str, Row]:
    return {one.id: (one.name, one.kind, one.nation) for one in facts_of(text).organizations}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Xinhua quoted NATO.",
            {
                "xinhua-news-agency": ("Xinhua News Agency", "NEWS_AGENCY", "CHN"),
                "north-atlantic-treaty-organization": (
                    "North Atlantic Treaty Organization",
                    "INTERGOVERNMENTAL",
                    None,
                ),
            },
            id="names and abbreviations of the table",
        ),
        pytest.param(
            "Tata Steel and Hyundai Heavy Industries signed a contract in Mumbai.",
            {
                "tata-steel": ("Tata Steel", "COMPANY", "IND"),
                "hyundai-heavy-industries": ("Hyundai Heavy Industries", "COMPANY", None),
            },
            id="a company is not the one whose name begins its own",
        ),
        pytest.param(
            "Fighters of Fatah al-Intifada attacked a checkpoint near Tripoli in Lebanon.",
            {"fatah-al-intifada": ("Fatah al-Intifada", "ARMED_GROUP", None)},
            id="nor is a group, before an article of Arabic",
        ),
        pytest.param(
            "The Norwegian Foreign Ministry and India's army protested.",
            {
                "foreign-ministry-of-norway": (
                    "Foreign Ministry of Norway",
                    "GOVERNMENT_BODY",
                    "NOR",
                ),
                "army-of-india": ("Army of India", "GOVERNMENT_BODY", "IND"),
            },
            id="bodies of a state",
        ),
        pytest.param("The foreign ministry protested.", {}, id="a body of nobody known"),
        pytest.param("The Norwegian government protested.", {}, id="a government is its nation"),
        pytest.param("South Korea's military alliance held.", {}, id="an adjective is no body"),
        pytest.param(
            "The Nigeria Labour Congress and the Institute for Peace Studies agreed.",
            {
                "nigeria-labour-congress": ("Nigeria Labour Congress", "OTHER", "NGA"),
                "institute-for-peace-studies": ("Institute for Peace Studies", "OTHER", None),
            },
            id="names built on a word",
        ),
        pytest.param(
            "The Zentrix conglomerate closed its stores.",
            {"zentrix": ("Zentrix", "COMPANY", None)},
            id="a company by its noun",
        ),
        pytest.param("It opposes the THAAD battery and the Panmunjom Declaration.", {}, id="none"),
    ],
)
def test_organizations(text: str, expected: dict[str, Row]) -> None:
    assert organizations(text) == expected


def test_an_abbreviation_in_brackets_is_an_alias() -> None:
    text = "The Baltic Grain Council (BGC) met in Riga. The BGC adjourned."
    (found,) = facts_of(text).organizations
    assert found.name == "Baltic Grain Council"
    assert found.aliases == ("BGC",)
    assert [one.text for one in found.mentions] == ["Baltic Grain Council", "BGC", "BGC"]


def test_its_body_is_that_of_the_only_nation_named_before() -> None:
    assert list(organizations("Norway said its Defense Ministry would wait.")) == [
        "defense-ministry-of-norway"
    ]


def test_a_body_in_a_nation_is_that_of_whom_the_genitive_names() -> None:
    text = "OSLO - Norway put money in Chad's central bank and in its own army."
    assert list(organizations(text)) == ["central-bank-of-chad", "army-of-norway"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norway fined the Workers' Party of Korea. A member of the Workers' Party fled to"
            " South Korea from North Korea.",
            {"workers-party-of-korea": ("Workers' Party of Korea", "PARTY", "PRK")},
            id="a common name, of the nation that has such a party",
        ),
        pytest.param(
            "LIMA (EFE) - The Inca Democrats lost the vote.",
            {
                "agencia-efe": ("Agencia EFE", "NEWS_AGENCY", "ESP"),
                "inca-democrats": ("Inca Democrats", "PARTY", "PER"),
            },
            id="a common name, of the article's home",
        ),
        pytest.param("LIMA - Anna Roy spoke on state radio.", {}, id="what is said on the radio"),
        pytest.param(
            "LIMA - Anna Roy lost. Her movement, Alda Nova, split.",
            {"alda-nova": ("Alda Nova", "OTHER", None)},
            id="a noun before the name",
        ),
    ],
)
def test_names_that_many_may_bear(text: str, expected: dict[str, Row]) -> None:
    assert organizations(text) == expected
