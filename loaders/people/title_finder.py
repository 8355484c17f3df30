"""The step "titles": finds the titles of offices and the words that change them."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.document import Document
from loaders.gazetteer.phrase_index import PhraseMatch, lowered
from loaders.gazetteer.word_list import word_list
from loaders.people.office_span import OfficeSpan
from loaders.people.office_table import OfficeTitle, load_offices, load_prefixes
from loaders.text.token import Token

_KEPT = {
    "FORMER": "Former",
    "OUSTED": "Former",
    "DECEASED": "Former",
    "DEPUTY": "Deputy",
    "ASSISTANT": "Assistant",
    "ACTING": "Acting",
    "DESIGNATE": "Incoming",
    "INCOMING": "Incoming",
    "OPPOSITION": "Shadow",
    "HONORARY": "Honorary",
}
"""What is said of the office beside its title; that it is held now is not said."""


class TitleFinder:
    """Finds titles, whether they stand beside a name or not."""

    name = "titles"

    def __call__(self, document: Document) -> Document:
        """Add the titles."""
        lowers = lowered(document.tokens)
        singular = [_singular(document.tokens, index) for index in range(len(lowers))]
        matches = load_offices().find(singular)
        return replace(document, titles=tuple(_span(document, lowers, match) for match in matches))


def _singular(tokens: Sequence[Token], index: int) -> str:
    """Return a word in lower case; a plural before a name counts as one: "Ministers Roy and Li"."""
    lower = tokens[index].lower
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    shared = lower in word_list("shared_titles") and following and following.capitalized
    return lower[:-1] if shared else lower


def _span(document: Document, lowers: Sequence[str], match: PhraseMatch[OfficeTitle]) -> OfficeSpan:
    begin = _portfolio(lowers, match)
    portfolio = (lower.capitalize() for lower in lowers[begin : match.first])
    first, meanings = _prefixes(lowers, begin)
    words = dict.fromkeys(_KEPT[meaning] for meaning in meanings if meaning in _KEPT)
    title = " ".join((*words, *portfolio, match.value.title))
    start, end = document.tokens[first].start, document.tokens[match.last - 1].end
    return OfficeSpan(first, match.last, start, end, title, match.value)


def _portfolio(lowers: Sequence[str], match: PhraseMatch[OfficeTitle]) -> int:
    """Return where the words begin that say what a minister is for: "its fisheries minister".

    The table has the ministers that most states have; these are of a few.
    """
    first = match.first
    if match.value.title != "Minister" or match.last - match.first > 1:
        return first
    while first > 0 and lowers[first - 1] in word_list("portfolios"):
        first -= 1
    return first


def _prefixes(lowers: Sequence[str], first: int) -> tuple[int, tuple[str, ...]]:
    """Return where the words before a title begin, and what they mean."""
    meanings: list[str] = []
    while first > 0 and lowers[first - 1] in load_prefixes():
        first -= 1
        meanings.insert(0, load_prefixes()[lowers[first]])
    return first, tuple(meanings)
