"""Names by a tagger and the rules together."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError
from loaders.language.analysis import Analysis, EntityKind, EntitySpan
from loaders.language.reading import Reading
from loaders.nlp import extractor_by, pipeline_by
from loaders.pipeline import default_pipeline
from loaders.text.token import Token
from tests.extraction import article

Told = tuple[str, EntityKind, float]


class Phrases:
    """A tagger that finds given phrases."""

    def __init__(self, *told: Told) -> None:
        self._told = told

    def analyze(self, sentences: Sequence[Sequence[Token]]) -> list[Analysis]:
        return [Analysis(entities=tuple(self._entities(one))) for one in sentences]

    def _entities(self, sentence: Sequence[Token]) -> list[EntitySpan]:
        words = [token.text for token in sentence]
        return [
            EntitySpan(first, first + len(phrase.split()), kind, score)
            for first in range(len(words))
            for phrase, kind, score in self._told
            if words[first : first + len(phrase.split())] == phrase.split()
        ]


def names(text: str, *told: Told, title: str = "") -> list[tuple[str, str]]:
    pipeline = default_pipeline().replacing(Reading(Phrases(*told)))
    return [(name.text, name.kind) for name in pipeline.run(article(text, title)).names]


def test_a_sure_name_is_taken_and_an_unsure_one_is_not() -> None:
    text = "Ossendal met Brakvik in the harbor."
    assert names(text, ("Ossendal", "PER", 0.95), ("Brakvik", "PER", 0.6)) == [("Ossendal", "PER")]


def test_a_gazetteer_name_stays_what_it_is() -> None:
    assert names("NATO met France today.", ("NATO", "PER", 1.0), ("France", "PER", 1.0)) == []


def test_an_organization_may_hold_the_name_of_a_nation() -> None:
    found = names(
        "Analysts at Velmora Research of Spain agreed.", ("Velmora Research of Spain", "ORG", 0.9)
    )
    assert found == [("Velmora Research of Spain", "ORG")]


def test_the_longest_name_wins() -> None:
    told: tuple[Told, ...] = (("Velmora", "ORG", 0.99), ("Velmora Shipping Line", "ORG", 0.8))
    assert names("Yesterday Velmora Shipping Line sank.", *told) == [
        ("Velmora Shipping Line", "ORG")
    ]


def test_a_name_is_of_one_kind_and_found_wherever_it_stands() -> None:
    text = "Lottmar sells shoes. Shares of Lottmar fell. Visitors like Lottmar."
    told: tuple[Told, ...] = (("sells", "PER", 0.1), ("Lottmar", "ORG", 0.9))
    assert names(text, *told) == [("Lottmar", "ORG")] * 3


def test_titles_portfolios_treaties_and_craft_are_no_organizations() -> None:
    text = "The External Affairs Minister signed the Coastal Harmony Treaty aboard Sea Eagle Two."
    told: tuple[Told, ...] = (
        ("External Affairs", "ORG", 0.99),
        ("Coastal Harmony Treaty", "ORG", 0.99),
        ("Sea Eagle Two", "ORG", 0.99),
    )
    assert names(text, *told) == []


def test_a_headline_makes_no_name() -> None:
    assert names("It rained.", ("Velmora", "ORG", 0.99), title="Velmora Wins") == []


def test_the_shipped_model_finds_what_rules_miss() -> None:
    text = "Ossendal said the talks had failed. Shares of Siemens fell in Munich."
    facts = pipeline_by("model").run(article(text)).facts()
    found = [one.name for one in (*facts.persons, *facts.organizations)]
    assert found == ["Ossendal", "Siemens"]
    assert extractor_by("model").name.startswith("model/")


@pytest.mark.parametrize("choice", ["", "spacy:", "bert", "spacy:no_such_pipeline"])
def test_what_cannot_read_language_is_told(choice: str) -> None:
    with pytest.raises(InputError) as caught:
        pipeline_by(choice)
    assert caught.value.fix


def test_a_pipeline_of_spacy_finds_names(tmp_path: Path) -> None:
    spacy: Any = pytest.importorskip("spacy")
    blank = spacy.blank("en")
    ruler = blank.add_pipe("entity_ruler")
    ruler.add_patterns(
        [{"label": "PERSON", "pattern": "Ossendal"}, {"label": "ORG", "pattern": "Velmora Line"}]
    )
    blank.to_disk(tmp_path / "blank")
    pipeline = pipeline_by(f"spacy:{tmp_path / 'blank'}")
    facts = pipeline.run(article("Ossendal bought Velmora Line.")).facts()
    assert [one.name for one in (*facts.persons, *facts.organizations)] == [
        "Ossendal",
        "Velmora Line",
    ]
