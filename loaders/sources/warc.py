"""Web archives: the pages of a WARC file (ISO 28500), as Common Crawl News publishes them.

An article is a page that was answered with status 200 and HTML. Everything else in an archive
(requests, images, redirects, metadata) is no article, and no reject either.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from loaders.sources.decoding import declared_charset, decode
from loaders.sources.entry import ArticleError, Entry, RawPage
from loaders.sources.fields import check_url
from loaders.sources.html import named_by
from loaders.sources.options import SourceOptions
from loaders.sources.published import DateRules
from loaders.sources.text import parse_text

_HTML = ("text/html", "application/xhtml+xml")


def read_warc(stream: IO[bytes], options: SourceOptions, rules: DateRules) -> Iterator[Entry]:
    """Read the pages of an archive; raises ArticleError where it is damaged."""
    for record in _records(stream):
        if record.rec_headers.get_header("Content-Length") is None:
            raise _cut_short()
        if (kind := _kind(record)) is not None:
            yield _entry(record, kind, options, rules)


def _records(stream: IO[bytes]) -> Iterator[Any]:
    try:
        yield from cast("Iterator[Any]", ArchiveIterator(stream))
    except ArchiveLoadFailed as error:
        raise ArticleError(
            f"The WARC file is damaged: {error}.", fix="Get the file again."
        ) from error
    except (AttributeError, TypeError) as error:
        # warcio takes it for granted that a record has what the standard demands.
        raise ArticleError(
            "A record lacks its type, address or length.", fix="Get the file again."
        ) from error


def _kind(record: Any) -> str | None:
    """Tell whether a record holds an article, as "html" or "text"."""
    if record.rec_type == "conversion":
        return "text"
    if record.rec_type == "resource":
        told = record.rec_headers.get_header("Content-Type")
    elif record.rec_type == "response" and record.http_headers is not None:
        if record.http_headers.get_statuscode() != "200":
            return None
        told = record.http_headers.get_header("Content-Type")
    else:
        return None
    return "html" if str(told or "").partition(";")[0].strip().lower() in _HTML else None


def _entry(record: Any, kind: str, options: SourceOptions, rules: DateRules) -> Entry:
    told = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    address = told or None
    try:
        data = _payload(record, options.max_article_bytes)
        if kind == "html":
            return RawPage(data, _charset(record), address, is_archived=True)
        raw = parse_text(decode(data), rules)
        return replace(raw, url=raw.url or check_url(address))
    except ArticleError as problem:
        return named_by(address, problem)


def _payload(record: Any, limit: int) -> bytes:
    """Read the content of a record, unpacked and put together as HTTP tells."""
    data = cast("bytes", record.content_stream().read(limit + 1))
    if len(data) > limit:
        raise ArticleError(f"It is larger than {limit:,} bytes.", fix="Raise ENTENTE_MAX_ARTICLE.")
    if record.raw_stream.limit > 0 and not record.raw_stream.read(1):
        raise _cut_short()
    return data


def _cut_short() -> ArticleError:
    return ArticleError("It is cut short within a record.", fix="Get the whole file again.")


def _charset(record: Any) -> str | None:
    """Find the encoding that the HTTP header tells."""
    if record.http_headers is None:
        return None
    told = str(record.http_headers.get_header("Content-Type") or "")
    return declared_charset(f'<meta content="{told}">'.encode("ascii", "ignore"))
