"""Reading articles: the way from paths to articles, one at a time."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext, suppress
from dataclasses import replace
from pathlib import Path
from typing import IO

from graph.errors import EntenteError
from loaders.rejects import Reject
from loaders.sources.building import Reading, Unbuilt, rejected
from loaders.sources.building_ahead import build_all
from loaders.sources.contents import Content, unpack
from loaders.sources.csv import begins_table, read_table
from loaders.sources.decoding import reject_not_utf8
from loaders.sources.entry import ArticleError, Entry, RawArticle, RawPage, SourceArticle
from loaders.sources.expansion import Expansion
from loaders.sources.feed import read_feed
from loaders.sources.formats import Format, format_of_content, format_of_path
from loaders.sources.json import read_json, read_json_lines
from loaders.sources.options import SourceOptions
from loaders.sources.origin import open_file, open_stdin, watched
from loaders.sources.paths import STDIN, Argument, check_arguments, find_files
from loaders.sources.published import DateRules
from loaders.sources.remote import is_web
from loaders.sources.streams import read_head, read_limited, with_head
from loaders.sources.text import read_text
from loaders.sources.walk import Found, unreadable
from loaders.sources.warc import read_warc
from loaders.workers import Workers

_MAGIC = 8


def read_sources(
    paths: Sequence[str],
    options: SourceOptions,
    *,
    stdin: IO[bytes] | None = None,
    workers: Workers | None = None,
) -> "Sources":
    """Read the articles of files, folders, glob patterns, URLs and ``-``, in this order.

    Articles come one at a time, in the memory of the largest; what cannot be loaded comes as a
    reject in its place, and reading goes on. ``stdin`` stands in for standard input. ``workers``
    find the articles of HTML pages, a bounded number of which then are in memory. Raises
    InputError at once where a path names nothing that exists.
    """
    return Sources(check_arguments(paths), options, stdin, workers)


def read_articles(
    paths: Sequence[str],
    options: SourceOptions,
    on_reject: Callable[[Reject], None],
    *,
    stdin: IO[bytes] | None = None,
) -> Iterator[SourceArticle]:
    """Read articles as ``read_sources`` does, with the rejects handed to ``on_reject``."""

    def articles(readings: Iterable[Reading]) -> Iterator[SourceArticle]:
        for reading in readings:
            if isinstance(reading, Reject):
                on_reject(reading)
            else:
                yield reading

    return articles(read_sources(paths, options, stdin=stdin))


class Sources:
    """The articles of some arguments; each iteration reads them anew.

    ``position`` is how many bytes have been read of the files so far.
    """

    def __init__(
        self,
        arguments: Sequence[Argument],
        options: SourceOptions,
        stdin: IO[bytes] | None,
        workers: Workers | None,
    ) -> None:
        self._arguments = arguments
        self._options = options
        self._rules = DateRules.of(options)
        self._stdin = stdin
        self._workers = workers
        self._finished = 0
        self._current = 0

    @property
    def position(self) -> int:
        """Bytes read of the files so far, as they lie on the disk."""
        return self._finished + self._current

    def size(self) -> int | None:
        """Count the bytes of all files; None where that cannot be known beforehand."""
        total = 0
        for found in find_files(self._arguments, self._options.exclude):
            if found.opener is not None or found.path == STDIN:
                return None
            with suppress(OSError):
                total += Path(found.path).stat().st_size
        return total

    def __iter__(self) -> Iterator[Reading]:
        return build_all(self._unbuilt(), self._rules, self._workers)

    def _unbuilt(self) -> Iterator[Unbuilt | Reject]:
        for found in find_files(self._arguments, self._options.exclude):
            yield from _problem(found) if found.problem else self._file(found)
            self._finished, self._current = self.position, 0

    def _file(self, found: Found) -> Iterator[Unbuilt | Reject]:
        expansion = Expansion(self._options.max_expansion)

        def on_position(position: int) -> None:
            expansion.saw(position)
            self._current = max(self._current, position)

        try:
            with self._open(found) as origin:
                whole = Content(found.path, found.path, watched(origin, on_position))
                for content in unpack(whole, expansion, self._options.max_layers):
                    if isinstance(content, Found):
                        yield from _problem(content)
                    else:
                        yield from self._content(content)
        except OSError as error:
            yield rejected(found.path, unreadable(error))
        except ArticleError as problem:
            yield rejected(found.path, problem)

    def _open(self, found: Found) -> AbstractContextManager[IO[bytes]]:
        if found.opener is not None:
            return closing(found.opener())
        if found.path != STDIN:
            return closing(open_file(found.path))
        return closing(open_stdin()) if self._stdin is None else nullcontext(self._stdin)

    def _content(self, content: Content) -> Iterator[Unbuilt | Reject]:
        """Read a file that is not packed, or one that was."""
        try:
            for entry, alone in _mark_alone(self._entries(content), content.path):
                yield Unbuilt(entry, content.path, alone)
        except OSError as error:
            yield rejected(content.path, unreadable(error))
        except ArticleError as problem:
            yield rejected(content.path, problem)
        except EntenteError:
            raise
        except Exception as error:
            # A library may fail at what no test of ours has shown it; that ends this file only.
            yield rejected(content.path, _unforeseen(error))

    def _entries(self, content: Content) -> Iterator[Entry]:
        stream = content.stream
        name = content.name.partition("?")[0] if is_web(content.name) else content.name
        known = None if name == STDIN else format_of_path(name)
        head = stream.read(_MAGIC) if known else read_head(stream)
        kind = known or format_of_content(head)
        if known is None and kind == "text" and begins_table(head, self._options):
            kind = "csv"
        if kind in ("json", "jsonl"):
            reject_not_utf8(head[:_MAGIC])
        entries = _not_empty(self._entries_of(kind, with_head(head, stream)))
        yield from _at_address(entries, content.path) if is_web(content.path) else entries

    def _entries_of(self, kind: Format, stream: io.BufferedReader) -> Iterator[Entry]:
        match kind:
            case "json":
                return read_json(stream, self._options, self._rules)
            case "jsonl":
                return read_json_lines(stream, self._options, self._rules)
            case "csv" | "tsv":
                delimiter = "\t" if kind == "tsv" else None
                return read_table(stream, self._options, self._rules, delimiter)
            case "feed":
                return read_feed(stream, self._options, self._rules)
            case "warc":
                return read_warc(stream, self._options, self._rules)
            case "text" | "markdown" | "html":
                return self._whole(kind, stream)

    def _whole(self, kind: Format, stream: io.BufferedReader) -> Iterator[Entry]:
        """Read a file that is one article."""
        data = read_limited(stream, self._options.max_article_bytes)
        if data is None:
            raise ArticleError(
                f"It is larger than {self._options.max_article_bytes:,} bytes.",
                fix="Split it, or raise ENTENTE_MAX_ARTICLE.",
            )
        if not data.strip():
            return iter(())
        if kind == "html":
            return iter((RawPage(data),))
        return read_text(data, self._rules, markdown=kind == "markdown")


def _at_address(entries: Iterator[Entry], address: str) -> Iterator[Entry]:
    """Give the address that it was read from to a page that does not tell its own."""
    for entry in entries:
        if isinstance(entry, RawArticle) and entry.line is None:
            entry = replace(entry, url=entry.url or address)
        elif isinstance(entry, RawPage):
            entry = replace(entry, address=entry.address or address)
        yield entry


def _unforeseen(error: Exception) -> ArticleError:
    return ArticleError(
        f"What reads it failed ({type(error).__name__}: {error}).",
        fix="It may be damaged: get it again; if that does not help, report it with the file.",
    )


def _problem(found: Found) -> Iterator[Reject]:
    if found.problem:
        yield rejected(found.path, found.problem)


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
    first = next(entries, None)
    if first is None:
        return
    try:
        second = next(entries, None)
    except (ArticleError, OSError):
        yield first, False
        raise
    yield first, second is None
    if second is not None:
        yield second, False
    yield from ((entry, False) for entry in entries)
