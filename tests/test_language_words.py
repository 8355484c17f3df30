"""Words: tokens as Universal Dependencies parts and joins them."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.language.model import LanguageModel
from loaders.language.words.universal import universal_words
from loaders.text.folding import fold
from loaders.text.token import tokenize


def tokens(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


def words(text: str) -> list[str]:
    return [word.text for word in universal_words(tokenize(text))]


def read_words(text: str) -> list[str]:
    """Return the words of a sentence that the language model has read."""
    sentence = tokenize(text)
    (analysis,) = LanguageModel.load().analyze([sentence])
    return [word.text for word in universal_words(sentence, analysis.words)]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a-b?c=d", "www.un.org/news", "first.last@un.org", "report.pdf",
        "@someone", "#topic", ":)", ":-(", "!!!", "?!", "....", "==---", "$$", "<<", "713-555-0187",
        "08/16/2000", "9/11", "31/12", "comp.lang.python", "w/o", "U.S.", "1990s", "25th",
        "anti-war", "neo-fascist", "Kafka-esque", "uh-huh", "mm-hm", "s/he", "y/n", "11-20-2000",
        "77415-0027", "doi:10.1000/182.4", "draft#2.doc", "ops%desk@un.org", "misc.gardens", "(:",
        "-_-", "--==>|", "1960's", "4G", "d*mn", "h***", "21st", "alright",
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
        ("2pm-5pm", ["2pm-5pm"], ["2", "pm", "-", "5", "pm"]),
        ("40mins, 3x5, 20C", None, ["40", "mins", ",", "3", "x", "5", ",", "20", "C"]),
        ("02Jun98", ["02Jun98"], ["02", "Jun", "98"]),
        ("Rs500", ["Rs500"], ["Rs", "500"]),
        ("26/27 May", None, ["26", "/", "27", "May"]),
        ("really...? No...!?", None, ["really", "...", "?", "No", "...!?"]),
        ("c/o Ann", None, ["c", "/", "o", "Ann"]),
        ("I cannot, dont", ["I", "cannot", ",", "dont"], ["I", "can", "not", ",", "do", "nt"]),
        ("itll rain atleast", None, ["it", "ll", "rain", "at", "least"]),
        ("I'ma cook, isn'ta he", None, ["I", "'m", "a", "cook", ",", "is", "n't", "a", "he"]),
        ("its a pity", ["its", "a", "pity"], ["it", "s", "a", "pity"]),
        ("its own army", ["its", "own", "army"], ["its", "own", "army"]),
        ("the U.S.'s aim", ["the", "U.S.", "'s", "aim"], ["the", "U.S.", "'s", "aim"]),
        ("arms, tanks, etc.", None, ["arms", ",", "tanks", ",", "etc", "."]),
        ("(Foo Inc.)", None, ["(", "Foo", "Inc", ".", ")"]),
        ("He left D.C.", None, None),
        ("Amos Lee Jr.", None, None),
        ("10 lbs. of tea, approx., or vol. 2.", None, None),
        ("see [13,14]", None, ["see", "[", "13", ",", "14", "]"]),
        ("a sum [13,140]", None, None),
        ("a **bold** move", None, ["a", "**", "bold", "**", "move"]),
        ("was hitting .265", ["was", "hitting", ".", "265"], ["was", "hitting", ".265"]),
        ("in '72, not '60s", None, ["in", "'72", ",", "not", "'60s"]),
        ("tell 'em", ["tell", "'", "em"], ["tell", "'em"]),
        ("'no' he said", None, ["'", "no", "'", "he", "said"]),
        ("call +44 20 7946", ["call", "+", "44", "20", "7946"], ["call", "+44", "20", "7946"]),
        ("the th- the man", ["the", "th", "-", "the", "man"], ["the", "th-", "the", "man"]),
        ("two- and three-day", None, ["two", "-", "and", "three", "-", "day"]),
        ("TV - so", None, ["TV", "-", "so"]),
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


def test_a_lesser_abbreviation_keeps_its_stop_inside_a_sentence() -> None:
    assert words("It took 20 mins. by bus and 10 mins.") == [
        "It", "took", "20", "mins.", "by", "bus", "and", "10", "mins", ".",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I think its raining again .", "I think it s raining again ."),
        ("its never easy to leave .", "it s never easy to leave ."),
        ("The cat licked its left paw .", None),
        ("The firm lost it's licence .", None),
        ("It's a long way .", "It 's a long way ."),
        ("Most of the DVD's are scratched .", None),
        ("The BBC's reporters left .", "The BBC 's reporters left ."),
    ],
)
def test_a_missing_or_false_apostrophe_is_told_by_the_words_around(
    text: str, expected: str | None
) -> None:
    assert " ".join(read_words(text)) == (expected or text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("We want to setup a camp .", "We want to set up a camp ."), ("The setup was wrong .", None)],
)
def test_a_verb_is_parted_from_its_particle(text: str, expected: str | None) -> None:
    assert " ".join(read_words(text)) == (expected or text)


@given(
    st.lists(
        st.sampled_from(
            [
                "its",
                "it",
                "'s",
                "'",
                "th",
                "-",
                ".",
                "lbs",
                "12",
                "%",
                "U.S.-led",
                "[",
                "13,14",
                "]",
                "$",
                "04",
                "etc.",
                ",",
                " ",
            ]
        )
    )
)
def test_words_are_the_tokens_character_by_character(pieces: list[str]) -> None:
    check_offsets("".join(pieces))


@given(st.text())
def test_words_of_any_text_keep_their_offsets(text: str) -> None:
    check_offsets(text)


def check_offsets(text: str) -> None:
    folded = fold(text)
    sentence = tokenize(folded)
    found = universal_words(sentence)
    assert all(folded[word.start : word.end] == word.text for word in found)
    assert all(word.text for word in found)
    assert "".join(word.text for word in found) == "".join(token.text for token in sentence)


@pytest.mark.parametrize("piece", ["=", "#", "%", "a/", "x#", "1-", "[1,", "th- ", "+1 ", ".5"])
def test_absurd_text_has_its_words_in_time(piece: str) -> None:
    begun = process_time()
    check_offsets(piece * (20_000 // len(piece)))
    assert process_time() - begun < 5
