"""Sentences that no mark ends: the language model reads that another begins, and they are cut."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from graph.facts import Article
from loaders.document import Document
from loaders.language.analysis import Analysis, Opening
from loaders.language.model import LanguageModel
from loaders.language.reading import Reading
from loaders.text.segmentation import Segmentation
from loaders.text.sentence import LEAST_DOUBT
from loaders.text.token import Token


@dataclass(frozen=True)
class Told:
    """An analyzer that is told with which word another sentence opens, and how surely."""

    word: str
    weight: int
    model: LanguageModel

    def analyze(self, sentences: Sequence[Sequence[Token]]) -> list[Analysis]:
        return [
            replace(
                analysis,
                openings=tuple(
                    Opening(number, self.weight)
                    for number, token in enumerate(sentence)
                    if number and token.text == self.word
                ),
            )
            for sentence, analysis in zip(sentences, self.model.analyze(sentences), strict=True)
        ]


def read(text: str, word: str, weight: int = -2 * LEAST_DOUBT, title: str = "") -> Document:
    segmented = Segmentation()(Document.of(Article("one", title, text)))
    return Reading(Told(word, weight, LanguageModel.load()))(segmented)


def sentences(document: Document) -> list[str]:
    text = document.article.text
    return [text[one.start : one.end] for one in document.sentences]


def test_a_sentence_is_cut_where_another_opens_and_its_parts_are_read_anew() -> None:
    text = "The talks failed. Many thanks for the report we will call the mayor today. She left."
    document = read(text, "we")
    assert sentences(document) == [
        "The talks failed.",
        "Many thanks for the report",
        "we will call the mayor today.",
        "She left.",
    ]
    assert [one.index for one in document.sentences] == [0, 1, 2, 3]
    assert [one.paragraph for one in document.sentences] == [1, 1, 1, 1]
    whole = LanguageModel.load().analyze_words(
        [["we", "will", "call", "the", "mayor", "today", "."]]
    )
    assert document.analyses[2].words == whole[0].words


def test_a_quotation_that_runs_over_a_cut_stays_whole() -> None:
    text = 'He wrote "many thanks for the report we will call the mayor today" and left.'
    document = read(text, "we")
    assert [text[one.start : one.end] for one in document.quotations] == [
        '"many thanks for the report we will call the mayor today"'
    ]


@pytest.mark.parametrize(
    ("text", "title", "word", "weight"),
    [
        ("Many thanks for the report we will call.", "", "we", -LEAST_DOUBT),
        ("The pro-we camp won.", "", "pro-we", 1),
        ("Hello(we) won.", "", "we", -2 * LEAST_DOUBT),
        ("Talks fail we leave\n\n", "Talks fail we leave", "we", -2 * LEAST_DOUBT),
    ],
)
def test_without_certainty_without_blank_and_in_headlines_none_opens(
    text: str, title: str, word: str, weight: int
) -> None:
    assert sentences(read(text, word, weight, title)) == [text.strip()]


def test_what_stands_in_a_dateline_opens_nothing() -> None:
    text = "GENEVA, May 3 (AP) -- The envoys met again on Monday."
    assert sentences(read(text, "May")) == [text]


@pytest.mark.parametrize(
    "expected",
    [
        ["Many thanks for your help", "Ana Ruiz"],
        ["I will call you on Monday", "Thanks again for everything"],
        ["Minutes of the meeting", "The board met on Monday and approved the plan."],
    ],
)
def test_the_shipped_model_hears_ends_that_no_mark_shows(expected: list[str]) -> None:
    segmented = Segmentation()(Document.of(Article("one", "", " ".join(expected))))
    assert len(segmented.sentences) == 1
    assert sentences(Reading(LanguageModel.load())(segmented)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "LAGOS, Nigeria (AP) -- Nigerian President Bola Tinubu said Friday that talks would go on.",
        "Foreign Minister Wang Yi told the Security Council that Prime Minister Li Qiang would go.",
        "The envoys of Chad, Niger, Mali and Burkina Faso left Geneva without a word to reporters.",
    ],
)
def test_one_sentence_of_news_stays_one(sentence: str) -> None:
    segmented = Segmentation()(Document.of(Article("one", "", f"{sentence} Nobody objected.")))
    read_again = Reading(LanguageModel.load())(segmented)
    assert sentences(read_again) == [sentence, "Nobody objected."]
