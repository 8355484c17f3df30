"""Words: tokens as Universal Dependencies parts them."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.universal_words import universal_words
from loaders.text.token import tokenize


def tokens(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


def words(text: str) -> list[str]:
    return list(chain.from_iterable(universal_words(tokens(text))))


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a-b?c=d", "www.un.org/news", "first.last@un.org", "report.pdf",
        "@someone", "#topic", ":)", ":-(", "!!!", "?!", "....", "==---", "$$", "<<", "713-555-0187",
        "08/16/2000", "9/11", "comp.lang.python", "w/o", "U.S.", "1990s", "25th", "anti-war",
    ],
)  # fmt: skip
def test_what_is_one_word(text: str) -> None:
    assert words(text) == [text]


@pytest.mark.parametrize(
    ("text", "token_texts", "word_texts"),
    [
        ("U.S.-led", ["U.S.-led"], ["U.S.", "-", "led"]),
        ("Moon Jae-in's", ["Moon", "Jae-in", "'s"], ["Moon", "Jae", "-", "in", "'s"]),
        ("New York-based", ["New", "York-based"], ["New", "York", "-", "based"]),
        ("al-Qaida", ["al-Qaida"], ["al", "-", "Qaida"]),
        ("anti-war-minded", ["anti-war-minded"], ["anti-war", "-", "minded"]),
        ("12% of 1.4bn", ["12%", "of", "1.4bn"], ["12", "%", "of", "1.4", "bn"]),
        ("10am", ["10am"], ["10", "am"]),
        ("I cannot, dont", ["I", "cannot", ",", "dont"], ["I", "can", "not", ",", "do", "nt"]),
        ("its a pity", ["its", "a", "pity"], ["it", "s", "a", "pity"]),
        ("its own army", ["its", "own", "army"], ["its", "own", "army"]),
        ("the U.S.'s aim", ["the", "U.S.", "'s", "aim"], ["the", "U.S.", "'s", "aim"]),
        ("arms, tanks, etc.", None, ["arms", ",", "tanks", ",", "etc", "."]),
        ("(see www.un.org).", ["(", "see", "www.un.org", ")", "."], None),
        ("see:(a)", ["see", ":", "(", "a", ")"], None),
        ("either/or", ["either", "/", "or"], None),
    ],
)
def test_tokens_and_their_words(
    text: str, token_texts: list[str] | None, word_texts: list[str] | None
) -> None:
    assert tokens(text) == (token_texts or tokens(text))
    assert words(text) == (word_texts or words(text))


@given(st.lists(st.text(min_size=1), max_size=8))
def test_the_words_of_a_token_make_up_its_text(sentence: list[str]) -> None:
    assert ["".join(parts) for parts in universal_words(sentence)] == sentence
