"""Holders of offices who are named later: "its foreign minister said. Anna Roy told ..."."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.facts import Office, PersonFact, Ref
from loaders.document import Document
from loaders.gazetteer.word_list import word_list
from loaders.references.discourse import Discourse
from loaders.references.pronouns import Pronouns
from loaders.syntax.analysis import Phrase, SentenceSyntax
from loaders.syntax.apposition import descriptions, name_behind

_REACH = 2
"""Sentences between the office and the name."""


@dataclass(frozen=True, slots=True)
class _Holder:
    """Somebody of whom the office and the nation are told, and no name."""

    sentence: int
    noun: str
    title: str
    nation: str


class UnnamedHolders:
    """Looks up, in one document, who was spoken of by office before the name was told."""

    def __init__(self, document: Document, discourse: Discourse, pronouns: Pronouns) -> None:
        self._document = document
        self._discourse = discourse
        self._pronouns = pronouns
        self._holders = tuple(self._find())

    def revealed(self, person: PersonFact) -> Office | None:
        """Return the office of a person whose bare name begins the sentence after it was told.

        "Its foreign minister said. Anna Roy signed ..." goes on about the minister.
        """
        first = min(person.mentions, key=lambda one: one.start)
        sentence = self._document.sentence_at(first.start)
        opens = first.start == sentence.body and len(first.text.split()) > 1
        syntax = self._document.syntax[sentence.index]
        if not opens or any(descriptions(syntax, first.start, first.end)):
            return None
        before = [one for one in self._holders if one.sentence == sentence.index - 1]
        if len(before) != 1 or self._is_of_another(before[0]):
            return None
        evidence = self._document.evidence(sentence)
        return Office(before[0].title, Ref("Nation", before[0].nation), evidence)

    def nations(self, person: PersonFact) -> Iterator[str]:
        """Yield the nation of "the envoy, Anna Roy", of whom the nation was told before."""
        for span in person.mentions:
            sentence = self._document.sentence_at(span.start)
            syntax = self._document.syntax[sentence.index]
            for phrase in descriptions(syntax, span.start, span.end):
                bare = phrase.head - phrase.first == 1
                if not bare or syntax.words[phrase.first].lower != "the":
                    continue
                noun = syntax.words[phrase.head].lemma
                alike = [
                    one
                    for one in reversed(self._holders)
                    if one.sentence < sentence.index and _is_alike(noun, one.noun)
                ]
                near = [one for one in alike if one.sentence >= sentence.index - _REACH]
                # What but one nation has may be spoken of again at any distance.
                single = alike if len({one.nation for one in alike}) == 1 else []
                yield from (one.nation for one in near or single)

    def _find(self) -> Iterator[_Holder]:
        for title in self._document.titles:
            sentence = self._document.sentence_at(title.start)
            if sentence.kind == "headline":
                continue
            syntax = self._document.syntax[sentence.index]
            phrase = _ending_at(syntax, title.end)
            if phrase is None or name_behind(syntax, phrase) or _is_plural(syntax, phrase):
                continue
            nation = self._nation(syntax, phrase)
            if nation:
                noun = syntax.words[phrase.head].lemma
                yield _Holder(sentence.index, noun, title.title, nation)

    def _nation(self, syntax: SentenceSyntax, phrase: Phrase) -> str | None:
        """Return the nation of an office: Australia's, its, or that of which it is told."""
        word = syntax.words[phrase.first]
        if word.lower in ("its", "their"):
            sentence = self._document.sentences[syntax.sentence]
            before = self._discourse.before(sentence, word.start)
            owners = self._pronouns.body(word.start, before)
            codes = [self._discourse.nation_of(ref) for ref in owners]
        else:
            found = self._discourse.means(syntax, (phrase,))
            found = found or self._discourse.owners(syntax, phrase)
            codes = [ref.key for ref in found if ref.label == "Nation"]
        return codes[0] if len(codes) == 1 else None

    def _is_of_another(self, holder: _Holder) -> bool:
        """Whether somebody named holds that office already."""
        return any(
            office.title == holder.title and person.nation == holder.nation
            for person in self._document.persons
            for office in person.offices
        )


def _ending_at(syntax: SentenceSyntax, end: int) -> Phrase | None:
    return next((one for one in syntax.phrases if syntax.words[one.head].end == end), None)


def _is_plural(syntax: SentenceSyntax, phrase: Phrase) -> bool:
    head = syntax.words[phrase.head]
    return head.lower != head.lemma


def _is_alike(noun: str, other: str) -> bool:
    """Whether two nouns can mean one person: an envoy is an ambassador."""
    sent = word_list("diplomat_nouns")
    return noun == other or (noun in sent and other in sent)
