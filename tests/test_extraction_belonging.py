"""The nations of people of whom the words beside their names do not tell it."""

import pytest

from tests.extraction import document_of, facts_of

LIMA = "LIMA (Reuters) - "


def nations_of_people(text: str, title: str = "") -> dict[str, str | None]:
    return {one.name: one.nation for one in facts_of(text, title).persons}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{LIMA}Norway closed the port. Its fishing chief, Anna Roy, resigned.",
            {"Anna Roy": "NOR"},
            id="whose chief she is",
        ),
        pytest.param(
            f"{LIMA}The Norwegian king sent his aide, Max Huber, to Chad.",
            {"Max Huber": "NOR"},
            id="whose aide he is",
        ),
        pytest.param(
            f"{LIMA}Norway rejected the offer. Prime Minister Anna Roy said it came too late.",
            {"Anna Roy": "NOR"},
            id="what the paragraph is about",
        ),
        pytest.param(
            f"{LIMA}In Oslo, the palace voiced regret. King Max Huber will not come.",
            {"Max Huber": "NOR"},
            id="the capital with which the paragraph opens",
        ),
        pytest.param(
            f"{LIMA}Norway recalled its ambassador. The envoy, Anna Roy, flew home on Monday.",
            {"Anna Roy": "NOR"},
            id="the envoy is the ambassador",
        ),
        pytest.param(
            f'{LIMA}Anna Roy, a lawyer, spoke. "It rained," the Norwegian lawyer said.',
            {"Anna Roy": "NOR"},
            id="what she is called further on",
        ),
        pytest.param(
            f"{LIMA}Norway said no. Its ambassador in Geneva, Anna Roy, spoke.",
            {"Anna Roy": "NOR"},
            id="not where an ambassador is sent",
        ),
        pytest.param(
            "Max Huber said no. Anna Roy, the French head of the fund, agreed.",
            {"Max Huber": None, "Anna Roy": "FRA"},
            id="what is said of another",
        ),
        pytest.param(
            f"{LIMA}A Norwegian police inspector, Max Huber, counted the boats.",
            {"Max Huber": "NOR"},
            id="an adjective in what is said of him",
        ),
        pytest.param(
            f"{LIMA}Max Huber, a banker, laughed. Anna Roy, a retired Norwegian judge, did not.",
            {"Max Huber": "PER", "Anna Roy": "NOR"},
            id="a participle is no verb",
        ),
        pytest.param(
            "Norway and Peru signed a treaty. Ministers Anna Roy and Max Huber signed it.",
            {"Anna Roy": "NOR", "Max Huber": "PER"},
            id="two ministers in the order of their nations",
        ),
        pytest.param(
            "Norwegian President Anna Roy resigned. Max Huber replaced Roy in May.",
            {"Anna Roy": "NOR", "Max Huber": "NOR"},
            id="who follows somebody",
        ),
        pytest.param(
            "A Chadian delegation led by Max Huber came to Lima.",
            {"Max Huber": "TCD"},
            id="who leads a delegation",
        ),
        pytest.param(
            "Norwegian President Anna Roy spoke in Peru, where she and her host, President Max "
            "Huber, ate fish.",
            {"Anna Roy": "NOR", "Max Huber": "PER"},
            id="a host where somebody is received",
        ),
        pytest.param(
            f"{LIMA}Peru asked Germany for tanks. Chancellor Max Huber had none.",
            {"Max Huber": "DEU"},
            id="an office that few nations have",
        ),
        pytest.param(
            f"{LIMA}Peru asked Norway for boats. Prime Minister Max Huber refused.",
            {"Max Huber": "NOR"},
            id="who was asked answers",
        ),
        pytest.param(
            f"{LIMA}The court ordered Norway to pay. President Max Huber has not paid.",
            {"Max Huber": "NOR"},
            id="who was to do something has not done it",
        ),
        pytest.param(
            f"{LIMA}Peruvian President Anna Roy wept. The Union of Miners went on strike. Its "
            "president, Max Huber, spoke.",
            {"Anna Roy": "PER", "Max Huber": "PER"},
            id="the president of a body leads no nation",
        ),
        pytest.param(
            f"{LIMA}Peruvian President Anna Roy wept. Prime Minister Max Huber had come from a "
            "town. In Oslo, Huber said he was glad.",
            {"Anna Roy": "PER", "Max Huber": "PER"},
            id="where somebody speaks later on",
        ),
        pytest.param(
            f"{LIMA}Peruvian President Anna Roy met envoys of Norway. Norway wept. Under the deal "
            "signed in Chad in June under which President Max Huber will go, Norway votes.",
            {"Anna Roy": "PER", "Max Huber": "NOR"},
            id="a nation has one president, and a deal signed abroad tells of no nation",
        ),
    ],
)
def test_nations(text: str, expected: dict[str, str | None]) -> None:
    assert nations_of_people(text) == expected


def test_an_office_told_before_the_name() -> None:
    text = f"{LIMA}Norway's foreign minister said that she would resign.\n\nAnna Roy lost a vote."
    (person,) = facts_of(text).persons
    assert [(one.title, one.of and one.of.key) for one in person.offices] == [
        ("Foreign Minister", "NOR")
    ]


def test_a_story_filed_abroad_is_at_home_where_its_headline_says() -> None:
    text = "OSLO - Peru and its rebels signed a truce. Norwegian police guarded the hotel."
    assert document_of(text, "Peru and rebels sign truce").home == "PER"


def test_a_story_is_at_home_where_it_is_filed() -> None:
    text = "OSLO - Norway saw off a ship of Peru. The police guarded it."
    assert document_of(text, "Peru sends ship").home == "NOR"
