"""An article with what a careful reader finds in it, where the folder with it is beside ours."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.facts import AgreementFact, ArticleFacts, EventFact, Ref
from loaders.pipeline import extract
from loaders.sources import SourceOptions, read_articles

SEED = Path(__file__).parents[2] / "shared" / "seed"

pytestmark = pytest.mark.skipif(
    not SEED.is_dir(), reason=f"{SEED} is not there: the annotated article is no part of ours"
)

Expected = dict[str, Any]


@pytest.fixture(scope="module")
def facts() -> ArticleFacts:
    def refuse(reject: object) -> None:
        raise AssertionError(reject)

    paths = (str(SEED / "article.txt"),)
    (given,) = read_articles(paths, SourceOptions(), refuse)
    return extract(given.article)


@pytest.fixture(scope="module")
def expected() -> Expected:
    found: Expected = json.loads((SEED / "expected.json").read_text(encoding="utf-8"))
    return found


def test_article(facts: ArticleFacts, expected: Expected) -> None:
    article = facts.article
    assert article.title == expected["article"]["title"]
    assert (article.published_at or "").startswith(expected["article"]["publishedAt"])
    assert not [text for text in expected["article"]["mustNotContain"] if text in article.text]


def test_nations(facts: ArticleFacts, expected: Expected) -> None:
    assert {nation.code for nation in facts.nations} == set(expected["nations"]["required"])


def test_persons(facts: ArticleFacts, expected: Expected) -> None:
    found = {
        person.name: (person.nation, {office.title for office in person.offices}, person.aliases)
        for person in facts.persons
    }
    required = expected["persons"]["required"]
    assert set(found) == {person["name"] for person in required}
    for person in required:
        nation, titles, aliases = found[person["name"]]
        assert nation == person["nation"]
        assert person["office"] in titles
        assert set(person["aliases"]) <= set(aliases)


def test_organizations(facts: ArticleFacts, expected: Expected) -> None:
    found = {name: one.nation for one in facts.organizations for name in (one.name, *one.aliases)}
    for required in expected["organizations"]["required"]:
        assert required["name"] in found
        assert found[required["name"]] == required.get("nation", found[required["name"]])


def known(facts: ArticleFacts) -> dict[str, Ref]:
    """What the annotation calls participants: names and codes."""
    found = {nation.code: Ref("Nation", nation.code) for nation in facts.nations}
    found |= {person.name: Ref("Person", person.id) for person in facts.persons}
    return found


def takes_part(facts: ArticleFacts, given: str, refs: set[Ref], codes: set[str]) -> bool:
    """Whether one of the ways to name a participant ("Xi Jinping|CHN") is among some."""
    return any(known(facts).get(way) in refs or way in codes for way in given.split("|"))


def agrees(facts: ArticleFacts, event: EventFact, required: Expected) -> bool:
    actors, recipients = set(event.actors), set(event.recipients)
    acting, receiving = set(event.actor_nations), set(event.recipient_nations)
    checks = [
        required["quote_contains"] in event.evidence.quote,
        event.type in required.get("type", [event.type]),
        all(takes_part(facts, one, actors, acting) for one in required.get("actors", [])),
        all(
            takes_part(facts, one, recipients, receiving) for one in required.get("recipients", [])
        ),
        all(
            takes_part(facts, one, actors | recipients, acting | receiving)
            for one in required.get("recipients_or_actors", [])
        ),
    ]
    if "actors_any" in required:
        checks.append(any(takes_part(facts, one, actors, acting) for one in required["actors_any"]))
    if "date" in required:
        checks.append([event.date.earliest, event.date.latest] == required["date"])
    if "place" in required:
        checks.append(event.place is not None and event.place.nation == required["place"])
    if "modality" in required:
        checks.append(event.modality.lower() == required["modality"])
    return all(checks)


def test_required_events(facts: ArticleFacts, expected: Expected) -> None:
    missing = [
        required["about"]
        for required in expected["events"]["required"]
        if not any(agrees(facts, event, required) for event in facts.events)
    ]
    assert missing == []


def test_forbidden_events(facts: ArticleFacts, expected: Expected) -> None:
    names = known(facts)
    for forbidden in expected["events"]["forbidden"]:
        actors = {names[name] for name in forbidden["actors_exactly"]}
        wrong = [
            event.evidence.quote
            for event in facts.events
            if event.type in forbidden["type"]
            and set(event.actors) == actors
            and event.modality.lower() == forbidden["modality"]
        ]
        assert wrong == [], forbidden["about"]


def test_agreements(facts: ArticleFacts, expected: Expected) -> None:
    for required in expected["agreements"]["required"]:
        assert any(is_meant(one, required) for one in facts.agreements), required["about"]


def is_meant(one: AgreementFact, required: Expected) -> bool:
    since = [one.date.earliest, one.date.latest] if one.date else None
    return (
        one.kind == required["kind"]
        and one.status == required["status"]
        and {ref.key for ref in one.parties} == set(required["parties"])
        and since == required.get("since", since)
    )
