"""What is said of the nation of people beside their names: "Roy of the Malawi Nurses Union"."""

from collections.abc import Iterator
from functools import cached_property

from graph.facts import Office, PersonFact, Ref
from loaders.document import Document
from loaders.gazetteer.word_list import word_list
from loaders.people.office_table import state_offices
from loaders.references.descriptions import Descriptions
from loaders.references.discourse import Discourse, Refs
from loaders.references.people import People
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax
from loaders.syntax.apposition import descriptions

_SCHOOLS = frozenset(("university", "institute", "college", "hospital", "school", "academy"))
_LEADING = frozenset(("lead", "head", "command"))


class SaidOfPeople:
    """Looks up what one document says of people beside their names, and further on."""

    def __init__(self, document: Document, discourse: Discourse, people: People) -> None:
        self._document = document
        self._discourse = discourse
        self._people = people

    def nations_led(self, person: PersonFact) -> Iterator[str]:
        """Yield the nation of those whom somebody leads: "a Chinese delegation led by Li"."""
        ref = Ref("Person", person.id)
        for syntax in self._document.syntax:
            for told in syntax.predications:
                led = told.passive and told.verb in _LEADING
                if led and ref in self._discourse.means(syntax, told.agents):
                    for phrase in told.subject:
                        yield from self._named_in(*syntax.offsets(phrase.first, phrase.last))

    def nations_of_judges(self, person: PersonFact) -> Iterator[str]:
        """Yield the nation of who does to the holder of an office what a state does to its own.

        "Chad refused to hand over the former president, Idris Roy": another nation's would be told.
        """
        if not any(map(_is_of_state, person.offices)):
            return
        for span in person.mentions:
            syntax = self._discourse.syntax_at(span.start)
            described = [*descriptions(syntax, span.start, span.end)]
            for told in syntax.predications:
                own = told.lemma.replace(" ", "-") in word_list("done_to_own_leaders")
                if own and any(one in told.objects for one in described):
                    codes = map(self._discourse.nation_of, self._acting(syntax, told))
                    yield from filter(None, codes)

    def _acting(self, syntax: SentenceSyntax, told: Predication) -> Refs:
        """Return who does it, or refuses or wants to."""
        above: Predication | None = told
        while above is not None and not above.subject:
            above = syntax.governor(above) if above.link == "complement" else None
        return self._discourse.means(syntax, above.subject) if above else ()

    def exiled(self, person: PersonFact) -> bool:
        """Whether a name is told with "exiled"."""
        return any(
            word.lower in ("exiled", "exile")
            for span in person.mentions
            for syntax in (self._discourse.syntax_at(span.start),)
            for phrase in descriptions(syntax, span.start, span.end)
            for word in syntax.words[phrase.first : phrase.last]
        )

    def nations_beside(self, person: PersonFact) -> Iterator[str]:
        """Yield the nation of a place, a body or an adjective that is said beside a name.

        "Alaska Governor Roy", "Roy of the Malawi Nurses Union", "a Philippine officer, Roy".
        """
        for span in person.mentions:
            syntax = self._discourse.syntax_at(span.start)
            own = syntax.phrase_over(span.start, span.end)
            for phrase in descriptions(syntax, span.start, span.end):
                if not _owns_or_is_owned(syntax, phrase):
                    end = min(syntax.words[phrase.head].end, span.start) if phrase == own else None
                    start, stop = syntax.offsets(phrase.first, phrase.head + 1)
                    yield from self._named_in(start, end or stop)
                yield from self._behind(syntax, phrase)
            if own:
                yield from self._behind(syntax, own)

    def nations_further_on(self, person: PersonFact) -> Iterator[str]:
        """Yield the nation that a description further on gives: "the Argentine diplomat"."""
        ref = Ref("Person", person.id)
        for one in self._national:
            if one[1] == (ref,):
                yield one[0]

    def _named_in(self, start: int, end: int) -> Iterator[str]:
        """Yield the nations of adjectives and places in a stretch of text."""
        for one in self._document.mentions:
            adjective = one.form in ("adjective", "demonym") and one.ref.label == "Nation"
            if adjective and start <= one.start < end:
                yield one.ref.key
        for place in self._document.places:
            parted = "," in self._document.folded[place.end : end]
            if place.nation and start <= place.start < end and not parted:
                yield place.nation

    def _behind(self, syntax: SentenceSyntax, phrase: Phrase) -> Iterator[str]:
        """Yield the nation of the body that somebody is of: "an analyst at Oslo University"."""
        for oblique in syntax.trailing(phrase)[:1]:
            if oblique.marker not in ("of", "at", "with", "from"):
                continue
            start, end = syntax.offsets(oblique.phrase.first, oblique.phrase.last)
            school = syntax.words[oblique.phrase.head].lower in _SCHOOLS
            for one in self._document.mentions:
                if not start <= one.start < end:
                    continue
                code = self._discourse.nation_of(one.ref)
                if code and (one.ref.label == "Organization" or school):
                    yield code

    @cached_property
    def _national(self) -> tuple[tuple[str, Refs], ...]:
        """The descriptions that tell a nation, with whom they mean."""
        told = Descriptions(self._discourse, self._people)
        found: list[tuple[str, Refs]] = []
        for syntax in self._document.syntax:
            for phrase in syntax.phrases:
                code = told.nation(syntax, phrase)
                describing = code and told.is_describing(syntax, phrase)
                if code and describing and syntax.words[phrase.first].lower == "the":
                    span = syntax.offsets(phrase.first, phrase.head + 1)
                    found.append((code, told.person(*span)))
        return tuple(found)


def _is_of_state(office: Office) -> bool:
    """Whether an office is, or was, of a nation that is not told beside it."""
    return office.of is None and office.title.removeprefix("Former ") in state_offices()


def _owns_or_is_owned(syntax: SentenceSyntax, phrase: Phrase) -> bool:
    """Whether a genitive belongs to a phrase: "the French leader's sister" is not said of her."""
    behind = syntax.words[phrase.last : phrase.last + 1]
    return phrase.owner is not None or any(word.kind == "genitive" for word in behind)
