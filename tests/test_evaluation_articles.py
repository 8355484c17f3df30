"""Our own labelled articles are well-formed: what they quote is there, what they name is known."""

from collections.abc import Iterable, Iterator

import pytest

from evaluation.labelled import LabelledArticle, Labels, read_labelled
from graph.ontology import load_ontology
from loaders.gazetteer.nation import load_nations

ARTICLES = tuple(read_labelled())


@pytest.fixture(params=ARTICLES, ids=lambda given: given.slug)
def given(request: pytest.FixtureRequest) -> LabelledArticle:
    article: LabelledArticle = request.param
    return article


def participants(labels: Labels) -> Iterator[str]:
    sides = [one["is"] for one in labels["references"]]
    sides += [side for one in labels["events"] for side in (one["actors"], one["recipients"])]
    sides += [one["parties"] for one in labels["agreements"]]
    for side in sides:
        for one in side:
            yield from one.split("|")


def flat(lists: Iterable[list[str]]) -> set[str]:
    return {one for values in lists for one in values}


def test_there_are_enough_articles() -> None:
    assert len(ARTICLES) >= 56


def test_published(given: LabelledArticle) -> None:
    assert given.article.published_at is not None


def test_quotes_and_references_are_in_the_text(given: LabelledArticle) -> None:
    for one in (*given.labels["events"], *given.labels["agreements"]):
        given.quoted(one["quote_contains"])
    for reference in given.labels["references"]:
        given.referring(reference)


def test_participants_are_labelled(given: LabelledArticle) -> None:
    labels = given.labels
    codes = {*labels["nations"], *labels.get("optional_nations", ())}
    named = {one["name"] for one in (*labels["persons"], *labels["organizations"])}
    assert set(participants(labels)) <= codes | named


def test_nations_are_known(given: LabelledArticle) -> None:
    labels = given.labels
    codes = {*labels["nations"], *labels.get("optional_nations", ())}
    ones = (*labels["persons"], *labels["organizations"])
    codes |= {nation for one in ones if (nation := one.get("nation"))}
    assert codes <= set(load_nations())


def test_lists_are_those_of_the_ontology(given: LabelledArticle) -> None:
    enums = load_ontology().enums
    events, agreements = given.labels["events"], given.labels["agreements"]
    assert flat(one["type"] for one in events) <= set(load_ontology().event_types)
    assert flat(one["modality"] for one in events) <= set(enums["Modality"].values)
    assert flat(one["kind"] for one in agreements) <= set(enums["AgreementKind"].values)
    assert flat(one["status"] for one in agreements) <= set(enums["AgreementStatus"].values)


def test_dates_are_intervals(given: LabelledArticle) -> None:
    for event in given.labels["events"]:
        dates = event.get("date", [])
        assert dates == sorted(dates)
        assert len(dates) in {0, 2}
