"""Whom somebody speaks for: the nation that the sentence before the name is about."""

from collections.abc import Iterator

from graph.facts import PersonFact, Ref
from loaders.document import Document
from loaders.people.leading import kind_of, unplaced
from loaders.people.office_table import LEADING
from loaders.references.discourse import Discourse
from loaders.syntax.closed_words import BE

_SPEAKING = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_ANSWERING = frozenset(
    ("reply", "answer", "respond", "retort", "deny", "counter", "reject", "refuse", "dismiss")
)
_GOVERNING = LEADING | {"MINISTER"}


class SpokenFor:
    """Looks up what the paragraphs of one document are about where people begin to speak."""

    def __init__(self, document: Document, discourse: Discourse) -> None:
        self._document = document
        self._discourse = discourse

    def nations(self, person: PersonFact) -> Iterator[str]:
        """Yield the nation that the sentence before a name tells of, in its paragraph.

        "Latvia never joined. Prime Minister Roy said", "Lawmakers in Peru protested. Roy, who".
        """
        first = min(one.start for one in person.mentions)
        sentence = self._document.sentence_at(first)
        if Ref("Person", person.id) not in self._discourse.topic(sentence.index):
            return
        previous = self._document.sentences[max(0, sentence.index - 1)]
        if previous.paragraph != sentence.paragraph or previous.index == sentence.index:
            return
        yield from self._echoed(person, sentence.index)
        yield from self._answering(person, sentence.index)
        refs = self._discourse.topic(previous.index)
        code = self._discourse.nation_of(refs[0]) if len(refs) == 1 else None
        if refs and refs[0].label != "Person" and code and self._may_speak(person):
            yield code

    def _echoed(self, person: PersonFact, index: int) -> Iterator[str]:
        """Yield the nation that was to do what somebody does: "told Peru to pay. Roy has not paid".

        Whoever governs for it does it, or does not.
        """
        ref, syntax = Ref("Person", person.id), self._document.syntax[index]
        deeds = {
            told.verb
            for told in syntax.predications
            if ref in self._discourse.means(syntax, told.subject)
        }
        before = self._document.syntax[index - 1]
        for told in before.predications:
            for one in self._discourse.means(before, told.subject):
                if told.verb in deeds - BE and told.link == "complement" and one.label == "Nation":
                    yield one.key

    def _answering(self, person: PersonFact, index: int) -> Iterator[str]:
        """Yield the nation that was asked something, if somebody answers: "Peru asked Chad"."""
        ref, syntax = Ref("Person", person.id), self._document.syntax[index]
        answers = any(
            told.verb in _ANSWERING and ref in self._discourse.means(syntax, told.subject)
            for told in syntax.predications
        )
        before = self._document.syntax[index - 1]
        for told in before.predications if answers and self._may_speak(person) else ():
            asked = self._discourse.means(before, told.objects)
            if told.governor is None and [one.label for one in asked] == ["Nation"]:
                yield asked[0].key

    def _may_speak(self, person: PersonFact) -> bool:
        """Whether somebody governs or speaks for a nation, or has no office at all."""
        if not person.offices:
            return person.id in self._document.described
        ends = {office.title.split()[-1].lower() for office in person.offices}
        governs = any(kind_of(office.title) in _GOVERNING for office in person.offices)
        return bool(ends & _SPEAKING) or (governs and any(map(unplaced, person.offices)))
