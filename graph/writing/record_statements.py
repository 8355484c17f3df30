"""The Cypher of records, of the articles that tell of them, and of the keys that find them."""

from typing import Final, LiteralString

BY_ID: Final = """
MATCH (r:Record) WHERE r.id IN $ids
RETURN collect({id: r.id, entity: r.entity, state: r.state}) AS rows
"""
BY_ENTITY: Final = """
MATCH (r:Record) WHERE r.entity IN $ids
RETURN collect({id: r.id, entity: r.entity, state: r.state}) AS rows
"""
BY_BASE: Final = """
MATCH (r:Record) WHERE r.base IN $ids
RETURN collect({id: r.id, entity: r.entity, state: r.state}) AS rows
"""
BY_KEY: Final = """
MATCH (k:Key) WHERE k.id IN $ids
RETURN collect({key: k.id, records: [(k)<-[:KEYED]-(r:Record) | r.id]}) AS rows
"""
ENTITIES: Final = """
MATCH (r:Record) WHERE r.id IN $ids RETURN collect({id: r.id, entity: r.entity}) AS rows
"""
"""Where many rows are read they come as one: the driver takes its time for each."""
IDS_OF_ENTITIES: Final = """
MATCH (r:Record) WHERE r.entity IN $ids RETURN r.id AS id
"""

TOLD: Final = """
MATCH (r:Record)<-[t:TELLS]-(:Article) WHERE r.id IN $ids RETURN r.id AS id, t.claims AS claims
"""
TELLING: Final = """
MATCH (r:Record)<-[t:TELLS]-(a:Article) WHERE r.id IN $ids
RETURN r.id AS id, a.id AS article, t.claims AS claims
"""
TOLD_BY: Final = """
MATCH (a:Article)-[:TELLS]->(r:Record) WHERE a.id IN $ids RETURN DISTINCT r.id AS id
"""

MERGE: Final = """
UNWIND $rows AS row
MERGE (r:Record {id: row.id})
SET r = row
"""
CREATE: Final = "UNWIND $rows AS row CREATE (r:Record) SET r = row"
ASSIGN: Final = """
UNWIND $rows AS row
MATCH (r:Record {id: row.id}) SET r.entity = row.entity
"""
DELETE: Final = "MATCH (r:Record) WHERE r.id IN $ids DETACH DELETE r"

TELL: Final = """
UNWIND $rows AS row
MATCH (a:Article {id: row.article}) MATCH (r:Record {id: row.id})
CREATE (a)-[:TELLS {claims: row.claims}]->(r)
"""
UNTELL: Final = "MATCH (a:Article)-[t:TELLS]->() WHERE a.id IN $ids DELETE t"

KEYS_OF: Final = """
MATCH (r:Record)-[:KEYED]->(k:Key) WHERE r.id IN $ids RETURN r.id AS id, collect(k.id) AS keys
"""
UNKEY: Final = """
UNWIND $rows AS row
MATCH (r:Record {id: row.id})-[e:KEYED]->(k:Key) WHERE k.id IN row.keys
DELETE e
"""
CREATE_KEYS: Final = "UNWIND $ids AS id CREATE (k:Key {id: id})"
KEY: Final = """
UNWIND $rows AS row
MATCH (r:Record {id: row.id})
UNWIND row.keys AS key
MATCH (k:Key {id: key})
CREATE (r)-[:KEYED]->(k)
"""
DELETE_KEYS: Final = """
MATCH (k:Key) WHERE k.id IN $ids AND NOT EXISTS { (k)<-[:KEYED]-() } DELETE k
"""

ANY_JUDGEMENT: Final = "MATCH (j:Judgement) RETURN j.id AS id LIMIT 1"
JUDGED: Final[tuple[LiteralString, ...]] = (
    "MATCH (j:Judgement) WHERE j.left IN $ids RETURN properties(j) AS judgement",
    "MATCH (j:Judgement) WHERE j.right IN $ids RETURN properties(j) AS judgement",
)
