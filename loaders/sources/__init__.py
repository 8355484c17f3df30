"""Sources: articles out of files, folders, patterns, URLs and standard input.

| Format | Told by | Holds |
|---|---|---|
| text | ``.txt``, ``.text``, ``.md``, ``.markdown``, or anything else | title, date, body |
| HTML | ``.html``, ``.htm``, ``.xhtml``, or a first ``<`` | the article that trafilatura finds |
| JSON | ``.json``, or a first ``{`` or ``[`` | an object, several, or an array of them |
| JSON Lines | ``.jsonl``, ``.ndjson``, or one object on the first line | an object a line |
| table | ``.csv``, ``.tsv``, ``.tab`` | a header, then an article a row |
| feed | ``.rss``, ``.atom``, ``.rdf``, ``.xml``, or such a root | an article an item |
| web archive | ``.warc``, or a first ``WARC/`` | the pages that were answered with HTML |

Any of them may be compressed (gzip, bzip2, xz, Zstandard) or lie in a zip or tar archive, which is
told by content.
"""

from loaders.sources.building import Reading
from loaders.sources.entry import SourceArticle
from loaders.sources.options import FIELDS, SourceOptions, parse_field_map
from loaders.sources.reading import Sources, read_articles, read_sources

__all__ = [
    "FIELDS",
    "Reading",
    "SourceArticle",
    "SourceOptions",
    "Sources",
    "parse_field_map",
    "read_articles",
    "read_sources",
]
