"""HTML articles: the text is found by trafilatura, what the page says of itself is read here."""

from dataclasses import replace

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document
from trafilatura.utils import load_html

from loaders.sources.decoding import declared_charset, decode
from loaders.sources.entry import ArticleError, RawArticle, RawPage
from loaders.sources.fields import check_url
from loaders.sources.page import page_date, page_language, page_url
from loaders.sources.published import DateRules
from loaders.sources.text import parse_text

_FIX = "Save the article itself, as a page, text or JSON."


def find_article(page: RawPage, rules: DateRules) -> RawArticle:
    """Find the article of a page as it was read.

    Raises ArticleError where there is none, or its date or address cannot be used.
    """
    try:
        raw = parse_html(
            decode(page.data, declared=page.charset or declared_charset(page.data)), rules
        )
        return replace(raw, url=raw.url or _address(page))
    except ArticleError as problem:
        if not page.is_archived:
            raise
        raise named_by(page.address, problem) from problem


def named_by(address: str | None, problem: ArticleError) -> ArticleError:
    """The problem of a page in an archive: a line says nothing there, its address does."""
    return ArticleError(f"{address or ''}: {problem.message}", fix=problem.fix)


def _address(page: RawPage) -> str | None:
    return check_url(page.address) if page.is_archived else page.address


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
