"""Candidates: events as found, before they become facts."""

from dataclasses import dataclass
from typing import Literal

from graph.facts import DateInterval, Place, Ref
from loaders.text.sentence import Sentence

Modality = Literal["ASSERTED", "FUTURE", "HYPOTHETICAL", "NEGATED"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event in a sentence.

    ``anchor`` is where its predicate stands; ``specific`` says that more than the bare predicate
    was found, ``nominal`` that the predicate is a noun, ``quoted`` that it stands in quotation
    marks.
    """

    sentence: Sentence
    anchor: int
    type: str
    modality: Modality
    actors: tuple[Ref, ...]
    recipients: tuple[Ref, ...]
    date: DateInterval
    mode: str | None = None
    place: Place | None = None
    attributed_to: str | None = None
    agreement: str | None = None
    effect: str | None = None
    specific: bool = False
    nominal: bool = False
    quoted: bool = False
