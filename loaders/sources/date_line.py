"""The line of a text article that says when it was published or updated."""

import re
from dataclasses import dataclass

from loaders.sources.date_forms import match_date
from loaders.sources.published import DateRules, parse_published

MAX_LENGTH = 120
"""Characters; a longer line is text."""

MAX_BAD_DATE = 40
"""Characters; what follows "Published" is a date with a slip in it, or a longer sentence."""

_PUBLISHED = (
    r"(?:(?:first|originally)\s)?(?:published|posted|issued|released)"
    r"|publication\sdate|date(?:\sof\spublication|\spublished)?"
)
_UPDATED = r"(?:last\s)?(?:updated|modified)"
_LABEL = re.compile(
    rf"(?:(?P<published>{_PUBLISHED})|(?P<updated>{_UPDATED}))\b\s?(?:[:\u2013\u2014-]\s?)?"
    r"(?:on\s|at\s)?",
    re.IGNORECASE,
)
# Between two dates, but not between the words of one label.
_SPLIT = re.compile(
    r"(?<!first)(?<!last)(?<!originally)(?<!date)(?:\s?[|·•,;/\u2013\u2014(-]\s?|\s)"
    rf"(?=(?:{_PUBLISHED}|{_UPDATED})\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a line says; each is ISO 8601 or None."""

    published: str | None = None
    updated: str | None = None


def read_date_line(line: str, rules: DateRules) -> DateLine | None:
    """Read a line that holds nothing but dates of publication, or give None for other lines.

    A bare date counts as that of publication. Raises ArticleError where the line is such a line
    and its date cannot be used.
    """
    line = " ".join(line.split()).strip("[] ")
    if not line or len(line) > MAX_LENGTH:
        return None
    pieces = [piece.strip("() ") for piece in _SPLIT.split(line) if piece.strip("() ")]
    if not all(_looks_dated(piece) for piece in pieces):
        return None
    published = updated = None
    for piece in pieces:
        label = _LABEL.match(piece)
        day = parse_published(piece[label.end() :] if label else piece, rules, name="The date")
        if label and label["updated"]:
            updated = updated or day
        else:
            published = published or day
    return DateLine(published, updated)


def _looks_dated(piece: str) -> bool:
    """Tell a piece of a date line, be its date good or bad, from a sentence."""
    label = _LABEL.match(piece)
    if not label:
        return match_date(piece) is not None
    stated = piece[label.end() :]
    if match_date(stated):
        return True
    announced = ":" in label[0] or stated[:1].isdigit()
    short = len(stated) <= MAX_BAD_DATE and stated[-1:] != "."
    return announced and short and any(char.isdigit() for char in stated)
