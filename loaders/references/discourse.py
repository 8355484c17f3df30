"""The discourse: who was spoken of before a place in the text, the nearest sentence first."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.facts import Ref
from loaders.document import Document
from loaders.gazetteer.agent_noun import load_agent_nouns
from loaders.gazetteer.word_list import word_list
from loaders.mentions.mention import Mention
from loaders.mentions.nation_count import count_nations
from loaders.mentions.participants import Participants
from loaders.references.reference import Reference
from loaders.syntax.analysis import Phrase, SentenceSyntax
from loaders.syntax.apposition import name_behind
from loaders.text.sentence import Sentence

REACH = 2
"""Sentences that a pronoun reaches back."""

Refs = tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch of text that means somebody: a name, or what stands for one.

    ``subject`` tells that a verb is said of it, ``plain`` that it is no adjective and no place,
    ``visited`` that it is no adjective.
    """

    start: int
    end: int
    refs: Refs
    subject: bool
    plain: bool = True
    visited: bool = True

    @property
    def ref(self) -> Ref:
        """The first of those who are meant."""
        return self.refs[0]


@dataclass(frozen=True, slots=True)
class Before:
    """Who was spoken of before a place: in its sentence, and in the sentences before that."""

    here: tuple[Spoken, ...]
    earlier: tuple[tuple[Spoken, ...], ...]

    @property
    def nearest(self) -> tuple[tuple[Spoken, ...], ...]:
        """The sentences from this one back."""
        return self.here, *self.earlier

    @property
    def named_last(self) -> tuple[Spoken, ...]:
        """All that was spoken of, the last first."""
        return tuple(one for spoken in self.nearest for one in reversed(spoken))


class Discourse:
    """Looks up who is spoken of where in one document; it grows with what is resolved."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._participants = Participants(document)
        self._by_sentence: dict[int, list[Spoken]] = {}
        self._references: dict[int, Reference] = {}
        self._heads: dict[int, list[tuple[int, int]]] = {}
        self.armed_groups = tuple(
            Ref("Organization", one.id)
            for one in document.organizations
            if one.kind == "ARMED_GROUP"
        )
        agreements = [one for one in document.mentions if one.ref.label == "Agreement"]
        self._agreements = {document.sentence_at(one.start).index for one in agreements}
        for mention in document.mentions:
            if not any(one.covers(mention.start, mention.end) for one in agreements):
                self._say(self._named(mention))
        for reference in document.references:
            self.add(reference)

    def add(self, reference: Reference) -> None:
        """Take in what a phrase was found to mean."""
        self._references[reference.start] = reference
        subject = self._is_subject(reference.start, reference.end)
        self._say(Spoken(reference.start, reference.end, reference.refs, subject))

    def syntax_at(self, offset: int) -> SentenceSyntax:
        """Return the analysis of the sentence that holds an offset."""
        return self.document.syntax[self.document.sentence_at(offset).index]

    def before(self, sentence: Sentence, offset: int) -> Before:
        """Return who is spoken of before an offset; the headline is not looked at."""
        here = [one for one in self._by_sentence.get(sentence.index, ()) if one.end <= offset]
        first = max(0, sentence.index - REACH)
        earlier = [
            tuple(self._by_sentence.get(index, ()))
            for index in range(sentence.index - 1, first - 1, -1)
            if self.document.sentences[index].kind == "body"
        ]
        return Before(tuple(here), tuple(earlier))

    def spoken_in(self, index: int) -> Sequence[Spoken]:
        """Return who is spoken of in a sentence, in the order of the text."""
        return self._by_sentence.get(index, ())

    def sentence_of(self, spoken: Spoken) -> int:
        """Return the number of the sentence in which somebody is spoken of."""
        return self.document.sentence_at(spoken.start).index

    def names_agreement(self, index: int) -> bool:
        """Whether a sentence names an agreement."""
        return index in self._agreements

    def topic(self, index: int) -> Refs:
        """Return whom a sentence is about: the subject of its main verb."""
        syntax = self.document.syntax[index]
        for predication in syntax.predications:
            if predication.governor is None and predication.subject:
                return self.means(syntax, predication.subject)
        return ()

    def back(self, sentence: Sentence, offset: int) -> Iterator[Sequence[Spoken]]:
        """Yield who is spoken of before an offset, sentence by sentence to the article's begin."""
        yield [one for one in self.spoken_in(sentence.index) if one.end <= offset]
        for index in range(sentence.index - 1, -1, -1):
            if self.document.sentences[index].kind == "body":
                yield self.spoken_in(index)

    def means(self, syntax: SentenceSyntax, phrases: Iterable[Phrase]) -> Refs:
        """Return whom some phrases mean, as far as is known yet."""
        found: list[Ref] = []
        for phrase in phrases:
            reference = self._references.get(syntax.words[phrase.first].start)
            if reference and reference.end >= syntax.words[phrase.head].end:
                found.extend(reference.refs)
            else:
                found.extend(self._behind(syntax, phrase) or self._participants.of(syntax, phrase))
        return tuple(dict.fromkeys(found))

    def owners(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        """Return whose a phrase says that something is: "Australia's high commissioner"."""
        return self._participants.owners(syntax, phrase)

    def _behind(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        """Return whom the phrase behind "of" refers to: "an official of the ministry"."""
        trailing = syntax.trailing(phrase)
        if not trailing or trailing[0].marker not in ("of", "at"):
            return ()
        known = self._references.get(syntax.words[trailing[0].phrase.first].start)
        agent = syntax.words[phrase.head].lemma in load_agent_nouns()
        return known.refs if known and agent else ()

    def acting_on(self, start: int, *, alone: bool = False) -> Refs:
        """Return the subject of the verb that the phrase at an offset is an object of.

        ``alone`` asks for a phrase of one word: who acts on "his party" may be "he".
        """
        syntax = self.syntax_at(start)
        for phrase in syntax.phrases:
            owns = phrase.last < len(syntax.words) and syntax.words[phrase.last].kind == "genitive"
            longer = alone and phrase.head != phrase.first
            if syntax.words[phrase.first].start == start and not owns and not longer:
                governor = syntax.governing(phrase)
                if governor and phrase not in governor.subject:
                    return self.means(syntax, governor.subject)
        return ()

    def moving_to(self, start: int) -> Refs:
        """Return who travels to what the phrase at an offset names."""
        syntax = self.syntax_at(start)
        for one in syntax.predications:
            phrases = (*one.objects, *(oblique.phrase for oblique in one.obliques))
            there = any(syntax.words[phrase.first].start == start for phrase in phrases)
            if there and one.verb in word_list("moving_verbs"):
                return tuple(ref for phrase in one.subject for ref in self._apposed(syntax, phrase))
        return ()

    def _apposed(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        """Return whom a phrase, or the name behind its comma, means."""
        name = name_behind(syntax, phrase)
        return self.means(syntax, (name or phrase,))

    def headline_nations(self) -> tuple[str, ...]:
        """Return the nations that the headline names, in its order."""
        named = (
            one.ref.key
            for one in self.document.mentions
            if one.ref.label == "Nation" and self.document.sentence_at(one.start).kind == "headline"
        )
        return tuple(dict.fromkeys(named))

    def saying(self, start: int) -> Refs:
        """Return who says the clause whose subject is the phrase at an offset."""
        syntax = self.syntax_at(start)
        for one in syntax.predications:
            own = any(syntax.words[phrase.first].start == start for phrase in one.subject)
            if own and one.governor is not None and one.link == "clause":
                return self.means(syntax, syntax.predications[one.governor].subject)
        return ()

    def above(self, start: int) -> Refs:
        """Return who says or wants what the phrase at an offset is told in, be it far above."""
        syntax = self.syntax_at(start)
        phrase = next(
            (one for one in syntax.phrases if syntax.words[one.first].start == start), None
        )
        number = None if phrase is None else syntax.governed_by(phrase)
        above = () if number is None else syntax.above(number)
        return tuple(
            ref for one in above for ref in self.means(syntax, syntax.predications[one].subject)
        )

    def is_official(self, ref: Ref) -> bool:
        """Whether somebody holds an office of a state."""
        return self._participants.is_of_state(ref)

    def verb_of(self, start: int) -> str:
        """Return the verb that the phrase at an offset is an object of, else nothing."""
        syntax = self.syntax_at(start)
        for predication in syntax.predications:
            if any(syntax.words[one.first].start == start for one in predication.objects):
                return predication.verb
        return ""

    def nation_of(self, ref: Ref) -> str | None:
        """Return the nation that an entity is or acts for; armed groups act for none."""
        if self._participants.is_armed_group(ref):
            return None
        return self._participants.nation(ref)

    def base_of(self, group: Ref) -> str | None:
        """Return the nation in which an armed group fights."""
        return self._participants.nation(group)

    def nations(self, spoken: Iterable[Spoken]) -> tuple[str, ...]:
        """Return the nations that are spoken of, people counting for theirs, each once."""
        codes: list[str] = []
        for one in spoken:
            for ref in one.refs:
                code = self.nation_of(ref) if ref.label != "Organization" else None
                if code and (one.plain or ref.label == "Person"):
                    codes.append(code)
        return tuple(dict.fromkeys(codes))

    def by_frequency(self) -> tuple[str, ...]:
        """Return the nations of the article, the one named most first."""
        counts = count_nations(self.document)
        return tuple(sorted(counts, key=lambda code: (-counts[code], code)))

    def _say(self, spoken: Spoken) -> None:
        index = self.document.sentence_at(spoken.start).index
        insort(self._by_sentence.setdefault(index, []), spoken, key=_place)

    def _named(self, mention: Mention) -> Spoken:
        named = mention.form not in ("adjective", "demonym")
        subject = self._is_subject(mention.start, mention.end)
        plain = named and not mention.place
        return Spoken(mention.start, mention.end, (mention.ref,), subject, plain, named)

    def _is_subject(self, start: int, end: int) -> bool:
        heads = self._subject_heads(self.document.sentence_at(start).index)
        first = bisect_left(heads, (start, start))
        return first < len(heads) and heads[first][1] <= end

    def _subject_heads(self, index: int) -> list[tuple[int, int]]:
        """Return where the heads of the subjects of a sentence begin and end."""
        if index not in self._heads:
            syntax = self.document.syntax[index]
            phrases = {one for predication in syntax.predications for one in predication.subject}
            names = (name_behind(syntax, phrase) for phrase in tuple(phrases))
            phrases |= {name for name in names if name}
            words = (syntax.words[phrase.head] for phrase in phrases)
            self._heads[index] = sorted((word.start, word.end) for word in words)
        return self._heads[index]


def _place(spoken: Spoken) -> tuple[int, int]:
    return spoken.start, -spoken.end
