"""References: whom pronouns and definite phrases mean, in quotation marks and outside."""

import pytest

from tests.extraction import document_of

NORWAY = "Norwegian Prime Minister Erna Solberg"
PERU = "Peruvian President Alan Garcia"
DATELINE = "LIMA (Reuters) - "


def meant(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The references of a text with the keys of those whom they mean."""
    found = document_of(text).references
    return [(one.text, tuple(ref.key for ref in one.refs)) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{NORWAY} praised {PERU}. He thanked the host.",
            [("He", ("alan-garcia",))],
            id="he is no woman",
        ),
        pytest.param(
            f"{PERU} wrote to {NORWAY} because he needed help.",
            [("he", ("alan-garcia",))],
            id="the subject of the clause above",
        ),
        pytest.param(
            "Peru's president said he would resign.",
            [("he", ("PER",))],
            id="somebody without a name acts for a nation",
        ),
        pytest.param(
            f"{NORWAY} and {PERU} flew to Chad. They visited a school.",
            [("They", ("erna-solberg", "alan-garcia"))],
            id="those that a list joins",
        ),
        pytest.param(
            "Norway said it would help Peru.",
            [("it", ("NOR",))],
            id="it is the one who says so",
        ),
        pytest.param('"The dam is ours," a man said.', [], id="whoever speaks must be known"),
        pytest.param(
            f'{DATELINE}"We want peace," {PERU} said.',
            [("We", ("PER",))],
            id="we are the nation of the one who speaks",
        ),
        pytest.param(
            f'Norway closed the border. "They insult us," {PERU} said.',
            [("They", ("NOR",)), ("us", ("PER",))],
            id="they are the others",
        ),
        pytest.param(
            f'"I am tired," said {PERU}.',
            [("I", ("alan-garcia",))],
            id="I am the one who speaks",
        ),
    ],
)
def test_pronouns(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert meant(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Peru and Chad quarrel over fish. Norway urged the two sides to talk.",
            [("the two sides", ("PER", "TCD"))],
            id="who urges two sides is neither",
        ),
        pytest.param(
            "The Security Council met on Monday. Chad thanked the council.",
            [("the council", ("united-nations-security-council",))],
            id="a body by a word of its name",
        ),
        pytest.param(
            "Boeing sacked 300 workers. Chad sued the company.",
            [("the company", ("boeing",))],
            id="a body by its kind",
        ),
        pytest.param(
            "FARC freed a nurse. Peru thanked the rebels.",
            [("the rebels", ("revolutionary-armed-forces-of-colombia",))],
            id="the only armed group",
        ),
        pytest.param(
            f"{PERU} met {NORWAY}. The Norwegian leader laughed.",
            [("The Norwegian leader", ("erna-solberg",))],
            id="a leader by nation",
        ),
        pytest.param(
            f"{PERU} received {NORWAY}. He toasted his guest.",
            [("He", ("alan-garcia",)), ("his guest", ("erna-solberg",))],
            id="a guest is another",
        ),
        pytest.param(
            "Chad offered Norway a treaty. Peru annoyed the kingdom.",
            [("the kingdom", ("NOR",))],
            id="a kingdom is no republic",
        ),
        pytest.param(
            "Chad offered Norway a treaty, accusing the kingdom of haste.",
            [("the kingdom", ("NOR",))],
            id="of is the verb's",
        ),
        pytest.param(
            "Latvia and Peru met. Chad praised the Baltic state.",
            [("the Baltic state", ("LVA",))],
            id="a nation by where it lies",
        ),
        pytest.param(
            f"{PERU} lost a vote. The former schoolteacher wept.",
            [("The former schoolteacher", ("alan-garcia",))],
            id="what a person was before",
        ),
        pytest.param(
            f"{PERU} spoke. The Peruvian ambassador wept.",
            [],
            id="an ambassador who is not named",
        ),
        pytest.param(
            f"A lawyer sued. {PERU} lost. The lawyer wept.",
            [],
            id="somebody without a name",
        ),
        pytest.param(
            f"{PERU} greeted his host, {NORWAY}.",
            [("his host", ("erna-solberg",))],
            id="a host named behind",
        ),
        pytest.param(
            f"{PERU} thanked his northern neighbor. Ecuador smiled.",
            [("his northern neighbor", ("ECU",))],
            id="a neighbor is the other nation",
        ),
        pytest.param(
            "Peru, Chad and Norway withdrew a plea. The three countries quarrel.",
            [("The three countries", ("NOR", "PER", "TCD"))],
            id="as many as are told",
        ),
        pytest.param(
            f"The two leaders met. {PERU} embraced {NORWAY}.",
            [("The two leaders", ("alan-garcia", "erna-solberg"))],
            id="leaders who are named behind",
        ),
        pytest.param(
            f"{PERU} accused {NORWAY} of fraud. She replied that it rained.",
            [("She", ("erna-solberg",))],
            id="who is accused replies",
        ),
        pytest.param(
            "Boeing sacked 300 workers. The American builder will sue.",
            [("The American builder", ("boeing",))],
            id="a body by its nation",
        ),
        pytest.param(
            f"{PERU} spoke. The 44-year-old banker wept.",
            [("The 44-year-old banker", ("alan-garcia",))],
            id="an age and a trade",
        ),
        pytest.param(
            "Latvia and Peru met. Chad praised the two small republics.",
            [("the two small republics", ("LVA", "PER"))],
            id="two with words between",
        ),
        pytest.param(
            "Norway urged Peru to respect its laws.",
            [("its", ("PER",))],
            id="whose verb it is",
        ),
        pytest.param(
            "Norway accused Peru of seizing its ships.",
            [("its", ("NOR",))],
            id="who is accused takes another's",
        ),
        pytest.param(
            f"{PERU} put the army on alert.",
            [("the army", ("PER",))],
            id="an army that is commanded",
        ),
        pytest.param(
            "The Security Council met. It said that it would meet again.",
            [
                ("It", ("united-nations-security-council",)),
                ("it", ("united-nations-security-council",)),
            ],
            id="what said so",
        ),
    ],
)
def test_definite_phrases(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert meant(text) == expected
