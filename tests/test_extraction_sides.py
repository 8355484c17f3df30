"""Sides: who acts and who is concerned where another clause stands between them and the verb."""

import pytest

from tests.extraction import Told, events_of

ASSERTED, FUTURE = "ASSERTED", "FUTURE"
LISTED = ("EGY", "QAT", "OMN")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Chad and Libya quarrelled over an oil field. "
            "At talks hosted by Egypt, Qatar and Oman, they agreed to pull back.",
            [
                ("ACCUSE", "disapprove", ASSERTED, ("LBY", "TCD"), ("LBY", "TCD")),
                ("AGREE", None, ASSERTED, ("LBY", "TCD"), ("LBY", "TCD")),
                ("CONSULT", "third-party", ASSERTED, LISTED, LISTED),
            ],
            id="agents of a participle are not those of the main verb",
        ),
        pytest.param(
            "Uganda, which has taken in more than 900,000 refugees, praised the ruling.",
            [("AID", None, ASSERTED, ("UGA",), ()), ("SUPPORT", None, ASSERTED, ("UGA",), ())],
            id="a relative clause on the subject, and a number before refugees",
        ),
        pytest.param(
            "Chad, which took in many refugees, praised the ruling.",
            [("AID", None, ASSERTED, ("TCD",), ()), ("SUPPORT", None, ASSERTED, ("TCD",), ())],
            id="what has a relative clause of things is no person",
        ),
        pytest.param(
            "Kenya and Uganda, both of which have armed the rebels, rejected the plan of Peru.",
            [
                ("AID", None, ASSERTED, ("KEN", "UGA"), ()),
                ("REJECT", None, ASSERTED, ("KEN", "UGA"), ("PER",)),
            ],
            id="both of which",
        ),
        pytest.param(
            "The vote came a week after Libya's ruler, General Idris Bako, refused again to free "
            "the two French pilots.",
            [("REJECT", "yield", ASSERTED, ("idris-bako",), ("FRA",))],
            id="after is a conjunction before a finite verb",
        ),
        pytest.param(
            "Oman's police jailed two sailors from Norway. Oslo demanded that the men be freed.",
            [
                ("COERCE", "arrest", ASSERTED, ("police-of-oman",), ("NOR",)),
                ("REQUEST", "yield", ASSERTED, ("NOR",), ("OMN",)),
            ],
            id="who jailed them is to free them",
        ),
        pytest.param(
            "Oman seized three divers from Norway. Oslo warned that it would go to court if they "
            "were not freed.",
            [
                ("COERCE", "seize", ASSERTED, ("OMN",), ("NOR",)),
                ("THREATEN", None, ASSERTED, ("NOR",), ("OMN",)),
            ],
            id="who is to be freed is not threatened",
        ),
        pytest.param(
            "The strike came a week after Libya's military ruler, General Idris al-Bako, refused "
            "for the third time to hand over the former minister, Omar Tahir.",
            [("REJECT", "yield", ASSERTED, ("idris-al-bako",), ("omar-tahir",))],
            id="after and a count of refusals",
        ),
        pytest.param(
            "Norway asked Oman to put pressure on Iran.",
            [("REQUEST", None, ASSERTED, ("NOR",), ("OMN",))],
            id="whom another is asked to press is not asked",
        ),
        pytest.param(
            "Oman pledged to expel any rebels found on its soil.",
            [("SANCTION", "expel", FUTURE, ("OMN",), ())],
            id="who owns the soil promises himself nothing",
        ),
        pytest.param(
            "Norway has soldiers in Mali, where they fight alongside Malian troops against "
            "Boko Haram.",
            [
                ("COOPERATE", None, ASSERTED, ("NOR",), ("MLI",)),
                ("ASSAULT", None, ASSERTED, ("NOR",), ("boko-haram",)),
            ],
            id="soldiers fight where they are",
        ),
        pytest.param(
            "The accord makes no mention of Burundi's troops in Congo, where they fight alongside "
            "the army against M23.",
            [("ASSAULT", None, ASSERTED, ("armed-forces-of-burundi",), ("m23",))],
            id="whose troops fight where they are",
        ),
        pytest.param(
            "Foreign minister Anna Holm of Norway will fly to Cairo to ask Egypt to mediate.",
            [("REQUEST", "meet", FUTURE, ("anna-holm",), ("EGY",))],
            id="a journey for a request is the request",
        ),
        pytest.param(
            "Mali's president was ousted in August.",
            [("COERCE", "seize", ASSERTED, (), ("MLI",))],
            id="ousted by nobody named",
        ),
        pytest.param(
            "Niger closed the frontier with Benin.",
            [("COERCE", "restrict", ASSERTED, ("NER",), ("BEN",))],
            id="a frontier is a border",
        ),
    ],
)
def test_sides(text: str, expected: list[Told]) -> None:
    assert sorted(events_of(text)) == sorted(expected)


def test_it_is_a_body_without_a_name_that_the_sentence_before_was_about() -> None:
    told = events_of(
        "The prosecution accused Omar Tahir of arming Boko Haram. It said he had bought the rifles."
    )
    assert told == [("ACCUSE", "allege", ASSERTED, (), ("omar-tahir",))]
