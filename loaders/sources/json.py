"""JSON articles: a file of objects, or JSON Lines with one object a line."""

from collections.abc import Iterator
from typing import IO

from loaders.sources.entry import ArticleError, Entry
from loaders.sources.fields import read_fields
from loaders.sources.json_object import parse_object
from loaders.sources.json_split import Flaw, JsonSplitter
from loaders.sources.options import SourceOptions
from loaders.sources.published import DateRules
from loaders.sources.streams import lines_of

_MARK = b"\xef\xbb\xbf"


def read_json(stream: IO[bytes], options: SourceOptions, rules: DateRules) -> Iterator[Entry]:
    """Read the objects of a JSON file: one, several, or an array of them."""
    for piece in JsonSplitter(stream, options.max_line_bytes).pieces():
        if isinstance(piece, Flaw):
            yield ArticleError(f"{piece.reason}.", fix="Correct the JSON.", line=piece.line)
        else:
            yield _read(piece.data, piece.line, options, rules)


def read_json_lines(stream: IO[bytes], options: SourceOptions, rules: DateRules) -> Iterator[Entry]:
    """Read JSON Lines; blank lines are passed over."""
    for number, data in lines_of(stream, options.max_line_bytes):
        content = data.removeprefix(_MARK) if data and number == 1 else data
        if content is None or content.strip():
            # Without its end, so that an object cut short is missing the rest on its own line.
            whole = content if content is None else content.rstrip(b"\r\n")
            yield _read(whole, number, options, rules)


def _read(data: bytes | None, line: int, options: SourceOptions, rules: DateRules) -> Entry:
    if data is None:
        return ArticleError(
            f"It is larger than {options.max_line_bytes:,} bytes.",
            fix="Split it, or raise ENTENTE_MAX_LINE.",
            line=line,
        )
    try:
        return read_fields(parse_object(data, line), line, options, rules)
    except ArticleError as problem:
        problem.line = problem.line or line
        return problem
