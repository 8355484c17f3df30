"""Tables: CSV and TSV, a header with names and then an article a row (RFC 4180).

Columns are named as the fields of a JSON article are, or mapped. A row may span lines where its
text is quoted. One that cannot be read costs its first line only: reading goes on at the next.
"""

import csv
import re
from collections import deque
from collections.abc import Iterator
from typing import IO

from loaders.sources.decoding import reject_not_utf8
from loaders.sources.entry import ArticleError, Entry, show
from loaders.sources.fields import SYNONYMS, read_fields
from loaders.sources.options import FIELDS, SourceOptions
from loaders.sources.published import DateRules
from loaders.sources.streams import lines_of

_DELIMITERS = ",;\t|"
_MARK = b"\xef\xbb\xbf"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_table(
    stream: IO[bytes], options: SourceOptions, rules: DateRules, delimiter: str | None
) -> Iterator[Entry]:
    """Read the rows of a table; where no delimiter is given, the header tells it.

    Raises ArticleError where the header cannot be used, for then no row can.
    """
    # The limit is one of the whole process; rows are bounded here, so it may only be raised.
    csv.field_size_limit(max(csv.field_size_limit(), options.max_line_bytes))
    lines = _Lines(stream, options.max_line_bytes)
    header = _header(lines, delimiter)
    if header is None:
        return
    columns, delimiter = header
    _check_columns(columns, options)
    while (row := lines.row(delimiter)) is not None:
        try:
            if isinstance(row, ArticleError):
                raise row
            number, values = row
            if values:
                yield read_fields(_record(columns, values, number), number, options, rules)
        except ArticleError as problem:
            problem.line = problem.line or lines.start
            yield problem


def begins_table(head: bytes, options: SourceOptions) -> bool:
    """Whether content that no name tells the format of begins with the header of a table.

    A line of text is taken for one where it names the column of the text and one more field: with
    less, a text that begins with the word "article" would be one.
    """
    lines = head.removeprefix(_MARK).decode("utf-8", "replace").strip().splitlines()
    if not lines:
        return False
    for delimiter in _DELIMITERS:
        columns = {name.strip() for name in next(csv.reader(lines[:1], delimiter=delimiter))}
        named = [field for field in FIELDS if columns & _columns_of(field, options)]
        if "text" in named and len(named) > 1:
            return True
    return False


def _columns_of(field: str, options: SourceOptions) -> set[str]:
    """The columns in which a field may stand."""
    mapped = options.fields.get(field)
    return {field, *SYNONYMS.get(field, ())} if mapped is None else {mapped}


def _header(lines: "_Lines", delimiter: str | None) -> tuple[list[str], str] | None:
    columns: list[str] = []
    told = delimiter
    # Blank lines above the header say nothing.
    while not any(columns):
        first = lines.peek()
        if first is None:
            return None
        told = delimiter or max(_DELIMITERS, key=first.count)
        row = lines.row(told)
        if row is None or isinstance(row, ArticleError):
            raise row or ArticleError("It is empty.", fix="Give a table with a header.")
        columns = [name.strip() for name in row[1]]
    twice = next((name for name in columns if columns.count(name) > 1), None)
    if twice is not None:
        raise ArticleError(
            f"The column {show(twice)} stands twice in the header.", fix="Rename one.", line=1
        )
    return columns, told or _DELIMITERS[0]


def _check_columns(columns: list[str], options: SourceOptions) -> None:
    if not _columns_of("text", options) & set(columns):
        wanted = options.fields.get("text", "text")
        raise ArticleError(
            f"It has no column {show(wanted)}; its columns are {show(', '.join(columns))}.",
            fix="Name the column that holds the text, such as --map text=Body.",
            line=1,
        )


def _record(columns: list[str], values: list[str], number: int) -> dict[str, str]:
    if len(values) != len(columns):
        raise ArticleError(
            f"It has {len(values)} values, and the header {len(columns)} columns.",
            fix="Put values that hold the delimiter or a line break in quotes.",
            line=number,
        )
    if any(_LONE_SURROGATE.search(value) for value in values):
        raise ArticleError("It is not UTF-8.", fix="Save the file as UTF-8.", line=number)
    return dict(zip(columns, values, strict=True))


def _unsound(error: csv.Error, line: int) -> ArticleError:
    if "new-line" in str(error):
        return ArticleError(
            "A carriage return that ends no line stands outside of quotes.",
            fix="Save the table with line ends of Unix or Windows.",
            line=line,
        )
    return ArticleError(
        f"Its quotes do not match: {error}.",
        fix='Close every quote, and write one within a value as "".',
        line=line,
    )


class _Lines:
    """The lines of a table, and the rows that they make up."""

    def __init__(self, stream: IO[bytes], limit: int) -> None:
        self.start = 1
        self._limit = limit
        self._fresh = lines_of(stream, limit)
        self._waiting: deque[tuple[int, str | None]] = deque()

    def peek(self) -> str | None:
        """Look at the next line; None at the end."""
        line = self._next()
        if line is None:
            return None
        self._waiting.appendleft(line)
        return line[1] or ""

    def row(self, delimiter: str) -> tuple[int, list[str]] | ArticleError | None:
        """Take a row and the number of its first line; None at the end."""
        taken: list[tuple[int, str | None]] = []
        first = self._next()
        if first is None:
            return None
        self._waiting.appendleft(first)
        self.start = first[0]
        try:
            values = next(csv.reader(self._feed(taken), delimiter=delimiter, strict=True))
        except csv.Error as error:
            problem = _unsound(error, self.start)
        except ArticleError as error:
            problem = error
        else:
            return self.start, values
        self._waiting.extendleft(reversed(taken[1:]))
        return problem

    def _feed(self, taken: list[tuple[int, str | None]]) -> Iterator[str]:
        """Give lines to a row, up to the limit."""
        size = 0
        while (line := self._next()) is not None:
            taken.append(line)
            size += len(line[1] or "")
            if line[1] is None or size > self._limit:
                raise ArticleError(
                    f"It is larger than {self._limit:,} bytes.",
                    fix="Split it, or raise ENTENTE_MAX_LINE.",
                    line=self.start,
                )
            yield line[1]

    def _next(self) -> tuple[int, str | None] | None:
        if self._waiting:
            return self._waiting.popleft()
        number, data = next(self._fresh, (0, b""))
        if not number:
            return None
        if number == 1 and data is not None:
            reject_not_utf8(data[:8], "a table")
            data = data.removeprefix(_MARK)
        # What is no UTF-8 is found in the row where it stands.
        return number, None if data is None else data.decode("utf-8", "surrogateescape")
