"""The fields of an article in a JSON object.

Each is looked for under the path that the settings map it to; else under its own name; else, as
other sites name it, under its synonyms, in this order:

- ``text``: body, content, article, articleBody
- ``title``: headline
- ``publishedAt``: published_at, published, datePublished, pubDate, date
- ``publisher``: source, site_name, siteName
- ``url``: link
- ``language``: lang

A synonym counts only where its value has the right type: ``source`` is an object on some sites.
A field that is null or blank is as good as absent, but for ``text``.
"""

import re
from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import urlsplit

from loaders.sources.entry import ArticleError, RawArticle, show
from loaders.sources.options import SourceOptions
from loaders.sources.published import DateRules, parse_published

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "text": ("body", "content", "article", "articleBody"),
    "title": ("headline",),
    "publishedAt": ("published_at", "published", "datePublished", "pubDate", "date"),
    "publisher": ("source", "site_name", "siteName"),
    "url": ("link",),
    "language": ("lang",),
}
MAX_ID = 512
"""Characters of an id."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_Types = tuple[type, ...]
_TEXT: _Types = (str,)
_TYPES: Mapping[str, _Types] = {"id": (str, int), "publishedAt": (str, int, float)}


def read_fields(
    record: Mapping[str, Any], line: int, options: SourceOptions, rules: DateRules
) -> RawArticle:
    """Read an article from an object; raises ArticleError where a field cannot be used."""

    def field(name: str) -> str | None:
        value = _find(record, name, options.fields)
        return None if value is None else str(value)

    published = _find(record, "publishedAt", options.fields)
    return RawArticle(
        title=field("title") or "",
        body=_text(record, options),
        line=line,
        url=check_url(field("url")),
        publisher=field("publisher"),
        published_at=None if published is None else parse_published(published, rules),
        language=check_language(field("language")),
        id=_check_id(field("id")),
    )


def check_url(url: str | None) -> str | None:
    """Check that a URL is one of the web; raises ArticleError where it is not."""
    try:
        parts = urlsplit(url or "")
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if url and (not sound or any(char.isspace() or not char.isprintable() for char in url)):
        raise ArticleError(
            f"url {show(url)} is no web address.", fix="Write it in full, with https://."
        )
    return url


def check_language(tag: str | None) -> str | None:
    """Check that a language is a BCP 47 tag; raises ArticleError where it is not."""
    tag = tag.replace("_", "-") if tag else None
    if tag and not _LANGUAGE.fullmatch(tag):
        raise ArticleError(
            f"language {show(tag)} is no language tag.",
            fix="Write a tag such as en or zh-Hant, or map language to nothing: language=",
        )
    return tag


def _check_id(given: str | None) -> str | None:
    if given and (len(given) > MAX_ID or not given.isprintable()):
        raise ArticleError(
            f"id {show(given)} cannot be used.",
            fix=f"Give an id of at most {MAX_ID} characters without controls.",
        )
    return given


def _text(record: Mapping[str, Any], options: SourceOptions) -> str:
    text = _find(record, "text", options.fields)
    if text is None:
        where = options.fields.get("text", "text")
        state = "no text" if _follow(record, where) is None else "an empty text"
        raise ArticleError(
            f"It has {state} under {show(where)}; its keys are {_keys(record)}.",
            fix="Map the field that holds the text, such as text=body.",
        )
    if len(text.encode()) > options.max_article_bytes:
        raise ArticleError(
            f"Its text is larger than {options.max_article_bytes:,} bytes.",
            fix="Split it, or raise ENTENTE_MAX_ARTICLE.",
        )
    return text


def _keys(record: Mapping[str, Any]) -> str:
    return show(", ".join(record)) if record else "none"


def _find(record: Mapping[str, Any], name: str, mapped: Mapping[str, str]) -> Any:
    """Find the value of a field, None where it is absent or blank."""
    types = _TYPES.get(name, _TEXT)
    if name in mapped:
        return _typed(_follow(record, mapped[name]), types, mapped[name])
    value = _typed(record.get(name), types, name)
    if value is not None or (name in record and name == "text"):
        return value
    synonyms = (record.get(synonym) for synonym in SYNONYMS.get(name, ()))
    return next((_trim(value) for value in synonyms if _is(value, types) and _trim(value)), None)


def _typed(value: object, types: _Types, where: str) -> Any:
    if value is not None and not _is(value, types):
        raise ArticleError(
            f"{where} is {show(value)}, not {'text' if types == _TEXT else 'text or a number'}.",
            fix="Correct it, or map the field to another one.",
        )
    trimmed = _trim(value)
    return None if trimmed == "" else trimmed


def _is(value: object, types: _Types) -> bool:
    return isinstance(value, types) and not isinstance(value, bool)


def _trim(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def _follow(record: Mapping[str, Any], path: str) -> object:
    """Follow a dotted path; a key that holds the dots itself comes first."""
    if not path:
        return None
    if path in record:
        return record[path]
    value: object = record
    for key in path.split("."):
        if not isinstance(value, dict):
            return None
        value = cast("dict[str, object]", value).get(key)
    return value
