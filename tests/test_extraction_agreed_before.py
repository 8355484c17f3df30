"""The agreement that two nations are told to have made just before: "agreed to. Under the deal"."""

import pytest

from tests.extraction import facts_of

Row = tuple[str, list[str], str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kosovo and Serbia agreed on Friday to reopen the bridge. Under the deal, Serbia will "
            "withdraw its police.",
            [("Deal between Serbia and Kosovo", ["SRB", "XKX"], "2020-06-12")],
            id="parties and day are those of the clause before",
        ),
        pytest.param(
            "Kosovo and Serbia did not agree to reopen the bridge. The deal would free trade.",
            [],
            id="who does not agree makes none",
        ),
        pytest.param(
            "Mali and Niger agreed on Monday to trade prisoners. They signed the Bamako "
            "Declaration. The declaration says nothing of gold.",
            [("Bamako Declaration", ["MLI", "NER"], "2020-06-17")],
            id="a short form of one that is named between",
        ),
    ],
)
def test_the_deal_is_what_two_nations_agreed_on(text: str, expected: list[Row]) -> None:
    assert [
        (one.name, [ref.key for ref in one.parties], one.date.earliest if one.date else None)
        for one in facts_of(text).agreements
    ] == expected
