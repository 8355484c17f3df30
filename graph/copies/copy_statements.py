"""The Cypher of copies. ``copyOf`` is the id of the original; an original has none."""

from typing import Final

from graph.copies.wording import BANDS
from graph.statement import Statement

BANDED: Final = Statement(
    " UNION ALL ".join(
        f"MATCH (a:Article) WHERE a.band{band} IN $band{band} RETURN a.band{band} AS key, "
        "collect([a.id, coalesce(a.copyOf, a.id), coalesce(a.sketch, '')]) AS articles"
        for band in range(BANDS)
    )
)
"""The articles found under keys of bands, with their originals and sketches."""

ARTICLES: Final = """
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.id AS id, a.title AS title, a.text AS text, a.publishedAt AS published
"""

TEXTS: Final = """
MATCH (a:Article) WHERE a.id IN $ids RETURN a.id AS id, a.title AS title, a.text AS text
"""

DATES: Final = "MATCH (a:Article) WHERE a.id IN $ids RETURN a.id AS id, a.publishedAt AS published"

GROUPS: Final = """
MATCH (a:Article) WHERE a.id IN $ids RETURN DISTINCT coalesce(a.copyOf, a.id) AS original
"""

COPIES: Final = """
MATCH (a:Article) WHERE a.copyOf IN $ids
RETURN a.id AS id, a.copyOf AS original, a.publishedAt AS published
"""

PART: Final = "MATCH (a:Article)-[r:COPY_OF]->() WHERE a.id IN $ids DELETE r"

MARK: Final = """
UNWIND $rows AS row MATCH (a:Article {id: row.id}) SET a.copyOf = row.original
"""

JOIN: Final = """
UNWIND $rows AS row
MATCH (a:Article {id: row.id}) MATCH (o:Article {id: row.original})
MERGE (a)-[:COPY_OF]->(o)
"""
