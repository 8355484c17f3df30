"""Building: from what a source gives to the cleaned article with its id."""

from dataclasses import dataclass

from graph.facts import Article
from loaders.cleaning import clean_line, clean_paragraphs, join_text
from loaders.identity import article_id, file_source
from loaders.rejects import Reject
from loaders.sources.dateline import dateline_day
from loaders.sources.entry import ArticleError, Entry, RawArticle, RawPage, SourceArticle
from loaders.sources.html import find_article
from loaders.sources.published import DateRules
from loaders.sources.remote import is_url

Reading = SourceArticle | Reject
"""An article, or what is in its place: why there is none."""


@dataclass(frozen=True, slots=True)
class Unbuilt:
    """What a source gave and where; ``is_alone`` tells that its file holds no other."""

    entry: Entry
    path: str
    is_alone: bool


def build(given: Unbuilt, rules: DateRules) -> Reading:
    """The article, or why there is none."""
    entry = given.entry
    try:
        if isinstance(entry, ArticleError):
            raise entry
        raw = find_article(entry, rules) if isinstance(entry, RawPage) else entry
        article = build_article(raw, rules, file=given.path if given.is_alone else None)
    except ArticleError as problem:
        return rejected(given.path, problem)
    return SourceArticle(article, given.path, raw.line)


def rejected(path: str, problem: ArticleError) -> Reject:
    """The reject of what was read at a path."""
    return Reject(path, problem.line, problem.message, problem.fix)


def build_article(raw: RawArticle, rules: DateRules, *, file: str | None) -> Article:
    """Clean an article and identify it; its dateline dates it where nothing else does.

    ``file`` is the path of the file where that holds this article and no other, else None.
    Raises ArticleError where no text is left.
    """
    title = clean_line(raw.title)
    paragraphs = clean_paragraphs(raw.body)
    if not paragraphs:
        raise ArticleError(
            "No text is left once sharing buttons, advertisements and the like are gone.",
            fix="Give the text of the article.",
            line=raw.line,
        )
    text = join_text(title, paragraphs)
    anonymous = raw.id is None and raw.url is None
    return Article(
        id=article_id(text, url=raw.url, given=raw.id),
        title=title,
        text=text,
        url=raw.url,
        publisher=clean_line(raw.publisher or "") or None,
        published_at=raw.published_at or dateline_day(paragraphs[0], rules),
        language=raw.language,
        source=_source(file) if file is not None and anonymous else None,
    )


def _source(file: str) -> str:
    return file if is_url(file) else file_source(file)
