"""Gatherings: the yearly summit of a body takes place, and nobody agrees on it."""

from loaders.events.scene import Scene
from loaders.syntax.analysis import Predication, SentenceSyntax

_GATHERINGS = frozenset(("summit", "conference", "congress", "assembly"))
_TAKING_PLACE = frozenset(("take", "open", "begin", "convene", "start"))


def is_occasion(scene: Scene, syntax: SentenceSyntax, predication: Predication) -> bool:
    """Whether a verb says that a gathering of a body takes place: "its summit will be held"."""
    takes_place = predication.passive or predication.verb in _TAKING_PLACE
    heads = {syntax.words[one.head].lemma for one in predication.subject}
    if not takes_place or heads.isdisjoint(_GATHERINGS):
        return False
    owners = scene.concerned.owners(syntax, predication.subject)
    return any(ref.label == "Organization" for ref in owners)
