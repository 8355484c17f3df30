"""The pipeline as a whole: any text, the same answer, steps that can be replaced, valid facts."""

from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.facts import ArticleFacts
from graph.ontology import load_ontology
from graph.validation import check_facts
from loaders.document import Document
from loaders.gazetteer.nation import load_nations
from loaders.mentions.name_span import NameSpan
from loaders.pipeline import Pipeline, default_pipeline
from loaders.sources import SourceArticle, SourceOptions, read_articles
from tests.extraction import article, facts_of

ARTICLES = Path(__file__).parents[1] / "examples" / "articles"
WORDS = [
    "China",
    "the",
    "U.S.",
    "Xi",
    "Jinping",
    "President",
    "said",
    "met",
    "signed",
    "a",
    "treaty",
    "with",
    "Moon's",
    ",",
    ".",
    '"',
    "and",
    "25th",
    "anniversary",
    "of",
    "to",
    "on",
    "Monday",
    "not",
    "would",
    "'s",
    "who",
    "that",
    "by",
    "Iran\u2019s",
    "\u00e9",
    "\n\n",
]
STRANGE = [
    pytest.param("", id="nothing"),
    pytest.param(" \n\n ", id="blanks"),
    pytest.param("a" * 100_000, id="no blank"),
    pytest.param("A" * 100_000, id="no blank, capitals"),
    pytest.param("U." * 50_000, id="periods"),
    pytest.param("Xi-" * 30_000, id="hyphens"),
    pytest.param('"' * 20_000, id="quotation marks"),
    pytest.param("\U0001f600 \U0001f1f3\U0001f1f4 " * 5_000, id="emoji"),
    pytest.param("رئيس الصين يلتقي نظيره. " * 1_000, id="Arabic"),
    pytest.param("习近平主席会见文在寅。" * 1_000, id="Chinese"),
    pytest.param("Xi Moon Kim " * 3_000, id="capitals without an end"),
    pytest.param("China, " * 5_000 + "and Peru met.", id="a list without an end"),
    pytest.param("the pact of " * 3_000, id="phrases without an end"),
]


@pytest.mark.parametrize("text", STRANGE)
def test_strange_texts_are_read_in_time(text: str) -> None:
    begun = perf_counter()
    facts = facts_of(text)
    assert facts.persons == ()
    assert perf_counter() - begun < 20


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=40,
    )
)
def test_any_words_in_any_order_give_valid_facts(words: list[str]) -> None:
    facts = facts_of(" ".join(words))
    check_facts(facts, load_ontology(), load_nations())


def test_without_a_date_of_publication_facts_are_valid_too() -> None:
    facts = facts_of("Norway met Peru on Monday.", published=None)
    check_facts(facts, load_ontology(), load_nations())
    assert [event.date.source for event in facts.events] == ["PUBLICATION"]


def test_the_same_article_gives_the_same_facts() -> None:
    text = "Norwegian Prime Minister Erna Solberg met Xi Jinping, the Chinese president, in Oslo."
    assert facts_of(text) == facts_of(text)


class Listed:
    """A step "names" that knows its names beforehand, as a language model would find them."""

    name = "names"

    def __call__(self, document: Document) -> Document:
        start = document.folded.index("zed")
        return replace(document, names=(NameSpan(start, start + 3, "zed", "PER"),))


def test_a_step_is_replaced_by_its_name() -> None:
    pipeline = default_pipeline().replacing(Listed())
    facts = pipeline.run(article("Norwegian Prime Minister zed met Peru.")).facts()
    assert [(person.id, person.nation) for person in facts.persons] == [("zed", "NOR")]
    assert [event.actor_nations for event in facts.events] == [("PER", "NOR")]


def test_a_step_that_replaces_nothing_is_refused() -> None:
    class Other(Listed):
        name = "other"

    with pytest.raises(InputError, match="other"):
        Pipeline(()).replacing(Other())


def examples() -> list[SourceArticle]:
    def refuse(reject: object) -> None:
        raise AssertionError(reject)

    return list(read_articles((str(ARTICLES),), SourceOptions(), refuse))


@pytest.fixture(scope="module")
def extracted() -> list[ArticleFacts]:
    return [default_pipeline().run(given.article).facts() for given in examples()]


def test_the_sample_articles_give_valid_facts(extracted: list[ArticleFacts]) -> None:
    assert len(extracted) >= 40
    for facts in extracted:
        check_facts(facts, load_ontology(), load_nations())


def test_every_sample_article_says_something(extracted: list[ArticleFacts]) -> None:
    silent = [
        facts.article.title
        for facts in extracted
        if not (facts.nations and facts.persons and facts.events)
    ]
    assert silent == []


def test_people_meet_across_the_sample_articles(extracted: list[ArticleFacts]) -> None:
    articles: dict[str, set[str]] = {}
    for facts in extracted:
        for person in facts.persons:
            articles.setdefault(person.id, set()).add(facts.article.id)
    assert {key for key, found in articles.items() if len(found) >= 5} >= {
        "donald-trump",
        "xi-jinping",
        "moon-jae-in",
        "vladimir-putin",
    }


def test_nobody_acts_for_two_nations(extracted: list[ArticleFacts]) -> None:
    nations: dict[str, set[str]] = {}
    for facts in extracted:
        for person in facts.persons:
            if person.nation:
                nations.setdefault(person.id, set()).add(person.nation)
    assert {key: codes for key, codes in nations.items() if len(codes) > 1} == {}
