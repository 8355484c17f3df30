"""Identity of events: the same event told twice has the same id."""

import hashlib
from collections.abc import Iterable

from graph.facts import DateInterval, Ref

ID_LENGTH = 20
"""Hexadecimal digits: 80 bits, so that a collision needs 10^12 events."""


def _refs(refs: Iterable[Ref]) -> str:
    return ",".join(f"{ref.label}:{ref.key}" for ref in sorted(set(refs)))


def event_id(
    *,
    type: str,  # noqa: A002 - the word of the ontology
    mode: str | None,
    modality: str,
    actors: Iterable[Ref],
    recipients: Iterable[Ref],
    date: DateInterval,
    place_nation: str | None,
    agreement: str | None,
) -> str:
    """Return the id of an event, from all that makes it that event and nothing else.

    The order of participants does not matter, nor in which article it is told.
    """
    parts = (
        type,
        mode or "",
        modality,
        _refs(actors),
        _refs(recipients),
        date.earliest,
        date.latest,
        place_nation or "",
        agreement or "",
    )
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:ID_LENGTH]
