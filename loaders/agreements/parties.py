"""Parties: between whom an agreement is, by the words around its term.

Its owner and those behind "with" ("South Korea's alliance with the U.S."), those behind "between",
the nations before it ("the U.S.-Japan alliance"), those who sign, reach or break it, whom it is
offered to, and those who do what it foresees ("under which Peru will withdraw").
"""

from collections.abc import Iterable, Iterator, Sequence

from graph.facts import Ref
from loaders.agreements.telling import Telling, hung_on
from loaders.gazetteer.word_list import word_list
from loaders.mentions.participants import Participants, listed
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax

_BETWEEN = frozenset(("with", "between", "among"))
_OFFERS = frozenset(("PROPOSED", "NEGOTIATED"))
_TRADED = frozenset(("buy", "sell", "purchase", "supply", "deliver", "provide", "lease", "build"))
_PARTNER = frozenset(("from", "to", "for", "with"))
_UNDER = frozenset(("under", "in", "by", "through"))
_PAIR = 2


class Between:
    """Tells between whom the agreement is that a phrase of a sentence names."""

    def __init__(self, participants: Participants, syntax: SentenceSyntax, phrase: Phrase) -> None:
        self._participants = participants
        self._syntax = syntax
        self._phrase = phrase
        self._trailing = syntax.trailing(phrase)
        self._all_told = any(one.marker in ("between", "among") for one in self._trailing[:2])

    def parties(self, told: Sequence[Telling]) -> tuple[Ref, ...]:
        """Return the parties, people counting for their nations."""
        found = self._named()
        if self._all_told and len(self._states(found)) >= _PAIR:
            return self._states(found)
        for one in told:
            found.extend(self._acting(one))
        if len(self._states(found)) < _PAIR:
            found.extend(self._keeping())
            found.extend(self._bound())
            found.extend(self._foe(found, told))
        if len(self._states(found)) < _PAIR and self._is_with():
            found.extend(self._own_side())
        return self._states(found)

    def is_of_state(self, told: Sequence[Telling]) -> bool:
        """Whether a nation, its officials or a body that binds itself are a party."""
        found = self._named()
        for one in told:
            found.extend(self._acting(one))
        found.extend(self._bound())
        people = (ref for ref in found if ref.label == "Person")
        official = any(self._participants.is_of_state(ref) for ref in people)
        return official or any(ref.label != "Person" for ref in found)

    def _named(self) -> list[Ref]:
        """Return those whom the words before and behind the term name."""
        found: list[Ref] = []
        if not self._all_told:
            found.extend(self._participants.owners(self._syntax, self._phrase))
            found.extend(self._before())
        for place, oblique in enumerate(self._trailing):
            if oblique.marker in _BETWEEN or (oblique.marker == "of" and place == 0):
                members = listed(self._syntax, oblique.phrase)
                found.extend(self._participants.of_all(self._syntax, members))
        return found

    def _before(self) -> Iterable[Ref]:
        start, end = self._syntax.offsets(self._phrase.first, self._phrase.head + 1)
        head = self._syntax.words[self._phrase.head]
        inside = self._participants.acting_for(self._syntax, start, end)
        by_place = head.lemma.lower() in word_list("named_by_place") and len(inside) == 1
        return [
            one.ref for one in inside if not one.place and not (by_place and one.form == "capital")
        ]

    def _acting(self, told: Telling) -> Iterator[Ref]:
        for phrase in told.acting:
            found = self._participants.of(self._syntax, phrase)
            yield from found or self._participants.owners(self._syntax, phrase)
        if told.noun:
            yield from self._participants.owners(self._syntax, told.noun)
        if told.noun or told.number is None:
            return
        predication = self._syntax.predications[told.number]
        together = [one.phrase for one in predication.obliques if one.marker in _BETWEEN]
        yield from self._participants.of_all(self._syntax, together)
        if told.effect.effect in _OFFERS:
            offered = [one.phrase for one in self._trailing if one.marker == "to"]
            offered += [one.phrase for one in predication.obliques if one.marker == "to"]
            yield from self._participants.of_all(self._syntax, offered)
        yield from self._traded(told.number)

    def _traded(self, number: int) -> Iterator[Ref]:
        """Yield from whom something is bought: "signed a contract to buy jets from Peru"."""
        for other in self._syntax.predications:
            bought = other.lemma in _TRADED and other.governor == number
            if bought and other.link == "complement" and other.head > self._phrase.head:
                behind = [one for part in other.objects for one in self._syntax.trailing(part)]
                partners = [
                    one.phrase for one in (*other.obliques, *behind) if one.marker in _PARTNER
                ]
                yield from self._participants.of_all(self._syntax, partners)

    def _keeping(self) -> tuple[Ref, ...]:
        """Return those who keep it or want it changed: "the four states reaffirm the pact"."""
        acting = (
            one.agents if one.passive else one.subject
            for one in self._syntax.predications
            if one.lemma in word_list("keeping_verbs")
            and self._phrase in (one.subject if one.passive else one.objects)
        )
        return self._participants.of_all(self._syntax, (one for some in acting for one in some))

    def _foe(self, found: Sequence[Ref], told: Sequence[Telling]) -> Iterator[Ref]:
        """Yield the nation of the only armed group of two who act: "it and the rebels signed"."""
        groups = {ref for ref in found if self._participants.is_armed_group(ref)}
        pairs = any(len(one.acting) == _PAIR for one in told)
        if pairs and len(groups) == 1 and {*found} == groups:
            nations = self._participants.nations(groups)
            yield from (Ref("Nation", code) for code in nations)

    def _is_with(self) -> bool:
        return any(one.marker == "with" for one in self._trailing[:2])

    def _own_side(self) -> tuple[Ref, ...]:
        """Return who acts under it or on it: "freed them under a deal with Israel"."""
        governor = hung_on(self._syntax, self._phrase)
        if governor is None:
            return ()
        acting = governor.agents if governor.passive else governor.subject
        return self._participants.of_all(self._syntax, acting)

    def _bound(self) -> Iterator[Ref]:
        """Yield those who do what it foresees: "a deal under which Peru will withdraw"."""
        inside: set[int] = set()
        for number, one in enumerate(self._syntax.predications):
            opened = one.marker == "which" and one.link == "relative" and self._is_under(one)
            joined = number - 1 in inside and one.future and one.governor is None
            if opened or joined or (one.link == "coordinate" and one.governor in inside):
                inside.add(number)
                acting = one.agents if one.passive else one.subject
                yield from self._participants.of_all(self._syntax, acting)

    def _is_under(self, clause: Predication) -> bool:
        """Whether a clause is opened by "under which" right behind the term, times passed over."""
        between = [word.lower for word in self._syntax.words[self._phrase.last : clause.head]]
        if "which" not in between[1:]:
            return False
        place = between.index("which")
        behind = [one.phrase.last for one in self._trailing if one.phrase.time]
        ends = {self._phrase.last, *behind}
        return between[place - 1] in _UNDER and self._phrase.last + place - 1 in ends

    def _states(self, refs: Iterable[Ref]) -> tuple[Ref, ...]:
        return _states(self._participants, refs)


def parties_of(
    participants: Participants, syntax: SentenceSyntax, phrases: Iterable[Phrase]
) -> tuple[Ref, ...]:
    """Return the nations, and the bodies that act for none, that some phrases mean."""
    found = (participants.of_all(syntax, (one,)) or participants.owners(syntax, one)
             for one in phrases)  # fmt: skip
    return _states(participants, (ref for refs in found for ref in refs))


def acting_under(
    participants: Participants, syntax: SentenceSyntax, phrase: Phrase, governor: Predication
) -> tuple[Ref, ...]:
    """Return those who act together under it: the subject, and who stands behind "with"."""
    before = syntax.words[phrase.first - 1].lower if phrase.first else ""
    if before not in _UNDER:
        return ()
    markers = _BETWEEN | _PARTNER if governor.lemma in _TRADED else _BETWEEN
    behind = [one for part in governor.objects for one in syntax.trailing(part)]
    obliques = (*governor.obliques, *behind) if governor.lemma in _TRADED else governor.obliques
    together = [one.phrase for one in obliques if one.marker in markers]
    return parties_of(participants, syntax, (*governor.subject, *together))


def _states(participants: Participants, refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Return the nations, and the bodies that act for none, in the order of their keys."""
    found: set[Ref] = set()
    for ref in refs:
        nation = None if participants.is_side(ref) else participants.nation(ref)
        if nation:
            found.add(Ref("Nation", nation))
        elif ref.label == "Organization":
            found.add(ref)
    return tuple(sorted(found))
