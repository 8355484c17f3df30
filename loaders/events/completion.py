"""Completion: recipients that a sentence names where no frame looks for them.

An event without recipient may be done to somebody whom another clause names ("will not lift the
embargo until Cuba reforms"). The classifier is asked about those whom the sentence names; it must
be as sure of this type as of an event that no predicate tells.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from graph.facts import Ref
from loaders.events.candidate import DEEDS, Candidate
from loaders.events.scene import Scene
from loaders.events.sides import Sides
from loaders.events.strangers import is_among, strangers
from loaders.events.typing import LEAST_CHANCE, Typing
from loaders.events.whereabouts import Whereabouts
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import SentenceSyntax
from loaders.syntax.lemmas import noun_lemma

_MOST_ASKED = 2
"""Of those named, so many are asked about: the nearest to the predicate."""

_MUTUAL = frozenset(("CONSULT", "COOPERATE", "AGREE"))
"""What several do without telling to whom, they do to one another."""

_TOGETHER = frozenset(("SIGNED", "RATIFIED", "NEGOTIATED", "ENTERED_INTO_FORCE"))
"""What several do to an agreement, they do with one another."""

_MOVING = frozenset(("MOBILIZE", "RETREAT"))
_MOVES = frozenset(
    ("send", "deploy", "withdraw", "pull", "move", "recall", "keep", "commit", "dispatch", "bring")
)
"""Of these types and verbs, forces in the object are the means and not those concerned."""


def _is_mutual(candidate: Candidate) -> bool:
    joined = candidate.type in _MUTUAL or candidate.effect in _TOGETHER
    return joined and len(candidate.actors) > 1


class Completion:
    """Completes the events of one document."""

    def __init__(self, scene: Scene, typing: Typing, sides: Sides, where: Whereabouts) -> None:
        self._scene = scene
        self._typing = typing
        self._sides = sides
        self._where = where

    def complete(
        self, syntax: SentenceSyntax, candidates: Iterable[Candidate]
    ) -> Iterator[Candidate]:
        """Yield the events of a sentence, with recipients where some are found."""
        for candidate in candidates:
            one = self._without_means(syntax, self._where.without(syntax, candidate))
            if not one.actors or one.recipients or one.type == "STATEMENT":
                yield one
            elif _is_mutual(one):
                yield replace(one, recipients=one.actors)
            elif one.type in DEEDS and (there := self._there(one)):
                yield replace(one, recipients=there)
            elif self._is_told(syntax, one):
                yield one
            else:
                found = replace(one, recipients=self._recipients(syntax, one))
                yield self._where.without(syntax, found)

    def _without_means(self, syntax: SentenceSyntax, candidate: Candidate) -> Candidate:
        """Return an event without the forces that are only moved: "Norway sent troops"."""
        told = syntax.told_at(candidate.anchor)
        verb = next((one for one in told if not one.passive), None)
        if verb is None or not candidate.actors:
            return candidate
        if candidate.type not in _MOVING and verb.verb not in _MOVES:
            return candidate
        means = [
            one
            for one in verb.objects
            if noun_lemma(syntax.words[one.head].lower) in word_list("moved_forces")
            and not any(word.kind == "name" for word in syntax.words[one.first : one.head])
        ]
        moved = self._scene.concerned.participants.of_all(syntax, means)
        bodies = {ref for ref in moved if ref.label == "Organization"}
        kept = tuple(ref for ref in candidate.recipients if ref not in bodies)
        return candidate if kept == candidate.recipients else replace(candidate, recipients=kept)

    def _there(self, candidate: Candidate) -> tuple[Ref, ...]:
        """Return the nation where a deed was done, where others did it: "sent monitors to"."""
        nation = candidate.place.nation if candidate.place else None
        participants = self._scene.concerned.participants
        acting = [one for one in candidate.actors if not participants.is_armed_group(one)]
        own = participants.nations(acting)
        return (Ref("Nation", nation),) if nation and nation not in own else ()

    def _is_told(self, syntax: SentenceSyntax, candidate: Candidate) -> bool:
        """Whether the verb says to whom it is done, though to nobody known."""
        for one in syntax.predications:
            if syntax.words[one.head].start == candidate.anchor:
                undergoing = one.subject if one.passive else one.objects
                return any(self._scene.concerned.is_agent(syntax, phrase) for phrase in undergoing)
        return False

    def _recipients(self, syntax: SentenceSyntax, candidate: Candidate) -> tuple[Ref, ...]:
        sentence, anchor = candidate.sentence, candidate.anchor
        actor = self._sides.phrase(syntax, sentence, candidate.actors, anchor)
        if actor is None:
            return ()
        own = {*candidate.actors}
        nations = {Ref("Nation", code) for code in self._scene.nations(candidate.actors)}
        acting = self._scene.concerned.participants
        state = acting.nations(one for one in candidate.actors if acting.is_of_state(one))
        apart = strangers(syntax, anchor)
        named = self._sides.others(syntax, sentence, own | nations, anchor)
        banned = {ref for span, refs in named if is_among(span, apart) for ref in refs}
        options = [
            (span, refs)
            for span, refs in named
            if not banned.issuperset(refs)
            and not self._is_own(refs, state)
            and not (candidate.type not in DEEDS and self._where.is_where(syntax, *span))
        ][:_MOST_ASKED]
        answers = self._typing.of_pairs(sentence, [(actor, span) for span, _ in options])
        found = [
            (chances.get(candidate.type, 0.0), refs)
            for chances, (_, refs) in zip(answers, options, strict=True)
        ]
        best = max(found, key=lambda one: one[0], default=(0.0, ()))
        return best[1] if best[0] >= LEAST_CHANCE else ()

    def _is_own(self, refs: tuple[Ref, ...], state: Collection[str]) -> bool:
        """Whether some entities all act for the state that acts; rebels have their own against."""
        codes = self._scene.nations(refs)
        return bool(codes) and all(code in state for code in codes)
