"""Recipients: whom an event concerns, wherever the sentence says so."""

import pytest

from tests.extraction import Told, document_of, events_of, facts_of

ASSERTED, FUTURE = "ASSERTED", "FUTURE"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Peruvian soldiers were told by a Norwegian judge to leave the island.",
            [("REQUEST", None, ASSERTED, ("NOR",), ("PER",))],
            id="who is told in the passive",
        ),
        pytest.param(
            "Peru received two hundred generators from Norway.",
            [("AID", None, ASSERTED, ("NOR",), ("PER",))],
            id="who gets something from somebody",
        ),
        pytest.param(
            "Chadian officers sank a boat that belonged to Norway.",
            [("ASSAULT", "heavy-weapons", ASSERTED, ("TCD",), ("NOR",))],
            id="whose a thing is by a relative clause",
        ),
        pytest.param(
            "Peru sent tanks to its border with Ecuador.",
            [("MOBILIZE", None, ASSERTED, ("PER",), ("ECU",))],
            id="who is beyond the border",
        ),
        pytest.param(
            "Peru's bombardment by Norwegian warships lasted two days.",
            [("ASSAULT", "heavy-weapons", ASSERTED, ("NOR",), ("PER",))],
            id="whose bombardment it is by whom",
        ),
        pytest.param(
            "Chadian nurses were expelled from Gabon.",
            [("SANCTION", "expel", ASSERTED, ("GAB",), ("TCD",))],
            id="from where somebody is expelled",
        ),
        pytest.param(
            "Norway's supply of vaccines to Peru has drawn praise.",
            [("AID", None, ASSERTED, ("NOR",), ("PER",))],
            id="a deed that draws praise is not undergone",
        ),
        pytest.param(
            "There were fresh entreaties from Norway to Peru on Sunday.",
            [("REQUEST", None, ASSERTED, ("NOR",), ("PER",))],
            id="from whom and to whom entreaties go",
        ),
        pytest.param(
            "Workers in Lima called for Norway to lift the ban.",
            [("REQUEST", None, ASSERTED, ("PER",), ("NOR",))],
            id="for whom to do something a call is",
        ),
        pytest.param(
            "Support for Peru from Norway has grown.",
            [("SUPPORT", None, ASSERTED, ("NOR",), ("PER",))],
            id="from whom support comes",
        ),
        pytest.param(
            "Ethiopia, whose jets struck Eritrean radar stations, is at war.",
            [("ASSAULT", None, ASSERTED, ("ETH",), ("ERI",))],
            id="whose jets",
        ),
        pytest.param(
            "Gunmen working for Norway attacked the Peruvian parliament.",
            [("ASSAULT", None, ASSERTED, ("NOR",), ("parliament-of-peru",))],
            id="for whom somebody works",
        ),
        pytest.param(
            "The threats by Norway that it would close the port unless Peru paid were heard.",
            [("THREATEN", None, ASSERTED, ("NOR",), ("PER",))],
            id="who must do something or else",
        ),
        pytest.param(
            "Islamabad said Indian intelligence had bombed a train.",
            [
                ("ACCUSE", None, ASSERTED, ("PAK",), ("IND",)),
                ("ASSAULT", "explosives", ASSERTED, ("IND",), ()),
            ],
            id="of whom an evil deed is told",
        ),
        pytest.param(
            "The Omani sultan paid an official visit to Tehran on Sunday.",
            [("CONSULT", "visit", ASSERTED, ("OMN",), ("IRN",))],
            id="a visit that is paid",
        ),
        pytest.param(
            "Norway fears the missiles because Peru says its radar can peer into northern Peru.",
            [],
            id="a nation's things do nothing to it",
        ),
        pytest.param(
            "Norway's criticism was heard on Tuesday.",
            [],
            id="a noun of words alone",
        ),
        pytest.param(
            "Peru and Norway will attend the Asia-Pacific Economic Cooperation summit, "
            "being held in Vietnam in November.",
            [
                ("AGREE", None, FUTURE, ("PER", "NOR"), ("asia-pacific-economic-cooperation",)),
                ("CONSULT", None, ASSERTED, ("asia-pacific-economic-cooperation",), ()),
            ],
            id="where a summit is held",
        ),
    ],
)
def test_recipients(text: str, expected: list[Told]) -> None:
    assert events_of(text) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        pytest.param(
            "Angela Merkel, Francois Hollande, Vladimir Putin and Petro Poroshenko met in Minsk. "
            "The four leaders signed a truce.",
            "The four leaders",
            ("angela-merkel", "francois-hollande", "petro-poroshenko", "vladimir-putin"),
            id="four people",
        ),
        pytest.param(
            "Peru, Chad and Norway quarrel over fish. The three countries will meet in May.",
            "The three countries",
            ("NOR", "PER", "TCD"),
            id="three nations",
        ),
        pytest.param(
            "Peru and Norway quarrel over fish. The three countries will meet in May.",
            "The three countries",
            None,
            id="two are not three",
        ),
    ],
)
def test_as_many_as_were_named(text: str, phrase: str, expected: tuple[str, ...] | None) -> None:
    found = {one.text: tuple(ref.key for ref in one.refs) for one in document_of(text).references}
    assert found.get(phrase) == expected


def test_a_city_names_the_nation_that_something_is_done_to() -> None:
    found = facts_of("American jets bombed Aleppo on Monday. Norway held talks in Geneva.").nations
    assert [(one.code, tuple(span.text for span in one.mentions)) for one in found] == [
        ("USA", ("American",)),
        ("SYR", ("Aleppo",)),
        ("NOR", ("Norway",)),
    ]
