"""Wording: where the words of an answer stand in the article."""

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.document import Document
from loaders.text.folding import fold
from loaders.text.sentence import Sentence

FEWEST_WORDS = 2
"""Words of a quote; a single one is no evidence."""


def occurrences(document: Document, words: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand, whole, whatever blanks are between them."""
    parts = fold(words).split()
    # What is longer than the article is not in it, and no pattern is built for it.
    if parts and len(words) <= len(document.folded):
        pattern = r"\s+".join(map(re.escape, parts))
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", document.folded):
            yield match.span()


def bare(name: str) -> str:
    """Return a name without an article before it."""
    return name.strip().removeprefix("The ").removeprefix("the ")


def is_name(words: str) -> bool:
    """Whether words can be a name: not all in small letters, as "the president" is."""
    return bool(words.strip()) and not words.islower()


def quoted(document: Document, quote: str) -> Sentence | None:
    """Return the sentence that holds a quote, or all sentences that it runs through as one.

    None where the article has no such words, or they are too few to say anything.
    """
    if len(quote.split()) < FEWEST_WORDS:
        return None
    found = next(occurrences(document, quote), None)
    if found is None:
        return None
    first, last = document.sentence_at(found[0]), document.sentence_at(found[1] - 1)
    return replace(first, end=last.end)
