"""Counts of the dead, the injured and the arrested, read from sentences."""

import pytest

from graph.facts import DateInterval, Toll
from loaders.events.candidate import Candidate, Modality
from loaders.events.counts import toll_of
from tests.extraction import document_of, facts_of

DAY = DateInterval("2020-06-17", "2020-06-17", "DAY", "PUBLICATION")


def toll(text: str, kind: str = "PROTEST", at: str = "", modality: Modality = "ASSERTED") -> Toll:
    """The counts of an event whose predicate stands at a word; all are a PROTEST's."""
    document = document_of(text)
    [syntax] = document.syntax
    anchor = text.index(at) if at else 0
    return toll_of(syntax, Candidate(document.sentences[0], anchor, kind, modality, DAY))


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("At least 81 people were killed in Somalia on Saturday.", Toll(dead=81)),
        (
            "The gunmen attacked a post, killing three soldiers and wounding a dozen.",
            Toll(dead=3, injured=12),
        ),
        ("Police arrested more than 200 demonstrators in Minsk.", Toll(arrested=200)),
        ("Dozens were wounded and two hundred people died.", Toll(dead=200)),
        (
            "A suicide bomber killed 12 policemen and five civilians, and injured 30 others.",
            Toll(dead=17, injured=30),
        ),
        ("The blast left 14 people dead and dozens injured.", Toll(dead=14)),
        ("The attack killed a soldier and two dozen villagers.", Toll(dead=25)),
        ("Twenty-one Coptic Christians were beheaded by Islamic State.", Toll(dead=21)),
        ("The death toll rose to 1,200.", Toll(dead=1200)),
        (
            "The death of six soldiers and the arrest of 15 activists angered Turkey.",
            Toll(dead=6, arrested=15),
        ),
        ("One protester was shot dead in Beirut.", Toll(dead=1)),
        ("Twelve people, including three children, were killed.", Toll(dead=12)),
        ("The shelling killed hundreds of civilians.", Toll()),
        ("The raid did not kill 12 people.", Toll()),
        ("The missile could kill 500 people.", Toll()),
        ("The army killed the commander on 12 May.", Toll()),
        ("The two presidents met 300 students.", Toll()),
    ],
)
def test_counts_by_syntax(text: str, stated: Toll) -> None:
    assert toll(text) == stated


def test_each_event_has_the_count_that_stands_nearest() -> None:
    text = "A bomb in Kabul killed three people and a rocket in Herat killed five."
    assert toll(text, "ASSAULT", "killed three") == Toll(dead=3)
    assert toll(text, "ASSAULT", "killed five") == Toll(dead=5)


def test_an_event_has_the_counts_that_its_type_can_have() -> None:
    text = "The attack killed 12 people and police arrested two suspects."
    assert toll(text, "ASSAULT") == Toll(dead=12)
    assert toll(text, "COERCE") == Toll(arrested=2)
    assert toll(text, "CONSULT") == Toll()
    assert toll(text, "ASSAULT", modality="NEGATED") == Toll()


def test_events_of_an_article_bear_their_counts() -> None:
    facts = facts_of("Turkey's army shelled a village in Syria on Monday, killing 14 people.")
    assert {one.toll for one in facts.events if one.type == "ASSAULT"} == {Toll(dead=14)}
