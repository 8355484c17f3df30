"""Building: from what a source gives to the cleaned article with its id."""

from graph.facts import Article
from loaders.cleaning import clean_line, clean_paragraphs, join_text
from loaders.identity import article_id, file_source
from loaders.sources.entry import ArticleError, RawArticle
from loaders.sources.remote import is_url


def build_article(raw: RawArticle, *, file: str | None) -> Article:
    """Clean an article and identify it.

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
        published_at=raw.published_at,
        language=raw.language,
        source=_source(file) if file is not None and anonymous else None,
    )


def _source(file: str) -> str:
    return file if is_url(file) else file_source(file)
