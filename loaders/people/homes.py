"""Homes: the nation that people belong to when the words beside their names do not tell.

It is that of the body they serve. Somebody who speaks in a capital belongs there ("In Paris, the
foreign minister said"), and others who are described ("the lawyer, Anna Roy") belong to the
article's home. Diplomats and staff of bodies of many states do not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.facts import Office, PersonFact, Ref
from loaders.document import Document
from loaders.gazetteer.organization import load_organizations
from loaders.gazetteer.word_list import word_list
from loaders.people.office_table import nations_with, state_offices
from loaders.text.sentence import Sentence

_OPENING = re.compile(r"(?:In|From) ")
_SPEAKING = re.compile(
    r"\b(?:reporters|journalists|lawmakers|said|conference|briefing|statement|interview|speech|"
    r"rally|spoke|speaking) (?:in|from) $"
)
_WINDOW = 20
_OF_NO_STATE = frozenset(("INTERGOVERNMENTAL", "NEWS_AGENCY", "COMPANY"))


class Homes:
    """Tells the nations of the people of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._capitals = [
            (one.start, one.ref.key)
            for one in document.mentions
            if one.form in ("capital", "metonym")
        ]
        self._named = {one.ref.key for one in document.mentions if one.ref.label == "Nation"}
        self._bodies = {one.id: (one.kind, one.nation) for one in document.organizations}

    def placed(self, person: PersonFact, nation: str | None) -> PersonFact:
        """Return a person with a nation, which is that of offices of a state that name none."""
        if nation is None:
            return person
        own = Ref("Nation", nation)
        offices = tuple(
            replace(office, of=own)
            if office.of is None and office.title in state_offices()
            else office
            for office in person.offices
        )
        return replace(person, nation=nation, offices=offices)

    def served(self, offices: Sequence[Office]) -> str | None:
        """Return the nation of an organization that a person serves."""
        keys = [one.of.key for one in offices if one.of and one.of.label == "Organization"]
        rows = load_organizations()
        nations = (
            self._bodies[key][1] if key in self._bodies else rows[key].nation
            for key in keys
            if key in self._bodies or key in rows
        )
        return next((nation for nation in nations if nation), None)

    def having(self, offices: Sequence[Office]) -> Iterator[str]:
        """Yield the only nation of the article that has an office, as Germany has a chancellor."""
        for office in offices:
            codes = nations_with(office.title) & self._named
            if office.of is None and len(codes) == 1:
                yield from codes

    def spoken_in(self, person: PersonFact) -> Iterator[str]:
        """Yield the nations in whose capitals somebody who is described speaks, when first named.

        Later on people are told to speak elsewhere, too.
        """
        if self._is_local(person):
            yield from self._capitals_by(min(one.start for one in person.mentions))

    def default(self, person: PersonFact) -> str | None:
        """Return the article's home for somebody who is described."""
        return self._document.home if self._is_local(person) else None

    def _is_local(self, person: PersonFact) -> bool:
        described = person.id in self._document.described or bool(person.offices)
        return described and not any(self._is_elsewhere(one) for one in person.offices)

    def _is_elsewhere(self, office: Office) -> bool:
        """Whether an office is one of people who are sent, or of a body that is no state's."""
        if office.title.split()[-1].lower() in word_list("diplomat_nouns"):
            return True
        if office.of is None or office.of.label != "Organization":
            return False
        kind, _ = self._bodies.get(office.of.key, ("INTERGOVERNMENTAL", None))
        # A company that no table knows, and of which no nation is told, is mostly one of the home.
        unknown = kind == "COMPANY" and office.of.key not in load_organizations()
        return kind in _OF_NO_STATE and not unknown

    def _capitals_by(self, start: int) -> Iterator[str]:
        """Yield the nations in whose capitals somebody who is named at an offset speaks.

        A capital that opens a paragraph ("In Rabat, the palace said") is where all of it is told.
        """
        sentence, folded = self._document.sentence_at(start), self._document.folded
        openings = {
            found.end()
            for one in self._paragraph_until(sentence)
            if (found := _OPENING.match(folded, one.body))
        }
        for at, code in self._capitals:
            begin = max(sentence.body, at - _WINDOW)
            inside = sentence.body <= at < sentence.end
            if at in openings or (inside and _SPEAKING.search(folded, begin, at)):
                yield code

    def _paragraph_until(self, sentence: Sentence) -> Iterator[Sentence]:
        """Yield the sentences of a paragraph up to one of them."""
        for one in self._document.sentences[: sentence.index + 1]:
            if one.paragraph == sentence.paragraph:
                yield one
