"""The step "belonging": the nation of people of whom the words beside their names do not tell it.

What the sentence says goes first: whose "his deputy, Anna Roy" is, that a counterpart is of the
other nation, that "the Venezuelan president" is the one named before. Then what the paragraph is
about, where somebody holds an office of a state; then the homes (``homes.py``). References are
resolved for this as far as they can be, and once more when the nations are known.
"""

from collections.abc import Iterator
from dataclasses import replace

from graph.facts import PersonFact
from loaders.document import Document
from loaders.people.attached import Attached, other_nation
from loaders.people.elsewhere import Elsewhere
from loaders.people.homes import Homes
from loaders.people.leading import leads
from loaders.people.peers import Peers
from loaders.people.said_of_people import SaidOfPeople
from loaders.people.spoken_for import SpokenFor
from loaders.people.succession import Succession
from loaders.people.unnamed_holders import UnnamedHolders
from loaders.references.discourse import Discourse
from loaders.references.people import People
from loaders.references.pronouns import Pronouns
from loaders.references.resolution import References


class Belonging:
    """Tells the nations of people from what is said around them."""

    name = "belonging"

    def __call__(self, document: Document) -> Document:
        """Add nations to persons, and to the offices that they hold."""
        known = all(person.nation and person.offices for person in document.persons)
        if known or not document.syntax:
            return document
        return _Settling(document).settled()


class _Settling:
    def __init__(self, given: Document) -> None:
        self._given = given
        self._known = {one.id: one for one in given.persons}
        self._homes = Homes(given)
        document = References()(given)
        discourse = Discourse(document)
        people = People(document)
        pronouns = Pronouns(discourse, people)
        self._discourse = discourse
        self._holders = UnnamedHolders(document, discourse, pronouns)
        self._peers = Peers(document, discourse)
        self._said = SaidOfPeople(document, discourse, people)
        self._attached = Attached(document, discourse, pronouns, self._known)
        self._succession = Succession(document, discourse, self._known)
        self._elsewhere = Elsewhere(document, discourse, pronouns, self._known)
        self._spoken_for = SpokenFor(document, discourse)
        self._apart: frozenset[str] = frozenset()

    def settled(self) -> Document:
        """Return the document with every nation that can be told."""
        for person, code in self._peers.nations(self._known):
            self._known[person.id] = self._homes.placed(person, code)
        self._apart = self._peers.strangers(self._known)
        for person in self._given.persons:
            self._learn(self._known[person.id])
        persons = tuple(self._known[one.id] for one in self._given.persons)
        return replace(self._given, persons=persons)

    def _learn(self, person: PersonFact) -> None:
        """Take the first clue that tells the nation of a person."""
        if not person.offices and person.id not in self._given.described:
            office = self._holders.revealed(person)
            if office:
                person = replace(person, offices=(office,))
        person = self._of_body(person)
        nation = person.nation or next(self._clues(person), None)
        if not person.offices:
            shared = (*self._attached.offices(person), *self._succession.offices(person))
            person = replace(person, offices=shared[:1])
        self._known[person.id] = self._homes.placed(person, nation)

    def _of_body(self, person: PersonFact) -> PersonFact:
        """Return a person with the body of the offices that are told to be "its"."""
        body = (
            self._attached.body(person) if any(one.of is None for one in person.offices) else None
        )
        if body is None:
            return person
        offices = (replace(one, of=one.of or body) for one in person.offices)
        return replace(person, offices=tuple(offices))

    def _clues(self, person: PersonFact) -> Iterator[str]:
        served = self._homes.served(person.offices)
        if served:
            yield served
        yield from self._homes.having(person.offices)
        barred = {*self._elsewhere.nations(person)}
        yield from self._attached.nations(person, barred)
        yield from self._succession.nations(person)
        yield from self._said.nations_beside(person)
        yield from self._said.nations_led(person)
        yield from self._said.nations_further_on(person)
        yield from self._said.nations_of_judges(person)
        yield from self._peers.fellows(person, self._known)
        yield from self._holders.nations(person)
        yield from self._surroundings(person, barred)

    def _surroundings(self, person: PersonFact, barred: set[str]) -> Iterator[str]:
        """Yield what is told around somebody, but the nations where the person is a stranger."""
        home = self._homes.default(person) if person.id not in self._apart else None
        clues = (
            *self._homes.spoken_in(person),
            *self._spoken_for.nations(person),
            *(other_nation(self._discourse, barred) if barred and leads(person) else ()),
            *(other_nation(self._discourse, {home}) if home and self._said.exiled(person) else ()),
            home,
        )
        yield from (code for code in clues if code and code not in barred)
