"""Sentence ends: what web text and news need, and what absurd text may not break."""

from pathlib import Path
from time import process_time

import pytest

from loaders.text.boundary import SHIPPED, BoundaryModel
from loaders.text.boundary_clues import Habits
from loaders.text.chunk import ChunkForm, read_chunks
from loaders.text.folding import fold
from loaders.text.full_stops import ruled_ends
from loaders.text.paragraph import find_paragraphs
from loaders.text.sentence import find_sentences


def sentences(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_sentences(text, fold(text))]


@pytest.mark.parametrize(
    "expected",
    [
        ["Loved it!!", "would come back.", "best pizza in town"],
        ["The room was clean.", "The staff was kind."],
        ['"Is it over?" she asked.', '"It is."'],
    ],
)
def test_web_text_is_cut_where_a_reader_cuts_it(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_forgotten_blank_ends_a_sentence() -> None:
    assert sentences("We left the hotel early.Then we took the train home.") == [
        "We left the hotel early.",
        "Then we took the train home.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "LAGOS, Nigeria (AP) -- Nigerian President Bola Tinubu said Friday that talks would go on.",
        "KYIV \u2014 Foreign Minister Dmytro Kuleba met Lt. Gen. A. B. Okoro on Oct. 3 in Vienna.",
        "The House voted 220-210 on H.R. 1234 to send aid vs. Maj. Gen. Smith's advice.",
        "No. 2 official Wang Yi told the U.N. Security Council that St. Lucia would join.",
        "The U.S.-led force, approx. 3,000 strong, left Austin, Tex. for Washington, D.C. today.",
        "They have until 9 a.m. Tuesday to answer, and until 5 p.m. March 3 to leave the port.",
        "At 9 a.m. he left, and by 6:15 p.m. local time the road was shut.",
        "See https://www.un.org/News.Index?Q=One.Two and write to Press.Office@un.org for more.",
    ],
)
def test_one_sentence_of_news_stays_one(sentence: str) -> None:
    text = f"{sentence} They agreed to meet again. Nobody objected."
    assert sentences(text) == [sentence, "They agreed to meet again.", "Nobody objected."]


def test_a_list_has_a_sentence_a_line() -> None:
    text = "They agreed:\n1. A truce by Jan. 1\n2. An exchange of prisoners\n\u2022 Talks\n- Trade"
    assert sentences(text) == [
        "They agreed:",
        "1. A truce by Jan. 1",
        "2. An exchange of prisoners",
        "\u2022 Talks",
        "- Trade",
    ]


@pytest.mark.parametrize(
    ("chunk", "form"),
    [
        ('"Really?!"', ChunkForm('"', "Really", '?!"', "Aa")),
        ("wow!!!!!!", ChunkForm("", "wow", "!!", "a")),
        ("U.S.", ChunkForm("", "U.S", ".", "AA")),
        ("1990s,", ChunkForm("", "1990s", ",", "9")),
        (":-)", ChunkForm(":-)", "", "", ".")),
        ("\u0645", ChunkForm("", "\u0645", "", "x")),
    ],
)
def test_a_chunk_tells_how_it_is_written(chunk: str, form: ChunkForm) -> None:
    assert [one.form for one in read_chunks(chunk, 0, len(chunk))] == [form]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The two sides met in Vienna on Monday. They agreed.", True),
        ("the two sides met today. they did not agree. nothing came of it", False),
        ("", True),
    ],
)
def test_habits_tell_print_from_chat(text: str, printed: bool) -> None:
    paragraphs = find_paragraphs(text, fold(text))
    habits = Habits.of([[chunk.form for chunk in chunks] for chunks in paragraphs])
    assert habits.printed is printed


def test_without_weights_nothing_ends() -> None:
    text = "He left. She stayed."
    (chunks,) = find_paragraphs(text, text)
    ruled = frozenset(ruled_ends(text, 0, len(text)))
    assert ruled == {8}
    nothing, rules = BoundaryModel({}), BoundaryModel({"0|+": 1})
    assert not any(weight > 0 for _, weight in nothing.judge(chunks, ruled, Habits(4, 4)))
    judged = rules.judge(chunks, ruled, Habits(4, 4))
    assert [place for place, weight in judged if weight > 0] == [1]


@pytest.mark.parametrize(
    "piece",
    [
        "x",
        "a.",
        "@",
        "+",
        "a-",
        "1-",
        "1/",
        "(",
        "!",
        "aa.Bb",
        "\U0001f600",
        "\u0645",
        "\x00",
        ". ",
    ],
)
def test_absurd_text_is_cut_in_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begun = process_time()
    found = sentences(text)
    assert process_time() - begun < 10
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


def test_the_shipped_folder_holds_its_papers() -> None:
    folder = SHIPPED.parent
    assert sorted(path.name for path in folder.iterdir()) == ["MODEL_CARD.md", "weights.json"]
    assert "CC BY-SA 4.0" in Path(folder / "MODEL_CARD.md").read_text(encoding="utf-8")
