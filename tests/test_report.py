"""The report has the keys of the contract, in its order, and nothing else."""

import json

from graph.facts import (
    AgreementFact,
    Article,
    ArticleFacts,
    DateInterval,
    EventFact,
    Evidence,
    NationFact,
    Office,
    OrganizationFact,
    PersonFact,
    Place,
    Ref,
    Span,
    TemporalExpression,
    Toll,
)
from loaders.report import facts_to_json

DAY = DateInterval("2017-08-24", "2017-08-24", "DAY", "TEXT")
QUOTE = Evidence(0, 12, "Xi met Moon.", 0)
CHINA, XI, MOON = Ref("Nation", "CHN"), Ref("Person", "xi"), Ref("Person", "moon")
FACTS = ArticleFacts(
    article=Article(
        id="a1",
        title="",
        text="Xi met Moon.",
        url="https://example.com/a",
        published_at="2017-08-24T23:21",
        source="file:///a.txt",
    ),
    nations=(NationFact("CHN", "China", (Span(0, 2, "Xi"),)),),
    persons=(
        PersonFact(
            "xi",
            "Xi Jinping",
            ("Xi",),
            (Span(0, 2, "Xi"),),
            nation="CHN",
            offices=(Office("President", CHINA, QUOTE), Office("General Secretary", None)),
            wikidata_id="Q15031",
        ),
    ),
    organizations=(OrganizationFact("un", "United Nations", ("UN",), (), kind="OTHER"),),
    events=(
        EventFact(
            id="e1",
            type="CONSULT",
            modality="ASSERTED",
            actors=(XI, MOON),
            recipients=(),
            actor_nations=("CHN", "KOR"),
            recipient_nations=(),
            date=DAY,
            confidence=0.9,
            evidence=QUOTE,
            contexts=("diplomatic",),
            place=Place("Beijing", "CHN"),
            agreement="accord",
            toll=Toll(dead=0, injured=12),
            effect="SIGNED",
        ),
        EventFact("e2", "STATEMENT", "FUTURE", (), (XI,), (), ("CHN",), DAY, 0.5, QUOTE, "visit"),
    ),
    agreements=(
        AgreementFact("accord", "Accord", "TRADE", "SIGNED", (CHINA,), 0.8, QUOTE, date=DAY),
        AgreementFact("pact", "Pact", "OTHER", "PROPOSED", (), 0.4, QUOTE),
    ),
    dates=(TemporalExpression(3, 6, "met", "DATE", "2017-08-24"),),
)
DAY_JSON = (
    '{"earliest": "2017-08-24", "latest": "2017-08-24", "precision": "DAY", "source": "TEXT"}'
)
QUOTE_JSON = '{"start": 0, "end": 12, "quote": "Xi met Moon."}'
XI_JSON = '{"start": 0, "end": 2, "text": "Xi"}'
EXPECTED = f"""{{
"article": {{"id": "a1", "title": "", "url": "https://example.com/a", "publisher": null,
 "publishedAt": "2017-08-24T23:21", "language": null}},
"text": "Xi met Moon.",
"nations": [{{"id": "CHN", "name": "China", "mentions": [{XI_JSON}]}}],
"persons": [{{"id": "xi", "name": "Xi Jinping", "aliases": ["Xi"], "nation": "CHN",
 "offices": [{{"title": "President", "of": "CHN"}}, {{"title": "General Secretary", "of": null}}],
 "mentions": [{XI_JSON}]}}],
"organizations": [{{"id": "un", "name": "United Nations", "aliases": ["UN"], "kind": "OTHER",
 "nation": null, "mentions": []}}],
"events": [{{"id": "e1", "type": "CONSULT", "mode": null, "contexts": ["diplomatic"],
 "modality": "ASSERTED", "actors": ["xi", "moon"], "recipients": [],
 "actorNations": ["CHN", "KOR"], "recipientNations": [],
 "place": {{"text": "Beijing", "nation": "CHN"}}, "date": {DAY_JSON}, "attributedTo": null,
 "agreement": "accord", "confidence": 0.9,
 "counts": {{"dead": 0, "injured": 12, "arrested": null}}, "evidence": {QUOTE_JSON}}},
 {{"id": "e2", "type": "STATEMENT", "mode": "visit", "contexts": [], "modality": "FUTURE",
 "actors": [], "recipients": ["xi"], "actorNations": [], "recipientNations": ["CHN"],
 "place": null, "date": {DAY_JSON}, "attributedTo": null, "agreement": null, "confidence": 0.5,
 "counts": {{"dead": null, "injured": null, "arrested": null}}, "evidence": {QUOTE_JSON}}}],
"agreements": [{{"id": "accord", "name": "Accord", "kind": "TRADE", "status": "SIGNED",
 "parties": ["CHN"], "date": {DAY_JSON}, "confidence": 0.8, "evidence": {QUOTE_JSON}}},
 {{"id": "pact", "name": "Pact", "kind": "OTHER", "status": "PROPOSED", "parties": [],
 "date": null, "confidence": 0.4, "evidence": {QUOTE_JSON}}}],
"dates": [{{"start": 3, "end": 6, "text": "met", "type": "DATE", "value": "2017-08-24"}}]
}}"""


def test_report_is_the_contract() -> None:
    # As text, so that the order of keys counts too.
    assert json.dumps(facts_to_json(FACTS)) == json.dumps(json.loads(EXPECTED))


def test_an_article_without_facts() -> None:
    empty = ArticleFacts(Article("a", "T", "T"))
    assert facts_to_json(empty) == {
        "article": {
            "id": "a",
            "title": "T",
            "url": None,
            "publisher": None,
            "publishedAt": None,
            "language": None,
        },
        "text": "T",
        "nations": [],
        "persons": [],
        "organizations": [],
        "events": [],
        "agreements": [],
        "dates": [],
    }
