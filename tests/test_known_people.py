"""People whom the news calls by name and says no more of."""

import csv
from pathlib import Path

import pytest

from loaders.text.slug import slug
from tests.extraction import facts_of

DATA = Path(__file__).resolve().parent.parent / "loaders" / "data"


def table(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def test_each_row_is_somebody_of_a_nation() -> None:
    codes = {row["code"] for row in table("nations")}
    rows = table("known_people")

    assert len(rows) > 4000
    assert [row for row in rows if row["nation"] not in codes] == []
    assert [row for row in rows if row["alone"] not in ("", "yes")] == []
    assert len({slug(row["name"]) for row in rows}) == len(rows)


def test_who_is_known_alone_has_a_name_of_one_word() -> None:
    alone = [row for row in table("known_people") if row["alone"]]
    told = ((row["name"], *row["aliases"].split("|")) for row in alone)

    assert [names for names in told if all(" " in name for name in names if name)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Netanyahu met Mugabe in Cairo.",
            {"Netanyahu": "ISR", "Mugabe": "ZWE"},
            id="by last names that hardly anybody else bears",
        ),
        pytest.param(
            "Slobodan Milošević refused to sign.", {"Slobodan Milošević": "SRB"}, id="accents"
        ),
        pytest.param(
            "KIM JONG UN MEETS ENVOY\n\nKim Jong Un met an envoy.",
            {"Kim Jong Un": "PRK"},
            id="without hyphen",
        ),
        pytest.param(
            "The Canadian farmer Robert Mugabe was arrested.",
            {"Robert Mugabe": "CAN"},
            id="what the article tells goes first",
        ),
        pytest.param(
            "Suha Netanyahu sold the shop.", {"Suha Netanyahu": None}, id="another first name"
        ),
        pytest.param(
            "Mike Moore sued the tobacco firms.", {"Mike Moore": None}, id="a name of many"
        ),
        pytest.param(
            "Wellington was silent. Mike Moore sued the firms.",
            {"Mike Moore": "NZL"},
            id="where that nation is spoken of",
        ),
        pytest.param("Clinton said no.", {"Clinton": None}, id="a last name of many"),
        pytest.param(
            "The Americans were silent. Clinton said no.",
            {"Clinton": "USA"},
            id="a last name where one nation of its bearers is spoken of",
        ),
    ],
)
def test_nations_of_known_people(text: str, expected: dict[str, str | None]) -> None:
    assert {one.name: one.nation for one in facts_of(text).persons} == expected
