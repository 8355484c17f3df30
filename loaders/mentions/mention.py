"""Mentions: a stretch of text that names one entity."""

from dataclasses import dataclass

from graph.facts import Ref, Span
from loaders.gazetteer.name_index import NameForm


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text and the entity that it stands for.

    ``form`` tells how a nation is named; ``place`` that the name stands for a place ("in
    Beijing") and not for a government ("Beijing said").
    """

    start: int
    end: int
    text: str
    ref: Ref
    form: NameForm = "name"
    place: bool = False

    @property
    def span(self) -> Span:
        """The stretch of text alone."""
        return Span(self.start, self.end, self.text)

    def covers(self, start: int, end: int) -> bool:
        """Whether the mention holds a stretch of text whole."""
        return self.start <= start and end <= self.end


def in_order(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the mentions in the order of the text, the longer first where two begin together."""
    return tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end, mention.ref)))
