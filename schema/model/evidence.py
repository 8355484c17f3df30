"""Evidence of records: of an event its best report, of a relationship what it carries itself."""

from typing import Final, LiteralString

from schema.model.field import Column, End, LeafType, Records, Shape, Value, Written
from schema.model.walks import ARTICLE

RECORD = "Evidence of a record"

COLUMNS = ("quote", "from", "to", "sentence", "confidence", "said", "extractor")

SAID: Final[LiteralString] = (
    "@r.quote AS @quote, @r.start AS @from, @r.end AS @to, @r.sentence AS @sentence,"
    " @r.confidence AS @confidence, @r.attributedTo AS @said, @r.extractor AS @extractor"
)


def evidence_shape(report: Shape) -> Shape:
    """Evidence whose parts are columns, with the descriptions of ``report``."""

    def value(name: str, leaf: LeafType, column: str) -> Value:
        return Value(name, report.fields[name].description, leaf, Column(column))

    fields = (
        value("quote", LeafType("String", required=True), "quote"),
        value("start", LeafType("Int", required=True), "from"),
        value("end", LeafType("Int", required=True), "to"),
        value("sentence", LeafType("Int"), "sentence"),
        value("confidence", LeafType("Float"), "confidence"),
        value("attributedTo", LeafType("String"), "said"),
        value("extractor", LeafType("String"), "extractor"),
        End("article", report.fields["article"].description, ARTICLE),
    )
    return Shape(RECORD, "Evidence", report.description, {field.name: field for field in fields})


EVIDENCE = Records(
    "evidence",
    "The sentence that says so; null where only names tell it.",
    RECORD,
    Written(
        "CALL (@event, @relation) {"
        " MATCH (@event)-[@r:REPORTED_IN]->(@node:Article)"
        " RETURN @node, " + SAID + " ORDER BY @r.confidence DESC, @r.start LIMIT 1"
        " UNION ALL WITH @relation AS @r MATCH (@node:Article {id: coalesce(@r.articleId, '')})"
        " RETURN @node, " + SAID + " }"
        " WITH @node, @quote, @from, @to, @sentence, @confidence, @said, @extractor",
        columns=COLUMNS,
        nodes=ARTICLE,
        above=("event", "relation"),
    ),
    many=False,
)
"""In a record with the columns ``event`` and ``relation``, of which one is null."""
