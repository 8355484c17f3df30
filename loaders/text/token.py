"""Tokens: words, numbers and marks with their offsets."""

import re
from dataclasses import dataclass

from loaders.gazetteer.word_list import word_list
from loaders.text.web_forms import ADDRESSES, MARKS, MASKED, NUMBERS


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark of the text; ``text`` is folded, ``end`` exclusive."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """The token in lower case."""
        return self.text.lower()

    @property
    def capitalized(self) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[0].isupper()


# A letter run may hold inner hyphens, apostrophes and ampersands ("Jae-in", "O'Brien", "AT&T").
_TOKEN = re.compile(
    rf"""
      [^\W\d_]++(?=\s)                                    # plain words: most, and soon found
    | {ADDRESSES}
    | {NUMBERS}
    | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?(?:-\w+)*   # U.S., p.m., U.S.-led
    | \d++(?:[.,:]\d+)*+(?:st|nd|rd|th|s|%)?(?![^\W\d_])  # 25th, 5,000, 2:49, 1990s
    | \d++(?:[.,:]\d+)++\w+                              # 1.4bn
    | [bw]/[co]?(?!\w) | [ws]/(?:out|he)(?!\w)            # b/c, w/o, s/he
    | (?<![\w/])(?!(?i:c/o))[^\W\d_]/[^\W\d_](?![\w/])     # y/n
    | {MASKED}
    | \w+(?:[-'&]\w+)*                                  # words
    | (?<=\S)['`](?i:s|re|ll|ve|d|m)(?!\w)                  # U.S.'s
    | {MARKS}
    | \S
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)(?:n't|'(?:s|re|ll|ve|d|m))$")
_LONGEST_WORD = 100


def _parts(start: int, word: str) -> list[Token]:
    """Split a clitic off a word: "Seoul's" is two tokens, "wasn't" is "was" and "n't"."""
    clitic = _CLITIC.search(word) if "'" in word and len(word) < _LONGEST_WORD else None
    if clitic is None or clitic.start() == 0:
        return [Token(start, start + len(word), word)]
    middle = start + clitic.start()
    return [
        Token(start, middle, word[: clitic.start()]),
        Token(middle, start + len(word), clitic.group()),
    ]


def tokenize(folded: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Return the tokens of a folded text between two offsets."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(folded, start, len(folded) if end is None else end):
        word = match.group()
        previous = tokens[-1] if tokens else None
        if word == "." and previous and previous.end == match.start() and _keeps_period(previous):
            tokens[-1] = Token(previous.start, match.end(), previous.text + ".")
            continue
        tokens.extend(_parts(match.start(), word))
    return tuple(tokens)


def _keeps_period(token: Token) -> bool:
    """Whether a period belongs to the word before it: an abbreviation, an initial."""
    if token.text in word_list("abbreviations"):
        return True
    return len(token.text) == 1 and token.text.isupper() and token.text != "I"
