"""Facts that join two entities: events, offices, affiliations and parties of agreements.

Articles, reports and mentions join nothing: that two names stand in one article is no fact.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, LiteralString

from graph.statement import Statement

KINDS: Mapping[str, str] = {
    "EVENT": "Both take part in an event, or one does and the other is the agreement it changes.",
    "OFFICE": "A person holds an office in a nation or organization.",
    "AFFILIATION": "A person or organization acts for a nation or belongs to it.",
    "AGREEMENT": "A nation or organization is a party to an agreement.",
}

COUNTS: Final[LiteralString] = (
    " e.modality = 'ASSERTED' AND coalesce(e.confidence, 0) >= $minConfidence"
    " AND coalesce(e.latest, '') >= $after AND coalesce(e.earliest, $before) <= $before"
    " WITH e ORDER BY e.confidence DESC, e.earliest DESC, e.id LIMIT $most"
)

EVENT: Final[LiteralString] = (
    " RETURN 'EVENT' AS kind, b, e.id AS fact, e.title AS title, e.confidence AS confidence,"
    " null AS relation"
)

RELATION: Final[LiteralString] = (
    " AND coalesce(r.latest, '') >= $after AND coalesce(r.earliest, $before) <= $before"
    " WITH b, r LIMIT $most"
)

AROUND = Statement(
    "UNWIND $entities AS given MATCH (a) WHERE elementId(a) = given CALL (a) {"
    " MATCH (a)<-[:HAS_ACTOR|HAS_RECIPIENT|CONCERNS]-(e:Event) WHERE 'EVENT' IN $via AND"
    + COUNTS
    + " MATCH (e)-[:HAS_ACTOR|HAS_RECIPIENT|CONCERNS]->(b)"
    + EVENT
    + " UNION ALL MATCH (a)-[r:HOLDS_OFFICE]-(b) WHERE 'OFFICE' IN $via"
    + RELATION
    + " RETURN 'OFFICE' AS kind, b, '' AS fact, r.title AS title, null AS confidence,"
    " properties(r) AS relation"
    " UNION ALL MATCH (a)-[r:AFFILIATED_WITH|BASED_IN]-(b) WHERE 'AFFILIATION' IN $via"
    " AND $timeless WITH b, r LIMIT $most"
    " RETURN 'AFFILIATION' AS kind, b, '' AS fact, '' AS title, null AS confidence,"
    " null AS relation"
    " UNION ALL MATCH (a)-[r:PARTY_TO]-(b) WHERE 'AGREEMENT' IN $via"
    + RELATION
    + " RETURN 'AGREEMENT' AS kind, b, '' AS fact, r.status AS title, null AS confidence,"
    " properties(r) AS relation }"
    " RETURN head(labels(a)) + ':' + coalesce(a.code, a.id) AS one,"
    " head(labels(b)) + ':' + coalesce(b.code, b.id) AS other, elementId(b) AS element,"
    " kind, fact, title, confidence, relation"
)
"""The facts around entities: of each entity at most ``$most`` of a kind, the surest events."""

BETWEEN = Statement(
    "MATCH (:Dyad {id: $pair})<-[:BETWEEN]-(e:Event) WHERE 'EVENT' IN $via AND"
    + COUNTS
    + " MATCH (e)-[:HAS_ACTOR|HAS_RECIPIENT|CONCERNS]->(b)"
    " RETURN $one AS one, head(labels(b)) + ':' + coalesce(b.code, b.id) AS other,"
    " elementId(b) AS element, 'EVENT' AS kind, e.id AS fact, e.title AS title,"
    " e.confidence AS confidence, null AS relation"
)
"""The events between two nations, which may not be among the surest of either."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that joins two entities, whose global ids are in order.

    ``shared`` is how many more entities it joins; ``relation`` are the properties of a
    relationship, with its evidence.
    """

    ends: tuple[str, str]
    kind: str
    title: str
    event: str = ""
    confidence: float = 0.0
    shared: int = 0
    relation: Mapping[str, Any] | None = None

    @property
    def cost(self) -> float:
        """What the hop costs: one, and more for what joins many, as a conference does."""
        return 1 + math.log10(1 + self.shared)

    @property
    def rank(self) -> tuple[float, bool, float, str, str]:
        """Orders the facts between two entities, the one to be told first: one with a quote."""
        has_quote = bool(self.event or self.relation)
        return (self.cost, not has_quote, -self.confidence, self.kind, self.event or self.title)


def read_facts(rows: Iterable[Mapping[str, Any]]) -> list[Fact]:
    """The facts in rows of ``AROUND``."""
    given = [row for row in rows if row["one"] != row["other"]]
    joined = {(row["one"], row["fact"], row["other"]) for row in given if row["fact"]}
    together = Counter((one, fact) for one, fact, _ in joined)
    return [
        Fact(
            ends=(min(row["one"], row["other"]), max(row["one"], row["other"])),
            kind=row["kind"],
            title=row["title"] or "",
            event=row["fact"],
            confidence=row["confidence"] or 0.0,
            shared=max(together[row["one"], row["fact"]] - 1, 0),
            relation=row["relation"],
        )
        for row in given
    ]
