"""People: titles, counterparts, appositions, surnames, and no person from what is none."""

import pytest

from tests.extraction import facts_of, offices_of

Office = tuple[str, str | None]
NONE: list[Office] = []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Chinese President Xi Jinping met his South Korean counterpart Moon Jae-in.",
            {
                "Xi Jinping": ("CHN", [("President", "CHN")]),
                "Moon Jae-in": ("KOR", [("President", "KOR")]),
            },
            id="title and counterpart",
        ),
        pytest.param(
            "Former Ukrainian President Leonid Kuchma and U.S. Secretary of State John Kerry met.",
            {
                "Leonid Kuchma": ("UKR", [("Former President", "UKR")]),
                "John Kerry": ("USA", [("Secretary of State", "USA")]),
            },
            id="former, and a title with of",
        ),
        pytest.param(
            "Suh Hoon, director of South Korea's National Intelligence Service, sat beside him.",
            {"Suh Hoon": ("KOR", [("Director", "national-intelligence-service")])},
            id="apposition behind the name",
        ),
        pytest.param(
            "Pakistan's military spokesman, Maj. Gen. Asif Ghafoor, denied it.",
            {"Asif Ghafoor": ("PAK", [("Military Spokesman", "PAK")])},
            id="apposition before the name, with ranks",
        ),
        pytest.param(
            "Christine Lagarde, the French head of the International Monetary Fund, agreed.",
            {"Christine Lagarde": ("FRA", [("Head", "international-monetary-fund")])},
            id="nation and organization",
        ),
        pytest.param(
            "Iraqi Prime Minister Adel Abdul Mahdi and Saudi King Salman met Bashar al-Assad,"
            " the Syrian president.",
            {
                "Adel Abdul Mahdi": ("IRQ", [("Prime Minister", "IRQ")]),
                "King Salman": ("SAU", [("King", "SAU")]),
                "Bashar al-Assad": ("SYR", [("President", "SYR")]),
            },
            id="names of other cultures",
        ),
        pytest.param(
            "NATO Secretary-General Jens Stoltenberg welcomed it.",
            {
                "Jens Stoltenberg": (
                    None,
                    [("Secretary-General", "north-atlantic-treaty-organization")],
                )
            },
            id="office of an organization",
        ),
        pytest.param(
            "In Lima, Foreign Minister Ana Soto welcomed the Norwegian offer.",
            {"Ana Soto": ("PER", [("Foreign Minister", "PER")])},
            id="a minister who speaks in a capital",
        ),
        pytest.param(
            "OSLO (Reuters) - The lawyer, Anna Berg, praised Peru.",
            {"Anna Berg": ("NOR", NONE)},
            id="somebody described, of the article's home",
        ),
        pytest.param(
            "OSLO (Reuters) - The envoy, Ana Soto, praised Norway.",
            {"Ana Soto": (None, [("Envoy", None)])},
            id="an envoy is sent from elsewhere",
        ),
        pytest.param(
            "Foreign Ministers Anna Berg and Ana Soto shook hands.",
            {
                "Anna Berg": (None, [("Foreign Minister", None)]),
                "Ana Soto": (None, [("Foreign Minister", None)]),
            },
            id="one title of two people",
        ),
        pytest.param(
            "President Ana Ruiz of Peru met Omar Hassan of Sudan.",
            {"Ana Ruiz": ("PER", [("President", "PER")]), "Omar Hassan": ("SDN", NONE)},
            id="a nation behind the name",
        ),
        pytest.param(
            "Anna Roy, a French lawyer, and Max Huber, a lawyer in Vienna, spoke.",
            {"Anna Roy": ("FRA", NONE), "Max Huber": (None, NONE)},
            id="an apposition that tells the nation",
        ),
        pytest.param(
            "South Korean Foreign Minister Lee Tae-ho met Singaporean Prime Minister Lee Hsien"
            " Loong. Foreign Minister Lee spoke.",
            {
                "Lee Tae-ho": ("KOR", [("Foreign Minister", "KOR")]),
                "Lee Hsien Loong": ("SGP", [("Prime Minister", "SGP")]),
            },
            id="a surname of two, told apart by an office",
        ),
        pytest.param(
            "U.S. President George W. Bush thanked George H. W. Bush.",
            {
                "George W. Bush": ("USA", [("President", "USA")]),
                "George H. W. Bush": ("USA", NONE),
            },
            id="names that differ in initials",
        ),
        pytest.param(
            "Norwegian Fisheries Minister Anna Roy sang.",
            {"Anna Roy": ("NOR", [("Fisheries Minister", "NOR")])},
            id="a minister for what few states have one",
        ),
        pytest.param(
            "Kim Yo Jong, the North Korean leader's sister, spoke.",
            {"Kim Yo Jong": ("PRK", NONE)},
            id="an office that is another's",
        ),
    ],
)
def test_offices_and_nations(
    text: str, expected: dict[str, tuple[str | None, list[Office]]]
) -> None:
    assert offices_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The South China Sea and the Korean War divide them.",
        "Human Rights Watch said so. Goldman Sachs agreed.",
        "The White House and Downing Street said the Paris Agreement holds.",
        "Sanctions Bite As Talks Stall In Geneva",
        "In March, Republican Senators and Foreign Ministers met on Capitol Hill.",
        "The Grand Renaissance Dam, despite talks led by South African mediators, fills.",
    ],
)
def test_nobody_is_invented(text: str) -> None:
    assert facts_of(text).persons == ()


def test_surnames_stand_for_the_person_through_the_article() -> None:
    text = (
        "North Korean leader Kim Jong Un received Kim Yong Chol, his envoy. "
        "Iranian Foreign Minister Mohammad Javad Zarif waited. Kim left, and Mr. Zarif's aides too."
    )
    found = {
        person.name: [mention.text for mention in person.mentions]
        for person in facts_of(text, "Kim meets Zarif").persons
    }
    assert found == {
        "Kim Jong Un": ["Kim", "Kim Jong Un", "Kim"],
        "Kim Yong Chol": ["Kim Yong Chol"],
        "Mohammad Javad Zarif": ["Zarif", "Mohammad Javad Zarif", "Zarif"],
    }


def test_a_name_keeps_its_accents_and_its_id_has_none() -> None:
    (person,) = facts_of(
        "Mexican President Enrique Pe\u00f1a Nieto spoke. Pe\u00f1a Nieto left."
    ).persons
    assert (person.id, person.name, person.aliases) == (
        "enrique-pena-nieto",
        "Enrique Pe\u00f1a Nieto",
        ("Pe\u00f1a Nieto",),
    )


def test_each_office_has_its_sentence() -> None:
    (person,) = facts_of("Nobody spoke. French President Emmanuel Macron listened.").persons
    assert [office.evidence and office.evidence.quote for office in person.offices] == [
        "French President Emmanuel Macron listened."
    ]


def test_a_surname_of_two_is_told_apart_by_gender() -> None:
    text = "Rajiv Rao married Sonia Rao. Mrs. Rao stayed in Delhi. Mr. Rao left."
    spans = {
        person.name: [span.start for span in person.mentions] for person in facts_of(text).persons
    }
    assert spans == {
        "Rajiv Rao": [text.index("Rajiv"), text.index("Rao left")],
        "Sonia Rao": [text.index("Sonia"), text.index("Rao stayed")],
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mexican President Ana Peña Soto left. Peña Soto spoke. Peña won.", ["Ana Peña Soto"]),
        ("Brazil's Rui Bento da Costa left. Da Costa spoke. Bento won.", ["Rui Bento da Costa"]),
        ("Paul F. Miller Jr. left. Miller spoke.", ["Paul F. Miller Jr."]),
        (
            "Saudi Prince Khalid bin Faisal and King Faisal left. Bin Faisal spoke.",
            ["Khalid bin Faisal", "King Faisal"],
        ),
    ],
)
def test_shorter_names_of_one_person(text: str, names: list[str]) -> None:
    assert [person.name for person in facts_of(text).persons] == names
