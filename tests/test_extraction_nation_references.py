"""References to nations by what is said of them: kind, place, rank; and what "it" does not mean."""

import pytest

from tests.test_extraction_references import meant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Latvia and Belarus quarrel. Norway, which buys from Chad, wrote to the two former"
            " Soviet republics.",
            [("the two former Soviet republics", ("BLR", "LVA"))],
            id="two of a kind",
        ),
        pytest.param(
            "Peru accused Norway and Ecuador of fraud. The two neighbors share a river.",
            [("The two neighbors", ("ECU", "PER"))],
            id="two that border each other",
        ),
        pytest.param(
            "Talks between Sudan and South Sudan began. Norwegian Prime Minister Erna Solberg said"
            " the two countries had no choice.",
            [("the two countries", ("SDN", "SSD"))],
            id="who speaks of two is neither",
        ),
        pytest.param(
            "Norway and Estonia built a ship. Lithuania sails in it. The Baltic states will pay.",
            [("The Baltic states", ("EST", "LTU"))],
            id="a kind of which just two were named",
        ),
        pytest.param(
            "Nigeria wrote to Norway. Africa's most populous nation wants rice.",
            [("Africa's most populous nation", ("NGA",))],
            id="a superlative",
        ),
        pytest.param(
            "Haiti wrote to Norway. The poorest country in the Americas wants rice.",
            [("The poorest country in the Americas", ("HTI",))],
            id="a superlative with its region behind",
        ),
        pytest.param(
            "Norway wrote to Peru. Africa's most populous nation wants rice.",
            [],
            id="a superlative of a nation that is not named",
        ),
        pytest.param(
            "Angola wrote to Norway and Malta. The island nation of 400,000 replied.",
            [("The island nation", ("MLT",))],
            id="with the number of its people",
        ),
        pytest.param(
            "Peru wrote to Ecuador. The southern state wants fish.",
            [("The southern state", ("PER",))],
            id="of two neighbors the one in the south",
        ),
        pytest.param(
            "Norway and Egypt met. The northern neighbor of Sudan wants wheat.",
            [("The northern neighbor of Sudan", ("EGY",))],
            id="a neighbor of a nation",
        ),
        pytest.param(
            "Algeria cut ties with Morocco, blaming arsonists who it says lit fires.",
            [("it", ("DZA",))],
            id="who has an opinion is whom the sentence is about",
        ),
        pytest.param(
            "Ethiopia accused Eritrea of murder. Its troops had slept, Asmara said.",
            [("Its", ("ERI",))],
            id="who tells it",
        ),
        pytest.param(
            "Because its harvest had failed, Malawi asked for maize.",
            [("its", ("MWI",))],
            id="who is named behind",
        ),
    ],
)
def test_nations(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert meant(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway wrote to Peru. It is not clear whether Lima will reply.",
        "Norway wrote to Peru. It rained.",
        "Norway signed a pact. It was negotiated in Lima.",
        "Norway ratified a treaty. It allows flights.",
        "Norway sent a minister to Peru. It was the first visit since 1990.",
    ],
)
def test_it_is_no_nation(text: str) -> None:
    assert meant(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "After she had slept, Norwegian Prime Minister Erna Solberg flew to Chad.",
            [("she", ("erna-solberg",))],
            id="who is named behind",
        ),
        pytest.param(
            "President Erna Solberg met Alan Garcia, who ruled Peru. The former president wept.",
            [("The former president", ("alan-garcia",))],
            id="who is president now is no former one",
        ),
        pytest.param(
            "Norwegian minister Anna Roy resigned. A judge jailed her.",
            [("her", ("anna-roy",))],
            id="who does it to her is not she",
        ),
        pytest.param(
            "Norwegian lawyer Anna Roy met Max Huber of Chad. The Norwegian wept.",
            [("The Norwegian", ("anna-roy",))],
            id="by nation alone",
        ),
        pytest.param(
            "Norwegian lawyer Anna Roy resigned. The 45-year-old wept.",
            [("The 45-year-old", ("anna-roy",))],
            id="by age",
        ),
        pytest.param(
            "Chad released Anna Roy and Max Huber. The two Norwegians wept.",
            [("The two Norwegians", ("anna-roy", "max-huber"))],
            id="two by nation",
        ),
        pytest.param(
            "Spanish Justice Minister Anna Roy said the government would wait.",
            [("the government", ("ESP",))],
            id="the government of who speaks of it",
        ),
        pytest.param(
            "LUSAKA - Norway and Britain wrote to Zambia. The former colonial power wept.",
            [("The former colonial power", ("GBR",))],
            id="who ruled the home of the article",
        ),
        pytest.param(
            "Chad fined Petrobras and Boeing. The two companies will pay.",
            [("The two companies", ("boeing", "petrobras"))],
            id="two bodies",
        ),
        pytest.param(
            "Peruvian President Alan Garcia met NATO Secretary General Jens Stoltenberg. The two"
            " leaders embraced.",
            [("The two leaders", ("alan-garcia", "jens-stoltenberg"))],
            id="who leads a body",
        ),
    ],
)
def test_people(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert meant(text) == expected
