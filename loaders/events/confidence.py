"""Confidence: how sure an event is by the way it was found.

A predicate with a pattern of its own, and both sides named, make it surer; a noun, a headline, a
quotation, and a claim that is not asserted make it less sure.
"""

from loaders.events.candidate import Candidate

_BASE = 0.5
_SPECIFIC = 0.15
_BOTH_SIDES = 0.2
_DATED = 0.05
_NOMINAL = -0.1
_HEADLINE = -0.05
_QUOTED = -0.1
_NOT_ASSERTED = -0.05


def confidence(candidate: Candidate) -> float:
    """Return the confidence in an event, from 0 to 1."""
    grounds = (
        (candidate.specific, _SPECIFIC),
        (bool(candidate.actors and candidate.recipients), _BOTH_SIDES),
        (candidate.date.source == "TEXT", _DATED),
        (candidate.nominal, _NOMINAL),
        (candidate.sentence.kind == "headline", _HEADLINE),
        (candidate.quoted, _QUOTED),
        (candidate.modality != "ASSERTED", _NOT_ASSERTED),
    )
    return round(_BASE + sum(weight for holds, weight in grounds if holds), 2)
