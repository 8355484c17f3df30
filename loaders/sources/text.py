"""Text articles: the title, then lines with the date of publication, then the body.

The title is the first line that is not blank. Dates may stand in the ``HEADER_LINES`` lines after
it, so that a line with the author may come between; they are no part of the body. A text of one
line has no title.
"""

import re
from collections.abc import Iterable, Iterator

from loaders.sources.date_line import DateLine, read_date_line
from loaders.sources.decoding import decode
from loaders.sources.entry import ArticleError, Entry, RawArticle
from loaders.sources.published import DateRules

HEADER_LINES = 3
"""Lines after the title, blank ones not counted, in which dates are looked for."""

_LINE_END = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_HEADING = re.compile(r"^#{1,6}\s+(.*?)(?:\s#+)?$")
_SENTENCE_END = re.compile(r"""[.!?]["'\u201d\u2019]?$""")


def read_text(data: bytes, rules: DateRules, *, markdown: bool = False) -> Iterator[Entry]:
    """Read the one article of a text file; in Markdown the marks of headings go."""
    try:
        yield parse_text(decode(data), rules, markdown=markdown)
    except ArticleError as problem:
        yield problem


def parse_text(text: str, rules: DateRules, *, markdown: bool = False) -> RawArticle:
    """Split a text into title, date and body.

    Raises ArticleError, with the line, where it has a line with a date that cannot be used.
    """
    lines = [line.strip() for line in _LINE_END.split(text)]
    if markdown:
        lines = [_HEADING.sub(r"\1", line) for line in lines]
    filled = [number for number, line in enumerate(lines) if line]
    if not filled:
        raise ArticleError("It is empty.", fix="Write the title, a blank line and the text.")
    dates = _header_dates(lines, filled[1:], rules)
    body = [line for n, line in enumerate(lines) if n > filled[0] and n not in dates]
    title = lines[filled[0]]
    if not any(body):
        title, body = "", [title]
    return RawArticle(title, "\n".join(body), published_at=_publication(dates.values()))


def _header_dates(lines: list[str], filled: list[int], rules: DateRules) -> dict[int, DateLine]:
    dates: dict[int, DateLine] = {}
    for number in filled[:HEADER_LINES]:
        try:
            found = read_date_line(lines[number], rules)
        except ArticleError as problem:
            problem.line = number + 1
            raise
        if found:
            dates[number] = found
        elif _SENTENCE_END.search(lines[number]):
            # The body has begun: a date in it is part of the article.
            break
    return dates


def _publication(dates: Iterable[DateLine]) -> str | None:
    found = list(dates)
    stated = [date.published for date in found] + [date.updated for date in found]
    return next(filter(None, stated), None)
