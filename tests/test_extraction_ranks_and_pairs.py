"""People by an office before a rank, and several people who share a title in the plural."""

import pytest

from tests.extraction import facts_of

Row = tuple[str, str | None, list[tuple[str, str | None]]]


def people(text: str) -> list[Row]:
    return [
        (
            one.name,
            one.nation,
            [(held.title, held.of.key if held.of else None) for held in one.offices],
        )
        for one in facts_of(text).persons
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "OUAGADOUGOU - Niger's foreign minister, General Salifu Mady, flew to France.",
            [("Salifu Mady", "NER", [("General", "NER"), ("Foreign Minister", "NER")])],
            id="an office of a nation other than the home",
        ),
        pytest.param(
            "Myanmar's military leader, Senior General Aung Tin Lwe, flew to China on Monday.",
            [("Aung Tin Lwe", "MMR", [("General", "MMR"), ("Leader", "MMR")])],
            id="a rank of two words",
        ),
        pytest.param(
            "The Greek and Albanian foreign ministers, Nikos Laras and Arben Doka, met on Monday.",
            [
                ("Nikos Laras", "GRC", [("Foreign Minister", "GRC")]),
                ("Arben Doka", "ALB", [("Foreign Minister", "ALB")]),
            ],
            id="adjectives in the order of the names",
        ),
        pytest.param(
            "The presidents of Togo and Benin, Koffi Adjo and Paul Dossou, opened a road.",
            [
                ("Koffi Adjo", "TGO", [("President", "TGO")]),
                ("Paul Dossou", "BEN", [("President", "BEN")]),
            ],
            id="nations behind the title, in the order of the names",
        ),
    ],
)
def test_words_before_a_name_tell_nation_and_offices(text: str, expected: list[Row]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "NAIROBI - Rwanda and Burundi agreed to reopen their border, Kenya said.\n\n"
            "The deal was signed by Foreign Ministers Jean Habi and Paul Nizi.",
            {"Jean Habi": "RWA", "Paul Nizi": "BDI"},
            id="in the order of the two who did something together",
        ),
        pytest.param(
            "CAIRO - Talks in Cairo went on.\n\n"
            "Foreign Ministers Sami Daoud and Nadir Laghari left the city early, Egypt said.",
            {"Sami Daoud": None, "Nadir Laghari": None},
            id="nobody's, for they are not both of the home",
        ),
    ],
)
def test_two_who_hold_one_office_are_of_two_nations(
    text: str, expected: dict[str, str | None]
) -> None:
    assert {one.name: one.nation for one in facts_of(text).persons} == expected


def test_a_nation_within_a_word_is_in_no_list() -> None:
    facts = facts_of("Ministers of the Mali-France group, Anna Roy and Ben Doka, met in Bamako.")

    assert [one.name for one in facts.persons] == ["Anna Roy", "Ben Doka"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "THE HAGUE - Judges ruled on Wednesday. Sudan refused to hand over the former "
            "president, Omar Hamid, whom the court wants for genocide.",
            {"Omar Hamid": "SDN"},
            id="who refuses to hand somebody over",
        ),
        pytest.param(
            "BRUSSELS - Rwanda arrested the former justice minister, Paul Gatete, on Friday.",
            {"Paul Gatete": "RWA"},
            id="who arrests somebody",
        ),
        pytest.param(
            "BRUSSELS - Rwanda invited the former justice minister, Paul Gatete, on Friday.",
            {"Paul Gatete": "BEL"},
            id="not who invites somebody",
        ),
    ],
)
def test_what_a_state_does_to_its_own_tells_a_nation(text: str, expected: dict[str, str]) -> None:
    assert {one.name: one.nation for one in facts_of(text).persons} == expected
