"""A small article with one of everything, to build tests of writing on."""

from dataclasses import replace
from typing import Any

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
)

TEXT = (
    "French President Anna Roy met Foreign Minister Otto Braun of Germany in Vienna on Monday "
    "and signed the Vienna Accord, Havas said."
)

NATIONS: dict[str, dict[str, Any]] = {
    "FRA": {"code": "FRA", "name": "France", "aliases": [], "demonyms": ["French"]},
    "DEU": {"code": "DEU", "name": "Germany", "aliases": [], "demonyms": ["German"]},
    "AUT": {"code": "AUT", "name": "Austria", "aliases": [], "demonyms": ["Austrian"]},
}


def span(words: str) -> Span:
    """Where words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


EVIDENCE = Evidence(0, len(TEXT), TEXT)
MONDAY = DateInterval("2020-03-02", "2020-03-02", "DAY", "TEXT")


def article_facts(article_id: str = "a1", **changes: Any) -> ArticleFacts:
    """The facts of the article; ``changes`` replace fields of the article itself."""
    article = Article(
        id=article_id,
        title="A meeting in Vienna",
        text=TEXT,
        url=f"https://example.org/{article_id}",
        publisher="Havas",
        published_at="2020-03-03T09:00",
        language="en",
    )
    return ArticleFacts(
        article=replace(article, **changes),
        nations=(
            NationFact("FRA", "France", (span("French"),)),
            NationFact("DEU", "Germany", (span("Germany"),)),
            NationFact("AUT", "Austria", (span("Vienna"),)),
        ),
        persons=(
            PersonFact(
                "anna-roy",
                "Anna Roy",
                ("Roy",),
                (span("Anna Roy"),),
                "FRA",
                (Office("President", Ref("Nation", "FRA"), EVIDENCE),),
            ),
            PersonFact("otto-braun", "Otto Braun", (), (span("Otto Braun"),), "DEU"),
        ),
        organizations=(
            OrganizationFact("havas", "Havas", (), (span("Havas"),), "NEWS_AGENCY", "JRN", "FRA"),
        ),
        agreements=(
            AgreementFact(
                "vienna-accord",
                "Vienna Accord",
                "OTHER",
                "SIGNED",
                (Ref("Nation", "FRA"), Ref("Nation", "DEU")),
                0.8,
                EVIDENCE,
                mentions=(span("Vienna Accord"),),
                date=MONDAY,
            ),
        ),
        events=(
            EventFact(
                id="meeting",
                type="CONSULT",
                modality="ASSERTED",
                actors=(Ref("Person", "anna-roy"), Ref("Person", "otto-braun")),
                recipients=(),
                actor_nations=("DEU", "FRA"),
                recipient_nations=(),
                date=MONDAY,
                confidence=0.7,
                evidence=EVIDENCE,
                mode="visit",
                contexts=("diplomatic",),
                place=Place("Vienna", "AUT"),
                agreement="vienna-accord",
                effect="SIGNED",
            ),
        ),
        extractor="test/1",
    )
