"""The graph as JSON-LD: linked data, with the terms of schema.org where it has them.

A relationship is a resource of its own with ``source`` and ``target``, since an RDF triple has no
properties. See https://www.w3.org/TR/json-ld11/.
"""

from collections.abc import Callable, Iterable
from typing import IO, Any
from urllib.parse import quote

import msgspec

from graph.transfer.elements import Counts, Element, End, Node

VOCABULARY = "urn:entente:"
CONTEXT: dict[str, Any] = {
    "@vocab": VOCABULARY,
    "schema": "https://schema.org/",
    "Article": "schema:NewsArticle",
    "Person": "schema:Person",
    "Nation": "schema:Country",
    "Organization": "schema:Organization",
    "Event": "schema:Event",
    "name": "schema:name",
    "aliases": "schema:alternateName",
    "title": "schema:headline",
    "text": "schema:text",
    "url": {"@id": "schema:url", "@type": "@id"},
    "publisher": "schema:publisher",
    "publishedAt": "schema:datePublished",
    "language": "schema:inLanguage",
    "source": {"@type": "@id"},
    "target": {"@type": "@id"},
}


def write_json_ld(elements: Callable[[], Iterable[Element]], file: IO[bytes]) -> Counts:
    """Write one document, a resource a line; returns what was written."""
    counts = Counts()
    file.write(b'{"@context":' + msgspec.json.encode(CONTEXT) + b',"@graph":[')
    for element in elements():
        file.write(b",\n" if counts != Counts() else b"\n")
        file.write(msgspec.json.encode(_resource(element, counts.relationships)))
        counts = counts.with_one(element)
    file.write(b"\n]}\n")
    return counts


def _resource(element: Element, number: int) -> dict[str, Any]:
    if isinstance(element, Node):
        return {"@id": _iri(element.end), "@type": element.end.label, **element.properties}
    ends = {"source": _iri(element.source), "target": _iri(element.target)}
    name = f"{VOCABULARY}relationship:{number}"
    return {"@id": name, "@type": element.type, **element.properties, **ends}


def _iri(end: End) -> str:
    return f"{VOCABULARY}{end.label}:{quote(end.key, safe='')}"
