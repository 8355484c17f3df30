"""What an answer tells of people and organizations fills what the rules leave open."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.facts import Office, OrganizationFact, PersonFact, Ref
from graph.ontology import load_ontology
from loaders.document import Document
from loaders.gazetteer.phrase_index import lowered
from loaders.llm.answer import Answer, Drop, OfficeAnswer, OrganizationAnswer, PersonAnswer
from loaders.llm.resolving import Resolving
from loaders.llm.wording import occurrences, quoted
from loaders.organizations.vocabulary import SECTORS
from loaders.people.office_table import load_offices
from loaders.text.folding import fold
from loaders.text.token import tokenize

_OPEN_KIND = "OTHER"


@dataclass(frozen=True, slots=True)
class AnsweredDescriptions:
    """Adds nations, kinds and offices; what the rules found stands."""

    answer: Answer
    drop: Drop
    name: str = "answered descriptions"

    def __call__(self, document: Document) -> Document:
        """Add what the answer tells of those that the document names."""
        describing = _Describing(document, self.drop)
        persons = {one.id: one for one in document.persons}
        bodies = {one.id: one for one in document.organizations}
        for person in self.answer.persons:
            ref = describing.resolving.participant(person.name)
            if ref and ref.label == "Person":
                persons[ref.key] = describing.person(persons[ref.key], person)
        for body in self.answer.organizations:
            ref = describing.resolving.participant(body.name)
            if ref and ref.label == "Organization":
                bodies[ref.key] = describing.organization(bodies[ref.key], body)
        return replace(
            document, persons=tuple(persons.values()), organizations=tuple(bodies.values())
        )


class _Describing:
    """Describes the entities of one document."""

    def __init__(self, document: Document, drop: Drop) -> None:
        self.resolving = Resolving(document)
        self._document = document
        self._drop = drop

    def person(self, fact: PersonFact, told: PersonAnswer) -> PersonFact:
        """Return a person with the nation and the offices that were not known."""
        held = {office.title for office in fact.offices}
        offices = [one for told_one in told.offices for one in self._office(told_one)]
        added = {one.title: one for one in offices if one.title not in held}
        return replace(
            fact,
            nation=fact.nation or self._nation(told.nation),
            offices=(*fact.offices, *added.values()),
        )

    def organization(self, fact: OrganizationFact, told: OrganizationAnswer) -> OrganizationFact:
        """Return an organization with the kind and the nation that were not known."""
        nation = fact.nation or self._nation(told.nation)
        if fact.kind != _OPEN_KIND:
            return replace(fact, nation=nation)
        if told.kind not in load_ontology().enums["OrganizationKind"].values:
            self._drop("unknown value")
            return replace(fact, nation=nation)
        sector = fact.sector or SECTORS.get(told.kind)
        return replace(fact, nation=nation, kind=told.kind, sector=sector)

    def _nation(self, name: str | None) -> str | None:
        found = self.resolving.nation(name) if name else None
        if name and not found:
            self._drop("not named")
        return found

    def _office(self, told: OfficeAnswer) -> Iterator[Office]:
        """Yield an office, under its usual title, if its words stand in the text."""
        sentence = quoted(self._document, told.quote)
        title = _usual_title(told.title)
        if sentence is None or not title:
            self._drop("quote" if sentence is None else "unknown value")
            return
        if not any(True for _ in occurrences(self._document, told.title)):
            self._drop("not named")
            return
        yield Office(title, self._holder(told.of), self._document.evidence(sentence))

    def _holder(self, name: str | None) -> Ref | None:
        ref = self.resolving.participant(name) if name else None
        return None if ref is None or ref.label == "Person" else ref


def _usual_title(words: str) -> str | None:
    """Return the usual title of an office of the table; None where it has none such."""
    lowers = lowered(tokenize(fold(words)))
    match = next(load_offices().find(lowers), None)
    return match.value.title if match and match.last - match.first == len(lowers) else None
