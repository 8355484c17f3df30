"""Feeds: RSS 0.9 to 2.0 and Atom, an article an item, read as a stream.

Nothing is fetched and no entity is expanded: a feed that declares its own is rejected.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import IO, Any, cast

from loaders.sources.entry import ArticleError, Entry, RawArticle
from loaders.sources.fields import check_language, check_url
from loaders.sources.fragment import fragment_text
from loaders.sources.options import SourceOptions
from loaders.sources.published import DateRules, parse_published

# It ships no types.
etree: Any = import_module("lxml.etree")

_ATOM = "http://www.w3.org/2005/Atom"
_PLAIN = ("", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", _ATOM)
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

_ITEMS = frozenset({"item", "entry"})
_ROOTS = frozenset({"rss", "feed", "RDF"})
_TEXTS = ("encoded", "content", "description", "summary")
_CHUNK = 1 << 15
_CHANNEL_DEPTH = 2
_DATES = ("pubDate", "published", "issued", "date", "updated", "modified")


@dataclass(slots=True)
class _Channel:
    """What a feed says of itself, as far as it has been read."""

    title: str = ""
    language: str | None = None


def read_feed(stream: IO[bytes], options: SourceOptions, rules: DateRules) -> Iterator[Entry]:
    """Read the items of a feed; raises ArticleError, with the line, where it is no sound XML."""
    channel = _Channel()
    depth = 0
    for event, element in _events(stream):
        name = _name(element)
        if event == "start":
            depth += 1
            if depth == 1:
                _check_root(element, name)
            continue
        depth -= 1
        if name in _ITEMS:
            yield _entry(element, channel, options, rules)
            _forget(element)
        elif depth <= _CHANNEL_DEPTH:
            _note(channel, element, name)


def _events(stream: IO[bytes]) -> Iterator[tuple[str, Any]]:
    """Give starts and ends of elements, up to where the XML breaks."""
    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    broken: Any = None
    data = stream.read(_CHUNK)
    while data and broken is None:
        try:
            parser.feed(data)
            data = stream.read(_CHUNK)
            if not data:
                parser.close()
        except etree.XMLSyntaxError as error:
            broken = error
        yield from parser.read_events()
    if broken is not None:
        raise ArticleError(
            f"It is no sound XML: {broken.msg}.", fix="Correct it there.", line=broken.lineno
        ) from broken


def _check_root(root: Any, name: str) -> None:
    if name not in _ROOTS:
        raise ArticleError(
            f"It is XML, but no feed: its root is {name}.", fix="Save the articles as text or JSON."
        )
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise ArticleError(
            "It declares XML entities, which are not expanded.",
            fix="Write out what they stand for.",
        )


def _note(channel: _Channel, element: Any, name: str) -> None:
    if name == "title" and not channel.title:
        channel.title = _text(element)
    elif name == "language":
        channel.language = _text(element) or None


def _forget(element: Any) -> None:
    """Free an item and those before it, so that a feed of any length takes the memory of one."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _entry(item: Any, channel: _Channel, options: SourceOptions, rules: DateRules) -> Entry:
    line = cast("int | None", item.sourceline)
    try:
        return _article(item, line, channel, options, rules)
    except ArticleError as problem:
        problem.line = line
        return problem


def _article(
    item: Any, line: int | None, channel: _Channel, options: SourceOptions, rules: DateRules
) -> RawArticle:
    parts = _parts(item)
    body = next((text for name in _TEXTS if (text := _markup(parts.get(name)))), "")
    if len(body.encode()) > options.max_article_bytes:
        raise ArticleError(
            f"Its text is larger than {options.max_article_bytes:,} bytes.",
            fix="Split it, or raise ENTENTE_MAX_ARTICLE.",
        )
    if not body:
        raise ArticleError("The item has no text.", fix="Load the article that it links to.")
    url = _link(item, parts)
    stated = next((text for name in _DATES if (text := _text(parts.get(name)))), None)
    language = item.get(_XML_LANGUAGE) or item.getroottree().getroot().get(_XML_LANGUAGE)
    return RawArticle(
        title=fragment_text(_text(parts.get("title"))),
        body=fragment_text(body),
        line=line,
        url=check_url(url),
        publisher=_publisher(parts) or channel.title or None,
        published_at=parse_published(stated, rules, name="The item's date") if stated else None,
        language=check_language(_text(parts.get("language")) or language or channel.language),
        id=None if url else (_text(parts.get("guid")) or _text(parts.get("id")) or None),
    )


def _parts(item: Any) -> dict[str, Any]:
    """Give the children by name; those of other vocabularies, such as Media RSS, are left out."""
    parts: dict[str, Any] = {}
    for child in item:
        space = etree.QName(child).namespace or ""
        known = space in _PLAIN or space == _DUBLIN_CORE
        if known or (space == _CONTENT and _name(child) == "encoded"):
            parts.setdefault(_name(child), child)
    return parts


def _link(item: Any, parts: dict[str, Any]) -> str | None:
    """Find the address of the article: Atom has it in an attribute, RSS as text."""
    for child in item:
        is_link = etree.QName(child).namespace == _ATOM and _name(child) == "link"
        if is_link and child.get("rel", "alternate") == "alternate":
            return cast("str | None", child.get("href"))
    guid = parts.get("guid")
    permanent = guid is not None and guid.get("isPermaLink", "true") == "true"
    address = _text(parts.get("link")) or (_text(guid) if permanent else "")
    return address if "://" in address else None


def _publisher(parts: dict[str, Any]) -> str:
    source = parts.get("source")
    if source is None:
        return _text(parts.get("publisher"))
    # In Atom a source is a feed with a title of its own.
    titles = (_text(child) for child in source if _name(child) == "title")
    return next(titles, "") or _text(source)


def _markup(element: Any) -> str:
    """Give what an element holds, which may be HTML as text or, in Atom, as elements."""
    if element is None:
        return ""
    inner = "".join(
        etree.tostring(child, encoding="unicode", method="html", with_tail=True)
        for child in element
    )
    return f"{element.text or ''}{inner}".strip()


def _text(element: Any) -> str:
    return "" if element is None else "".join(element.itertext()).strip()


def _name(element: Any) -> str:
    return str(etree.QName(element).localname)
