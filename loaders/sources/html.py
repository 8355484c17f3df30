"""HTML articles: the text is found by trafilatura, what the page says of itself is read here."""

from collections.abc import Iterator

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document
from trafilatura.utils import load_html

from loaders.sources.decoding import declared_charset, decode
from loaders.sources.entry import ArticleError, Entry, RawArticle
from loaders.sources.page import page_date, page_language, page_url
from loaders.sources.published import DateRules
from loaders.sources.text import parse_text

_FIX = "Save the article itself, as a page, text or JSON."


def read_html(data: bytes, rules: DateRules) -> Iterator[Entry]:
    """Read the one article of a page."""
    try:
        yield parse_html(decode(data, declared=declared_charset(data)), rules)
    except ArticleError as problem:
        yield problem


def parse_html(page: str, rules: DateRules) -> RawArticle:
    """Find the article of a page, with its title, date, publisher, address and language.

    Raises ArticleError where there is none, or its date cannot be used.
    """
    try:
        tree, document = _extract(page)
    except ArticleError:
        raise
    except Exception as error:
        # Pages can be broken in any way, and lxml and trafilatura fail in as many.
        raise ArticleError(f"The page cannot be read: {error}.", fix=_FIX) from error
    # Each line of trafilatura's text is a paragraph.
    body = "\n\n".join((document.text or "").splitlines())
    dated = parse_text(f"-\n\n{body}", rules)
    published = page_date(tree, rules) or dated.published_at or _guess(document.date)
    return RawArticle(
        title=document.title or "",
        body=dated.body if dated.title else body,
        url=page_url(tree),
        publisher=_publisher(document.sitename),
        published_at=published,
        language=page_language(tree),
    )


def _extract(page: str) -> tuple[HtmlElement, Document]:
    if "<html" not in page[:2000].lower():
        # A fragment of one element is not taken for a page.
        page = f"<html><body>{page}</body></html>"
    tree = load_html(page)
    document = (
        None
        if tree is None
        else bare_extraction(
            page,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    )
    if tree is None or not isinstance(document, Document) or not (document.text or "").strip():
        raise ArticleError("The page holds no article.", fix=_FIX)
    return tree, document


def _guess(date: str | None) -> str | None:
    """Take the date that trafilatura finds in a page without dates of its own.

    Where it finds only a month or year it gives their first day, so first days say nothing.
    """
    return None if date is None or date.endswith("-01") else date


def _publisher(name: str | None) -> str | None:
    # Some pages name their publisher by the address of a profile.
    return None if not name or "://" in name else name
