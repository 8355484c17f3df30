"""Sources: articles out of files, folders, patterns and standard input.

| Format | Told by | Holds |
|---|---|---|
| text | ``.txt``, ``.text``, ``.md``, ``.markdown``, or anything else | title, date, body |
| HTML | ``.html``, ``.htm``, ``.xhtml``, or a first ``<`` | the article that trafilatura finds |
| JSON | ``.json``, or a first ``{`` or ``[`` | an object, several, or an array of them |
| JSON Lines | ``.jsonl``, ``.ndjson``, or one object on the first line | an object a line |
"""

from loaders.sources.entry import SourceArticle
from loaders.sources.options import FIELDS, SourceOptions, parse_field_map
from loaders.sources.reading import Reading, read_articles, read_sources

__all__ = [
    "FIELDS",
    "Reading",
    "SourceArticle",
    "SourceOptions",
    "parse_field_map",
    "read_articles",
    "read_sources",
]
