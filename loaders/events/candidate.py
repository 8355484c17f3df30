"""Candidates: events as found, before they become facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from graph.facts import DateInterval, Place, Ref
from loaders.text.sentence import Sentence

Modality = Literal["ASSERTED", "FUTURE", "HYPOTHETICAL", "NEGATED"]

DEEDS = frozenset(("ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE", "AID"))
"""Types that are told of those who suffer them, whoever did it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event in a sentence.

    ``anchor`` is where its predicate stands; ``specific`` says that more than the bare predicate
    was found, ``nominal`` that the predicate is a noun, ``quoted`` that it stands in quotation
    marks, ``named`` that its verb takes the noun of the event ("paid a visit"), ``confirmed`` that
    a second predicate tells the same, ``unnamed`` that somebody acts whom the text does not name,
    ``occasion`` that a gathering is said to take place. ``chances`` are the probabilities of the
    types, as far as a classifier was asked.
    """

    sentence: Sentence
    anchor: int
    type: str
    modality: Modality
    date: DateInterval
    actors: tuple[Ref, ...] = ()
    recipients: tuple[Ref, ...] = ()
    mode: str | None = None
    place: Place | None = None
    attributed_to: str | None = None
    agreement: str | None = None
    effect: str | None = None
    specific: bool = False
    nominal: bool = False
    quoted: bool = False
    confirmed: bool = False
    named: bool = False
    unnamed: bool = False
    occasion: bool = False
    chances: Mapping[str, float] = field(default_factory=dict[str, float], hash=False)
