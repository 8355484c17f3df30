"""The Cypher of records, of the articles that tell of them, and of the keys that find them."""

from typing import Final, LiteralString

BY_ID: Final = """
MATCH (r:Record) WHERE r.id IN $ids RETURN r.id AS id, r.entity AS entity, r.state AS state
"""
BY_ENTITY: Final = """
MATCH (r:Record) WHERE r.entity IN $ids RETURN r.id AS id, r.entity AS entity, r.state AS state
"""
BY_BASE: Final = """
MATCH (r:Record) WHERE r.base IN $ids RETURN r.id AS id, r.entity AS entity, r.state AS state
"""
BY_KEY: Final = """
MATCH (k:Key)<-[:KEYED]-(r:Record) WHERE k.id IN $ids RETURN k.id AS key, collect(r.id) AS records
"""
ENTITIES: Final = """
MATCH (r:Record) WHERE r.id IN $ids RETURN r.id AS id, r.entity AS entity
"""
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
MATCH (r:Record)-[:KEYED]->(k:Key) WHERE r.id IN $ids RETURN DISTINCT k.id AS id
"""
UNKEY: Final = "MATCH (r:Record)-[k:KEYED]->() WHERE r.id IN $ids DELETE k"
UNKEY_SOME: Final = """
UNWIND $rows AS row
MATCH (r:Record {id: row.id})-[e:KEYED]->(k:Key) WHERE k.id IN row.keys
DELETE e
"""
KEYS: Final = "MATCH (k:Key) WHERE k.id IN $ids RETURN k.id AS id"
CREATE_KEYS: Final = "UNWIND $ids AS id CREATE (k:Key {id: id})"
KEY: Final = """
UNWIND $rows AS row
MATCH (r:Record {id: row.id})
UNWIND row.keys AS key
MATCH (k:Key {id: key})
MERGE (r)-[:KEYED]->(k)
"""
DELETE_KEYS: Final = """
MATCH (k:Key) WHERE k.id IN $ids AND NOT EXISTS { (k)<-[:KEYED]-() } DELETE k
"""

ANY_JUDGEMENT: Final = "MATCH (j:Judgement) RETURN j.id AS id LIMIT 1"
JUDGED: Final[tuple[LiteralString, ...]] = (
    "MATCH (j:Judgement) WHERE j.left IN $ids RETURN properties(j) AS judgement",
    "MATCH (j:Judgement) WHERE j.right IN $ids RETURN properties(j) AS judgement",
)
