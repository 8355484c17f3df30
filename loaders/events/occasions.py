"""Occasions: anniversaries, which PLOVER leaves out and a reader would call events."""

from collections.abc import Iterator
from dataclasses import replace

from graph.facts import Ref
from loaders.events.candidate import Candidate
from loaders.events.scene import Scene
from loaders.mentions.participants import listed
from loaders.syntax.analysis import Phrase, SentenceSyntax

_OCCASIONS = frozenset(("anniversary", "centenary", "centennial"))
_OF = frozenset(("of", "between", "with", "by"))


def occasions(scene: Scene, syntax: SentenceSyntax, taken: set[int]) -> Iterator[Candidate]:
    """Yield the anniversaries of a sentence with those whose they are; add their words."""
    for phrase in syntax.phrases:
        if syntax.words[phrase.head].lemma not in _OCCASIONS:
            continue
        everyone = _everyone(scene, syntax, phrase)
        if not everyone:
            continue
        taken.add(phrase.head)
        told = scene.nominal(syntax, phrase, "STATEMENT", "ASSERTED")
        yield replace(told, actors=everyone, specific=True)


def _everyone(scene: Scene, syntax: SentenceSyntax, phrase: Phrase) -> tuple[Ref, ...]:
    participants = scene.concerned.participants
    found = list(participants.owners(syntax, phrase))
    for oblique in syntax.trailing(phrase):
        if oblique.marker in _OF:
            for member in listed(syntax, oblique.phrase):
                named = participants.of(syntax, member) or participants.owners(syntax, member)
                found.extend(named)
    return tuple(sorted(dict.fromkeys(found)))
