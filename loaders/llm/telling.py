"""The events of an answer, coded as those of the rules and merged with them."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from graph.facts import DateInterval, Ref
from graph.ontology import load_ontology
from loaders.document import Document
from loaders.events.candidate import Candidate, Modality
from loaders.events.coding import coded_fact
from loaders.events.scene import Scene
from loaders.llm.answer import Answer, Drop, EventAnswer
from loaders.llm.dating import told_date
from loaders.llm.merging import merged
from loaders.llm.resolving import Resolving
from loaders.llm.wording import occurrences, quoted
from loaders.text.sentence import Sentence

Found = TypeVar("Found")

_MODALITIES: Mapping[str, Modality] = {
    "ASSERTED": "ASSERTED",
    "FUTURE": "FUTURE",
    "HYPOTHETICAL": "HYPOTHETICAL",
    "NEGATED": "NEGATED",
}


@dataclass(frozen=True, slots=True)
class AnsweredEvents:
    """Adds the events of an answer."""

    answer: Answer
    drop: Drop
    name: str = "answered events"

    def __call__(self, document: Document) -> Document:
        """Add those that are sound, merged with the events of the rules."""
        scene = Scene(document)
        checking = _Checking(document, scene, self.drop)
        told = [
            coded_fact(document, scene, candidate)
            for one in self.answer.events
            for candidate in checking.candidates(one)
        ]
        return replace(document, events=merged(document.events, told))


class _Checking:
    """Checks what is told against one document."""

    def __init__(self, document: Document, scene: Scene, drop: Drop) -> None:
        self._document = document
        self._scene = scene
        self._drop = drop
        self._resolving = Resolving(document)

    def candidates(self, told: EventAnswer) -> Iterator[Candidate]:
        """Yield the candidate of an event that is sound, with what of it is."""
        sentence = quoted(self._document, told.quote)
        if sentence is None:
            self._drop("quote")
            return
        kind, modality = load_ontology().event_types.get(told.type), _MODALITIES.get(told.modality)
        if kind is None or modality is None:
            self._drop("unknown value")
            return
        actors, recipients = self._sides(told)
        if not actors and not recipients:
            self._drop("nobody named")
            return
        anchor = next(occurrences(self._document, told.quote))[0]
        agreement = self._agreement(told)
        yield Candidate(
            sentence=sentence,
            anchor=anchor,
            type=told.type,
            mode=self._listed(told.mode, kind.modes),
            modality=modality,
            actors=actors,
            recipients=recipients,
            date=self._date(sentence, told),
            place=self._checked(told.place, self._resolving.place),
            attributed_to=self._speaker(told),
            agreement=agreement,
            effect=self._effect(told) if agreement else None,
            quoted=self._scene.is_quoted(anchor),
        )

    def _sides(self, told: EventAnswer) -> tuple[tuple[Ref, ...], tuple[Ref, ...]]:
        """Return who acts and who is concerned; those who meet are both, as with the rules."""
        actors, recipients = self._who(told.actors), self._who(told.recipients)
        if told.type != "CONSULT":
            return actors, recipients
        everyone = tuple(sorted({*actors, *recipients}))
        return everyone, everyone if len(everyone) > 1 else ()

    def _who(self, names: Iterable[str]) -> tuple[Ref, ...]:
        found = (self._checked(name, self._resolving.participant) for name in names)
        return tuple(dict.fromkeys(ref for ref in found if ref))

    def _agreement(self, told: EventAnswer) -> str | None:
        return self._checked(told.agreement, self._resolving.agreement)

    def _effect(self, told: EventAnswer) -> str | None:
        return self._listed(told.effect, load_ontology().enums["Effect"].values)

    def _checked(self, name: str | None, look: Callable[[str], Found | None]) -> Found | None:
        """Look a name up; one that the article does not have is dropped."""
        found = look(name) if name else None
        if name and found is None:
            self._drop("not named")
        return found

    def _listed(self, value: str | None, values: Container[str]) -> str | None:
        if value is None or value in values:
            return value
        self._drop("unknown value")
        return None

    def _speaker(self, told: EventAnswer) -> str | None:
        def stands(name: str) -> str | None:
            return next((name for _ in occurrences(self._document, name)), None)

        return self._checked(told.speaker, stands)

    def _date(self, sentence: Sentence, told: EventAnswer) -> DateInterval:
        found = told_date(self._document, self._scene.dates, sentence, told)
        if found is None and told.when:
            self._drop("date")
        return found or self._scene.dates.fallback
