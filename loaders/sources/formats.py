"""The format of a file: by its suffix, else by how its content begins."""

import re
from pathlib import PurePath
from typing import Literal

Format = Literal["text", "markdown", "html", "json", "jsonl", "csv", "tsv", "feed", "warc"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".xml": "feed",
    ".warc": "warc",
    ".wet": "warc",
}

_MARKUP = re.compile(rb"<[a-zA-Z!?]")
_FEED = re.compile(
    rb"<\?xml[^>]*>\s*(?:<!--.*?-->\s*)?<(?:rss|feed|rdf:RDF)\b|<(?:rss|feed|rdf:RDF)\b", re.DOTALL
)
_WARC = re.compile(rb"WARC/\d")
_ARRAY = re.compile(rb"\[\s*[\[{\]]|\[\s*$")
_OBJECT = re.compile(rb"\{\s*[\"}]|\{\s*$")


def format_of_path(path: str) -> Format | None:
    """Tell the format by the suffix, or None where it says nothing."""
    return SUFFIXES.get(PurePath(path).suffix.lower())


def format_of_content(head: bytes) -> Format:
    """Tell the format by the first lines (see ``streams.read_head``)."""
    start = head.removeprefix(b"\xef\xbb\xbf").strip()
    if _WARC.match(start):
        return "warc"
    if _MARKUP.match(start):
        return "feed" if _FEED.match(start) else "html"
    if _ARRAY.match(start):
        return "json"
    if _OBJECT.match(start):
        return "jsonl" if _is_by_line(start) else "json"
    return "text"


def _is_by_line(start: bytes) -> bool:
    """Tell JSON Lines from an object that spans lines, even where the first line is broken."""
    first, _, rest = start.partition(b"\n")
    return first.rstrip().endswith(b"}") or rest.lstrip().startswith(b"{")
