"""Elsewhere: the nations in which somebody is not at home."""

from collections.abc import Iterator, Mapping, Sequence

from graph.facts import PersonFact, Ref
from loaders.document import Document
from loaders.people.leading import kind_of, leads
from loaders.people.office_table import LEADING
from loaders.references.discourse import Discourse, Refs
from loaders.references.pronouns import Pronouns
from loaders.syntax.analysis import Phrase, SentenceSyntax

_VISITING = frozenset(("arrive", "fly", "travel", "visit", "land", "tour"))


class Elsewhere:
    """Tells, in one document, where people are not at home; ``known`` has them by id."""

    def __init__(
        self,
        document: Document,
        discourse: Discourse,
        pronouns: Pronouns,
        known: Mapping[str, PersonFact],
    ) -> None:
        self._document = document
        self._discourse = discourse
        self._pronouns = pronouns
        self._known = known

    def nations(self, person: PersonFact) -> Iterator[str]:
        """Yield the nations that a person visits, and those that others lead."""
        ref = Ref("Person", person.id)
        yield from self._led_by_others(person)
        for span in person.mentions:
            syntax = self._discourse.syntax_at(span.start)
            for predication in syntax.predications:
                subjects = self._meant(syntax, predication.subject)
                if ref not in subjects:
                    continue
                if predication.verb in _VISITING:
                    behind = (one.phrase for one in predication.obliques)
                    yield from self._visited(syntax, (*predication.objects, *behind))
                yield from self._fellows(ref, subjects)

    def _led_by_others(self, person: PersonFact) -> Iterator[str]:
        """Yield the nations of which somebody else holds the office that a leader has."""
        titles = {
            office.title
            for office in person.offices
            if kind_of(office.title) in LEADING
            and not (office.of and office.of.label == "Organization")
        }
        for other in self._known.values():
            for office in other.offices if other.id != person.id else ():
                if office.title in titles and office.of and office.of.label == "Nation":
                    yield office.of.key

    def _meant(self, syntax: SentenceSyntax, phrases: Sequence[Phrase]) -> Refs:
        """Return whom some phrases mean, pronouns too."""
        found: list[Ref] = []
        for phrase in phrases:
            word = syntax.words[phrase.first]
            if word.lower in ("he", "she"):
                sentence = self._document.sentences[syntax.sentence]
                before = self._discourse.before(sentence, word.start)
                found.extend(self._pronouns.person(word.start, word.lower, before))
            else:
                found.extend(self._discourse.means(syntax, (phrase,)))
        return tuple(found)

    def _visited(self, syntax: SentenceSyntax, phrases: Sequence[Phrase]) -> Iterator[str]:
        for phrase in phrases:
            start, end = syntax.offsets(phrase.first, phrase.last)
            for one in self._document.mentions:
                if start <= one.start < end and one.ref.label == "Nation":
                    yield one.ref.key

    def _fellows(self, ref: Ref, subjects: Refs) -> Iterator[str]:
        """Yield the nations of the other leaders with whom a leader acts."""
        if not leads(self._known[ref.key]):
            return
        for other in subjects:
            one = self._known.get(other.key) if other.label == "Person" else None
            if one and other != ref and one.nation and leads(one):
                yield one.nation
