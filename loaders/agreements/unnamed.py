"""Agreements without a name: "South Korea's military alliance with the U.S.".

Two parties and a term make one. Its id is the kind and the codes of the parties; alliances and
relations stand for long, of the others the year is part of the id, for two states sign many.
"""

from collections.abc import Iterator
from functools import cache
from typing import TypeGuard

from graph.facts import AgreementFact, DateInterval, Ref, Span
from loaders.agreements.anniversary import began
from loaders.agreements.effect import Effect, load_effects
from loaders.agreements.implied import ImpliedParties
from loaders.agreements.parties import parties, parties_of
from loaders.document import Document
from loaders.events.dating import EventDates
from loaders.events.modality import modality_of
from loaders.gazetteer.nation import load_nations
from loaders.gazetteer.phrase_index import PhraseIndex
from loaders.gazetteer.table import read_table
from loaders.gazetteer.word_list import word_list
from loaders.mentions.participants import Participants
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax
from loaders.text.slug import slug

STANDING = frozenset(("ALLIANCE", "DIPLOMATIC_RELATIONS"))
"""Kinds of which two states have one at a time."""

_CONFIDENCE = {True: 0.75, False: 0.6}
"""By whether the term tells the kind."""

_BY_PARTIES = frozenset(("REJECTED", "VIOLATED", "WITHDRAWN", "SUSPENDED", "TERMINATED"))
"""Statuses that only parties give to an agreement."""

_DIRECT = frozenset(("from", "of", "to", "into", "on", "in"))
_TYING = frozenset(
    ("break", "break off", "cut", "cut off", "sever", "suspend", "restore", "resume", "establish",
     "re-establish", "reestablish", "normalize", "normalise")
)  # fmt: skip
_NO = frozenset(("no", "any", "without", "possible", "potential", "future", "new-style", "draft"))


@cache
def load_term_index() -> PhraseIndex[str]:
    """Return the kinds of agreement by their terms."""
    return PhraseIndex((row["term"], row["kind"]) for row in read_table("agreement_terms"))


class UnnamedAgreements:
    """Finds agreements that have no name in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._participants = Participants(document)
        self._dates = EventDates(document)
        self._named = [
            (one.start, one.end) for one in document.mentions if one.ref.label == "Agreement"
        ]
        self._found: list[tuple[int, int]] = []
        self._implied = ImpliedParties(document, self._participants)
        self._names = {Ref("Organization", one.id): one.name for one in document.organizations}

    def find(self) -> Iterator[AgreementFact]:
        """Yield them in the order of the text."""
        for syntax in self._document.syntax:
            lowers = [word.lower for word in syntax.words]
            for match in load_term_index().find(lowers):
                phrase = next((one for one in syntax.phrases if one.head == match.last - 1), None)
                if phrase and not self._is_named(syntax, phrase):
                    fact = self._fact(syntax, phrase, match.first, match.value)
                    if fact:
                        self._found.extend((one.start, one.end) for one in fact.mentions)
                        yield fact

    def _is_named(self, syntax: SentenceSyntax, phrase: Phrase) -> bool:
        start, end = syntax.offsets(phrase.first, phrase.last)
        return any(first < end and start < last for first, last in self._named)

    def _fact(
        self, syntax: SentenceSyntax, phrase: Phrase, first: int, kind: str
    ) -> AgreementFact | None:
        governor = _governor(syntax, phrase)
        verb = load_effects().get(governor.lemma) if _concerns(governor, phrase) else None
        if self._is_unreal(syntax, phrase, governor) or self._is_title(syntax, phrase):
            return None
        loose = first == phrase.head and syntax.words[first].lower in ("ties", "relations")
        if loose and not _is_of_states(syntax, phrase, governor):
            return None
        found = parties(self._participants, syntax, phrase, governor, acting=verb is not None)
        told = len(found) > 1
        if not told and self._is_known(syntax, phrase):
            return None
        if not told and kind not in STANDING:
            found = self._implied.parties(syntax, phrase, syntax.governing(phrase))
        vague = kind == "OTHER" and verb is None and not _is_explicit(syntax, phrase)
        if len(found) < 2 or (told and vague):
            return None
        status = self._status(syntax, governor, verb, found)
        date = self._date(syntax, phrase, governor, status)
        start, end = syntax.offsets(first, phrase.head + 1)
        text = self._document.article.text[start:end]
        own = self._own_name(syntax, phrase, first)
        sentence = self._document.sentences[syntax.sentence]
        return AgreementFact(
            id=self._id(kind, found, date),
            name=self._name(text, found),
            kind=kind,
            status=status,
            parties=found,
            confidence=_CONFIDENCE[kind != "OTHER"],
            evidence=self._document.evidence(sentence),
            aliases=(own,) if own != text else (),
            date=date,
            mentions=(Span(start, end, text),),
        )

    def _is_title(self, syntax: SentenceSyntax, phrase: Phrase) -> bool:
        """Whether quotation marks hold the phrase and no more, as they hold the title of a book."""
        start, end = syntax.offsets(phrase.first, phrase.last)
        return any(
            one.start <= start and end <= one.end and one.end - one.start <= end - start + 3
            for one in self._document.quotations
        )

    def _is_known(self, syntax: SentenceSyntax, phrase: Phrase) -> bool:
        """Whether "the accord" goes on about an agreement that was named or described before."""
        words = syntax.words[phrase.first : phrase.head]
        start = syntax.words[phrase.first].start
        plain = len(words) == 1 and words[0].lower in ("the", "this", "that")
        behind = syntax.trailing(phrase)
        said = bool(behind) and behind[0].marker in ("of", "between", "with", "on")
        return plain and not said and any(end <= start for _, end in (*self._named, *self._found))

    def _status(
        self,
        syntax: SentenceSyntax,
        governor: Predication | None,
        verb: Effect | None,
        found: tuple[Ref, ...],
    ) -> str:
        """Return how the agreement stands; what others than the parties think changes nothing."""
        if verb is None or governor is None:
            return "IN_FORCE"
        acting = parties_of(self._participants, syntax, governor.subject)
        heads = {syntax.words[one.head].lemma for one in governor.subject}
        opposed = bool(heads & word_list("state_critics"))
        outside = not governor.passive and (opposed or set(acting).isdisjoint(found))
        return "IN_FORCE" if outside and verb.status in _BY_PARTIES else verb.status

    def _own_name(self, syntax: SentenceSyntax, phrase: Phrase, first: int) -> str:
        """Return the term with the name before it: "Geneva protocol"."""
        while first > phrase.first and syntax.words[first - 1].text[0].isupper():
            first -= 1
        start, end = syntax.offsets(first, phrase.head + 1)
        return self._document.article.text[start:end]

    def _is_unreal(
        self, syntax: SentenceSyntax, phrase: Phrase, governor: Predication | None
    ) -> bool:
        words = syntax.words[phrase.first : phrase.head]
        if any(word.lower in _NO for word in words):
            return True
        if governor is None:
            return False
        if any(one.phrase == phrase and one.marker == "without" for one in governor.obliques):
            return True
        if not _concerns(governor, phrase):
            return False
        modality = modality_of(syntax, syntax.predications.index(governor))
        return modality in ("NEGATED", "HYPOTHETICAL")

    def _date(
        self,
        syntax: SentenceSyntax,
        phrase: Phrase,
        governor: Predication | None,
        status: str,
    ) -> DateInterval | None:
        """Return when it began: told by an anniversary, or by the verb of its signing."""
        told = self._dates.near(syntax, phrase.head)
        sentence = self._document.sentences[syntax.sentence]
        start = syntax.words[phrase.first].start
        since = began(self._document.folded, start, sentence.start, told.earliest)
        if since or governor is None or status not in ("SIGNED", "RATIFIED"):
            return since
        return told

    def _id(self, kind: str, found: tuple[Ref, ...], date: DateInterval | None) -> str:
        parts = [kind, *(ref.key for ref in found)]
        if kind not in STANDING:
            days = date or self._dates.fallback
            parts.append(days.earliest[:4])
        return slug(" ".join(parts))

    def _name(self, term: str, found: tuple[Ref, ...]) -> str:
        names = [self._party_name(ref) for ref in found]
        listed = f"{', '.join(names[:-1])} and {names[-1]}"
        preposition = "between" if len(names) == 2 else "among"
        return f"{term[0].upper()}{term[1:]} {preposition} {listed}"

    def _party_name(self, ref: Ref) -> str:
        if ref.label == "Nation":
            return load_nations()[ref.key].name
        return self._names.get(ref, ref.key)


def _governor(syntax: SentenceSyntax, phrase: Phrase) -> Predication | None:
    """Return the verb that a phrase hangs on; where two do, the one that tells what became of it.

    "They respect a pact that the two states signed" tells who signed it.
    """
    found = [
        one
        for one in syntax.predications
        if phrase in one.objects or (one.passive and phrase in one.subject)
    ]
    telling = [one for one in found if one.lemma in load_effects()]
    return telling[0] if len(found) > 1 and telling else syntax.governing(phrase)


def _is_of_states(syntax: SentenceSyntax, phrase: Phrase, governor: Predication | None) -> bool:
    """Whether "ties" are those of states: they are cut, restored and established, with somebody."""
    if governor is None or phrase not in governor.objects:
        return False
    return _is_explicit(syntax, phrase) and governor.lemma in _TYING


def _concerns(governor: Predication | None, phrase: Phrase) -> TypeGuard[Predication]:
    """Whether a verb says something of the phrase itself, not of what is done under it."""
    if governor is None:
        return False
    behind = [one.marker for one in governor.obliques if one.phrase == phrase]
    return not behind or behind[0] in _DIRECT


def _is_explicit(syntax: SentenceSyntax, phrase: Phrase) -> bool:
    """Whether "with" or "between" follows the term."""
    trailing = syntax.trailing(phrase)
    return bool(trailing) and trailing[0].marker in ("with", "between")
