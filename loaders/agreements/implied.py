"""Implied parties: between whom an agreement is that is only referred to, as "the 2011 accord"."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.facts import Ref
from loaders.agreements.effect import load_terms
from loaders.agreements.parties import acting_under, parties_of
from loaders.agreements.telling import Telling, hung_on
from loaders.document import Document
from loaders.mentions.nation_count import count_nations
from loaders.mentions.participants import Participants
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax

_DEFINITE = frozenset(("the", "this", "that", "their"))
_LEAST_NAMED = 2
"""How often an article names a nation that it is about."""
_PAIR = 2
_JUST = 3
"""Sentences before in which it may be told who agreed."""
_AGREEING = frozenset(("agree",))
_INNER = frozenset(("CEASEFIRE", "PEACE"))
"""Kinds that a nation has with those who fight it."""
_BESIDE = 1.5
"""How many times as often as a third one."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Two nations who agreed, with the clause that tells it: its sentence and its number."""

    parties: tuple[Ref, ...]
    syntax: SentenceSyntax
    number: int


class ImpliedParties:
    """Looks up the parties that one document does not name beside an agreement."""

    def __init__(self, document: Document, participants: Participants) -> None:
        self._document = document
        self._participants = participants
        self._foes = _foes(document)
        self._home = document.home
        self._two = _two_nations(document)

    def parties(
        self, syntax: SentenceSyntax, phrase: Phrase, told: Sequence[Telling]
    ) -> tuple[Ref, ...]:
        """Return those who act under it, else the two sides that the article is about.

        "The two countries trade under a treaty" tells who acts; "the truce" and "a 2011 accord"
        are known to the reader, so they are between those whom all is about.
        """
        governor = hung_on(syntax, phrase)
        acting = acting_under(self._participants, syntax, phrase, governor) if governor else ()
        if len(acting) > 1:
            return acting
        agreed = self.agreed(syntax, phrase)
        if agreed:
            return agreed.parties
        if any(_is_dual(syntax, one) for telling in told for one in telling.acting):
            return self._foes or self._two
        definite = syntax.words[phrase.first].lower in _DEFINITE
        dated = any(word.time for word in syntax.words[phrase.first : phrase.head])
        signed = any(_is_told_aside(syntax, one) for one in told)
        if not (definite or dated or signed):
            return ()
        return self._foes or self._two or self._along(syntax, governor)

    def agreed(self, syntax: SentenceSyntax, phrase: Phrase) -> Agreed | None:
        """Return how two nations just agreed: "Peru and Chile agreed to. Under the deal,"."""
        if syntax.words[phrase.first].lower not in _DEFINITE:
            return None
        first = max(0, syntax.sentence - _JUST)
        for before in reversed(self._document.syntax[first : syntax.sentence]):
            for number, told in enumerate(before.predications):
                if told.lemma not in _AGREEING or told.negated or told.future:
                    continue
                found = parties_of(self._participants, before, told.subject)
                nations = len(found) == _PAIR and all(one.label == "Nation" for one in found)
                if nations and not self._another_between(before, syntax, phrase):
                    return Agreed(found, before, number)
        return None

    def _another_between(
        self, before: SentenceSyntax, syntax: SentenceSyntax, phrase: Phrase
    ) -> bool:
        """Whether an agreement is told of before a phrase, which then means that one."""
        return any(
            other.words[one.head].lower in load_terms()
            for other in self._document.syntax[before.sentence : syntax.sentence + 1]
            for one in other.phrases
            if other.sentence < syntax.sentence or one.head < phrase.first
        )

    def home(self, syntax: SentenceSyntax, phrase: Phrase, kind: str) -> tuple[Ref, ...]:
        """Return the nation that an article is about, for "the 2002 truce" of its war."""
        dated = any(word.time for word in syntax.words[phrase.first : phrase.head])
        inner = kind in _INNER and dated and self._home is not None
        return (Ref("Nation", self._home),) if inner and self._home else ()

    def _along(self, syntax: SentenceSyntax, governor: Predication | None) -> tuple[Ref, ...]:
        """Return the two who act or are acted on: "Mali asked France to revise a 2013 pact"."""
        concerned: list[Phrase] = []
        while governor:
            concerned += [*governor.subject, *governor.objects]
            above = syntax.governor(governor)
            governor = above if governor.link == "complement" else None
        found = parties_of(self._participants, syntax, concerned)
        return found if len(found) == _PAIR else ()


def _is_told_aside(syntax: SentenceSyntax, told: Telling) -> bool:
    """Whether it was signed by nobody who is named: "a protocol signed in 2006"."""
    if told.number is None or told.acting or told.effect.effect != "SIGNED":
        return False
    clause = syntax.predications[told.number]
    return clause.passive and clause.link == "relative"


def _is_dual(syntax: SentenceSyntax, phrase: Phrase) -> bool:
    """Whether a phrase is of two whom it does not name: "the two ministers", "both sides"."""
    words = [word.lower for word in syntax.words[phrase.first : phrase.first + 2]]
    return words[0] == "both" or words == ["the", "two"]


def _foes(document: Document) -> tuple[Ref, ...]:
    """Return the home of an article and its only armed group, whose war it tells of."""
    groups = [one.id for one in document.organizations if one.kind == "ARMED_GROUP"]
    if document.home is None or len(groups) != 1:
        return ()
    named = [one for one in document.mentions if one.ref == Ref("Organization", groups[0])]
    if len(named) < _LEAST_NAMED:
        return ()
    return Ref("Nation", document.home), Ref("Organization", groups[0])


def _two_nations(document: Document) -> tuple[Ref, ...]:
    """Return the two nations that an article is about, if it is about two."""
    counts = count_nations(document).most_common(3)
    often = [(Ref("Nation", code), count) for code, count in counts if count >= _LEAST_NAMED]
    third = often[2][1] if len(often) > 2 else 0
    if len(often) < 2 or third * _BESIDE > often[1][1]:
        return ()
    return tuple(sorted(ref for ref, _ in often[:2]))
