"""Facts that contradict the ontology or each other are not written."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from graph.errors import FactsError
from graph.facts import ArticleFacts, Evidence, Ref
from graph.ontology import load_ontology
from graph.validation import check_facts
from tests.facts import NATIONS, article_facts

Change = Callable[[ArticleFacts], ArticleFacts]


def test_sound_facts_pass() -> None:
    check_facts(article_facts(), load_ontology(), NATIONS)


def _event(**changes: Any) -> Change:
    def change(facts: ArticleFacts) -> ArticleFacts:
        return replace(facts, events=(replace(facts.events[0], **changes),))

    return change


def _repeat_a_person(facts: ArticleFacts) -> ArticleFacts:
    return replace(facts, persons=facts.persons + facts.persons[:1])


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (_event(type="QUARREL"), "meeting has 'QUARREL', which is no EventType"),
        (_event(mode="dance"), "meeting has 'dance', which is no EventMode"),
        (
            _event(actors=(Ref("Person", "nobody"),)),
            "meeting refers to Person 'nobody', which is not among the facts",
        ),
        (
            _event(actor_nations=("XXX",)),
            "meeting refers to Nation 'XXX', which is not among the facts",
        ),
        (_event(evidence=Evidence(0, 5, "Other")), "meeting quotes what does not stand at 0-5"),
        (_repeat_a_person, "anna-roy stands 2 times"),
    ],
)
def test_each_problem_is_named(change: Change, problem: str) -> None:
    with pytest.raises(FactsError) as raised:
        check_facts(change(article_facts()), load_ontology(), NATIONS)
    assert raised.value.problems == [problem]
