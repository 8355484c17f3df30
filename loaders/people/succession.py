"""Succession: who follows somebody in an office is of the same nation, and holds that office."""

from collections.abc import Iterator, Mapping

from graph.facts import Office, PersonFact, Ref
from loaders.document import Document
from loaders.references.discourse import Discourse

_FOLLOWING = frozenset(("succeed", "replace", "follow", "oust", "depose", "overthrow", "topple"))


class Succession:
    """Looks up, in one document, whom people follow; ``known`` has the people by id."""

    def __init__(
        self, document: Document, discourse: Discourse, known: Mapping[str, PersonFact]
    ) -> None:
        self._document = document
        self._known = known
        self._pairs = tuple(_pairs(document, discourse))

    def nations(self, person: PersonFact) -> Iterator[str]:
        """Yield the nation of the one whom somebody follows, or who follows."""
        for later, earlier, _ in self._pairs:
            for one, other in ((later, earlier), (earlier, later)):
                if one.key == person.id and (nation := self._known[other.key].nation):
                    yield nation

    def offices(self, person: PersonFact) -> Iterator[Office]:
        """Yield the office of the one whom somebody follows."""
        for later, earlier, sentence in self._pairs:
            held = self._known[earlier.key].offices
            if later.key == person.id and held:
                evidence = self._document.evidence(self._document.sentences[sentence])
                yield Office(held[-1].title.removeprefix("Former "), held[-1].of, evidence)
                return


def _pairs(document: Document, discourse: Discourse) -> Iterator[tuple[Ref, Ref, int]]:
    """Yield who follows whom, and the number of the sentence that tells it."""
    for syntax in document.syntax:
        for told in syntax.predications:
            if told.verb not in _FOLLOWING:
                continue
            subjects = discourse.means(syntax, told.subject)
            objects = discourse.means(syntax, told.agents if told.passive else told.objects)
            later, earlier = (objects, subjects) if told.passive else (subjects, objects)
            alone = len(later) == len(earlier) == 1 and later != earlier
            if alone and {later[0].label, earlier[0].label} == {"Person"}:
                yield later[0], earlier[0], syntax.sentence
