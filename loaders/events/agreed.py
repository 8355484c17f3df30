"""Events of agreements: what a verb does to a treaty, where no predicate tells an event of it.

"Took effect", "was initialled", "an accord signed in Lima on Friday": whoever acts, else the
parties themselves, bring it about. An event of the same verb, or of a verb that only tells how
("broke the truce by shelling"), is given the agreement that it concerns.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from graph.facts import Ref
from loaders.agreements.telling import Telling, tellings
from loaders.events.candidate import Candidate
from loaders.events.scene import Scene
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Phrase, SentenceSyntax

_TYPES: Mapping[str, tuple[str, str | None]] = MappingProxyType(
    {
        "SIGNED": ("SUPPORT", None),
        "RATIFIED": ("SUPPORT", None),
        "ENTERED_INTO_FORCE": ("SUPPORT", None),
        "SUSPENDED": ("SANCTION", "discontinue"),
        "TERMINATED": ("SANCTION", "discontinue"),
        "WITHDRAWN": ("SANCTION", "withdraw"),
        "VIOLATED": ("REJECT", None),
        "REJECTED": ("REJECT", None),
    }
)
_TOGETHER = frozenset(("SIGNED", "RATIFIED", "ENTERED_INTO_FORCE"))
"""What the parties do where nobody is said to do it."""


class AgreementEvents:
    """Adds what is told of agreements to the events of the sentences of one document."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._facts = {one.id: one for one in scene.document.agreements}

    def completed(
        self, syntax: SentenceSyntax, settled: Sequence[Candidate]
    ) -> tuple[Candidate, ...]:
        """Return the events of a sentence with those of its agreements."""
        events = list(settled)
        for key, phrase in self._named(syntax):
            for told in tellings(syntax, phrase, self._facts[key].kind):
                if told.is_fact and told.noun is None and told.number is not None:
                    self._add(syntax, events, key, told)
        return tuple(events)

    def _named(self, syntax: SentenceSyntax) -> Iterator[tuple[str, Phrase]]:
        for phrase in syntax.phrases:
            key = self._scene.agreement_at(*syntax.offsets(phrase.first, phrase.last))
            if key in self._facts:
                yield key, phrase

    def _add(
        self, syntax: SentenceSyntax, events: list[Candidate], key: str, told: Telling
    ) -> None:
        number, effect = told.number or 0, told.effect.effect
        brokered = syntax.predications[number].lemma in word_list("brokering_verbs")
        if brokered or any(one.agreement == key and one.effect == effect for one in events):
            return
        anchors = _anchors(syntax, number)
        for place, one in enumerate(events):
            if one.anchor in anchors and one.effect is None and one.agreement in (None, key):
                events[place] = replace(one, agreement=key, effect=effect)
                return
        actors = self._actors(syntax, key, told)
        if actors and effect in _TYPES:
            type_, mode = _TYPES[effect]
            new = self._scene.verbal(syntax, number, type_, "ASSERTED")
            whom = actors if effect in _TOGETHER else self._others(key, actors)
            events.append(
                replace(
                    new, mode=mode, actors=actors, recipients=whom, agreement=key, effect=effect
                )
            )

    def _actors(self, syntax: SentenceSyntax, key: str, told: Telling) -> tuple[Ref, ...]:
        if told.acting:
            return self._scene.concerned.who(syntax, told.acting)
        parties = self._facts[key].parties
        together = told.effect.effect in _TOGETHER and len(parties) > 1
        return parties if together else ()

    def _others(self, key: str, actors: tuple[Ref, ...]) -> tuple[Ref, ...]:
        acting = {*actors, *(Ref("Nation", code) for code in self._scene.nations(actors))}
        return tuple(ref for ref in self._facts[key].parties if ref not in acting)


def _anchors(syntax: SentenceSyntax, number: int) -> frozenset[int]:
    """Return where a verb and those that tell how it was done begin."""
    manner = (
        one
        for one in syntax.predications
        if one.governor == number and one.link == "manner" and one.marker == "by"
    )
    verbs = (syntax.predications[number], *manner)
    return frozenset(syntax.words[one.head].start for one in verbs)
