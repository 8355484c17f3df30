"""Peers: two ministers of two nations, told of in the order in which the nations were named."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from graph.facts import PersonFact
from loaders.document import Document
from loaders.people.leading import leads, unplaced
from loaders.references.discourse import Discourse


class Peers:
    """Pairs people with nations in one document."""

    def __init__(self, document: Document, discourse: Discourse) -> None:
        self._document = document
        self._discourse = discourse

    def nations(self, known: Mapping[str, PersonFact]) -> Iterator[tuple[PersonFact, str]]:
        """Yield two people and theirs: "Romania and Moldova ... Ministers Roy and Li".

        Newswriters keep the order in which they named the nations. ``known`` has the people by id.
        """
        for syntax in self._document.syntax:
            for predication in syntax.predications:
                refs = self._discourse.means(syntax, predication.subject)
                people = [known[ref.key] for ref in refs if ref.key in known]
                told = len(people) == len(refs) == len(predication.subject) == 2
                if told and _are_peers(people):
                    yield from zip(people, self._joined_nations, strict=False)

    def fellows(self, person: PersonFact, known: Mapping[str, PersonFact]) -> Iterator[str]:
        """Yield the nation of those to whom the same is done: "freed Roy and Li".

        Of neither an office may be told.
        """
        for syntax in self._document.syntax:
            for told in syntax.predications:
                refs = self._discourse.means(syntax, told.objects)
                people = [known[ref.key] for ref in refs if ref.key in known]
                alike = 1 < len(people) == len(refs) and person.id in {one.id for one in people}
                if alike and not any(one.offices for one in people):
                    codes = {one.nation for one in people if one.id != person.id}
                    yield from (code for code in codes if code and len(codes) == 1)

    @cached_property
    def _joined_nations(self) -> tuple[str, ...]:
        """The two nations that the article is about, in the order in which it joins them."""
        named = [one for one in self._document.mentions if one.ref.label == "Nation"]
        main = {*self._discourse.by_frequency()[:2]}
        for one, two in pairwise(named):
            between = self._document.folded[one.end : two.start].split()
            if between in (["and"], [","]) and {one.ref.key, two.ref.key} == main:
                return one.ref.key, two.ref.key
        return ()


def _are_peers(people: Sequence[PersonFact]) -> bool:
    """Whether two people of no known nation hold offices alike, the one of each nation."""
    if any(one.nation for one in people):
        return False
    titles = [{office.title for office in one.offices} for one in people]
    of_states = all(any(map(unplaced, one.offices)) for one in people)
    return all(map(leads, people)) or (bool(titles[0] & titles[1]) and of_states)
