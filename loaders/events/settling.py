"""Settling: what the lexicon tells and what the classifier tells become one list of events."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.event_types.labels import NONE
from loaders.events.candidate import Candidate
from loaders.events.concerned import distinct
from loaders.events.scene import Scene
from loaders.events.sides import Sides
from loaders.events.typing import Probabilities, Typing, weighed
from loaders.syntax.analysis import SentenceSyntax

_SAID = frozenset(("AGREE", "REQUEST", "THREATEN", "REJECT"))
"""Types of what one says; of these a classifier may take one side for the other."""

_STATES = frozenset(("be", "have", "remain", "stay", "become", "include", "live"))
"""Verbs that tell what somebody is or has."""

_SURELY_NONE = 0.9
"""Above this chance that a pair has no event, what the lexicon found between them is left out."""


class Settling:
    """Settles the events of one document."""

    def __init__(self, scene: Scene, typing: Typing, sides: Sides) -> None:
        self._scene = scene
        self._typing = typing
        self._sides = sides

    def settle(
        self, syntax: SentenceSyntax, told: Sequence[Candidate], paired: Sequence[Candidate]
    ) -> Iterator[Candidate]:
        """Yield the events of a sentence; ``told`` are those of the lexicon.

        A pair belongs to the predicate that tells an event of its type, else to its own verb.
        """
        left = list(paired)
        groups: list[list[Candidate]] = [[] for _ in told]
        for test in (_same_type, _same_verb):
            for candidate, group in zip(told, groups, strict=True):
                group += [one for one in left if test(candidate, one) and _agree(candidate, one)]
                left = [one for one in left if one not in group]
        settled: list[Candidate] = []
        for candidate, group in zip(told, groups, strict=True):
            rest = [*settled, *(one for one in told if one is not candidate)]
            settled.extend(self._typed(syntax, _filled(candidate, group), group, rest))
        for one in left:
            if not any(
                _tells_again(one, other)
                or _tells_how(syntax, one, other)
                or _only_is(syntax, one, other)
                or _tells_of_other(one, other)
                for other in settled
            ):
                settled.append(one)
        yield from settled

    def _typed(
        self,
        syntax: SentenceSyntax,
        candidate: Candidate,
        group: Sequence[Candidate],
        others: Sequence[Candidate],
    ) -> Iterator[Candidate]:
        """Yield a candidate with the type that lexicon and classifier together give it."""
        if candidate.type == "STATEMENT" or candidate.confirmed:
            # The classifier knows no occasions, and two predicates outvote it.
            yield candidate
            return
        found = group[0].chances if group else self._chances(syntax, candidate)
        both = candidate.actors and candidate.recipients
        if found.get(NONE, 0.0) > _SURELY_NONE and both and not candidate.nominal:
            return
        chances = weighed(_events_only(found), candidate)
        best = max(chances, key=lambda type_: chances[type_])
        changed = replace(candidate, type=best, mode=None, chances=chances)
        if best == candidate.type:
            yield replace(candidate, chances=chances)
        elif any(_tells_again(changed, other) or _tells(changed, other) for other in others):
            # The classifier speaks of what another verb tells; the lexicon of this one.
            yield candidate
        else:
            yield changed

    def _chances(self, syntax: SentenceSyntax, candidate: Candidate) -> Probabilities:
        """Return what the classifier says; of one side alone it never outweighs the lexicon."""
        if not (candidate.actors and candidate.recipients):
            return {}
        sentence = candidate.sentence
        actor, recipient = (
            self._sides.phrase(syntax, sentence, refs, candidate.anchor)
            for refs in (candidate.actors, candidate.recipients)
        )
        if actor is None and recipient is None:
            return {}
        return self._typing.of_pair(sentence, actor, None if recipient == actor else recipient)


def _events_only(found: Probabilities) -> Probabilities:
    kept = {type_: chance for type_, chance in found.items() if type_ not in (NONE, "STATEMENT")}
    total = sum(kept.values())
    return {type_: chance / total for type_, chance in kept.items()} if total else {}


def _same_type(told: Candidate, paired: Candidate) -> bool:
    return told.type == paired.type


def _same_verb(told: Candidate, paired: Candidate) -> bool:
    return told.anchor == paired.anchor


def _agree(told: Candidate, paired: Candidate) -> bool:
    """Whether the sides of two candidates do not contradict, and one of them is shared."""
    actors = set(told.actors) & set(paired.actors)
    recipients = set(told.recipients) & set(paired.recipients)
    if told.actors and paired.actors and not actors:
        return False
    if told.recipients and paired.recipients and not recipients:
        return told.anchor == paired.anchor and bool(actors)
    return bool(actors or recipients)


def _tells_again(paired: Candidate, settled: Candidate) -> bool:
    """Whether an event is settled already, by another verb of the sentence."""
    alike = paired.type == settled.type and paired.actors == settled.actors
    shared = set(paired.recipients) & set(settled.recipients)
    return alike and (bool(shared) or paired.recipients == settled.recipients)


def _tells(changed: Candidate, other: Candidate) -> bool:
    """Whether the lexicon has a verb of its own for the type that a classifier gives another."""
    verbs = not changed.nominal and not other.nominal
    joint = bool({*changed.actors} & {*other.actors})
    return verbs and changed.anchor != other.anchor and changed.type == other.type and joint


def _tells_how(syntax: SentenceSyntax, paired: Candidate, settled: Candidate) -> bool:
    """Whether a verb only tells how an event was done: "retaliated by suspending visits"."""
    if paired.actors != settled.actors or not set(paired.recipients) & set(settled.recipients):
        return False
    starts = [syntax.words[one.head].start for one in syntax.predications]
    return any(
        starts[number] == paired.anchor and starts[one.governor] == settled.anchor
        for number, one in enumerate(syntax.predications)
        if one.link == "manner" and one.governor is not None
    )


def _only_is(syntax: SentenceSyntax, paired: Candidate, settled: Candidate) -> bool:
    """Whether a verb that tells no deed was given what another tells: "which has posts, urged"."""
    same = paired.type == settled.type and paired.actors == settled.actors
    bland = any(one.verb in _STATES for one in syntax.told_at(paired.anchor))
    return same and bland and paired.anchor != settled.anchor


def _tells_of_other(paired: Candidate, settled: Candidate) -> bool:
    """Whether a pair was given what the one concerned says: "Peru, whom Roy met, urged"."""
    said = paired.type in _SAID and paired.type == settled.type
    apart = paired.anchor != settled.anchor and not {*paired.actors} & {*settled.actors}
    return said and apart and bool({*paired.recipients} & {*settled.actors})


def _filled(candidate: Candidate, same: Iterable[Candidate]) -> Candidate:
    """Return a candidate with the sides that it lacks."""
    actors, recipients = candidate.actors, candidate.recipients
    for one in same:
        actors = actors or one.actors
        if not candidate.recipients or one.anchor == candidate.anchor:
            recipients = distinct((*recipients, *one.recipients))
    others = tuple(ref for ref in recipients if ref not in actors)
    return replace(candidate, actors=actors, recipients=others or recipients)
