"""Shapes: the GraphQL types of nodes, of edges, and of the parts of either."""

from collections.abc import Iterable, Mapping

from graph.ontology import Ontology, Relationship
from schema.model.evidence import evidence_shape
from schema.model.field import (
    End,
    Field,
    LeafType,
    Lookup,
    Many,
    On,
    One,
    Part,
    Path,
    Property,
    Role,
    Shape,
    Sort,
    Value,
)
from schema.model.properties import carries_evidence, edge_values, label_values
from schema.model.relations import PARTNERS
from schema.model.walks import ARTICLE, BODY, NATION, NODE, OFFICE, OUT, TAKES_PART, WALKS, Walk

REPORT, STATEMENT = "Evidence of a report", "Evidence of a relationship"

EVIDENCE = "The sentence that says a fact, and the article it stands in."

HOMES = {"Person": "AFFILIATED_WITH", "Organization": "BASED_IN"}
"""The relationship that leads to the nation of a person or body."""

BEST_REPORT = (Sort("confidence", On.EDGE, descending=True), Sort("start", On.EDGE))


def _by_name(fields: Iterable[Field]) -> Mapping[str, Field]:
    return {field.name: field for field in fields}


def report_shape(relationship: Relationship) -> Shape:
    """Evidence as it stands on the relationship from a fact to an article."""
    article = End("article", "The article that says it.", ARTICLE)
    return Shape(REPORT, "Evidence", EVIDENCE, _by_name([*edge_values(relationship), article]))


def statement_shape(report: Shape) -> Shape:
    """Evidence as it stands on a relationship that carries its own; what it lacks is null."""
    article = Lookup(
        "article", "The article that says it.", Property("articleId", On.EDGE), ARTICLE
    )
    return Shape(STATEMENT, "Evidence", EVIDENCE, {**report.fields, "article": article})


def _evidence_part() -> Part:
    return Part(
        "evidence",
        "The sentence of the earliest report that says so.",
        STATEMENT,
        unless_empty=Property("quote", On.EDGE),
    )


def edge_fields(relationship: Relationship) -> Iterable[Field]:
    """What an edge tells of its relationship."""
    if relationship.name in TAKES_PART:
        role = LeafType("ParticipantRole", required=True)
        yield Value("role", "Whether as actor or as recipient.", role, Role())
    yield from edge_values(relationship)
    if carries_evidence(relationship):
        yield _evidence_part()


def office_shape(relationship: Relationship) -> Shape:
    """An office: the relationship between who holds it and where."""
    of = End("of", "The nation or organization that it is an office of.", BODY)
    return Shape(
        OFFICE,
        OFFICE,
        relationship.description,
        _by_name([*edge_fields(relationship), of]),
    )


def edge_shape(walk: Walk, ontology: Ontology) -> Shape:
    """The edge of a connection: the relationship's own fields, and the node it leads to."""
    name = f"{walk.kind}Edge"
    relationship = ontology.relationships[walk.path.types[0]]
    description = f"{relationship.description} With the place of the edge in its list."
    if walk.kind == OFFICE:
        return Shape(name, name, description, {"node": Part("node", "The office.", OFFICE)})
    node = End("node", "What the edge leads to.", walk.path.nodes)
    return Shape(name, name, description, _by_name([*edge_fields(relationship), node]))


def _singles(label: str) -> Iterable[Field]:
    if label in HOMES:
        home = Path((HOMES[label],), OUT, NATION)
        yield One("nation", "The nation that it acts for or belongs to.", home)
    if label == "Event":
        yield One("location", "The nation it happened in.", Path(("LOCATED_IN",), OUT, NATION))
    if label == "Article":
        original = Path(("COPY_OF",), OUT, ARTICLE)
        yield One("copyOf", "The article that it is an edited or syndicated copy of.", original)
    if label in {"Event", "Agreement"}:
        reports = Path(("REPORTED_IN",), OUT, ARTICLE, ties=("start",))
        yield One("evidence", "The report of the highest confidence.", reports, BEST_REPORT, REPORT)


def _walks(label: str) -> Iterable[Field]:
    for walk in WALKS:
        if label in walk.fields:
            yield Many(
                walk.fields[label],
                walk.description,
                f"{walk.kind}Connection",
                walk.path,
                walk.order,
            )


def label_shape(name: str, ontology: Ontology) -> Shape:
    """A type of nodes."""
    label = ontology.labels[name]
    own = [PARTNERS] if name == "Nation" else []
    fields = _by_name([*label_values(label), *_singles(name), *_walks(name), *own])
    return Shape(name, name, label.description, fields, label=name)


def build_shapes(ontology: Ontology) -> Mapping[str, Shape]:
    """All shapes by name, but for the edges of root lists."""
    report = report_shape(ontology.relationships["REPORTED_IN"])
    shapes = [label_shape(label, ontology) for label in NODE.labels]
    shapes += [report, statement_shape(report), evidence_shape(report)]
    shapes += [office_shape(ontology.relationships["HOLDS_OFFICE"])]
    shapes += [edge_shape(walk, ontology) for walk in WALKS if walk.kind not in NODE.labels]
    return {shape.name: shape for shape in shapes}
