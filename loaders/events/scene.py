"""The scene: all that the finders of events look things up in, for one document."""

from bisect import bisect_left
from dataclasses import replace

from graph.facts import DateInterval, Ref
from loaders.agreements.effect import effect_of
from loaders.agreements.telling import effect_upon
from loaders.document import Document
from loaders.events.attribution import Attribution
from loaders.events.candidate import Candidate, Modality
from loaders.events.concerned import Concerned
from loaders.events.dating import EventDates
from loaders.events.matching import Matcher
from loaders.events.modality import settled
from loaders.events.nominal_frames import NominalFrames
from loaders.events.placing import EventPlaces
from loaders.events.verbal_frames import VerbalFrames
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax, Word
from loaders.text.sentence import Sentence

_AGREEMENT_WORDS = frozenset(
    ["agreement", "treaty", "accord", "deal", "pact", "declaration", "truce", "ceasefire"]
)


class Scene:
    """One document, ready for the finders of events."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.concerned = Concerned(document)
        self.verbs = VerbalFrames(self.concerned)
        self.nouns = NominalFrames(self.concerned)
        self.dates = EventDates(document)
        self.places = EventPlaces(document)
        self.attribution = Attribution(document, self.concerned.participants)
        agreements = [
            (one.start, one.end, one.ref.key)
            for one in document.mentions
            if one.ref.label == "Agreement"
        ]
        agreements += [
            (one.start, one.end, one.refs[0].key)
            for one in document.references
            if one.refs and one.refs[0].label == "Agreement"
        ]
        self._agreements = sorted(agreements)
        self._starts = [start for start, _, _ in self._agreements]
        self._kinds = {one.id: one.kind for one in document.agreements}
        self._bodies = {one.start for one in document.mentions if one.ref.label == "Organization"}

    def matcher(self, syntax: SentenceSyntax) -> Matcher:
        """Return the matcher of patterns in a sentence."""
        return Matcher(syntax, self._stands_for)

    def _stands_for(self, word: Word, wanted: str) -> bool:
        """Whether a word of a name stands for a word of a pattern, as a treaty's for "treaty"."""
        if wanted in _AGREEMENT_WORDS:
            key = self.agreement_at(word.start, word.end)
            # Relations are an agreement, and no "deal" that is cut.
            return key is not None and self._kinds.get(key) != "DIPLOMATIC_RELATIONS"
        return wanted == "organization" and word.span in self._bodies

    def is_agreement(self, word: Word) -> bool:
        """Whether a word belongs to the name of an agreement or stands for one."""
        return self.agreement_at(word.start, word.end) is not None

    def agreement_at(self, start: int, end: int) -> str | None:
        """Return the id of the agreement that a stretch of text names or stands for."""
        for index in range(bisect_left(self._starts, end) - 1, -1, -1):
            first, last, key = self._agreements[index]
            if first < end and start < last:
                return key
            if first < start - 200:
                break
        return None

    def agreement_in(self, syntax: SentenceSyntax, phrases: tuple[Phrase, ...]) -> str | None:
        """Return the first agreement that some phrases, or what trails them, name."""
        for phrase in phrases:
            stretches = [phrase, *(one.phrase for one in syntax.trailing(phrase))]
            for stretch in stretches:
                found = self.agreement_at(*syntax.offsets(stretch.first, stretch.last))
                if found:
                    return found
        return None

    def agreement_of(
        self, syntax: SentenceSyntax, predication: Predication
    ) -> tuple[str | None, str | None]:
        """Return the agreement that a verb concerns, and what it does to it."""
        obliques = tuple(one.phrase for one in predication.obliques)
        undergoing = (*predication.objects, *obliques, *predication.subject)
        if predication.passive:
            undergoing = (*predication.subject, *predication.objects, *obliques)
        found = self.agreement_in(syntax, undergoing)
        if found is None:
            return None, None
        upon = (self._effect(syntax, predication, one, found) for one in undergoing)
        return found, next(filter(None, upon), None)

    def _effect(
        self, syntax: SentenceSyntax, predication: Predication, phrase: Phrase, agreement: str
    ) -> str | None:
        if predication.lemma in word_list("brokering_verbs"):
            return None
        kind = self._kinds.get(agreement, "OTHER")
        effect = effect_upon(syntax, predication, phrase, kind)
        names = self.agreement_at(*syntax.offsets(phrase.first, phrase.last)) == agreement
        return effect.effect if effect and names else None

    def verbal(
        self, syntax: SentenceSyntax, number: int, type_: str, modality: Modality
    ) -> Candidate:
        """Return what a predication tells, with all that stands around it but who takes part."""
        predication = syntax.predications[number]
        days = self.dates.of_predication(syntax, number)
        agreement, effect = self.agreement_of(syntax, predication)
        return replace(
            self._told(syntax, predication.head, type_, modality, days, number),
            place=self.places.of_predication(syntax, predication),
            agreement=agreement,
            effect=effect,
        )

    def nominal(
        self, syntax: SentenceSyntax, phrase: Phrase, type_: str, modality: Modality
    ) -> Candidate:
        """Return what the noun of a phrase tells, in the same way."""
        governor = syntax.governing(phrase)
        number = syntax.predications.index(governor) if governor else None
        days = self.dates.near(syntax, phrase.head)
        agreement = self.agreement_in(syntax, (phrase,))
        kind = self._kinds.get(agreement or "", "OTHER")
        effect = agreement and effect_of(syntax.words[phrase.head].lemma, "noun", kind)
        return replace(
            self._told(syntax, phrase.head, type_, modality, days, number),
            place=self.places.of_phrase(syntax, phrase),
            agreement=agreement,
            effect=effect.effect if effect else None,
            nominal=True,
        )

    def _told(
        self,
        syntax: SentenceSyntax,
        head: int,
        type_: str,
        modality: Modality,
        days: DateInterval,
        number: int | None,
    ) -> Candidate:
        """Return what a word tells; ``number`` is the predication by which it is told."""
        anchor = syntax.words[head].start
        return Candidate(
            sentence=self.sentence(syntax),
            anchor=anchor,
            type=type_,
            modality=settled(modality, days, self.dates.published),
            date=days,
            attributed_to=None if number is None else self.attribution.speaker(syntax, number),
            quoted=self.is_quoted(anchor),
        )

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset lies in quotation marks."""
        return any(one.start < offset < one.end for one in self.document.quotations)

    def sentence(self, syntax: SentenceSyntax) -> Sentence:
        """Return the sentence of an analysis."""
        return self.document.sentences[syntax.sentence]

    def nations(self, refs: tuple[Ref, ...]) -> tuple[str, ...]:
        """Return the nations that some entities are or act for."""
        return self.concerned.participants.nations(refs)
