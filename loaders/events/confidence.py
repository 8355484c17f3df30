"""Confidence: how sure an event is by the way it was found.

It is the probability of the type, as the classifier is calibrated and the lexicon weighed; where no
classifier was asked, a pattern of its own and both sides make it surer. A noun, a headline, a
quotation, and a claim that is not asserted make an event less sure.
"""

from loaders.events.candidate import Candidate

_LEAST, _MOST = 0.05, 0.99
_BASE = 0.7
_SPECIFIC = 0.15
_ONE_SIDE = -0.1
_DATED = 0.05
_NOMINAL = -0.1
_HEADLINE = -0.05
_QUOTED = -0.1
_NOT_ASSERTED = -0.05


def confidence(candidate: Candidate) -> float:
    """Return the confidence in an event, from 0 to 1."""
    base = candidate.chances.get(candidate.type) or _base(candidate)
    grounds = (
        (not (candidate.actors and candidate.recipients), _ONE_SIDE),
        (candidate.date.source == "TEXT", _DATED),
        (candidate.nominal, _NOMINAL),
        (candidate.sentence.kind == "headline", _HEADLINE),
        (candidate.quoted, _QUOTED),
        (candidate.modality != "ASSERTED", _NOT_ASSERTED),
    )
    found = base + sum(weight for holds, weight in grounds if holds)
    return round(min(max(found, _LEAST), _MOST), 2)


def _base(candidate: Candidate) -> float:
    return _BASE + _SPECIFIC * candidate.specific
