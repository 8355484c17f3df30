"""Completion: recipients that a sentence names where no frame looks for them.

An event without recipient may be done to somebody whom another clause names ("will not lift the
embargo until Cuba reforms"). The classifier is asked about those whom the sentence names; it must
be as sure of this type as of an event that no predicate tells.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.facts import Ref
from loaders.events.candidate import Candidate
from loaders.events.scene import Scene
from loaders.events.sides import Sides
from loaders.events.typing import LEAST_CHANCE, Typing
from loaders.syntax.analysis import SentenceSyntax

_MOST_ASKED = 2
"""Of those named, so many are asked about: the nearest to the predicate."""

_MUTUAL = frozenset(("CONSULT", "COOPERATE", "AGREE"))
"""What several do without telling to whom, they do to one another."""


class Completion:
    """Completes the events of one document."""

    def __init__(self, scene: Scene, typing: Typing, sides: Sides) -> None:
        self._scene = scene
        self._typing = typing
        self._sides = sides

    def complete(
        self, syntax: SentenceSyntax, candidates: Iterable[Candidate]
    ) -> Iterator[Candidate]:
        """Yield the events of a sentence, with recipients where some are found."""
        for one in candidates:
            if not one.actors or one.recipients or one.type == "STATEMENT":
                yield one
            elif one.type in _MUTUAL and len(one.actors) > 1:
                yield replace(one, recipients=one.actors)
            elif self._is_told(syntax, one):
                yield one
            else:
                yield replace(one, recipients=self._recipients(syntax, one))

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
        own |= {Ref("Nation", code) for code in self._scene.nations(candidate.actors)}
        options = self._sides.others(syntax, sentence, own, anchor)[:_MOST_ASKED]
        answers = self._typing.of_pairs(sentence, [(actor, span) for span, _ in options])
        found = [
            (chances.get(candidate.type, 0.0), refs)
            for chances, (_, refs) in zip(answers, options, strict=True)
        ]
        best = max(found, key=lambda one: one[0], default=(0.0, ()))
        return best[1] if best[0] >= LEAST_CHANCE else ()
