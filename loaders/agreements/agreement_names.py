"""Names of agreements that no table holds: capitalized, with a word such as "Treaty"."""

import re
from collections.abc import Iterator

from loaders.agreements.effect import load_terms
from loaders.document import Document

_HEADS = (
    "Treaty|Agreement|Agreements|Accord|Accords|Pact|Convention|Protocol|Declaration|Charter|"
    "Memorandum|Communique|Compact|Armistice"
)
_WORD = r"[A-Z][\w'.-]{0,30}"
_NAME = re.compile(
    rf"\b(?P<led>(?:{_WORD} ){{1,6}}(?:{_HEADS})\b(?: (?:of|on|for) {_WORD}(?: {_WORD}){{0,3}})?)"
    rf"|\b(?P<headed>(?:{_HEADS}) (?:of|on|for) (?:the )?{_WORD}"
    rf"(?:(?: and| of| the| for)* {_WORD}){{0,6}})"
)
_OPENERS = re.compile(
    r"(?:The|A|An|In|Under|By|With|And|But|This|That|His|Her|Its|Their|Both|After|Since|On|Of|For) "
)
_DATED = re.compile(
    r" (?:on|of|for) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*"
    r"| (?:on|of|for) (?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\b.*"
)


def agreement_names(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of the names, outside the agreements known already."""
    taken = [
        (one.start, one.end)
        for one in document.mentions
        if one.ref.label in ("Agreement", "Organization", "Person")
    ]
    headlines = [one.end for one in document.sentences if one.kind == "headline"]
    begin = headlines[0] if headlines else 0
    for match in _NAME.finditer(document.folded, begin):
        start, end = match.span()
        opener = _OPENERS.match(document.folded, start, end)
        start = opener.end() if opener else start
        name = document.folded[start:end]
        dated = _DATED.search(name)
        if dated:
            end, name = start + dated.start(), name[: dated.start()]
        end, name = start + len(name.rstrip(".'-")), name.rstrip(".'-")
        if _is_title(document, start, end):
            continue
        overlaps = any(first < end and start < last for first, last in taken)
        if not overlaps and len(name.split()) > 1:
            yield start, end, _kind(name)


def _is_title(document: Document, start: int, end: int) -> bool:
    """Whether quotation marks hold a name and no more, as they hold the title of a book."""
    return any(
        document.folded[one.start : start].strip("\"' ").lower() in ("", "the", "a", "an")
        and not document.folded[end : one.end].strip("\"' .,;!?")
        for one in document.quotations
        if one.start <= start and end <= one.end
    )


def _kind(name: str) -> str:
    """Return the kind that the longest term inside the name tells."""
    lower = name.lower()
    terms = sorted((term for term in load_terms() if term in lower), key=len, reverse=True)
    return load_terms()[terms[0]] if terms else "OTHER"
