"""Whose somebody is: "his deputy, Anna Roy" is of his nation, "her counterpart" of another."""

from collections.abc import Iterator, Mapping

from graph.facts import Office, PersonFact, Ref
from loaders.document import Document
from loaders.references.countries import Countries
from loaders.references.discourse import Discourse, Refs
from loaders.references.pronouns import Pronouns
from loaders.syntax.analysis import Phrase, SentenceSyntax
from loaders.syntax.apposition import descriptions
from loaders.syntax.closed_words import POSSESSIVES

_OPPOSITE = frozenset(("counterpart", "guest", "colleague", "visitor"))
_HOSTS = frozenset(("host", "hostess"))
_PEERS = frozenset(("counterpart", "colleague"))
_SUCCEEDING = frozenset(("successor",))
_ANYWHERE = frozenset(("partner", "friend", "ally", "creditor", "opponent"))
"""Whose these are tells no nation: "his business partner"."""


class Attached:
    """Reads, in one document, what possessives say beside names; ``known`` has people by id."""

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
        self._countries = Countries(discourse)

    def nations(self, person: PersonFact, barred: set[str]) -> Iterator[str]:
        """Yield the nation of the one whose deputy, or whose counterpart, somebody is."""
        for syntax, phrase in self._owned(person):
            owners, noun = self._owners(syntax, phrase), syntax.words[phrase.head].lemma
            code = self._nation(owners)
            if noun in _HOSTS:
                start = syntax.words[phrase.first].start
                yield from (ref.key for ref in self._countries.hosts(owners, start))
            if noun not in _OPPOSITE | _HOSTS | _ANYWHERE:
                yield from filter(None, (code,))
            elif code and noun not in _ANYWHERE:
                yield from other_nation(self._discourse, {*barred, code})

    def body(self, person: PersonFact) -> Ref | None:
        """Return the organization whose president, or other officer, somebody is: "its head"."""
        for syntax, phrase in self._owned(person):
            owners = self._owners(syntax, phrase)
            if owners and owners[0].label == "Organization":
                return owners[0]
        return None

    def offices(self, person: PersonFact) -> Iterator[Office]:
        """Yield the office that a counterpart or successor shares with somebody who has it."""
        for syntax, phrase in self._owned(person):
            if syntax.words[phrase.head].lemma not in _PEERS | _SUCCEEDING:
                continue
            for ref in self._owners(syntax, phrase):
                model = self._known.get(ref.key)
                if model and model.offices:
                    nation = Ref("Nation", person.nation) if person.nation else None
                    sentence = self._document.sentences[syntax.sentence]
                    yield Office(model.offices[-1].title, nation, self._document.evidence(sentence))
                    return

    def _owned(self, person: PersonFact) -> Iterator[tuple[SentenceSyntax, Phrase]]:
        for span in person.mentions:
            syntax = self._discourse.syntax_at(span.start)
            for phrase in descriptions(syntax, span.start, span.end):
                if syntax.words[phrase.first].lower in POSSESSIVES:
                    yield syntax, phrase

    def _owners(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        word = syntax.words[phrase.first]
        before = self._discourse.before(self._document.sentences[syntax.sentence], word.start)
        if word.lower in ("its", "their"):
            return self._pronouns.body(word.start, before)
        return self._pronouns.person(word.start, word.lower, before)

    def _nation(self, refs: Refs) -> str | None:
        for ref in refs:
            if ref.label == "Person":
                return self._known[ref.key].nation if ref.key in self._known else None
            return self._discourse.nation_of(ref)
        return None


def other_nation(discourse: Discourse, barred: set[str]) -> Iterator[str]:
    """Yield the nation that is left of the two that the article is about."""
    main = discourse.by_frequency()[:2]
    left = [code for code in main if code not in barred]
    if len(main) == 2 and len(left) == 1:
        yield left[0]
