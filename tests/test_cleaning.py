"""Cleaning: what the cleaned text is, and which lines are no part of it."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.boilerplate import is_boilerplate
from loaders.cleaning import clean_line, clean_paragraphs, clean_text

BOILERPLATE = """
Share
SHARE
Tweet
Share on Facebook Share on Twitter
Share on Facebook
Share on Facebook, Twitter and WhatsApp
Share on Facebook (opens in new window)
Share on X | Share on LinkedIn | Copy link
Facebook Twitter WhatsApp Email
Share 12 Tweet 3
Share this article
Share this: Facebook Twitter
Email this story
Save Share Print
Read more: China suspends tours to South Korea
READ MORE: What THAAD is
Read more
Related: Xi meets Moon
Related articles
See also: The road to Panmunjom
Advertisement
- ADVERTISEMENT -
Story continues below advertisement
Sign up for our newsletter
Sign up here for our daily newsletter and never miss a story.
Subscribe to our newsletter
Follow us on Twitter
Follow us on Facebook and Twitter @harbourpost
Follow The Harbour Post on Facebook
© 2017 The Harbour Post. All rights reserved.
Copyright 2017 The Harbour Post. All rights reserved.
Copyright 2017 The Harbour Post
Copyright (c) 2017 Example Ltd
(c) 2017 Example
All rights reserved.
We use cookies to improve your experience.
This website uses cookies.
By continuing to use this site you agree to our use of cookies.
Accept all cookies
Photo: Reuters
Photo by Jane Roe/AP
(AP Photo/Jane Roe)
Reuters/Jane Roe
File photo: Jane Roe / Reuters
Image: Getty Images
Photo credit: Jane Roe
""".strip().splitlines()

ARTICLE = """
China will share intelligence with Japan
Share prices fell on Thursday.
Share of exports to China fell
Facebook
Twitter
Twitter said on Thursday that it would close its office.
Post
Print
Comments
Line X
Read more about the deal below.
Related parties denied it.
Advertisement rules were changed in 2017.
Sign up for war, he said.
Subscribe to the view that trade matters.
Follow us on foot, the guide said.
Copyright law was changed in 2017 by parliament.
(c) to withdraw all troops from the border;
(c) a joint statement
The company said it uses cookies.
Photo opportunities were scarce.
Photo: Xi Jinping shakes hands with Moon on Thursday in Beijing
Image of the president was burned.
Xi/Moon summit
""".strip().splitlines()


@pytest.mark.parametrize("line", BOILERPLATE)
def test_boilerplate_is_told(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", ARTICLE)
def test_the_article_is_kept(line: str) -> None:
    assert not is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "A" * 500,
        "Photo: " + "A-" * 240 + "!",
        "Photo: " + "Ab " * 160 + "!",
        "Share " * 80 + "!",
        "Share on " + "Facebook, " * 45 + "!",
        "Copyright 2017 " + "Of the " * 60 + "?",
    ],
)
def test_no_line_takes_long(line: str) -> None:
    started = time.perf_counter()
    is_boilerplate(line)
    assert time.perf_counter() - started < 0.1


def test_text_is_title_and_paragraphs() -> None:
    body = "\n\nXi met Moon.\n\n\n  They agreed on trade.  \n\nShare on Facebook Share on Twitter\n"
    assert clean_text("Xi meets Moon", body) == (
        "Xi meets Moon\n\nXi met Moon.\n\nThey agreed on trade."
    )


def test_text_without_title_is_the_body() -> None:
    assert clean_text("", "Xi met Moon.\n\nThey agreed.") == "Xi met Moon.\n\nThey agreed."


def test_a_title_repeated_by_the_body_stands_once() -> None:
    assert clean_text("Xi meets Moon", "XI MEETS MOON\n\nThey agreed.") == (
        "Xi meets Moon\n\nThey agreed."
    )


def test_a_title_is_never_boilerplate() -> None:
    assert clean_text("Advertisement", "Advertisement\n\nA law.") == "Advertisement\n\nA law."


def test_wrapped_lines_are_joined() -> None:
    assert clean_paragraphs("Chinese President\nXi Jinping\r\nmet Moon.\r\rThey agreed.") == [
        "Chinese President Xi Jinping met Moon.",
        "They agreed.",
    ]


def test_lines_longer_than_wrapped_ones_are_paragraphs() -> None:
    long = "Xi said " + "very " * 30 + "little."
    assert clean_paragraphs(f"{long}\nThey agreed.\nShare this") == [long, "They agreed."]


def test_a_line_that_continues_a_sentence_is_kept() -> None:
    assert clean_paragraphs("The company put up an\nadvertisement\nin Seoul.\nShare\nIt fell.") == [
        "The company put up an advertisement in Seoul. It fell."
    ]


def test_characters_and_spaces_are_made_plain() -> None:
    assert clean_paragraphs(
        "\ufeffCafe\u0301\u00a0talks\tin  Co\u00adte\u200b d\u2019Ivoire\x07\u2003end."
        "\u2029Next\u2028line"
    ) == ["Café talks in Cote d\u2019Ivoire end.", "Next line"]


def test_a_title_is_one_line() -> None:
    assert clean_line("  Xi\n meets \r\n\r\n Moon\x00 ") == "Xi meets Moon"


@given(st.text(), st.text())
def test_cleaned_text_is_clean(title: str, body: str) -> None:
    text = clean_text(title, body)
    assert text == unicodedata.normalize("NFC", text)
    assert not any(unicodedata.category(char) == "Cc" and char != "\n" for char in text)
    assert all(paragraph == paragraph.strip(" ") != "" for paragraph in text.split("\n\n") if text)
    assert "\n\n\n" not in text
    assert "  " not in text
