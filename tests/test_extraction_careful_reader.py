"""Events as a careful reader judges them: who has a part in them, who has none, and each once."""

import pytest

from tests.extraction import Told, document_of, events_of, facts_of

ASSERTED = "ASSERTED"
PAIR = ("NOR", "PER")
ROY = "Norwegian Foreign Minister Anna Roy"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norway signed the treaty in Lima on Tuesday.",
            [("SUPPORT", None, ASSERTED, ("NOR",), ())],
            id="a city that only tells where",
        ),
        pytest.param(
            "Norway criticized the Peruvian ambassador in Oslo.",
            [("ACCUSE", "disapprove", ASSERTED, ("NOR",), ("PER",))],
            id="a city that tells where somebody serves",
        ),
        pytest.param(
            "Mary Roy and Alan Diaz met in Panama in April.",
            [("CONSULT", None, ASSERTED, ("alan-diaz", "mary-roy"), ("alan-diaz", "mary-roy"))],
            id="a nation where others meet",
        ),
        pytest.param(
            "Iran and Norway reached an agreement in Vienna on Tuesday.",
            [("SUPPORT", None, ASSERTED, ("IRN", "NOR"), ("IRN", "NOR"))],
            id="what several agree on they agree with one another",
        ),
        pytest.param(
            "Norway deployed tanks in Peru for the first time.",
            [("MOBILIZE", "weapons", ASSERTED, ("NOR",), ("PER",))],
            id="a deed concerns the nation where it is done",
        ),
        pytest.param(
            "Norway has retaliated against Peru by suspending visits to Peru by Norwegian tour "
            "groups and trips to Norway by Peruvian singers.",
            [("SANCTION", None, ASSERTED, ("NOR",), ("PER",))],
            id="all of a list is suspended",
        ),
        pytest.param(
            "The message marked relations between Norway and Peru, close trade partners who have "
            "maintained friendly relations despite Norway's alliance with Chad.",
            [],
            id="what is so in spite of something concerns it not",
        ),
        pytest.param(
            f"An American drone strike in Peru killed {ROY}.",
            [("ASSAULT", "drone", ASSERTED, ("USA",), ("anna-roy",))],
            id="a strike that kills is one deed",
        ),
        pytest.param(
            f"{ROY} received her Peruvian counterpart, Alan Diaz, in Oslo on Saturday.",
            [("CONSULT", "visit", ASSERTED, ("alan-diaz",), ("anna-roy",))],
            id="who receives a guest meets him once",
        ),
        pytest.param(
            "Norway and Peru restored diplomatic relations on Monday, reopening the embassies "
            "that closed in 1990.",
            [("SUPPORT", None, ASSERTED, PAIR, PAIR)],
            id="a participle that goes on",
        ),
        pytest.param(
            "Norwegian officials met with their Peruvian counterparts.",
            [("CONSULT", None, ASSERTED, PAIR, PAIR)],
            id="their counterparts are of the nation that is told",
        ),
        pytest.param(
            "Norway and Chad placed sanctions on Peru on Tuesday.",
            [("COERCE", "restrict", ASSERTED, ("NOR", "TCD"), ("PER",))],
            id="sanctions may be placed",
        ),
        pytest.param(
            "The U.N.-backed government in Libya suspended talks with Norway.",
            [("SANCTION", "discontinue", ASSERTED, ("LBY",), ("NOR",))],
            id="who backs somebody is another",
        ),
        pytest.param(
            "Forces loyal to Libyan general Anna Roy attacked a Norwegian ship.",
            [("ASSAULT", None, ASSERTED, ("LBY", "anna-roy"), ("NOR",))],
            id="those to whom somebody is loyal",
        ),
        pytest.param(
            "Thousands of textile workers in Haiti went on strike.",
            [("PROTEST", "strike", ASSERTED, ("HTI",), ())],
            id="those who are counted",
        ),
        pytest.param(
            "Ecuador and Peru pulled back troops from the border.",
            [("RETREAT", "withdraw", ASSERTED, ("ECU", "PER"), ())],
            id="who is moved is not concerned",
        ),
        pytest.param(
            "A Russian company cut gas supplies to Chad.",
            [("SANCTION", "discontinue", ASSERTED, ("RUS",), ("TCD",))],
            id="a company without a name",
        ),
        pytest.param(
            "Norway rejected the complaint at the headquarters in Brussels.",
            [("REJECT", None, ASSERTED, ("NOR",), ())],
            id="a house is not of the city where it stands",
        ),
        pytest.param(
            "Norway and Chad recalled their envoys to Peru and Niger, respectively.",
            [
                ("SANCTION", "withdraw", ASSERTED, ("NOR",), ("PER",)),
                ("SANCTION", "withdraw", ASSERTED, ("TCD",), ("NER",)),
            ],
            id="each of a list with the one in its place",
        ),
        pytest.param(
            "Norwegian businesses have faced boycotts, especially the Lotte Group.",
            [("PROTEST", "boycott", ASSERTED, (), ("NOR",))],
            id="who faces something does it to nobody",
        ),
        pytest.param(
            "Peruvian diplomats were expelled.",
            [("SANCTION", "expel", ASSERTED, (), ("PER",))],
            id="who is expelled does not expel",
        ),
    ],
)
def test_events(text: str, expected: list[Told]) -> None:
    assert events_of(text) == expected


def test_who_meets_where_an_envoy_was_sent_meets_on_that_day() -> None:
    facts = facts_of("Norway sent an envoy to Peru in March where he met with Alan Garcia.")
    found = [
        ([ref.key for ref in event.actors], event.date.earliest, event.date.latest)
        for event in facts.events
    ]
    assert found == [
        (["NOR", "alan-garcia"], "2020-03-01", "2020-03-31"),
        (["NOR"], "2020-03-01", "2020-03-31"),
    ]


def test_a_verb_in_the_past_stands_beside_no_infinitive() -> None:
    text = "Norway urged Iran to reverse its breaches and appealed to all sides for restraint."
    assert {actors for _, _, _, actors, _ in events_of(text)} == {("NOR",)}


def test_a_pronoun_may_stand_before_the_one_whom_it_means() -> None:
    text = f"Peruvian President Alan Garcia left. In her speech, {ROY} criticized Peru."
    found = [(one.text, [ref.key for ref in one.refs]) for one in document_of(text).references]
    assert ("her", ["anna-roy"]) in found


def test_in_his_speech_is_of_the_one_who_speaks() -> None:
    text = "Peruvian President Alan Garcia left. In his speech, Norway's Erik Roy criticized Peru."
    found = [(one.text, [ref.key for ref in one.refs]) for one in document_of(text).references]
    assert ("his", ["erik-roy"]) in found
