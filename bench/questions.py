"""The questions: each in GraphQL, and as Cypher written by hand that reads the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, LiteralString

from bench.sample import code

Values = Mapping[str, Any]

PAGES = 10


@dataclass(frozen=True, slots=True)
class Question:
    """A question, with the values of its n-th asking; asked in ``pages``, one after the other.

    The Cypher of the next page goes on from ``earliest`` and ``id`` of the last row. Where there
    is one, ``look`` comes first, and gives the Cypher its ``keys``.
    """

    name: str
    graphql: str
    cypher: LiteralString
    values: Callable[[int], Values]
    pages: int = 1
    look: LiteralString | None = None


POINT = Question(
    "a person by its id",
    "query ($id: ID!) { person(id: $id) { id name aliases nation { code name } } }",
    """
MATCH (p:Person {id: $id}) OPTIONAL MATCH (p)-[:AFFILIATED_WITH]->(n:Nation)
WITH p, n LIMIT 1
RETURN p{.id, .name, .aliases, nation: n{.code, .name}} AS row
""",
    lambda at: {"id": f"person-{at * 7919 % 2000}"},
)

WALK = Question(
    "a nation, 20 events, participants",
    """query ($code: String!) {
  nation(code: $code) {
    name
    events(first: 20) {
      nodes { id title type earliest participants { nodes { __typename id name } } }
    }
  }
}""",
    """
MATCH (n:Nation {code: $code}) CALL (n) {
  MATCH (n)<-[:HAS_ACTOR|HAS_RECIPIENT]-(e:Event)
  WITH e ORDER BY e.earliest DESC, e.id DESC LIMIT 20
  CALL (e) {
    MATCH (e)-[:HAS_ACTOR|HAS_RECIPIENT]->(p)
    WITH p ORDER BY p.name, coalesce(p.code, p.id) LIMIT 21
    RETURN collect(p{type: head(labels(p)), .id, .code, .name}) AS participants
  }
  WITH e, participants ORDER BY e.earliest DESC, e.id DESC
  RETURN collect(e{.id, .title, .type, .earliest, participants: participants}) AS events
}
RETURN n{.name, events: events} AS row
""",
    lambda at: {"code": code(10 + at % 100)},
)

LOOK: LiteralString = """
MATCH (e:Event) WHERE e.earliest <= $earliest AND (e.earliest < $earliest OR e.id > $id)
RETURN e.id AS key ORDER BY e.earliest DESC LIMIT 150
"""
"""The newest events: only in such a statement does the embedded engine sort by an index."""

PAGED = Question(
    "1,000 events in pages of 100",
    """query ($after: String) {
  events(first: 100, after: $after) {
    nodes { id title type mode contexts quadClass intensity modality earliest latest precision
            dateSource confidence actors { nodes { __typename id name } } }
    pageInfo { hasNextPage endCursor }
  }
}""",
    """
UNWIND $keys AS key MATCH (e:Event {id: key}) WITH e ORDER BY e.earliest DESC, e.id LIMIT 101
CALL (e) {
  MATCH (e)-[:HAS_ACTOR]->(p) WITH p ORDER BY p.name, coalesce(p.code, p.id) LIMIT 21
  RETURN collect(p{type: head(labels(p)), .id, .code, .name}) AS actors
}
WITH e, actors ORDER BY e.earliest DESC, e.id
RETURN collect(e{.id, .title, .type, .mode, .contexts, .quadClass, .intensity, .modality,
  .earliest, .latest, .precision, .dateSource, .confidence, actors: actors}) AS row
""",
    lambda _at: {},
    pages=PAGES,
    look=LOOK,
)

EXPORT = Question(
    "100 events with all around them",
    """{
  events(first: 100) {
    nodes {
      id title type mode contexts quadClass intensity modality earliest latest precision
      dateSource confidence
      actors { nodes { __typename id name } }
      recipients { nodes { __typename id name } }
      agreements { nodes { id name kind status parties { nodes { __typename id name } } } }
    }
  }
}""",
    """
UNWIND $keys AS key MATCH (e:Event {id: key}) WITH e ORDER BY e.earliest DESC, e.id LIMIT 101
CALL (e) {
  MATCH (e)-[:HAS_ACTOR]->(p) WITH p ORDER BY p.name, coalesce(p.code, p.id) LIMIT 21
  RETURN collect(p{type: head(labels(p)), .id, .code, .name}) AS actors
}
CALL (e) {
  MATCH (e)-[:HAS_RECIPIENT]->(p) WITH p ORDER BY p.name, coalesce(p.code, p.id) LIMIT 21
  RETURN collect(p{type: head(labels(p)), .id, .code, .name}) AS recipients
}
CALL (e) {
  MATCH (e)-[:CONCERNS]->(a) WITH a ORDER BY a.name, a.id LIMIT 21
  CALL (a) {
    MATCH (a)<-[:PARTY_TO]-(p) WITH p ORDER BY p.name, coalesce(p.code, p.id) LIMIT 21
    RETURN collect(p{type: head(labels(p)), .id, .code, .name}) AS parties
  }
  WITH a, parties ORDER BY a.name, a.id
  RETURN collect(a{.id, .name, .kind, .status, parties: parties}) AS agreements
}
WITH e, actors, recipients, agreements ORDER BY e.earliest DESC, e.id
RETURN collect(e{.id, .title, .type, .mode, .contexts, .quadClass, .intensity, .modality,
  .earliest, .latest, .precision, .dateSource, .confidence, actors: actors,
  recipients: recipients, agreements: agreements}) AS row
""",
    lambda _at: {},
    look=LOOK,
)

FILTERED = Question(
    "filtered, sorted, nested",
    """query ($code: String!, $from: Date!) {
  events(
    first: 50
    where: {
      type: { in: [SANCTION, COERCE, THREATEN] }
      date: { definitelyAfter: $from }
      participants: { some: { nation: { code: { eq: $code } } } }
    }
    orderBy: [{ field: CONFIDENCE, direction: DESC }]
  ) {
    nodes {
      id title earliest confidence actors { nodes { id name } } agreements { nodes { name } }
    }
  }
}""",
    """
MATCH (:Nation {code: $code})<-[:HAS_ACTOR|HAS_RECIPIENT]-(e:Event)
WHERE e.type IN ['SANCTION', 'COERCE', 'THREATEN'] AND e.earliest > $from
WITH DISTINCT e ORDER BY e.confidence DESC, e.id LIMIT 51
CALL (e) {
  MATCH (e)-[:HAS_ACTOR]->(p) WITH p ORDER BY p.name, coalesce(p.code, p.id) LIMIT 21
  RETURN collect(p{.id, .code, .name}) AS actors
}
CALL (e) {
  MATCH (e)-[:CONCERNS]->(a) WITH a ORDER BY a.name, a.id LIMIT 21
  RETURN collect(a{.name}) AS agreements
}
WITH e, actors, agreements ORDER BY e.confidence DESC, e.id
RETURN collect(e{.id, .title, .earliest, .confidence, actors: actors, agreements: agreements})
  AS row
""",
    lambda at: {"code": code(10 + at % 100), "from": "2008-01-01"},
)

PAIR = Question(
    "a pair by month and type",
    """query ($between: [ID!]!) {
  relations(between: $between) {
    series(by: MONTH, first: 300) { start count meanIntensity }
    byType { type count meanIntensity }
  }
}""",
    """
CALL () {
  MATCH (:Dyad {id: $pair})<-[:BETWEEN]-(e:Event) WHERE e.modality = 'ASSERTED'
  WITH left(e.earliest, 7) + '-01' AS start, count(*) AS count,
    avg(e.intensity) AS intensity ORDER BY start LIMIT 300
  RETURN collect({start: start, count: count, meanIntensity: intensity}) AS series
}
CALL () {
  MATCH (:Dyad {id: $pair})<-[:BETWEEN]-(e:Event) WHERE e.modality = 'ASSERTED'
  WITH e.type AS type, count(*) AS count, avg(e.intensity) AS intensity
  ORDER BY count DESC, type
  RETURN collect({type: type, count: count, meanIntensity: intensity}) AS types
}
RETURN series, types
""",
    lambda at: (
        {"between": [code(at % 5), code(5 + at % 7)]}
        | {"pair": f"{code(at % 5)}-{code(5 + at % 7)}"}
    ),
)

QUESTIONS = (POINT, WALK, PAGED, EXPORT, FILTERED, PAIR)
