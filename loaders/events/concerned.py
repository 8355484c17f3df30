"""Those concerned: whom the phrases around a predicate mean."""

from collections.abc import Iterable, Sequence

from graph.facts import Ref
from loaders.document import Document
from loaders.events.matching import Matched
from loaders.gazetteer.agent_noun import load_agent_nouns
from loaders.gazetteer.word_list import word_list
from loaders.mentions.participants import Participants, listed
from loaders.syntax.analysis import Oblique, Phrase, SentenceSyntax
from loaders.syntax.closed_words import POSSESSIVES

Refs = tuple[Ref, ...]

_ABOUT = frozenset(("of", "by", "from", "against", "on", "with", "between", "to", "for", "in"))
"""What follows a thing behind one of these is whom it concerns."""


_BORDERS = frozenset(("border", "frontier", "boundary"))
_WITH = frozenset(("with", "to"))
_AGAINST = frozenset(("with", "against", "on", "to", "towards", "toward", "from", "for", "over"))
"""What follows something of one's own, or stands in a clause about it, behind one of these."""

LEADING = frozenset(("lead", "head", "command"))
"""Verbs whose subject acts by those whom it leads."""

_SENDING = frozenset(("from", "by"))
"""Behind one of these stands who sends a weapon."""

_BESIDE = frozenset(("despite", "after", "before", "since", "during", "amid", "following"))
"""What follows a thing behind one of these is another matter."""


def distinct(refs: Iterable[Ref]) -> Refs:
    """Return the entities, each once, in their order."""
    return tuple(dict.fromkeys(refs))


def holds(phrase: Phrase, matched: Matched) -> bool:
    """Whether a phrase holds one of the words that a pattern took."""
    return any(phrase.first <= index < phrase.last for index in matched.words)


def taken(syntax: SentenceSyntax, matched: Matched) -> list[Phrase]:
    """Return the phrases that hold the words of a pattern."""
    return [phrase for phrase in syntax.phrases if holds(phrase, matched)]


class Concerned:
    """Looks up who acts and who is concerned in one document."""

    def __init__(self, document: Document) -> None:
        self.participants = Participants(document)
        self._cities = {place.end: place.nation for place in document.places if place.nation}

    def is_agent(self, syntax: SentenceSyntax, phrase: Phrase) -> bool:
        """Whether a phrase is somebody who acts, be it nobody known: "gunmen"."""
        return syntax.words[phrase.head].lemma in load_agent_nouns()

    def is_somebody(self, syntax: SentenceSyntax, phrase: Phrase) -> bool:
        """Whether a phrase names somebody, or is somebody who acts."""
        return syntax.words[phrase.head].kind == "name" or self.is_agent(syntax, phrase)

    def names(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        """Return whom a phrase itself names: an entity, or the nation of a city."""
        return self.participants.of(syntax, phrase) or self._city(syntax, phrase)

    def is_by_name(self, syntax: SentenceSyntax, phrase: Phrase) -> bool:
        """Whether a phrase is a name, or stands for one; "the Chadians" are people without one."""
        head = syntax.words[phrase.head]
        named = self.participants.between(head.start, head.end)
        return head.kind in ("name", "pronoun") and not any(one.form == "demonym" for one in named)

    def who(self, syntax: SentenceSyntax, phrases: Iterable[Phrase]) -> Refs:
        """Return those who act: the phrases themselves, else whose things or deeds they are."""
        found: list[Ref] = []
        for phrase in phrases:
            own = self.participants.of(syntax, phrase)
            own = own or self._doing(syntax, phrase)
            found.extend(own or self._sent_by(syntax, phrase) or self._led_by(syntax, phrase))
        return distinct(found)

    def _doing(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        """Return whose a thing or deed is; "her arrest" is done to her."""
        owners = self.participants.owners(syntax, phrase)
        undergone = syntax.words[phrase.head].lemma in word_list("undergone_nouns")
        return tuple(ref for ref in owners if not (undergone and ref.label == "Person"))

    def _led_by(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        """Return who leads those without a name: "leads a coalition that", "a force led by"."""
        if not self.is_agent(syntax, phrase):
            return ()
        for one in syntax.predications:
            if one.verb in LEADING and phrase in one.objects and not one.passive:
                return self.participants.of_all(syntax, one.subject)
            if one.verb in LEADING and one.passive and phrase in one.subject:
                return self.participants.of_all(syntax, one.agents)
        return ()

    def _sent_by(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        """Return who does what a weapon does: "fire from Chadian posts", "a missile fired by"."""
        if syntax.words[phrase.head].lemma not in word_list("weapons"):
            return ()
        behind = [one for one in syntax.trailing(phrase)[:1] if one.marker in _SENDING]
        for one in syntax.predications:
            if one.link == "relative" and one.passive and phrase in one.subject:
                behind += [other for other in one.obliques if other.marker in _SENDING]
        return self.whom(syntax, [one.phrase for one in behind])

    def whom(self, syntax: SentenceSyntax, phrases: Iterable[Phrase]) -> Refs:
        """Return those concerned: the phrases, whose things they are, or what follows them."""
        return distinct(ref for phrase in phrases for ref in self._one(syntax, phrase))

    def owners(self, syntax: SentenceSyntax, phrases: Iterable[Phrase]) -> Refs:
        """Return whose things some phrases are: "expelled Russian diplomats"."""
        owners = (self.participants.owners(syntax, phrase) for phrase in phrases)
        return distinct(ref for found in owners for ref in found)

    def behind(
        self, syntax: SentenceSyntax, obliques: Sequence[Oblique], markers: Iterable[str]
    ) -> Refs:
        """Return those behind one of some prepositions, the first preposition first."""
        for marker in markers:
            found = self.whom(syntax, [one.phrase for one in obliques if one.marker == marker])
            if found:
                return found
        return ()

    def trailing(self, syntax: SentenceSyntax, phrases: Iterable[Phrase]) -> list[Oblique]:
        """Return the prepositional phrases that follow some phrases, lists taken apart."""
        return [
            Oblique(oblique.marker, member)
            for phrase in phrases
            for oblique in syntax.trailing(phrase)
            for member in listed(syntax, oblique.phrase)
        ]

    def _one(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        own = self.names(syntax, phrase)
        if own:
            return own
        owners = self.participants.owners(syntax, phrase)
        if owners:
            return self._across(syntax, phrase) or owners
        for oblique in syntax.trailing(phrase):
            if oblique.marker in _BESIDE:
                break
            found = self.participants.of(syntax, oblique.phrase)
            found = found or self.participants.owners(syntax, oblique.phrase)
            if found and oblique.marker in _ABOUT:
                return found
        return (
            self._inside(syntax, phrase)
            or self._made_by(syntax, phrase)
            or self._of_clause(syntax, phrase)
        )

    def _across(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        """Return whom something of one's own is about: "its border with", "its raid on"."""
        border = syntax.words[phrase.head].lemma in _BORDERS
        if not border and syntax.words[phrase.first].lower not in POSSESSIVES:
            return ()
        trailing = self.trailing(syntax, (phrase,))[:1]
        aimed = [one.phrase for one in trailing if one.marker in (_WITH if border else _AGAINST)]
        return self.participants.of_all(syntax, aimed) or self.owners(syntax, aimed)

    def _of_clause(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        """Return whose a thing is by a relative clause: "a ship that belongs to", "aid it got"."""
        for one in syntax.predications:
            if one.link != "relative" or phrase not in (*one.subject, *one.objects):
                continue
            if phrase in one.objects and one.verb in word_list("receiving_verbs"):
                return self.participants.of_all(syntax, one.subject)
            aimed = [other.phrase for other in one.obliques if other.marker in _AGAINST]
            found = self.participants.of_all(syntax, aimed) or self.owners(syntax, aimed)
            if found:
                return found
        return ()

    def _made_by(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        """Return who did what a participle says of a phrase: "an appeal lodged by"."""
        for one in syntax.predications:
            if one.link == "relative" and one.passive and phrase in one.subject:
                agents = [other.phrase for other in one.obliques if other.marker == "by"]
                return self.participants.of_all(syntax, agents)
        return ()

    def _inside(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        """Return the first entity or city that anything belonging to a phrase names."""
        if phrase.reach <= phrase.last:
            return ()
        start, end = syntax.offsets(phrase.first, phrase.reach)
        named = self.participants.between(start, end)
        if named:
            return self.participants.listed_first(syntax, named)
        cities = (Ref("Nation", code) for at, code in self._cities.items() if start < at <= end)
        return tuple(cities)[:1]

    def _city(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        """Return the nation of the city that a phrase names."""
        nation = self._cities.get(syntax.words[phrase.last - 1].end)
        return (Ref("Nation", nation),) if nation else ()
