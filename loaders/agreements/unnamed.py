"""Agreements without a name: "South Korea's military alliance with the U.S.".

A term and its parties make one; of only one party it is enough that it did something to what is
more than "a deal". Its id is the kind and the codes of the parties; alliances and relations stand
for long, of the others the year is part of the id, for two states sign many. What is called by the
place where it was made ("the Geneva protocol") has that for its name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.facts import AgreementFact, DateInterval, Ref, Span
from loaders.agreements.implied import ImpliedParties
from loaders.agreements.life import Life
from loaders.agreements.parties import Between, parties_of
from loaders.agreements.retold import Retold
from loaders.agreements.telling import ENDINGS, Telling, tellings
from loaders.agreements.topic import is_topical, kind_of
from loaders.document import Document
from loaders.gazetteer.agreement import load_agreements
from loaders.gazetteer.nation import load_nations
from loaders.gazetteer.phrase_index import PhraseIndex
from loaders.gazetteer.table import read_table
from loaders.gazetteer.word_list import word_list
from loaders.mentions.participants import Participants, listed
from loaders.syntax.analysis import Phrase, SentenceSyntax
from loaders.text.slug import slug

STANDING = frozenset(("ALLIANCE", "DIPLOMATIC_RELATIONS"))
"""Kinds of which two states have one at a time."""

_CONFIDENCE = {True: 0.75, False: 0.6}
"""By whether the term tells the kind."""
_PAIR = 2
_LOOSE = frozenset(("ties", "relations"))
_BUSINESS = frozenset(("contract", "settlement", "act", "plan"))
"""Terms that mean an agreement of states only between two of them."""
_SOLEMN = frozenset(("treaty", "pact", "accord", "memorandum", "roadmap"))
"""Terms that mean one of states whatever it is about."""
_CALLED = frozenset(("accord", "agreement", "treaty", "pact", "protocol", "declaration"))
"""Terms before which a name that is nobody's is that of the agreement."""
_TYING = frozenset(
    ("break", "break off", "cut", "cut off", "sever", "suspend", "restore", "resume", "establish",
     "re-establish", "reestablish", "normalize", "normalise", "downgrade")
)  # fmt: skip
_EARLIER = frozenset(("earlier", "previous", "former", "similar", "another", "first"))
_NO = frozenset(("no", "any", "without", "possible", "potential", "future", "new-style"))


@dataclass(frozen=True, slots=True)
class Term:
    """A term in a sentence: its first word, its phrase and the kind that it tells."""

    first: int
    phrase: Phrase
    kind: str


@cache
def load_term_index() -> PhraseIndex[str]:
    """Return the kinds of agreement by their terms."""
    return PhraseIndex((row["term"], row["kind"]) for row in read_table("agreement_terms"))


class UnnamedAgreements:
    """Finds agreements that have no name in one document."""

    def __init__(self, document: Document, known: Sequence[AgreementFact]) -> None:
        self._document = document
        self._participants = Participants(document)
        self._life = Life(document)
        self._named = [
            (one.start, one.end) for one in document.mentions if one.ref.label == "Agreement"
        ]
        self._retold = Retold(document, known)
        self._implied = ImpliedParties(document, self._participants)
        self._names = {Ref("Organization", one.id): one.name for one in document.organizations}

    def find(self) -> Iterator[AgreementFact]:
        """Yield them in the order of the text."""
        for syntax in self._document.syntax:
            for term in terms(syntax):
                if not self._is_named(syntax, term.phrase):
                    fact = self._fact(syntax, term)
                    if fact:
                        self._retold.add(fact)
                        yield fact

    def _is_named(self, syntax: SentenceSyntax, phrase: Phrase) -> bool:
        start, end = syntax.offsets(phrase.first, phrase.last)
        return any(first < end and start < last for first, last in self._named)

    def _fact(self, syntax: SentenceSyntax, term: Term) -> AgreementFact | None:
        phrase, kind = term.phrase, term.kind
        told = tuple(tellings(syntax, phrase, kind))
        if self._is_unreal(syntax, phrase, told) or self._is_title(syntax, phrase):
            return None
        loose = term.first == phrase.head and syntax.words[phrase.head].lower in _LOOSE
        if syntax.words[term.first].lower == "plan" and not _is_agreed(syntax, told):
            return None
        if loose and not _is_of_states(syntax, phrase, told):
            return None
        if self._retold.of(syntax, phrase, kind, told):
            return None
        fuller = self._fuller(syntax, term)
        if fuller:
            return fuller
        found = self._parties(syntax, phrase, kind, told)
        own = self._own_name(syntax, phrase, term.first)
        if not found and not (own and self._is_definite(syntax, phrase)):
            return None
        life = self._life.of(syntax, phrase, told, found)
        if life.date is None:
            life = replace(life, date=self._agreed_on(syntax, phrase, found))
        start, end = syntax.offsets(term.first, phrase.head + 1)
        start = end - len(own) if own else start
        text = self._document.article.text[start:end]
        sentence = self._document.sentences[syntax.sentence]
        return AgreementFact(
            id=slug(own)
            if own
            else self._id(kind, found, life.date or self._told_on(syntax, term)),
            name=own or self._name(text, found),
            kind=kind,
            status=life.status,
            parties=found,
            confidence=_CONFIDENCE[kind != "OTHER"],
            evidence=self._document.evidence(sentence),
            date=life.date,
            mentions=(Span(start, end, text),),
        )

    def _agreed_on(
        self, syntax: SentenceSyntax, phrase: Phrase, found: tuple[Ref, ...]
    ) -> DateInterval | None:
        """Return when its parties agreed, where the text tells it just before."""
        agreed = self._implied.agreed(syntax, phrase)
        if agreed is None or {*agreed.parties} != {*found}:
            return None
        days = self._life.on(agreed.syntax, agreed.number)
        return days if days.source == "TEXT" else None

    def _told_on(self, syntax: SentenceSyntax, term: Term) -> DateInterval | None:
        """Return when something was done to "an earlier deal", which tells it from a later one."""
        words = syntax.words[term.phrase.first : term.phrase.head]
        if not any(word.lower in _EARLIER for word in words):
            return None
        return self._life.near(syntax, term.phrase)

    def _fuller(self, syntax: SentenceSyntax, term: Term) -> AgreementFact | None:
        """Return the agreement before with one more party: "the accord with the rebels"."""
        phrase = term.phrase
        behind = [one for one in syntax.trailing(phrase)[:1] if one.marker == "with"]
        if not behind or not self._is_definite(syntax, phrase):
            return None
        partners = parties_of(self._participants, syntax, listed(syntax, behind[0].phrase))
        known = self._retold.before(syntax, phrase, term.kind)
        if known is None or not partners or known.id in load_agreements():
            return None
        if not ({*partners} <= {*known.parties} or len(known.parties) == 1):
            return None
        start, end = syntax.offsets(term.first, phrase.head + 1)
        span = Span(start, end, self._document.article.text[start:end])
        found = tuple(sorted({*known.parties, *partners}))
        name = self._name(known.mentions[0].text, found)
        return replace(known, name=name, parties=found, mentions=(span,))

    def _parties(
        self, syntax: SentenceSyntax, phrase: Phrase, kind: str, told: Sequence[Telling]
    ) -> tuple[Ref, ...]:
        """Return the parties, none where they are too few to make it one of states."""
        between = Between(self._participants, syntax, phrase)
        found = between.parties(told)
        vague = kind == "OTHER" and not told and not _is_explicit(syntax, phrase)
        if len(found) >= _PAIR:
            return () if vague else found
        if kind not in STANDING:
            implied = self._implied.parties(syntax, phrase, told)
            implied = implied or self._implied.home(syntax, phrase, kind)
            if len(implied) >= _PAIR or (implied and not found):
                return implied
        alone = _suffices_alone(syntax, phrase, kind, told) and between.is_of_state(told)
        return found if alone else ()

    def _is_title(self, syntax: SentenceSyntax, phrase: Phrase) -> bool:
        """Whether quotation marks hold the phrase and no more, as they hold the title of a book."""
        start, end = syntax.offsets(phrase.first, phrase.last)
        return any(
            one.start <= start and end <= one.end and one.end - one.start <= end - start + 3
            for one in self._document.quotations
        )

    def _is_definite(self, syntax: SentenceSyntax, phrase: Phrase) -> bool:
        return syntax.words[phrase.first].lower == "the"

    def _own_name(self, syntax: SentenceSyntax, phrase: Phrase, first: int) -> str | None:
        """Return the term with the place before it that it is called by: "Geneva protocol"."""
        words = syntax.words
        if words[phrase.head].lemma.lower() not in word_list("named_by_place"):
            return None
        begin = first
        while begin > phrase.first and words[begin - 1].kind == "name":
            begin -= 1
        start, end = syntax.offsets(begin, phrase.head + 1)
        text = self._document.article.text[start:end]
        place = text[: words[first].start - start].strip()
        sure = words[phrase.head].lemma.lower() in _CALLED
        is_place = bool(place) and self._is_place(start, start + len(place), sure=sure)
        return text if begin < first and is_place else None

    def _is_place(self, start: int, end: int, *, sure: bool) -> bool:
        """Whether a stretch names a place; before ``sure`` terms, whatever is no party."""
        named = [
            one.place or one.form == "capital"
            for one in self._document.mentions
            if one.start < end and start < one.end and one.ref.label != "Agreement"
        ]
        located = [one for one in self._document.names if one.start < end and start < one.end]
        return all(named) and (bool(named) or any(one.kind == "LOC" for one in located) or sure)

    def _is_unreal(self, syntax: SentenceSyntax, phrase: Phrase, told: Sequence[Telling]) -> bool:
        """Whether there is none: "no deal", or one that is only wished for or denied."""
        words = syntax.words[phrase.first : phrase.head]
        if any(word.lower in _NO for word in words):
            return True
        if any(
            one.phrase == phrase and one.marker == "without"
            for predication in syntax.predications
            for one in predication.obliques
        ):
            return True
        definite = words and words[0].lower in ("the", "this", "that", "its", "their")
        wished = all(one.status is None and one.effect.effect not in ENDINGS for one in told)
        return bool(told) and not definite and wished

    def _id(self, kind: str, found: tuple[Ref, ...], date: DateInterval | None) -> str:
        parts = [kind, *(ref.key for ref in found)]
        if kind not in STANDING:
            days = date or self._life.fallback
            parts.append(days.earliest[:4])
        return slug(" ".join(parts))

    def _name(self, term: str, found: tuple[Ref, ...]) -> str:
        names = [self._party_name(ref) for ref in found]
        term = f"{term[0].upper()}{term[1:]}"
        if len(names) == 1:
            return f"{term} of {names[0]}"
        listed = f"{', '.join(names[:-1])} and {names[-1]}"
        preposition = "between" if len(names) == _PAIR else "among"
        return f"{term} {preposition} {listed}"

    def _party_name(self, ref: Ref) -> str:
        if ref.label == "Nation":
            return load_nations()[ref.key].name
        return self._names.get(ref, ref.key)


def terms(syntax: SentenceSyntax) -> Iterator[Term]:
    """Yield the terms of a sentence, in the singular and in the plural, each once."""
    heads = {one.head: one for one in syntax.phrases}
    words = syntax.words
    lowers = [word.lower for word in words]
    lemmas = [word.lemma if word.kind == "noun" else word.lower for word in words]
    seen: set[int] = set()
    found = [*load_term_index().find(lowers), *load_term_index().find(lemmas)]
    for match in sorted(found, key=lambda one: (one.first, -one.last)):
        inside = range(match.first, match.last)
        head = next((place - 1 for place in inside if lowers[place] == "of"), match.last - 1)
        phrase = heads.get(head)
        if phrase and head not in seen:
            seen.add(head)
            yield Term(match.first, phrase, kind_of(syntax, phrase, match.value))


def _is_of_states(syntax: SentenceSyntax, phrase: Phrase, told: Sequence[Telling]) -> bool:
    """Whether "ties" are those of states: they are cut, restored and established, with somebody."""
    numbers = [
        one.number for one in told if one.number is not None and one.noun is None and one.status
    ]
    verbs = {syntax.predications[number].lemma for number in numbers}
    return _is_explicit(syntax, phrase) and bool(verbs & _TYING)


def _is_agreed(syntax: SentenceSyntax, told: Sequence[Telling]) -> bool:
    """Whether a plan is what some agreed on; any other is nobody's promise."""
    numbers = (one.number for one in told if one.number is not None and one.status == "SIGNED")
    return any(syntax.predications[number].lemma == "agree" for number in numbers)


def _is_explicit(syntax: SentenceSyntax, phrase: Phrase) -> bool:
    """Whether "with" or "between" follows the term."""
    trailing = syntax.trailing(phrase)
    return bool(trailing) and trailing[0].marker in ("with", "between")


def _suffices_alone(
    syntax: SentenceSyntax, phrase: Phrase, kind: str, told: Sequence[Telling]
) -> bool:
    """Whether an agreement is worth telling of which one party is known.

    Somebody did something to it, and it is more than "a deal": a treaty by its name, a thing with a
    topic ("an agreement on land reform"), or one that the kind tells.
    """
    business = syntax.words[phrase.head].lemma in _BUSINESS
    if kind in STANDING or business or not any(one.status for one in told):
        return False
    head = syntax.words[phrase.head].lemma
    return kind != "OTHER" or is_topical(syntax, phrase) or head in _SOLEMN
