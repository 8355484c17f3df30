"""The step "belonging": the nation of people of whom the words beside their names do not tell it.

What the sentence says goes first: whose "his deputy, Anna Roy" is, that a counterpart is of the
other nation, that "the Venezuelan president" is the one named before. Then what the paragraph is
about, where somebody holds an office of a state; then the homes (``homes.py``). References are
resolved for this as far as they can be, and once more when the nations are known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from graph.facts import Office, PersonFact, Ref
from loaders.document import Document
from loaders.people.homes import Homes
from loaders.people.office_table import load_offices, state_offices
from loaders.people.unnamed_holders import UnnamedHolders
from loaders.references.descriptions import Descriptions, describing_nouns
from loaders.references.discourse import Discourse, Refs
from loaders.references.people import People
from loaders.references.pronouns import Pronouns
from loaders.references.resolution import References
from loaders.syntax.analysis import Phrase, SentenceSyntax
from loaders.syntax.apposition import descriptions
from loaders.syntax.closed_words import POSSESSIVES

_LEADING = frozenset(("HEAD_OF_STATE", "HEAD_OF_GOVERNMENT", "MONARCH"))
_OPPOSITE = frozenset(("counterpart", "host", "hostess", "guest", "colleague"))
_SPEAKING = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_SCHOOLS = frozenset(("university", "institute", "college", "hospital", "school", "academy"))
_VISITING = frozenset(("arrive", "fly", "travel", "visit", "land", "tour"))


class Belonging:
    """Tells the nations of people from what is said around them."""

    name = "belonging"

    def __call__(self, document: Document) -> Document:
        """Add nations to persons, and to the offices that they hold."""
        known = all(person.nation for person in document.persons)
        if known or not document.syntax:
            return document
        return _Settling(document).settled()


class _Settling:
    def __init__(self, document: Document) -> None:
        self._given = document
        self._document = References()(document)
        self._homes = Homes(document)
        self._known = {one.id: one for one in document.persons}

    @cached_property
    def _discourse(self) -> Discourse:
        return Discourse(self._document)

    @cached_property
    def _people(self) -> People:
        return People(self._document)

    @cached_property
    def _pronouns(self) -> Pronouns:
        return Pronouns(self._discourse, self._people)

    @cached_property
    def _holders(self) -> UnnamedHolders:
        return UnnamedHolders(self._document, self._discourse, self._pronouns)

    def settled(self) -> Document:
        """Return the document with every nation that can be told."""
        self._learn_pairs()
        for person in self._document.persons:
            self._learn(self._known[person.id])
        persons = tuple(self._known[one.id] for one in self._document.persons)
        return replace(self._given, persons=persons)

    def _learn_pairs(self) -> None:
        """Give two ministers of two nations theirs: "Romania and Moldova ... Ministers Roy and Li".

        Newswriters keep the order in which they named the nations.
        """
        for syntax in self._document.syntax:
            for predication in syntax.predications:
                refs = self._discourse.means(syntax, predication.subject)
                people = [self._known[ref.key] for ref in refs if ref.key in self._known]
                told = len(people) == len(refs) == len(predication.subject) == 2
                if told and self._are_peers(people):
                    for person, code in zip(people, self._joined_nations, strict=False):
                        self._known[person.id] = self._homes.placed(person, code)

    def _are_peers(self, people: Sequence[PersonFact]) -> bool:
        """Whether two people of no known nation hold offices alike, the one of each nation."""
        if any(one.nation for one in people):
            return False
        titles = [{office.title for office in one.offices} for one in people]
        leading = all(self._leads(one) for one in people)
        return leading or (bool(titles[0] & titles[1]) and all(map(self._is_of_state, people)))

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

    def _learn(self, person: PersonFact) -> None:
        """Take the first clue that tells the nation of a person."""
        if not person.offices and person.id not in self._document.described:
            office = self._holders.revealed(person)
            if office:
                person = replace(person, offices=(office,))
        nation = person.nation or next(self._clues(person), None)
        if not person.offices:
            person = replace(person, offices=tuple(self._shared(person)))
        self._known[person.id] = self._homes.placed(person, nation)

    def _shared(self, person: PersonFact) -> Iterator[Office]:
        """Yield the office that a counterpart shares with somebody who has it by now."""
        for syntax, phrase in self._descriptions(person):
            word = syntax.words[phrase.first]
            alike = syntax.words[phrase.head].lemma in ("counterpart", "colleague")
            if word.lower not in ("his", "her") or not alike:
                continue
            before = self._discourse.before(self._document.sentences[syntax.sentence], word.start)
            for ref in self._pronouns.person(word.start, word.lower, before):
                model = self._known.get(ref.key)
                evidence = self._document.evidence(self._document.sentence_at(word.start))
                if model and model.offices:
                    title = model.offices[-1].title
                    nation = Ref("Nation", person.nation) if person.nation else None
                    yield Office(title, nation, evidence)
                    return

    def _clues(self, person: PersonFact) -> Iterator[str]:
        served = self._homes.served(person.offices)
        if served:
            yield served
        barred = {*self._barred(person)}
        yield from self._of_owner(person, barred)
        yield from self._said_beside(person)
        yield from self._described(person)
        yield from self._holders.nations(person)
        home = self._homes.default(person)
        clues = (
            *self._homes.spoken_in(person),
            *self._topic(person),
            *(self._others(barred) if barred and self._leads(person) else ()),
            *(self._others({home}) if home and self._is_exiled(person) else ()),
            home,
        )
        yield from (code for code in clues if code and code not in barred)

    def _said_beside(self, person: PersonFact) -> Iterator[str]:
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

    def _of_owner(self, person: PersonFact, barred: set[str]) -> Iterator[str]:
        """Yield the nation of the one whose deputy, or whose counterpart, somebody is."""
        for syntax, phrase in self._descriptions(person):
            word = syntax.words[phrase.first]
            if word.lower not in POSSESSIVES:
                continue
            sentence = self._document.sentences[syntax.sentence]
            before = self._discourse.before(sentence, word.start)
            if word.lower in ("its", "their"):
                owners = self._pronouns.body(word.start, before)
            else:
                owners = self._pronouns.person(word.start, word.lower, before)
            code = self._nation(owners)
            if syntax.words[phrase.head].lemma not in _OPPOSITE:
                yield from filter(None, (code,))
            elif code:
                yield from self._others({*barred, code})

    def _descriptions(self, person: PersonFact) -> Iterator[tuple[SentenceSyntax, Phrase]]:
        for span in person.mentions:
            syntax = self._discourse.syntax_at(span.start)
            for phrase in descriptions(syntax, span.start, span.end):
                yield syntax, phrase

    def _described(self, person: PersonFact) -> Iterator[str]:
        """Yield the nation that a description further on gives: "the Argentine diplomat"."""
        ref = Ref("Person", person.id)
        for one in self._national:
            if one[1] == (ref,):
                yield one[0]

    @cached_property
    def _national(self) -> tuple[tuple[str, Refs], ...]:
        """The descriptions that tell a nation, with whom they mean."""
        told = Descriptions(self._discourse, self._people)
        found: list[tuple[str, Refs]] = []
        for syntax in self._document.syntax:
            for phrase in syntax.phrases:
                code = told.nation(syntax, phrase)
                head = syntax.words[phrase.head]
                person = head.lower in describing_nouns()
                if code and person and syntax.words[phrase.first].lower == "the":
                    span = syntax.offsets(phrase.first, phrase.head + 1)
                    found.append((code, told.person(*span)))
        return tuple(found)

    def _barred(self, person: PersonFact) -> Iterator[str]:
        """Yield where a person is not at home: the nations visited, those of other leaders."""
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
        titles = {office.title for office in person.offices if _kind(office) in _LEADING}
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
        if not self._leads(self._known[ref.key]):
            return
        for other in subjects:
            one = self._known.get(other.key) if other.label == "Person" else None
            if one and other != ref and one.nation and self._leads(one):
                yield one.nation

    def _topic(self, person: PersonFact) -> Iterator[str]:
        """Yield the nation that the sentence before a name is about, in its paragraph.

        "Latvia never joined. Prime Minister Roy said", "Lawmakers in Peru protested. Roy, who".
        """
        first = min(one.start for one in person.mentions)
        sentence = self._document.sentence_at(first)
        if Ref("Person", person.id) not in self._discourse.topic(sentence.index):
            return
        previous = self._document.sentences[max(0, sentence.index - 1)]
        if previous.paragraph != sentence.paragraph or previous.index == sentence.index:
            return
        refs = self._discourse.topic(previous.index)
        code = self._discourse.nation_of(refs[0]) if len(refs) == 1 else None
        if refs and refs[0].label != "Person" and code and self._may_speak_for(person):
            yield code

    def _may_speak_for(self, person: PersonFact) -> bool:
        """Whether somebody governs or speaks for a nation, or has no office at all."""
        if not person.offices:
            return person.id in self._document.described
        ends = {office.title.split()[-1].lower() for office in person.offices}
        governs = any(_kind(office) in (*_LEADING, "MINISTER") for office in person.offices)
        return bool(ends & _SPEAKING) or (governs and self._is_of_state(person))

    def _is_exiled(self, person: PersonFact) -> bool:
        return any(
            word.lower in ("exiled", "exile")
            for syntax, phrase in self._descriptions(person)
            for word in syntax.words[phrase.first : phrase.last]
        )

    def _others(self, barred: set[str]) -> Iterator[str]:
        """Yield the nation that is left of the two that the article is about."""
        main = self._discourse.by_frequency()[:2]
        left = [code for code in main if code not in barred]
        if len(main) == 2 and len(left) == 1:
            yield left[0]

    def _nation(self, refs: Refs) -> str | None:
        for ref in refs:
            if ref.label == "Person":
                return self._known[ref.key].nation if ref.key in self._known else None
            return self._discourse.nation_of(ref)
        return None

    def _leads(self, person: PersonFact) -> bool:
        return any(_kind(office) in _LEADING for office in person.offices)

    def _is_of_state(self, person: PersonFact) -> bool:
        return any(
            office.of is None and office.title in state_offices() for office in person.offices
        )


def _owns_or_is_owned(syntax: SentenceSyntax, phrase: Phrase) -> bool:
    """Whether a genitive belongs to a phrase: "the French leader's sister" is not said of her."""
    behind = syntax.words[phrase.last : phrase.last + 1]
    return phrase.owner is not None or any(word.kind == "genitive" for word in behind)


def _kind(office: Office) -> str:
    found = load_offices().find(office.title.lower().split())
    return max(((one.last - one.first, one.value.kind) for one in found), default=(0, ""))[1]
