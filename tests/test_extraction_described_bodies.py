"""Bodies by what nouns beside their names say, and those that a short description repeats."""

import pytest

from tests.extraction import facts_of

Row = tuple[str, str, str | None, str | None]


def organizations(text: str) -> list[Row]:
    return [(one.name, one.kind, one.sector, one.nation) for one in facts_of(text).organizations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Malian rebel group Azalaf released four hostages. Azalaf said they were well.",
            [("Azalaf", "ARMED_GROUP", "REB", "MLI")],
            id="before the name, with the nation",
        ),
        pytest.param(
            "The mayor fined the mining company, Kafula Ridge, for spilling oil.",
            [("Kafula Ridge", "COMPANY", "BUS", None)],
            id="before a comma and the name",
        ),
        pytest.param(
            "Tadema, an Indonesian mining company, closed two pits.",
            [("Tadema", "COMPANY", "BUS", "IDN")],
            id="behind the name",
        ),
        pytest.param(
            "Two human rights groups, Amparo Norte and Justicia Ya, asked for a trial.",
            [("Amparo Norte", "OTHER", "NGO", None), ("Justicia Ya", "OTHER", "NGO", None)],
            id="of several names",
        ),
        pytest.param(
            "Rebels of the Kivuli Front seized a town on Monday.",
            [("Kivuli Front", "ARMED_GROUP", "REB", None)],
            id="by whose fighters they are",
        ),
        pytest.param(
            "The dockers' union Fenatra said that it would strike.",
            [("Fenatra", "OTHER", "LAB", None)],
            id="a sector without a kind of its own",
        ),
    ],
)
def test_nouns_beside_a_name_tell_what_a_body_is(text: str, expected: list[Row]) -> None:
    assert organizations(text) == expected


def test_rebels_are_the_group_named_before_and_not_one_named_later() -> None:
    facts = facts_of(
        "Chad said the rebel group Kombo Nine had shelled a town. Chad bombed the rebels.\n\n"
        "In Nigeria, Boko Haram killed two farmers."
    )

    assert [
        (event.type, [ref.key for ref in event.recipients])
        for event in facts.events
        if "bombed" in event.evidence.quote
    ] == [("ASSAULT", ["kombo-nine"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "TUNIS - A bomb damaged Libya's embassy in Tunis. Tunisia sent guards to the embassy.",
            [("Embassy of Libya", "GOVERNMENT_BODY", "GOV", "LBY")],
            id="an embassy",
        ),
        pytest.param(
            "LIMA - Peru closed the consulate in Arica.",
            [],
            id="a mission is not of the nation in which it is",
        ),
        pytest.param(
            "ATHENS - Turkish police arrested a priest in Izmir. The police said he was a spy.",
            [("Police of Turkey", "GOVERNMENT_BODY", "COP", "TUR")],
            id="a body at home elsewhere",
        ),
        pytest.param(
            "BAGHDAD - Rockets hit near the U.S. Embassy in Baghdad on Monday.",
            [("Embassy of the United States", "GOVERNMENT_BODY", "GOV", "USA")],
            id="a place to which something happens",
        ),
    ],
)
def test_a_short_description_repeats_the_body_named_before(text: str, expected: list[Row]) -> None:
    assert organizations(text) == expected
