"""What an HTML page says of itself: its date of publication, address and language."""

import re
from collections.abc import Iterator, Mapping
from typing import cast
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from loaders.sources.entry import ArticleError
from loaders.sources.fields import check_language, check_url
from loaders.sources.published import DateRules, UnreadableDateError, parse_published

# By how sure they are to mean the first publication of this article.
_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "date",
)
_LINKED_DATA_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"')


def page_date(tree: HtmlElement, rules: DateRules) -> str | None:
    """Read the date that a page states in its metadata, linked data or ``time`` elements.

    Raises ArticleError where the first that has the form of a date cannot be used.
    """
    for stated in _stated_dates(tree):
        try:
            return parse_published(stated, rules, name="The page's date")
        except UnreadableDateError:
            continue
    return None


def page_url(tree: HtmlElement) -> str | None:
    """Read the canonical address; one that names only the site says nothing of the article."""
    found = [
        *_strings(tree, "//link[@rel='canonical']/@href"),
        *_strings(tree, "//meta[@property='og:url']/@content"),
    ]
    return next((url for url in found if _is_of_article(url)), None)


def page_language(tree: HtmlElement) -> str | None:
    """Read the language that a page declares."""
    found = [
        *_strings(tree, "/html/@lang"),
        *_strings(tree, "/html/@*[local-name()='lang']"),
        *_strings(tree, "//meta[@property='og:locale']/@content"),
    ]
    for tag in found:
        try:
            return check_language(tag)
        except ArticleError:
            continue
    return None


def _stated_dates(tree: HtmlElement) -> Iterator[str]:
    named: dict[str, str] = {}
    for name, content in _metadata(tree):
        named.setdefault(name.lower(), content)
    yield from (named[name] for name in _DATE_NAMES if name in named)
    for script in _strings(tree, "//script[@type='application/ld+json']/text()"):
        yield from _LINKED_DATA_DATE.findall(script)
    yield from _strings(tree, "//time[@itemprop='datePublished' or @pubdate]/@datetime")
    yield from _strings(tree, "//article//time/@datetime")


def _metadata(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in cast("list[HtmlElement]", tree.xpath("//meta[@content]")):
        given = cast("Mapping[str, str]", element.attrib)
        for attribute in ("property", "name", "itemprop"):
            yield given.get(attribute, ""), given["content"]


def _strings(tree: HtmlElement, path: str) -> list[str]:
    """Give the attributes or texts that a path selects, those that are blank left out."""
    found = [str(value).strip() for value in cast("list[object]", tree.xpath(path))]
    return [text for text in found if text]


def _is_of_article(url: str) -> bool:
    try:
        parts = urlsplit(check_url(url) or "")
    except (ArticleError, ValueError):
        return False
    return bool(parts.path.strip("/") or parts.query)
