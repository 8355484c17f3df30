"""What "when" behind a date tells is of that date, and who files a report takes no part in it."""

from tests.extraction import facts_of


def test_a_clause_behind_since_and_a_year_is_of_that_year() -> None:
    facts = facts_of(
        "Talks have been frozen since 2019, when India revoked the visas of Pakistani envoys.",
        published="2024-10-17",
    )

    assert [
        (one.type, one.date.earliest, one.date.latest) for one in facts.events if one.recipients
    ] == [("SANCTION", "2019-01-01", "2019-12-31")]


def test_the_body_of_a_dateline_is_a_news_agency() -> None:
    facts = facts_of("PRAIA, Oct 16 (Atlantic Press) - Cape Verde freed a Senegalese rebel.")

    assert [(one.name, one.kind, one.sector) for one in facts.organizations] == [
        ("Atlantic Press", "NEWS_AGENCY", "JRN")
    ]
    assert [ref.label for event in facts.events for ref in event.actors] == ["Nation"]
