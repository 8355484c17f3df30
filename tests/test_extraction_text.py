"""Tokens, sentences and quotations: offsets hold, and periods do not mislead."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.text.folding import fold
from loaders.text.quotation import find_quotations
from loaders.text.sentence import Sentence, find_sentences
from loaders.text.slug import slug
from loaders.text.token import tokenize


def sentences(text: str, title: str = "") -> list[str]:
    return [text[one.start : one.end] for one in find_sentences(text, fold(text), title)]


def test_folding_keeps_every_offset() -> None:
    text = "Peña Nieto\u2019s \u201cS\u00e3o\u00a0Tom\u00e9\u201d"
    assert fold(text) == 'Pena Nieto\'s "Sao Tome"'
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_never_changes_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_slugs_keep_letters_of_every_script() -> None:
    assert slug("Cote d'Ivoire") == slug("C\u00f4te d\u2019Ivoire") == "cote-divoire"
    assert slug("Kim Jong-un") == slug("Kim Jong Un") == "kim-jong-un"
    assert slug("محمد") == "محمد"


def test_tokens_split_clitics_and_keep_names_whole() -> None:
    words = [token.text for token in tokenize("Moon Jae-in's U.S.-led talks weren't 2:49 p.m.")]
    assert words == ["Moon", "Jae-in", "'s", "U.S.-led", "talks", "were", "n't", "2:49", "p.m."]


def test_tokens_give_their_offsets() -> None:
    text = 'Gen. Asif Ghafoor\'s "claim"'
    assert all(text[token.start : token.end] == token.text for token in tokenize(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met U.S. officials. They left.", ["He met U.S. officials.", "They left."]),
        ("Allied with the U.S. The pact holds.", ["Allied with the U.S.", "The pact holds."]),
        ("Lt. Gen. J. Smith flew to St. Petersburg on Aug. 5.", None),
        ("It cost $5.5 billion, i.e. a lot.", None),
        ('"We left. We won." He went.', ['"We left.', 'We won."', "He went."]),
        ("Really? Yes! No...", ["Really?", "Yes!", "No..."]),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str] | None) -> None:
    assert sentences(text) == (expected or [text])


def test_paragraphs_end_sentences_and_wrapped_lines_do_not() -> None:
    text = "A line that\nis wrapped.\n\nAn unfinished paragraph\n\nThe next"
    assert sentences(text) == ["A line that\nis wrapped.", "An unfinished paragraph", "The next"]


def test_the_title_is_the_headline() -> None:
    text = "Leaders meet in Hanoi\n\nThey talked."
    kinds = [one.kind for one in find_sentences(text, fold(text), "Leaders meet in Hanoi")]
    assert kinds == ["headline", "body"]


@pytest.mark.parametrize(
    "dateline",
    ["BEIJING (AP) \u2014 ", "TOKYO -- ", "SEOUL, South Korea (Reuters) - ", "(Reuters) - "],
)
def test_datelines_are_no_part_of_what_is_said(dateline: str) -> None:
    text = f"{dateline}China protested."
    (found,) = find_sentences(text, fold(text))
    assert text[found.body :] == "China protested."


def test_quotations_close_with_their_paragraph() -> None:
    text = 'He said "no" and "never.\n\nThen he left.'
    found = find_quotations(text, find_sentences(text, text))
    assert [text[one.start : one.end] for one in found] == ['"no"', '"never.']


@given(st.text(alphabet="aA. \n\"'(U.S)?!-\u00e9\U0001f600\u0645"))
def test_sentences_lie_in_order_and_apart(text: str) -> None:
    found = find_sentences(text, fold(text))
    assert [one.index for one in found] == list(range(len(found)))
    assert all(_is_whole(text, one) for one in found)
    assert all(one.end <= following.start for one, following in pairwise(found))


def _is_whole(text: str, sentence: Sentence) -> bool:
    quote = text[sentence.start : sentence.end]
    return (
        bool(quote) and quote == quote.strip() and sentence.start <= sentence.body <= sentence.end
    )


def test_what_goes_on_without_end_is_cut() -> None:
    found = sentences("France, Germany, Japan, " * 1_000)

    assert [len(one.split()) for one in found] == [1000, 1000, 1000]
    assert found[1].startswith("Germany, Japan, France, ")
