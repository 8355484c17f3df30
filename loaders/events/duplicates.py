"""Duplicates: what two predicates of a sentence tell of one event.

"An American strike killed the general" is one deed, and "received his counterpart" one meeting.
Who says that his nation will do something has not done so beside it.
"""

from collections.abc import Iterable
from dataclasses import replace

from graph.facts import Ref
from loaders.events.candidate import Candidate
from loaders.events.concerned import distinct
from loaders.events.modality import is_demanding
from loaders.events.scene import Scene
from loaders.events.telling import (
    are_chained,
    is_clause_of,
    is_deed_of,
    is_given,
    is_taken_by,
    only_does,
    only_goes_on,
    only_introduces,
    verb_of,
    with_shared,
)
from loaders.syntax.analysis import SentenceSyntax

_SAID = frozenset(("AGREE", "REJECT", "THREATEN", "SUPPORT", "REQUEST", "ACCUSE"))
"""Types that who speaks tells of himself or of those for whom he speaks."""

_THREATENED = frozenset(("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "REJECT"))
"""Types of what is threatened."""

_SAYING = frozenset(("THREATEN", "AGREE"))

_ANNOUNCING = frozenset(("announce", "give", "decide", "declare", "confirm"))
"""Verbs by which somebody tells what he has decided, and threatens nobody."""

_DONE_BY_SAYING = frozenset(("THREATEN", "REJECT", "REQUEST", "ACCUSE"))
"""Of these the speaker does it by saying so; what he promises is still to be done."""


class Duplicates:
    """Joins the duplicates among the events of one document."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def joined(self, syntax: SentenceSyntax, found: Iterable[Candidate]) -> list[Candidate]:
        """Return the events of a sentence, each once, in their order."""
        kept: list[Candidate] = []
        for one in found:
            again = next((other for other in kept if self._are_one(syntax, one, other)), None)
            if again is None:
                kept.append(one)
            else:
                kept[kept.index(again)] = self._joined(syntax, again, one)
        kept = [with_shared(one, kept) for one in kept]
        return [
            one
            for one in kept
            if not (only_introduces(syntax, one, kept) or self._is_asked(syntax, one, kept))
        ]

    def _is_asked(
        self, syntax: SentenceSyntax, candidate: Candidate, others: Iterable[Candidate]
    ) -> bool:
        """Whether an event is what a speaker says that somebody has to do: he asks him for it."""
        clause = verb_of(syntax, candidate)
        if clause is None or candidate.modality != "HYPOTHETICAL":
            return False
        number = syntax.predications.index(clause)
        chain = (number, *syntax.above(number))
        if not any(is_demanding(syntax, one) for one in chain):
            return False
        own = self._nations(candidate.actors)
        return any(
            one.type == "REQUEST"
            and one is not candidate
            and is_clause_of(syntax, candidate, one)
            and (not own or bool(own & self._nations(one.recipients)))
            for one in others
        )

    def _are_one(self, syntax: SentenceSyntax, one: Candidate, other: Candidate) -> bool:
        if one.type != other.type:
            pairs = ((one, other), (other, one))
            return any(
                self._is_threatened(syntax, *pair)
                or is_given(syntax, *pair)
                or only_does(syntax, *pair)
                for pair in pairs
            )
        if one.type == "CONSULT":
            return one.modality == other.modality and self._meet_alike(one, other)
        return (
            is_deed_of(syntax, one, other)
            or is_deed_of(syntax, other, one)
            or only_goes_on(syntax, one, other)
            or only_goes_on(syntax, other, one)
            or are_chained(syntax, one, other)
            or is_taken_by(syntax, one, other)
            or is_taken_by(syntax, other, one)
            or self._is_said_for(syntax, one, other)
            or self._is_said_for(syntax, other, one)
        )

    def _is_said_for(self, syntax: SentenceSyntax, speaking: Candidate, said: Candidate) -> bool:
        """Whether one event is what a speaker says that his nation, or body, will do."""
        within = said.attributed_to or is_clause_of(syntax, said, speaking)
        if speaking.type not in _SAID or speaking.attributed_to or not within or said is speaking:
            return False
        reports = speaking.type == "AGREE" and self._is_told_of_others(syntax, said, speaking)
        if any(ref.label == "Person" for ref in said.actors) and not reports:
            return False
        own = self._nations(speaking.actors)
        same = bool(own) and own <= self._nations(said.actors)
        recipients = {*speaking.recipients} - {*speaking.actors, *said.actors}
        recipients = {ref for ref in recipients if not {*self._scene.nations((ref,))} <= own}
        others = {*said.recipients} - {*said.actors}
        alike = not others or not recipients or bool(recipients & others)
        return (same or reports) and bool(said.actors) and alike

    def _is_told_of_others(
        self, syntax: SentenceSyntax, said: Candidate, speaking: Candidate
    ) -> bool:
        """Whether a speaker only says what others will do: that is no promise of his."""
        others = {*said.actors} - {*speaking.actors}
        return bool(others) and is_clause_of(syntax, said, speaking)

    def _is_threatened(self, syntax: SentenceSyntax, threat: Candidate, deed: Candidate) -> bool:
        """Whether an event is what somebody threatens to do: "warned that Lima would expel"."""
        if threat.type != "THREATEN" or deed.type not in _THREATENED:
            return False
        if deed.modality not in ("FUTURE", "HYPOTHETICAL") or threat.nominal or deed.nominal:
            return False
        verb = verb_of(syntax, threat)
        said = is_clause_of(syntax, deed, threat) and verb and verb.verb not in _ANNOUNCING
        own = self._nations(threat.actors)
        return bool(said) and (not deed.actors or bool(own & self._nations(deed.actors)))

    def _nations(self, refs: tuple[Ref, ...]) -> set[str]:
        return {*self._scene.nations(refs)}

    def _meet_alike(self, one: Candidate, other: Candidate) -> bool:
        """Whether some are among others, be it as their nations: "the first visit by a Korean"."""
        everyone, others = ({*each.actors, *each.recipients} for each in (one, other))
        if not (one.nominal or other.nominal):
            return min(len(everyone), len(others)) > 1 and (
                everyone <= others or others <= everyone
            )
        return min(len(everyone), len(others)) > 1 and (
            everyone <= self._with_nations(others) or others <= self._with_nations(everyone)
        )

    def _with_nations(self, refs: set[Ref]) -> set[Ref]:
        return refs | {Ref("Nation", code) for code in self._scene.nations(tuple(refs))}

    def _joined(self, syntax: SentenceSyntax, first: Candidate, second: Candidate) -> Candidate:
        """Return two as one: who tells more of it stands, with what the other adds."""
        if first.type != second.type:
            if only_does(syntax, first, second) or only_does(syntax, second, first):
                return first if first.nominal else second
            main, other = sorted((first, second), key=lambda one: one.type not in _SAYING)
            threat = main.type == "THREATEN"
            return replace(main, recipients=self._threatened(main, other)) if threat else main
        main, other = sorted((first, second), key=_told_less)
        if main.type in _DONE_BY_SAYING and main.attributed_to and not other.attributed_to:
            main, other = other, main
        if is_deed_of(syntax, main, other):
            main, other = other, main
        if main.type == "CONSULT":
            return replace(main, place=main.place or other.place)
        recipients = distinct((*main.recipients, *(() if main.recipients else other.recipients)))
        return replace(
            main,
            actors=main.actors or other.actors,
            recipients=recipients,
            mode=main.mode or other.mode,
            place=main.place or other.place,
            agreement=main.agreement or other.agreement,
            effect=main.effect or other.effect,
        )

    def _threatened(self, threat: Candidate, deed: Candidate) -> tuple[Ref, ...]:
        """Return those whom a threat concerns: who would suffer the deed, else who is told."""
        own = self._nations(threat.actors)
        found = tuple(ref for ref in deed.recipients if not {*self._scene.nations((ref,))} <= own)
        return found or threat.recipients or deed.recipients


def _told_less(candidate: Candidate) -> tuple[bool, int, float]:
    """Order what tells more of an event first: what is said of it, and of more people."""
    everyone = {*candidate.actors, *candidate.recipients}
    people = len(everyone) + any(ref.label == "Person" for ref in everyone)
    return candidate.attributed_to is None, -people, -candidate.chances.get(candidate.type, 0.0)
