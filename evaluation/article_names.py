"""Score nations, persons, organizations and references of an article.

Bodies of a state without a name of their own ("the army") are not labelled, so not counted.
"""

from evaluation.article_reading import Reading
from evaluation.labelled import LabelledPerson
from evaluation.references import score_reference
from evaluation.tally import Tally
from graph.facts import PersonFact, Ref

_UNNAMED = "GOVERNMENT_BODY"


def score_names(reading: Reading, tally: Tally) -> None:
    """Score who and what is named in an article, and what stands for them."""
    _score_nations(reading, tally)
    _score_persons(reading, tally)
    _score_organizations(reading, tally)
    for reference in reading.given.labels["references"]:
        score_reference(reading, reading.given.referring(reference), reference["is"], tally)


def _score_nations(reading: Reading, tally: Tally) -> None:
    labels, slug = reading.given.labels, reading.given.slug
    found = {one.code for one in reading.facts.nations}
    for code in labels["nations"]:
        tally.count("nations: recall", code in found, f"{slug} {code}")
    for code in found - set(labels.get("optional_nations", ())):
        tally.count("nations: precision", code in labels["nations"], f"{slug} {code}")


def _score_persons(reading: Reading, tally: Tally) -> None:
    found = {one.name: one for one in reading.facts.persons}
    labelled = {one["name"]: one for one in reading.given.labels["persons"]}
    for name in found:
        tally.count("persons: precision", name in labelled, f"{reading.given.slug} {name}")
    for name, person in labelled.items():
        tally.count("persons: recall", name in found, f"{reading.given.slug} {name}")
        _score_person(person, found.get(name), tally)


def _score_person(person: LabelledPerson, found: PersonFact | None, tally: Tally) -> None:
    if nation := person.get("nation"):
        given = found.nation if found else None
        tally.count("persons: nation", given == nation, f"{person['name']} {nation} not {given}")
    titles = {one.title.casefold() for one in found.offices} if found else set[str]()
    if office := person.get("office"):
        ways = set(office.casefold().split("|"))
        told = f"{person['name']} {office}, found {', '.join(titles)}"
        tally.count("offices: recall", titles & ways, told)
        for title in titles:
            tally.count("offices: precision", title in ways, told)


def _score_organizations(reading: Reading, tally: Tally) -> None:
    slug, known = reading.given.slug, set[Ref]()
    for one in reading.given.labels["organizations"]:
        found = {ref for ref in reading.refs(one["name"]) if ref.label == "Organization"}
        known |= found
        if not one.get("optional"):
            tally.count("organizations: recall", found, f"{slug} {one['name']}")
    for fact in reading.facts.organizations:
        right = Ref("Organization", fact.id) in known
        if right or fact.kind != _UNNAMED:
            tally.count("organizations: precision", right, f"{slug} {fact.name}")
