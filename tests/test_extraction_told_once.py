"""What a sentence tells of one deed is one event, of the one who does it."""

import pytest

from tests.extraction import Told, events_of

ASSERTED, FUTURE, NEGATED = "ASSERTED", "FUTURE", "NEGATED"
BOTH = ("NOR", "PER")
ROY = "Norwegian President Erik Roy"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norway demanded that Peru withdraw its boats and urged Sudan to free the crew.",
            [
                ("REQUEST", "yield", ASSERTED, ("NOR",), ("PER",)),
                ("REQUEST", "yield", ASSERTED, ("NOR",), ("SDN",)),
            ],
            id="a verb joined in the past is the speaker's own",
        ),
        pytest.param(
            "Norway said Peru would have to pay and summoned the Peruvian ambassador.",
            [("ACCUSE", "disapprove", ASSERTED, ("NOR",), ("PER",))],
            id="so is one behind a modal",
        ),
        pytest.param(
            "The Peruvian foreign minister, Ana Roy, said that Norway and Chad would meet.",
            [("AGREE", None, FUTURE, ("NOR", "TCD"), ("NOR", "TCD"))],
            id="who tells what others will do promises nothing",
        ),
        pytest.param(
            f"{ROY} warned that Norway would expel the Peruvian ambassador.",
            [("THREATEN", None, ASSERTED, ("erik-roy",), ("PER",))],
            id="what is threatened is part of the threat",
        ),
        pytest.param(
            f"{ROY} told parliament that Norway had expelled the Peruvian ambassador.",
            [("SANCTION", "expel", ASSERTED, ("NOR",), ("PER",))],
            id="a statement is its content",
        ),
        pytest.param(
            f"{ROY} flew to Lima and signed a treaty with Peru.",
            [
                ("CONSULT", "visit", ASSERTED, ("erik-roy",), ("PER",)),
                ("SUPPORT", None, ASSERTED, ("PER", "erik-roy"), ("PER", "erik-roy")),
            ],
            id="of two verbs each tells its own",
        ),
        pytest.param(
            f"{ROY} flew to Lima, the first visit by a Norwegian leader in 12 years.",
            [("CONSULT", "visit", ASSERTED, ("erik-roy",), ("PER",))],
            id="an apposition tells it again",
        ),
        pytest.param(
            "Norway will send ten tons of aid to Chad.",
            [("AGREE", None, FUTURE, ("NOR",), ("TCD",))],
            id="what will be given is not given beside that",
        ),
        pytest.param(
            "Norway, which has 900 troops in Chad, urged Peru to withdraw.",
            [("REQUEST", "yield", ASSERTED, ("NOR",), ("PER",))],
            id="what somebody has is no deed",
        ),
    ],
)
def test_one_deed_is_told_once(text: str, expected: list[Told]) -> None:
    assert events_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A Norwegian sailor was killed by fire from Peruvian positions.",
            [("ASSAULT", None, ASSERTED, ("PER",), ("NOR",))],
            id="fire from somewhere",
        ),
        pytest.param(
            "A drone launched from Chad struck a Norwegian camp.",
            [("ASSAULT", None, ASSERTED, ("TCD",), ("NOR",))],
            id="a weapon that somebody sent",
        ),
        pytest.param(
            "The deployment of Norwegian soldiers to Chad was completed.",
            [("MOBILIZE", "troops", ASSERTED, ("NOR",), ("TCD",))],
            id="forces that are moved",
        ),
        pytest.param(
            "The freeing of two Peruvian reporters by Norwegian soldiers was quick.",
            [("RETREAT", "release", ASSERTED, ("NOR",), ("PER",))],
            id="a noun made of a verb",
        ),
        pytest.param(
            "The expulsion of nine Peruvians from Norway was quick.",
            [("SANCTION", "expel", ASSERTED, ("NOR",), ("PER",))],
            id="from where somebody is expelled",
        ),
        pytest.param(
            "Norway leads a coalition that has bombed Sudan.",
            [("ASSAULT", "explosives", ASSERTED, ("NOR",), ("SDN",))],
            id="those whom somebody leads",
        ),
        pytest.param(
            "Talks between Norway and Peru were broken off.",
            [("SANCTION", "discontinue", ASSERTED, BOTH, BOTH)],
            id="between whom that is which is ended",
        ),
        pytest.param(
            "Norway accused Peru of shelling a village in Chad.",
            [("ACCUSE", "allege", ASSERTED, ("NOR",), ("PER",))],
            id="who accuses did not do it",
        ),
        pytest.param(
            "Norwegian police arrested Ana Roy, and her release was demanded by Peru.",
            [
                ("REQUEST", "yield", ASSERTED, ("PER",), ("ana-roy",)),
                ("COERCE", "arrest", ASSERTED, ("police-of-norway",), ("ana-roy",)),
            ],
            id="her release is done to her",
        ),
    ],
)
def test_who_acts(text: str, expected: list[Told]) -> None:
    assert events_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norway lodged a complaint with the UN Security Council against Peru.",
            [("ACCUSE", "disapprove", ASSERTED, ("NOR",), ("PER",))],
            id="a body that hears a complaint",
        ),
        pytest.param(
            "Norway complained to the UN Security Council about Peruvian strikes.",
            [("ACCUSE", "disapprove", ASSERTED, ("NOR",), ("PER",))],
            id="a body to which somebody complains",
        ),
        pytest.param(
            "Norway shut its consulate in Peru.",
            [("SANCTION", "withdraw", ASSERTED, ("NOR",), ("PER",))],
            id="a body of one's own",
        ),
        pytest.param(
            "Norway rebuked Peru and recalled its ambassador.",
            [
                ("SANCTION", "withdraw", ASSERTED, ("NOR",), ("PER",)),
                ("ACCUSE", "disapprove", ASSERTED, ("NOR",), ("PER",)),
            ],
            id="from where an envoy is recalled",
        ),
        pytest.param(
            "Norway withdrew a complaint against Peru.",
            [("CONCEDE", None, ASSERTED, ("NOR",), ("PER",))],
            id="against whom that is which is withdrawn",
        ),
    ],
)
def test_who_is_concerned(text: str, expected: list[Told]) -> None:
    assert events_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norway and Peru exchanged two spies, ending a case that had poisoned their relations.",
            [("RETREAT", "release", ASSERTED, BOTH, BOTH)],
            id="relations are no victim",
        ),
        pytest.param(
            "Three Peruvian pilots were released on Sunday and flown to Oslo.",
            [("RETREAT", "release", ASSERTED, (), ("PER",))],
            id="who is flown somewhere visits nobody",
        ),
        pytest.param(
            "Norway did not rule out air strikes on Chad.",
            [("THREATEN", None, ASSERTED, ("NOR",), ("TCD",))],
            id="what is not ruled out is held out",
        ),
        pytest.param(
            "Norway neither recalled its ambassador to Peru nor expelled Peruvian diplomats.",
            [
                ("SANCTION", "withdraw", NEGATED, ("NOR",), ("PER",)),
                ("SANCTION", "expel", NEGATED, ("NOR",), ("PER",)),
            ],
            id="neither and nor deny",
        ),
        pytest.param(
            "Norway stopped bombing Sudan.",
            [("RETREAT", "ceasefire", ASSERTED, ("NOR",), ("SDN",))],
            id="an end to violence",
        ),
        pytest.param(
            "Norway would cut aid to Peru if it voted no.",
            [("THREATEN", "relations", ASSERTED, ("NOR",), ("PER",))],
            id="who makes a condition threatens",
        ),
        pytest.param(
            "Norway jailed a Peruvian reporter for an article about Sudan.",
            [("COERCE", "arrest", ASSERTED, ("NOR",), ("PER",))],
            id="a reason is nobody concerned",
        ),
        pytest.param(
            "Norway pledged to ban plastic bags.",
            [("COERCE", "restrict", FUTURE, ("NOR",), ())],
            id="a pledge threatens nobody",
        ),
        pytest.param(
            "Norway, whose army had left, had offered planes to fight fires in Chad.",
            [("AGREE", None, ASSERTED, ("NOR",), ("TCD",))],
            id="what an offer is for",
        ),
    ],
)
def test_what_is_told(text: str, expected: list[Told]) -> None:
    assert events_of(text) == expected


def test_a_headline_of_two_sentences_gives_each_verb_its_own() -> None:
    found = events_of("It was late.", "Norway expels Peruvian envoy, Lima recalls ambassador")
    assert ("SANCTION", "expel", ASSERTED, ("NOR",), ("PER",)) in found


def test_a_headline_lists_names_by_a_comma() -> None:
    found = events_of("It was late.", "Norway, Peru pull back troops from Chad")
    assert found == [("RETREAT", "withdraw", ASSERTED, BOTH, ("TCD",))]
