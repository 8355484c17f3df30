"""Words as Universal Dependencies counts them: tokens, some parted and some joined.

The pipeline keeps "U.S.-led" and "12%" as one token, for its rules are about names and numbers; the
treebanks part them. The language model has learned both and reads both equally well. Whoever wants
words and trees as the treebanks have them has these analyzed.
"""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from loaders.language.analysis import WordAnalysis
from loaders.language.words.clitics import has_false_apostrophe, lacks_apostrophe
from loaders.language.words.joins import is_joined
from loaders.language.words.parts import word_parts
from loaders.text.token import Token

_NOTES = re.compile(r"\d{1,2}(?:,\d{1,2})+")
"""Numbers of notes: "[13,14]"; those of a number would be of three digits."""

_VERB_AND_PARTICLE = re.compile(
    r"(?i)(set|check|log|sign|back|pick|clean|warm|shut|hook|work|hang|break|start|turn|follow|line"
    r"|show)(up|out|in|on|off|down)"
)
"""What is one word as a noun and two as a verb: "a setup", but "to set up"."""

_CLOSING = frozenset(("'", '"', "''", ")", "]", "\u2019", "\u201d"))

_OF_NAMES = frozenset(("Jr.", "Sr."))


def universal_words(
    sentence: Sequence[Token], analysis: Sequence[WordAnalysis] = ()
) -> list[Token]:
    """Return the words of a sentence, which together are its tokens, character by character.

    ``analysis`` is what a model says of the tokens, if it has read them: it tells "its" written
    for "it's" from the true one.
    """
    words: list[Token] = []
    place = 0
    while place < len(sentence):
        token = sentence[place]
        if is_joined(sentence, place) or has_false_apostrophe(sentence, analysis, place):
            following = sentence[place + 1]
            words.append(Token(token.start, following.end, token.text + following.text))
            place += 2
            continue
        words.extend(_parted(token, _parts(sentence, analysis, place)))
        place += 1
    return _with_own_stop(words)


def _parts(
    sentence: Sequence[Token], analysis: Sequence[WordAnalysis], place: int
) -> tuple[str, ...]:
    text = sentence[place].text
    if lacks_apostrophe(sentence, analysis, place):
        return text[:-1], text[-1]
    verb = analysis and analysis[place].word_class == "VERB"
    if verb and (particle := _VERB_AND_PARTICLE.fullmatch(text)):
        return particle.groups()
    if place and sentence[place - 1].text == "[" and _NOTES.fullmatch(text):
        return tuple(re.split("(,)", text))
    return word_parts(text)


def _parted(token: Token, parts: Sequence[str]) -> list[Token]:
    if len(parts) == 1:
        return [token]
    cuts = accumulate(map(len, parts), initial=token.start)
    return [Token(*span, part) for span, part in zip(pairwise(cuts), parts, strict=True)]


def _with_own_stop(words: list[Token]) -> list[Token]:
    """Part the abbreviation that ends a sentence from its full stop, which is the sentence's too.

    Letters and parts of names keep theirs: "p.m.", "D.C.", "Jr.".
    """
    last = len(words) - 1
    while last > 0 and words[last].text in _CLOSING:
        last -= 1
    text = words[last].text if words else ""
    if not text.endswith(".") or not text[:-1].isalpha() or text in _OF_NAMES:
        return words
    return [*words[:last], *_parted(words[last], (text[:-1], ".")), *words[last + 1 :]]
