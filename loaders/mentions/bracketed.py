"""Other names in brackets right behind a name: an abbreviation, or the name in its own script."""

import re
import unicodedata
from collections.abc import Iterator

from graph.facts import Span
from loaders.document import Document

_BRACKETS = re.compile(r" \((?:[A-Z][a-z]+: ?)?([^()\n]{2,40})\)")
"""Before the name its language may be told: "(Korean: ...)"."""

_ABBREVIATION = re.compile(r"[A-Z][A-Za-z&.-]{1,11}")
_FEWEST_CAPITALS = 2
_FEWEST_LETTERS = 3
"""Letters that a person may be called by: two could be anything."""


def abbreviation(document: Document, end: int) -> str | None:
    """Return the abbreviation in brackets behind a name that ends there, None if there is none.

    A single capital is no sign of one: "(London)" tells a place.
    """
    told = _bracketed(document, end)
    if told is None or not _ABBREVIATION.fullmatch(told):
        return None
    return told if sum(map(str.isupper, told)) >= _FEWEST_CAPITALS else None


def initials(document: Document, start: int, end: int) -> str | None:
    """Return the abbreviation behind the name of a person if it is the initials of that name."""
    told = abbreviation(document, end)
    if told is None or len(told) < _FEWEST_LETTERS:
        return None
    words = re.split(r"[\s-]+", document.folded[start:end])
    return told if told == "".join(word[:1] for word in words).upper() else None


def own_script(document: Document, end: int) -> str | None:
    """Return the name in brackets behind a name if it is written in another script than Latin."""
    told = _bracketed(document, end)
    return told if told and all(map(_is_foreign, filter(str.isalpha, told))) else None


def occurrences(document: Document, name: str) -> Iterator[Span]:
    """Yield the places where a name stands that nothing else is named at."""
    taken = {mention.start for mention in document.mentions}
    for match in re.finditer(rf"\b{re.escape(name)}\b", document.folded):
        if match.start() not in taken:
            text = document.article.text[match.start() : match.end()]
            yield Span(match.start(), match.end(), text)


def _bracketed(document: Document, end: int) -> str | None:
    found = _BRACKETS.match(document.article.text, end)
    told = found[1].strip() if found else ""
    return told if any(map(str.isalpha, told)) else None


def _is_foreign(letter: str) -> bool:
    return not unicodedata.name(letter, "LATIN").startswith("LATIN")
