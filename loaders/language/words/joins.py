"""Joins: tokens that are one word together, because of a mark that belongs to it."""

import re
from collections.abc import Sequence

from loaders.gazetteer.word_list import word_list
from loaders.text.token import Token

_DECADE = re.compile(r"\d{0,3}0")
_YEAR = re.compile(r"\d\d|\d0s")
_CLIPPED = re.compile(r"(?i)em|til|tis|twas|bout|cuz|cos")
"""What is left of "them", "until", "it is", "about" and "because" behind an apostrophe."""

_EXTENSION = re.compile(r"(?i)docx?|xlsx?|pptx?|pdf|txt|exe|jpg|png|zip|com|org|net")
_VOWEL = re.compile(r"(?i)[aeiouy]")
_DASHES = frozenset(("-", "--", "\u2013", "\u2014"))
_AHEAD = 4
_LONGEST_FRAGMENT = 8


def is_joined(sentence: Sequence[Token], place: int) -> bool:
    """Whether a token is one word with the next, which follows without a blank."""
    if place + 1 == len(sentence) or sentence[place].end != sentence[place + 1].start:
        return False
    one, two = sentence[place], sentence[place + 1]
    opens = place == 0 or sentence[place - 1].end < one.start
    match one.text, two.text:
        case _, "'s":
            return _DECADE.fullmatch(one.text) is not None
        case _, ".":
            return one.text.isalpha() and _keeps_stop(sentence, place)
        case _, "-":
            return one.text.isalpha() and opens and _is_fragment(sentence, place)
        case ".", _:
            before = sentence[place - 1].text if place else ""
            number = two.text.isdigit() and (opens or before == "$")
            return number or (opens and _EXTENSION.fullmatch(two.text) is not None)
        case "'", _ if opens:
            year = _YEAR.fullmatch(two.text) and place and sentence[place - 1].text[-1].isalpha()
            return bool(year) or _CLIPPED.fullmatch(two.text) is not None
        case "+", _ if opens:
            return two.text.isdigit() and (len(two.text) > 5 or _is_dialled(sentence, place + 2))
        case _:
            return False


def _is_dialled(sentence: Sequence[Token], place: int) -> bool:
    """Whether the rest of a telephone number stands at a place: "212 555" or "(212)"."""
    rest = "".join(token.text for token in sentence[place : place + 2])
    return rest.lstrip("(")[:1].isdigit()


def _keeps_stop(sentence: Sequence[Token], place: int) -> bool:
    """Whether a full stop inside a sentence is that of an abbreviation: "approx., that"."""
    if place + 2 == len(sentence):
        return False
    following = sentence[place + 2]
    if following.start == sentence[place + 1].end:
        return following.text in {",", ";", ":"}
    return sentence[place].text in word_list("lesser_abbreviations")


def _is_fragment(sentence: Sequence[Token], place: int) -> bool:
    """Whether a word is broken off at a hyphen, as in "th- the"; "pre- and post-war" is not."""
    word, after = sentence[place], sentence[place + 2 : place + 2 + _AHEAD]
    if not after or (after[0].start == sentence[place + 1].end and after[0].text != ","):
        return False
    fragment = word.lower
    if len(fragment) > 1 and word.text.isupper():
        return False
    if len(fragment) == 1 or not _VOWEL.search(fragment) or after[0].text in _DASHES:
        return len(fragment) <= _LONGEST_FRAGMENT
    return any(one.lower.startswith(fragment) for one in after)
