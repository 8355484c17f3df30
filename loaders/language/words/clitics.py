"""Clitics whose apostrophe is missing or too much: "its raining", "on it's way".

What is meant is told by the words around; the language model, which has read the sentence with the
tokens as they are, tells most of it.
"""

from collections.abc import Sequence

from loaders.language.analysis import WordAnalysis
from loaders.text.token import Token

_POSSESSIVE = "nmod:poss"

# "its a" is "it's a", and "your not" is "you're not".
_UNCERTAIN = frozenset(("its", "your"))
_BEHIND_CONTRACTION = frozenset(
    ("a", "an", "the", "not", "been", "my", "your", "his", "her", "their", "to", "that", "what")
) | frozenset(("because", "really", "gonna", "going", "so", "too", "i", "you", "we", "they"))

_NOT_OWNED = frozenset(("ADP", "AUX", "CCONJ"))
"""Classes of words that begin nothing that could be owned."""


def lacks_apostrophe(
    sentence: Sequence[Token], analysis: Sequence[WordAnalysis], place: int
) -> bool:
    """Whether the end of "its" or "your" is a verb, the apostrophe left out."""
    word = sentence[place].lower
    if word not in _UNCERTAIN or place + 1 == len(sentence):
        return False
    following = sentence[place + 1]
    if following.lower == word or not following.text[0].isalnum():
        return False
    if following.lower in _BEHIND_CONTRACTION:
        return True
    return bool(analysis) and analysis[place].relation != _POSSESSIVE


def has_false_apostrophe(
    sentence: Sequence[Token], analysis: Sequence[WordAnalysis], place: int
) -> bool:
    """Whether a word and the "'s" behind it are one: "on it's way", "the DVD's are"."""
    if place + 1 >= len(sentence) or not analysis or sentence[place + 1].lower != "'s":
        return False
    one, two = sentence[place], sentence[place + 1]
    if one.end != two.start:
        return False
    if one.lower == "it":
        return analysis[place].relation == _POSSESSIVE
    if not (one.text.isalpha() and one.text.isupper() and len(one.text) > 1):
        return False
    owns = analysis[place].head > place + 1
    following = analysis[place + 2].word_class if place + 2 < len(sentence) else ""
    return analysis[place + 1].relation == "case" and not owns and following in _NOT_OWNED
