"""Demands without an addressee: who is to undo what was done.

"Demanded that the crew be freed" and "would go to court if they were not released" name nobody who
should do it. It is the nation that, by what was told just before, has done it to those who demand.
"""

from collections.abc import Iterable
from dataclasses import replace

from graph.facts import Ref
from loaders.events.candidate import DEEDS, Candidate
from loaders.events.scene import Scene
from loaders.syntax.analysis import Predication, SentenceSyntax

_DEMANDS = frozenset(("REQUEST", "THREATEN", "ACCUSE"))
_QUARRELS = DEEDS - {"AID"} | _DEMANDS | {"REJECT"}
_CONDITIONS = frozenset(("if", "unless", "until"))

_REACH = 2
"""So many sentences back a quarrel is still what a demand is about."""


class Demanded:
    """Knows the quarrels told of so far in one document."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._quarrels: list[tuple[int, frozenset[str]]] = []

    def completed(self, syntax: SentenceSyntax, told: Iterable[Candidate]) -> list[Candidate]:
        """Return the events of a sentence, those demands with a recipient; remember them."""
        found = [self._completed(syntax, one) for one in told]
        for one in found:
            nations = frozenset(self._scene.nations((*one.actors, *one.recipients)))
            if one.type in _QUARRELS and len(nations) == 2:
                self._quarrels.append((syntax.sentence, nations))
        return found

    def _completed(self, syntax: SentenceSyntax, candidate: Candidate) -> Candidate:
        own = self._scene.nations(candidate.actors)
        # Who is to be freed is of their own nation, and is asked for nothing.
        aimed = [one for one in candidate.recipients if self._scene.nations((one,)) != own]
        open_ = candidate.type in _DEMANDS and not aimed and len(own) == 1
        if not open_ or not _asks_of_nobody(syntax, candidate):
            return candidate
        for sentence, nations in reversed(self._quarrels):
            if syntax.sentence - sentence <= _REACH and own[0] in nations:
                others = tuple(Ref("Nation", code) for code in nations if code != own[0])
                return replace(candidate, recipients=others)
        return candidate


def _asks_of_nobody(syntax: SentenceSyntax, candidate: Candidate) -> bool:
    """Whether what should be done is told in the passive, and by whom is not."""
    numbers = {syntax.predications.index(one) for one in syntax.told_at(candidate.anchor)}
    return any(
        clause.passive and not clause.agents and _is_content(clause)
        for number, clause in enumerate(syntax.predications)
        if numbers.intersection(syntax.above(number))
    )


def _is_content(clause: Predication) -> bool:
    """Whether a clause tells what is demanded, or on what condition somebody threatens."""
    return clause.link == "clause" or clause.marker in _CONDITIONS
