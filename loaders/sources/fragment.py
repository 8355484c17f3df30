"""Fragments: the text of a piece of HTML, such as feeds carry, in paragraphs."""

import re
from importlib import import_module
from typing import Any

# They ship no types.
_etree: Any = import_module("lxml.etree")
_html: Any = import_module("lxml.html")

_BLOCKS = re.compile(
    "address|article|aside|blockquote|br|d[dlt]|div|fig(?:caption|ure)|footer|h[1-6r]|header|li|main"
    "|[ou]l|p|pre|section|table|t[dhr]"
)
_BREAK = "\n\n"


def fragment_text(html: str) -> str:
    """Give the text, paragraphs apart by blank lines; plain text comes back as it is."""
    if "<" not in html and "&" not in html:
        return html
    root = _html.fragment_fromstring(html, create_parent="div")
    _etree.strip_elements(root, "script", "style", with_tail=False)
    for element in root.iterdescendants():
        if isinstance(element.tag, str) and _BLOCKS.fullmatch(element.tag):
            element.text = _BREAK + (element.text or "")
            element.tail = _BREAK + (element.tail or "")
    return str(root.text_content()).strip()
