"""A small graph made by hand, and what the tests of the schema ask it with."""

from collections.abc import AsyncIterator, Mapping
from typing import Any, LiteralString

import pytest

from graph.constraints import ensure_constraints
from graph.database import Command, Database
from graph.ontology import load_ontology
from graph.search_text import search_text
from graph.settings import Settings
from graph.statement import Statement
from schema.service import GraphQLService, Result

NATIONS = [
    {"code": "CHN", "name": "China", "aliases": ["PRC"], "demonyms": ["Chinese"], "region": "Asia"},
    {"code": "DEU", "name": "Germany", "demonyms": ["German"], "region": "Europe"},
    {"code": "KOR", "name": "South Korea", "aliases": ["ROK"], "region": "Asia"},
    {"code": "USA", "name": "United States", "aliases": ["US"], "region": "Americas"},
]

PERSONS = [
    {"id": "angela-merkel", "name": "Angela Merkel", "aliases": ["Merkel"]},
    {"id": "moon-jae-in", "name": "Moon Jae-in", "aliases": ["Moon", "President Moon"]},
    {"id": "unnamed-envoy"},
    {"id": "xi-jinping", "name": "Xi Jinping", "aliases": ["Xi"]},
]

ORGANIZATIONS = [
    {"id": "european-union", "name": "European Union", "aliases": ["EU"]}
    | {"kind": "INTERGOVERNMENTAL", "sector": "IGO"},
    {"id": "han-river-news", "name": "Han River News", "kind": "NEWS_AGENCY"},
]

EVENTS = [
    {"id": "parade", "type": "CONSULT", "mode": "visit", "contexts": ["diplomatic", "military"]}
    | {"quadClass": "VERBAL_COOPERATION", "intensity": 2.5, "modality": "ASSERTED"}
    | {"earliest": "2015-09-03", "latest": "2015-09-03", "precision": "DAY", "confidence": 0.9}
    | {"title": "Merkel meets Xi", "dateSource": "TEXT", "place": "Beijing"},
    {"id": "talks", "type": "CONSULT", "mode": "third-party", "contexts": ["diplomatic"]}
    | {"quadClass": "VERBAL_COOPERATION", "intensity": 2.5, "modality": "ASSERTED"}
    | {"earliest": "2015-09-03", "latest": "2015-09-03", "precision": "DAY", "confidence": 0.6}
    | {"title": "The EU mediates", "dateSource": "TEXT"},
    {"id": "boycott", "type": "SANCTION", "mode": "discontinue"}
    | {"contexts": ["economic", "human_rights"], "quadClass": "MATERIAL_CONFLICT"}
    | {"intensity": -6.0, "modality": "ASSERTED", "earliest": "2017-03-01"}
    | {"latest": "2017-03-31", "precision": "MONTH", "confidence": 0.7}
    | {"title": "China sanctions South Korea", "dateSource": "TEXT"},
    {"id": "summit", "type": "AGREE", "contexts": ["diplomatic"], "modality": "FUTURE"}
    | {"quadClass": "VERBAL_COOPERATION", "intensity": 2.5, "confidence": 0.8}
    | {"earliest": "2017-12-13", "latest": "2017-12-16", "precision": "RANGE"}
    | {"title": "Moon and Xi agree to meet", "dateSource": "TEXT", "place": "Beijing"},
    {"id": "signing", "type": "SUPPORT", "contexts": ["environment"], "modality": "ASSERTED"}
    | {"quadClass": "VERBAL_COOPERATION", "intensity": 5.0, "confidence": 0.95}
    | {"earliest": "2016-04-22", "latest": "2016-04-22", "precision": "DAY"}
    | {"title": "China signs the Paris Agreement", "dateSource": "TEXT"},
    {"id": "remark", "type": "STATEMENT", "modality": "ASSERTED", "title": "Somebody speaks"},
]

AGREEMENTS = [
    {"id": "paris-agreement", "name": "Paris Agreement", "kind": "CLIMATE", "status": "IN_FORCE"}
    | {"aliases": ["Paris accord"], "earliest": "2016-04-22", "latest": "2016-04-22"}
    | {"precision": "DAY"},
    {"id": "trade-pact", "name": "China-South Korea trade pact", "kind": "TRADE"}
    | {"status": "SIGNED"},
]

ARTICLES = [
    {"id": "a1", "title": "Guests at the parade", "publisher": "Han River News"}
    | {"publishedAt": "2015-09-03T10:00:00Z", "language": "en", "url": "https://example.org/a1"}
    | {"text": "Angela Merkel met Xi Jinping.", "textHash": "secret", "revision": "secret"},
    {"id": "a2", "title": "A cold spring", "publisher": "Baltic Post", "publishedAt": "2017-04-02"},
    {"id": "a3", "title": "Signed at last", "publisher": "Han River News"}
    | {"publishedAt": "2016-04-23T08:30:00Z"},
]

PAIRS = [
    {"id": "CHN-DEU", "first": "CHN", "second": "DEU"},
    {"id": "CHN-KOR", "first": "CHN", "second": "KOR"},
]

Edge = tuple[str, str, dict[str, Any]]

QUOTED = {
    "reports": 2,
    "articleId": "a1",
    "quote": "Xi Jinping, the President.",
    "start": 4,
    "end": 30,
}

PRESIDENT = {"title": "President", "earliest": "2015-09-03", "latest": "2017-04-02"}

RELATIONSHIPS: Mapping[LiteralString, list[Edge]] = {
    "(a:Event {id: edge.a}), (b:Person {id: edge.b}) CREATE (a)-[r:HAS_ACTOR]->(b)": [
        ("parade", "angela-merkel", {}),
        ("parade", "xi-jinping", {}),
        ("summit", "moon-jae-in", {}),
        ("summit", "xi-jinping", {}),
    ],
    "(a:Event {id: edge.a}), (b:Nation {code: edge.b}) CREATE (a)-[r:HAS_ACTOR]->(b)": [
        ("boycott", "CHN", {}),
        ("parade", "DEU", {"via": ["Angela Merkel"]}),
        ("parade", "CHN", {"via": ["Xi Jinping"]}),
        ("signing", "CHN", {}),
    ],
    "(a:Event {id: edge.a}), (b:Organization {id: edge.b}) CREATE (a)-[r:HAS_ACTOR]->(b)": [
        ("talks", "european-union", {}),
    ],
    "(a:Event {id: edge.a}), (b:Nation {code: edge.b}) CREATE (a)-[r:HAS_RECIPIENT]->(b)": [
        ("boycott", "KOR", {}),
        ("talks", "CHN", {}),
        ("talks", "KOR", {}),
        # Both actor and recipient of one event.
        ("signing", "CHN", {}),
    ],
    "(a:Event {id: edge.a}), (b:Nation {code: edge.b}) CREATE (a)-[r:LOCATED_IN]->(b)": [
        ("parade", "CHN", {"place": "Beijing"}),
        ("summit", "CHN", {"place": "Beijing"}),
    ],
    "(a:Event {id: edge.a}), (b:Dyad {id: edge.b}) CREATE (a)-[r:BETWEEN]->(b)": [
        ("boycott", "CHN-KOR", {}),
        ("parade", "CHN-DEU", {}),
        ("talks", "CHN-KOR", {}),
    ],
    "(a:Event {id: edge.a}), (b:Agreement {id: edge.b}) CREATE (a)-[r:CONCERNS]->(b)": [
        ("signing", "paris-agreement", {"effect": "SIGNED"}),
        ("boycott", "trade-pact", {"effect": "SUSPENDED"}),
    ],
    "(a:Person {id: edge.a}), (b:Nation {code: edge.b}) CREATE (a)-[r:HOLDS_OFFICE]->(b)": [
        ("angela-merkel", "DEU", {"title": "Chancellor", "reports": 1, "latest": ""}),
        ("xi-jinping", "CHN", {"title": "General Secretary", "latest": "2015-09-03"}),
        ("xi-jinping", "CHN", PRESIDENT | QUOTED),
    ],
    "(a:Person {id: edge.a}), (b:Organization {id: edge.b}) CREATE (a)-[r:HOLDS_OFFICE]->(b)": [
        ("unnamed-envoy", "european-union", {"title": "Envoy", "latest": "2015-09-03"}),
    ],
    "(a:Person {id: edge.a}), (b:Nation {code: edge.b}) CREATE (a)-[r:AFFILIATED_WITH]->(b)": [
        ("angela-merkel", "DEU", {}),
        ("moon-jae-in", "KOR", {}),
        ("xi-jinping", "CHN", {}),
    ],
    "(a:Organization {id: edge.a}), (b:Nation {code: edge.b}) CREATE (a)-[r:BASED_IN]->(b)": [
        ("han-river-news", "KOR", {}),
    ],
    "(a:Nation {code: edge.a}), (b:Agreement {id: edge.b}) CREATE (a)-[r:PARTY_TO]->(b)": [
        ("CHN", "paris-agreement", {"status": "SIGNED", "earliest": "2016-04-23"} | QUOTED),
        ("CHN", "trade-pact", {"status": "SIGNED"}),
        ("KOR", "trade-pact", {"status": "SIGNED"}),
    ],
    "(a:Organization {id: edge.a}), (b:Agreement {id: edge.b}) CREATE (a)-[r:PARTY_TO]->(b)": [
        ("european-union", "paris-agreement", {"status": "RATIFIED"}),
    ],
    "(a:Article {id: edge.a}), (b:Person {id: edge.b}) CREATE (a)-[r:MENTIONS]->(b)": [
        ("a1", "xi-jinping", {"count": 3, "firstOffset": 18, "confidence": 0.9, "forms": ["Xi"]}),
        ("a1", "angela-merkel", {"count": 1, "firstOffset": 0, "confidence": 0.8}),
        ("a2", "xi-jinping", {"count": 1, "firstOffset": 7}),
    ],
    "(a:Article {id: edge.a}), (b:Nation {code: edge.b}) CREATE (a)-[r:MENTIONS]->(b)": [
        ("a1", "CHN", {"count": 2, "firstOffset": 18}),
        ("a2", "KOR", {"count": 1, "firstOffset": 2}),
    ],
    "(a:Article {id: edge.a}), (b:Organization {id: edge.b}) CREATE (a)-[r:MENTIONS]->(b)": [
        ("a3", "european-union", {"count": 1, "firstOffset": 5}),
    ],
    "(a:Article {id: edge.a}), (b:Agreement {id: edge.b}) CREATE (a)-[r:MENTIONS]->(b)": [
        ("a3", "paris-agreement", {"count": 2, "firstOffset": 9}),
    ],
    "(a:Event {id: edge.a}), (b:Article {id: edge.b}) CREATE (a)-[r:REPORTED_IN]->(b)": [
        ("parade", "a1", {"quote": "Merkel met Xi.", "start": 0, "end": 14, "confidence": 0.9}),
        ("boycott", "a1", {"quote": "Trade may stop.", "start": 40, "end": 55, "confidence": 0.2}),
        ("boycott", "a2", {"quote": "Trade stopped.", "start": 3, "end": 17, "confidence": 0.7}),
    ],
    "(a:Agreement {id: edge.a}), (b:Article {id: edge.b}) CREATE (a)-[r:REPORTED_IN]->(b)": [
        ("paris-agreement", "a3", {"quote": "It is signed.", "start": 1, "end": 14}),
    ],
}


def _named(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Nodes with what the index of words takes of their names, as the writer gives it."""
    names = ((row, [row.get("name", ""), *row.get("aliases", ())]) for row in rows)
    return [
        row | {"searchText": search_text([*own, *row.get("demonyms", ())])} for row, own in names
    ]


def _commands() -> list[Command]:
    nodes: Mapping[LiteralString, list[dict[str, Any]]] = {
        "UNWIND $rows AS row CREATE (n:Nation) SET n = row": _named(NATIONS),
        "UNWIND $rows AS row CREATE (n:Person) SET n = row": _named(PERSONS),
        "UNWIND $rows AS row CREATE (n:Organization) SET n = row": _named(ORGANIZATIONS),
        "UNWIND $rows AS row CREATE (n:Event) SET n = row": EVENTS,
        "UNWIND $rows AS row CREATE (n:Agreement) SET n = row": _named(AGREEMENTS),
        "UNWIND $rows AS row CREATE (n:Article) SET n = row": ARTICLES,
        "UNWIND $rows AS row CREATE (n:Dyad) SET n = row": PAIRS,
    }
    commands = [Command("MATCH (n) DETACH DELETE n")]
    commands += [Command(text, {"rows": rows}) for text, rows in nodes.items()]
    for pattern, edges in RELATIONSHIPS.items():
        rows = [{"a": a, "b": b, "properties": properties} for a, b, properties in edges]
        text: LiteralString = f"UNWIND $rows AS edge MATCH {pattern} SET r = edge.properties"
        commands.append(Command(text, {"rows": rows}))
    return commands


class Counted:
    """A database that remembers what it was asked."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.statements: list[str] = []
        self.parameters: list[Mapping[str, Any]] = []

    async def read(
        self, statement: Statement, parameters: Mapping[str, Any] | None = None
    ) -> list[dict[str, Any]]:
        """The rows of a statement."""
        self.statements.append(statement.text)
        self.parameters.append(parameters or {})
        return await self.database.read(statement, parameters)


class Client:
    """Asks the sample graph."""

    def __init__(self, database: Database) -> None:
        self.service = GraphQLService(load_ontology())
        self.database = database
        self.reader = Counted(database)

    async def result(self, query: str, **variables: Any) -> Result:
        """The whole result of a query."""
        return await self.service.execute(query, self.reader, variables)

    async def data(self, query: str, **variables: Any) -> dict[str, Any]:
        """The data of a query that has no error."""
        result = await self.result(query, **variables)
        assert result.errors == []
        assert result.data is not None
        return result.data

    async def error(self, query: str, **variables: Any) -> dict[str, Any]:
        """The only error of a query."""
        result = await self.result(query, **variables)
        [error] = result.errors
        return error


@pytest.fixture(scope="module")
async def client(engine_settings: Settings) -> AsyncIterator[Client]:
    """A client of the sample graph, which a module's tests share and leave as it is."""
    async with Database.connect(engine_settings) as database:
        await ensure_constraints(database, load_ontology())
        await database.write(_commands())
        yield Client(database)
