"""Other names in brackets: abbreviations, and names in their own script."""

import pytest

from graph.facts import ArticleFacts
from tests.extraction import facts_of


def aliases(facts: ArticleFacts) -> dict[str, tuple[str, ...]]:
    """The aliases of all that has any, by name; those of tables are left out."""
    found = (*facts.persons, *facts.organizations, *facts.agreements)
    return {one.name: one.aliases for one in found if one.aliases and one.wikidata_id is None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "North Korean leader Kim Jong Un (김정은) met Chinese President Xi Jinping "
            "(Chinese: 习近平).",
            {"Kim Jong Un": ("김정은",), "Xi Jinping": ("习近平",)},
            id="people in their own script",
        ),
        pytest.param(
            "Crown Prince Mohammed bin Salman (MBS) of Saudi Arabia met Anna Roy (LUP).",
            {"Mohammed bin Salman": ("MBS",)},
            id="the initials of a person, and a party that is no alias",
        ),
        pytest.param(
            "The Lakes Unity Party (LUP) won. Leaders of the LUP rejoiced.",
            {"Lakes Unity Party": ("LUP",)},
            id="an organization",
        ),
        pytest.param(
            "The Interior Ministry of Russia (МВД) denied it.",
            {"Interior Ministry of Russia": ("МВД",)},
            id="a body in its own script",
        ),
        pytest.param(
            "The two states signed the Blue River Water Treaty (BRWT). Kenya praised the BRWT.",
            {"Blue River Water Treaty": ("BRWT",)},
            id="an agreement",
        ),
        pytest.param(
            "The Sharp Merchant Bank (London) refused.", {}, id="a place is no abbreviation"
        ),
    ],
)
def test_names_in_brackets(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert aliases(facts_of(text)) == expected


def test_an_abbreviation_goes_on_naming_the_agreement() -> None:
    facts = facts_of(
        "The two states signed the Blue River Water Treaty (BRWT). Kenya praised the BRWT."
    )
    [agreement] = facts.agreements
    assert [span.text for span in agreement.mentions] == ["Blue River Water Treaty", "BRWT", "BRWT"]
    assert facts.organizations == ()
