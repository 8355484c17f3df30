"""Reading articles: the way from paths to articles, one at a time."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO

from loaders.rejects import Reject
from loaders.sources.building import build_article
from loaders.sources.decoding import reject_not_utf8
from loaders.sources.entry import ArticleError, Entry, SourceArticle
from loaders.sources.formats import Format, format_of_content, format_of_path
from loaders.sources.html import read_html
from loaders.sources.json import read_json, read_json_lines
from loaders.sources.options import SourceOptions
from loaders.sources.paths import STDIN, check_arguments, find_files
from loaders.sources.published import DateRules
from loaders.sources.streams import read_head, read_limited, with_head
from loaders.sources.text import read_text
from loaders.sources.walk import Found, unreadable

_BUFFER = 1 << 16
_MAGIC = 8

Reading = SourceArticle | Reject
"""An article, or what is in its place: why there is none."""


def read_sources(
    paths: Sequence[str], options: SourceOptions, *, stdin: IO[bytes] | None = None
) -> Iterator[Reading]:
    """Read the articles of files, folders, glob patterns and ``-``, in this order.

    Articles come one at a time, in the memory of the largest; what cannot be loaded comes as a
    reject in its place, and reading goes on. ``stdin`` stands in for standard input. Raises
    InputError at once where a path names nothing that exists.
    """
    arguments = check_arguments(paths)
    return _Reader(options, stdin).readings(find_files(arguments, options.exclude))


def read_articles(
    paths: Sequence[str],
    options: SourceOptions,
    on_reject: Callable[[Reject], None],
    *,
    stdin: IO[bytes] | None = None,
) -> Iterator[SourceArticle]:
    """Read articles as ``read_sources`` does, with the rejects handed to ``on_reject``."""

    def articles(readings: Iterator[Reading]) -> Iterator[SourceArticle]:
        for reading in readings:
            if isinstance(reading, Reject):
                on_reject(reading)
            else:
                yield reading

    return articles(read_sources(paths, options, stdin=stdin))


class _Reader:
    """Reads the files that are found."""

    def __init__(self, options: SourceOptions, stdin: IO[bytes] | None) -> None:
        self._options = options
        self._rules = DateRules.of(options)
        self._stdin = stdin

    def readings(self, files: Iterator[Found]) -> Iterator[Reading]:
        for found in files:
            if found.problem:
                yield _reject(found.path, found.problem)
            else:
                yield from self._file(found.path)

    def _file(self, path: str) -> Iterator[Reading]:
        try:
            with self._open(path) as stream:
                for entry, alone in _mark_alone(self._entries(path, stream), path):
                    yield _built(entry, path, alone=alone)
        except OSError as error:
            yield _reject(path, unreadable(error))
        except ArticleError as problem:
            yield _reject(path, problem)

    def _open(self, path: str) -> AbstractContextManager[IO[bytes]]:
        if path != STDIN:
            return Path(path).open("rb", buffering=_BUFFER)
        if self._stdin is not None:
            return nullcontext(self._stdin)
        if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison] - None where closed
            raise ArticleError("Standard input is closed.", fix="Name a file instead of -.")
        # A buffer of our own: Python cannot end while a thread waits in that of sys.stdin. It
        # stays open, since it is not ours to close.
        return nullcontext(open(sys.stdin.fileno(), "rb", buffering=_BUFFER, closefd=False))

    def _entries(self, path: str, stream: IO[bytes]) -> Iterator[Entry]:
        known = None if path == STDIN else format_of_path(path)
        head = stream.read(_MAGIC) if known else read_head(stream)
        kind = known or format_of_content(head)
        if kind in ("json", "jsonl"):
            reject_not_utf8(head[:_MAGIC])
        yield from _not_empty(self._entries_of(kind, with_head(head, stream)))

    def _entries_of(self, kind: Format, stream: io.BufferedReader) -> Iterator[Entry]:
        if kind == "json":
            return read_json(stream, self._options, self._rules)
        if kind == "jsonl":
            return read_json_lines(stream, self._options, self._rules)
        data = read_limited(stream, self._options.max_article_bytes)
        if data is None:
            raise ArticleError(
                f"It is larger than {self._options.max_article_bytes:,} bytes.",
                fix="Split it, or raise the limit.",
            )
        if not data.strip():
            return iter(())
        if kind == "html":
            return read_html(data, self._rules)
        return read_text(data, self._rules, markdown=kind == "markdown")


def _built(entry: Entry, path: str, *, alone: bool) -> Reading:
    try:
        if isinstance(entry, ArticleError):
            raise entry
        article = build_article(entry, file=path if alone else None)
    except ArticleError as problem:
        return _reject(path, problem)
    return SourceArticle(article, path, entry.line)


def _reject(path: str, problem: ArticleError) -> Reject:
    return Reject(path, problem.line, problem.message, problem.fix)


def _not_empty(entries: Iterator[Entry]) -> Iterator[Entry]:
    first = next(entries, None)
    if first is None:
        raise ArticleError("It is empty.", fix="Give a file that holds an article.")
    yield first
    yield from entries


def _mark_alone(entries: Iterator[Entry], path: str) -> Iterator[tuple[Entry, bool]]:
    """Say of each entry whether its file holds no other.

    Of standard input it is never said, so that no article waits for the one behind it.
    """
    if path == STDIN:
        yield from ((entry, False) for entry in entries)
        return
    first, second = next(entries, None), next(entries, None)
    if first is not None:
        yield first, second is None
    if second is not None:
        yield second, False
    yield from ((entry, False) for entry in entries)
