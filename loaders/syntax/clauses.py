"""Clauses: each verb group with its subject, arguments and the predication that it hangs on."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Link, Phrase, Predication, Word
from loaders.syntax.chunk_view import ChunkView
from loaders.syntax.chunker import Chunk
from loaders.syntax.subjects import SubjectFinder
from loaders.syntax.verb_arguments import arguments_after

_MANNER = frozenset(("by", "for", "of", "in", "with", "on"))
"""Before a gerund these say how or in what something is done."""

_OF_OBJECT = frozenset(("from", "as", "of", "into"))
"""Behind an object these make it the one who does it: "accused Iran of hiding"."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """What stands before a verb: its subject, what it hangs on, and how.

    ``gap`` is what a relative clause is about where that is not its subject.
    """

    subject: tuple[Phrase, ...] = ()
    gap: tuple[Phrase, ...] = ()
    governor: int | None = None
    link: Link | None = None
    marker: str = ""


class ClauseFinder:
    """Finds the predications of one sentence from its chunks."""

    def __init__(self, words: Sequence[Word], chunks: Sequence[Chunk]) -> None:
        self._view = ChunkView(words, chunks)
        self._subjects = SubjectFinder(self._view)
        self._verbs = [index for index, chunk in enumerate(chunks) if chunk.kind == "verb"]
        self._numbers = {index: number for number, index in enumerate(self._verbs)}
        self._found: list[Predication] = []

    def find(self) -> tuple[Predication, ...]:
        """Return the predications from left to right."""
        for index in self._verbs:
            self._found.append(self._predication(index))
        return tuple(self._found)

    def _predication(self, index: int) -> Predication:
        chunk = self._view.chunks[index]
        verb = chunk.verb
        assert verb is not None
        reduced = self._view.is_reduced(index)
        opening = self._participle(index) if reduced else self._opening(index)
        objects, obliques = arguments_after(self._view, index)
        return Predication(
            first=chunk.first,
            last=chunk.last,
            head=verb.head,
            lemma=verb.lemma,
            finite=verb.finite and not reduced,
            passive=verb.passive or reduced,
            future=verb.future,
            past=verb.past,
            modal=verb.modal,
            negated=verb.negated,
            marker=opening.marker,
            subject=opening.subject,
            objects=objects or opening.gap,
            obliques=obliques,
            governor=opening.governor,
            link=opening.link,
        )

    def _opening(self, index: int) -> _Opening:
        verb = self._view.chunks[index].verb
        assert verb is not None
        if verb.infinitive:
            return self._infinitive(index)
        return self._finite(index) if verb.finite else self._gerund(index)

    def _nearest_verb(self, index: int) -> int | None:
        earlier = [position for position in self._verbs if position < index]
        return self._numbers[earlier[-1]] if earlier else None

    def _infinitive(self, index: int) -> _Opening:
        """An infinitive: the object of its governor does it, else the governor's subject."""
        governor = self._nearest_verb(index)
        if governor is None:
            return _Opening(subject=self._subjects.before(index), marker="to")
        above = self._found[governor]
        coordinated = self._view.kind(self._view.previous(index)) == "coordinator"
        if coordinated and above.marker == "to":
            return _Opening(above.subject, (), above.governor, above.link, "to")
        controls = above.lemma.split()[0] in word_list("object_control") and not above.passive
        subject = above.objects[:1] if controls and above.objects else above.subject
        if controls and not above.objects and above.obliques:
            subject = (above.obliques[-1].phrase,)
        return _Opening(subject, (), governor, "complement", "to")

    def _participle(self, index: int) -> _Opening:
        """A participle after its noun: the noun is what it is done to."""
        previous = self._view.previous(index)
        if self._view.lower(previous) == ",":
            previous = self._view.previous(previous)
        phrase = self._view.phrase(previous)
        return _Opening((phrase,) if phrase else (), (), self._nearest_verb(index), "relative")

    def _gerund(self, index: int) -> _Opening:
        """A word in -ing: behind a preposition, another verb, a noun, or by itself."""
        view = self._view
        previous = view.previous(index)
        governor = self._nearest_verb(index)
        above = self._found[governor] if governor is not None else None
        if view.kind(previous) == "preposition":
            return self._prepositional(index, previous, governor, above)
        if view.kind(previous) == "coordinator" and above is not None:
            return _Opening(above.subject, (), above.governor, above.link, above.marker)
        phrase = view.phrase(previous)
        verb = view.chunks[index].verb
        if view.kind(previous) == "verb" and above is not None:
            return _Opening(above.subject, (), governor, "complement", "ing")
        if view.lower(previous) == "," and verb and verb.passive:
            phrase = view.phrase(view.previous(previous))
            return _Opening((phrase,) if phrase else (), (), governor, "relative")
        if phrase is not None and (above is None or phrase in above.objects):
            return _Opening((phrase,), (), governor, "relative")
        return _Opening(above.subject if above else (), (), governor, "adverbial")

    def _prepositional(
        self, index: int, preposition: int, governor: int | None, above: Predication | None
    ) -> _Opening:
        """A gerund behind a preposition: who does it follows from the verb above."""
        marker = self._view.lower(preposition)
        link: Link = "manner" if marker in _MANNER else "adverbial"
        if above is None:
            return _Opening(self._subjects.of_main_clause(index), (), None, link, marker)
        before = self._view.phrase(self._view.previous(preposition))
        if marker in _OF_OBJECT and before in above.objects:
            return _Opening(above.objects[:1], (), governor, link, marker)
        owned = before is not None and before.owner is not None and marker == "of"
        return _Opening(() if owned else above.subject, (), governor, link, marker)

    def _finite(self, index: int) -> _Opening:
        view = self._view
        previous = view.previous(index)
        if view.kind(previous) == "relative":
            subject = self._subjects.antecedent(previous)
            governor = self._nearest_verb(index)
            return _Opening(subject, (), governor, "relative", view.lower(previous))
        if view.lower(previous) == "that" and view.kind(previous) == "subordinator":
            return _Opening(governor=self._nearest_verb(index), link="clause")
        listed = view.lower(previous) == "," and view.kind(view.previous(previous)) == "verb"
        shared = self._shared(index) if listed or view.kind(previous) == "coordinator" else None
        return shared or self._linked(index, self._subjects.before(index))

    def _shared(self, index: int) -> _Opening | None:
        """A second verb of one subject: "met Xi and signed a treaty"."""
        for position in reversed([other for other in self._verbs if other < index]):
            if self._view.is_finite(position):
                number = self._speaking(index, self._numbers[position])
                above = self._found[number]
                return _Opening(above.subject, (), number, "coordinate", above.marker)
        return None

    def _speaking(self, index: int, number: int) -> int:
        """Join a verb of speech to the one above: "confirmed that they had left and said"."""
        verb = self._view.chunks[index].verb
        governor = self._found[number].governor
        if verb is None or governor is None or self._found[number].link != "clause":
            return number
        speech = word_list("joined_speech_verbs")
        return governor if {verb.lemma, self._found[governor].lemma} <= speech else number

    def _linked(self, index: int, subject: tuple[Phrase, ...]) -> _Opening:
        """Say how a finite clause with its own subject hangs on what stands before it."""
        if not subject:
            return _Opening()
        before = self._before_clause(subject[0])
        kind, marker = self._view.kind(before), self._view.lower(before)
        governor = self._nearest_verb(index)
        if kind == "relative":
            gap = self._subjects.antecedent(before)
            return _Opening(subject, gap, governor, "relative", marker)
        marker = marker if kind in ("subordinator", "preposition") else ""
        if marker == "that" or (kind == "verb" and governor is not None):
            return _Opening(subject, (), governor, "clause", marker)
        if marker:
            return _Opening(subject, (), governor, "adverbial", marker)
        return _Opening(subject)

    def _before_clause(self, subject: Phrase) -> int:
        """Return the chunk before the clause of a subject, fronted phrases skipped."""
        view = self._view
        before = view.previous(view.at_word(subject.first))
        while view.kind(before) in ("phrase", "preposition") or view.lower(before) == ",":
            broken = view.lower(before) == "," and view.kind(view.previous(before)) != "phrase"
            if broken or (view.kind(before) == "preposition" and before == 0):
                break
            before = view.previous(before)
        return before
