"""Frames of verbs: which argument acts and which is acted upon."""

from collections.abc import Sequence

from loaders.events.concerned import Concerned, Refs, distinct, holds, taken
from loaders.events.matching import Matched
from loaders.events.predicate_table import Frame
from loaders.syntax.analysis import Oblique, Phrase, Predication, SentenceSyntax

_TOGETHER = frozenset(("with", "between", "among", "and"))


class VerbalFrames:
    """Resolves the frames of the verbs of one document."""

    def __init__(self, concerned: Concerned) -> None:
        self._concerned = concerned

    def resolve(
        self,
        syntax: SentenceSyntax,
        predication: Predication,
        frame: Frame,
        matched: Matched,
        complement: Predication | None = None,
        *,
        moves: bool = False,
    ) -> tuple[Refs, Refs]:
        """Return actors and recipients; ``complement`` is an infinitive that the verb takes.

        ``moves`` tells that those who are moved act: "American soldiers are stationed".
        """
        if frame.name == "OBJ_SUBJ":
            return self._reversed(syntax, predication, matched)
        actors = self._actors(syntax, predication, matched, moves=moves)
        if frame.name == "RECIPROCAL":
            return self._reciprocal(syntax, predication, matched, actors, complement)
        if predication.passive and not actors and (both := self._between(syntax, predication)):
            return both, both
        recipients = self._recipients(syntax, predication, frame, matched)
        if not recipients and complement is not None:
            recipients = self._recipients(syntax, complement, frame, Matched())
        if not recipients and matched.words:
            named = taken(syntax, matched)
            recipients = self._concerned.participants.of_all(syntax, named)
        return actors, tuple(ref for ref in recipients if ref not in actors)

    def _reversed(
        self, syntax: SentenceSyntax, predication: Predication, matched: Matched
    ) -> tuple[Refs, Refs]:
        """Verbs whose subject is acted upon: "came under fire from", "received a guest"."""
        free = [one for one in predication.objects if not holds(one, matched)]
        around = self._around(syntax, predication, matched)
        actors = self._concerned.who(syntax, free)
        actors = actors or self._concerned.behind(syntax, around, ("by", "from"))
        return actors, self._concerned.whom(syntax, predication.subject)

    def _actors(
        self, syntax: SentenceSyntax, predication: Predication, matched: Matched, *, moves: bool
    ) -> Refs:
        if not predication.passive:
            return self._concerned.who(syntax, predication.subject)
        moved = [one for one in predication.subject if moves and holds(one, matched)]
        agents = self._concerned.who(syntax, predication.agents)
        return agents or self._concerned.owners(syntax, moved)

    def _between(self, syntax: SentenceSyntax, predication: Predication) -> Refs:
        """Return between whom that is which a passive tells of: "talks between them ended"."""
        trailing = self._concerned.trailing(syntax, predication.subject)
        between = trailing if trailing and trailing[0].marker == "between" else []
        found = self._concerned.participants.of_all(syntax, [one.phrase for one in between])
        return tuple(sorted(found)) if len(found) > 1 else ()

    def _recipients(
        self, syntax: SentenceSyntax, predication: Predication, frame: Frame, matched: Matched
    ) -> Refs:
        if matched.recipient:
            found = self._concerned.whom(syntax, _joined(predication, matched.recipient))
            if found:
                return found
        if frame.name == "SUBJ_ONLY":
            return ()
        undergoing = predication.subject if predication.passive else predication.objects
        if frame.name == "SUBJ_PREP":
            around = self._around(syntax, predication, matched)
            behind = self._concerned.behind(syntax, around, frame.markers)
            owned = (*taken(syntax, matched), *undergoing)
            return behind or self._concerned.owners(syntax, owned)
        return self._concerned.whom(syntax, undergoing)

    def _around(
        self, syntax: SentenceSyntax, predication: Predication, matched: Matched
    ) -> list[Oblique]:
        """Return the prepositional phrases of a verb, of its objects and of the pattern's words."""
        phrases = (*predication.objects, *taken(syntax, matched))
        return [*predication.obliques, *self._concerned.trailing(syntax, phrases)]

    def _reciprocal(
        self,
        syntax: SentenceSyntax,
        predication: Predication,
        matched: Matched,
        actors: Refs,
        complement: Predication | None,
    ) -> tuple[Refs, Refs]:
        """All who take part are actors, and each is a recipient of the others."""
        participants = self._concerned.participants
        objects = () if matched.words or predication.passive else predication.objects
        others = participants.of_all(syntax, objects)
        others += self._together(syntax, predication, matched)
        if matched.recipient:
            others += self._concerned.whom(syntax, _joined(predication, matched.recipient))
        if complement is not None:
            others += self._together(syntax, complement, Matched())
        if predication.passive and not actors and not others:
            others = self._concerned.owners(syntax, predication.subject)
        if not (actors or predication.passive or self._has_somebody(syntax, predication)):
            return (), distinct(others)
        everyone = tuple(sorted(distinct((*actors, *others))))
        return everyone, everyone if len(everyone) > 1 else ()

    def _has_somebody(self, syntax: SentenceSyntax, predication: Predication) -> bool:
        """Whether the subject is somebody, though nobody known."""
        return any(
            syntax.words[one.head].kind == "pronoun" or self._concerned.is_somebody(syntax, one)
            for one in predication.subject
        )

    def _together(self, syntax: SentenceSyntax, predication: Predication, matched: Matched) -> Refs:
        around = self._around(syntax, predication, matched)
        phrases = [one.phrase for one in around if one.marker in _TOGETHER]
        return self._concerned.participants.of_all(syntax, phrases)


def _joined(predication: Predication, phrase: Phrase) -> Sequence[Phrase]:
    """Return a phrase with those coordinated to it."""
    if phrase in predication.objects:
        return predication.objects
    marker = next((one.marker for one in predication.obliques if one.phrase == phrase), None)
    if marker is None:
        return (phrase,)
    return [one.phrase for one in predication.obliques if one.marker == marker]
