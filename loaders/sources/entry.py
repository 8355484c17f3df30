"""Entries: what the readers of formats hand on, before cleaning and after."""

from dataclasses import dataclass

from graph.errors import EntenteError
from graph.facts import Article

_SHOWN = 80


class ArticleError(EntenteError):
    """An article cannot be loaded; ``line`` counts from 1, None means the whole file."""

    code = "REJECTED"

    def __init__(self, message: str, *, fix: str, line: int | None = None) -> None:
        super().__init__(message, fix=fix)
        self.line = line


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as its source gives it: ``body`` is not cleaned, ``published_at`` is ISO 8601."""

    title: str
    body: str
    line: int | None = None
    url: str | None = None
    publisher: str | None = None
    published_at: str | None = None
    language: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page of HTML: to find the article in it takes far longer than to read it.

    ``charset`` is what the server told of it, ``address`` where it was; ``is_archived`` tells that
    it is one of many in its file, so that rejects name it by its address.
    """

    data: bytes
    charset: str | None = None
    address: str | None = None
    is_archived: bool = False


@dataclass(frozen=True, slots=True)
class SourceArticle:
    """An article and where it was read: ``path`` as given or found, ``-`` for standard input.

    ``line`` counts from 1; None where the whole file is the article.
    """

    article: Article
    path: str
    line: int | None = None


Entry = RawArticle | RawPage | ArticleError


def show(value: object) -> str:
    """Quote a value for a message: on one line, without controls, cut where it is long."""
    text = value if isinstance(value, str) else repr(value)
    cut = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return "'" + "".join(char if char.isprintable() else _escaped(char) for char in cut) + "'"


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode()
