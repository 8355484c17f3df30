"""The graph as GraphML, which Gephi, yEd, igraph and NetworkX read.

Lists, which GraphML does not have, stand as JSON text. See http://graphml.graphdrawing.org.
"""

import json
import re
from collections.abc import Callable, Iterable
from typing import IO, Any
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from graph.transfer.columns import Columns, columns
from graph.transfer.elements import Counts, Element, End, Node

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
TYPES = {"string[]": "string"}
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_graphml(elements: Callable[[], Iterable[Element]], file: IO[bytes]) -> Counts:
    """Write one document; returns what was written."""
    counts = Counts()
    xml = XMLGenerator(file, encoding="utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement("graphml", _attributes(xmlns=NAMESPACE))
    for owner, given in zip(("node", "edge"), _merged(elements()), strict=True):
        for name, kind in {"label": "string", **given}.items():
            told = {"id": f"{owner}.{name}", "for": owner, "attr.name": name}
            xml.startElement("key", _attributes(**told, **{"attr.type": TYPES.get(kind, kind)}))
            xml.endElement("key")
    xml.startElement("graph", _attributes(edgedefault="directed"))
    for element in elements():
        _write(xml, element)
        counts = counts.with_one(element)
    xml.endElement("graph")
    xml.endElement("graphml")
    xml.endDocument()
    return counts


def _attributes(**given: str) -> AttributesImpl:
    return AttributesImpl(given)


def _merged(elements: Iterable[Element]) -> tuple[Columns, Columns]:
    """The columns of all nodes and of all edges: GraphML knows no kinds of either."""
    nodes: Columns = {}
    edges: Columns = {}
    for kind, given in columns(elements).items():
        into = nodes if len(kind) == 1 else edges
        for name, type_ in given.items():
            into[name] = type_ if into.get(name, type_) == type_ else "string"
    return nodes, edges


def _write(xml: XMLGenerator, element: Element) -> None:
    if isinstance(element, Node):
        tag, label, ends = "node", element.end.label, {"id": _id(element.end)}
    else:
        tag, label = "edge", element.type
        ends = {"source": _id(element.source), "target": _id(element.target)}
    xml.startElement(tag, _attributes(**ends))
    for name, value in {"label": label, **element.properties}.items():
        xml.startElement("data", _attributes(key=f"{tag}.{name}"))
        xml.characters(_text(value))
        xml.endElement("data")
    xml.endElement(tag)


def _id(end: End) -> str:
    return _text(f"{end.label}:{end.key}")


def _text(value: Any) -> str:
    """A value as text; characters that XML cannot hold become the replacement character."""
    told = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return NOT_IN_XML.sub("\ufffd", told)
