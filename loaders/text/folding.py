"""Folding: the text as names are compared, with every offset kept.

Each character becomes exactly one character, so an offset into the folded text is an offset into
the text itself.
"""

import unicodedata
from functools import lru_cache

_SINGLE = {
    "\u2018": "'",
    "\u2019": "'",
    "\u02bc": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\t": " ",
    "\n": " ",
    "\r": " ",
    "\u00a0": " ",
    "\u202f": " ",
    "\u0111": "d",
    "\u0131": "i",
    "\u0142": "l",
    "\u00f8": "o",
}


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    if character in _SINGLE:
        return _SINGLE[character]
    decomposed = unicodedata.normalize("NFD", character)
    if len(decomposed) > 1 and all(unicodedata.combining(mark) for mark in decomposed[1:]):
        return decomposed[0]
    return character


def fold(text: str) -> str:
    """Return the text without accents, with plain quotes, hyphens and spaces, offsets kept."""
    if text.isascii():
        return text.translate({9: " ", 10: " ", 13: " "})
    return "".join(map(_folded_character, text))
