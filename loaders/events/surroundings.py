"""What the words around a date say of it: that it only bounds a time, or is of something else."""

import re

from loaders.dates.words import words
from loaders.events.stretches import Dated
from loaders.syntax.analysis import Predication

_REACH = 16
"""Characters before a date in which such words stand."""

_BOUNDING = re.compile(r"\b(?:since|until|till|before|than) (?:the )?$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince (?:the )?$", re.IGNORECASE)
_BY = re.compile(r"\bby (?:the )?$", re.IGNORECASE)
_SET_IN = re.compile(r"\b(?:in|during|at) an? $", re.IGNORECASE)
_ANSWERING = re.compile(
    r"\b(?:following|after|before|over|about|despite|for|against|of) (?:the )?$", re.IGNORECASE
)
_REACTING = frozenset(
    words(
        "applaud blame call cite claim condemn confirm criticise criticize decry defend denounce"
        " deny deplore describe discuss hail investigate justify lament mourn praise protest recall"
        " regret reject welcome"
    )
)
"""Verbs after which "Tuesday's attack" tells when that was and not when it was spoken of."""
_RANKED = re.compile(r"\b(?:first|last|only|most|least|[a-z]{2,}est)\b")
"""Words after which a length of time tells what there was before, and not when this began."""


class Surroundings:
    """Looks at what stands around the dates of one text."""

    def __init__(self, folded: str) -> None:
        self._folded = folded

    def bounds(self, dated: Dated) -> bool:
        """Whether a date only bounds a time: "the first visit since 1958"."""
        return bool(_BOUNDING.search(self._before(dated)))

    def begins(self, dated: Dated) -> bool:
        """Whether something goes on since a date: "has sent arms since May"."""
        return bool(_SINCE.search(self._before(dated)))

    def ends(self, dated: Dated) -> bool:
        """Whether something will be done by a date."""
        return bool(_BY.search(self._before(dated)))

    def sets(self, dated: Dated) -> bool:
        """Whether a date tells which event something came about in: "in a 2006 coup"."""
        return bool(_SET_IN.search(self._before(dated)))

    def answered(self, clause: Predication, dated: Dated) -> bool:
        """Whether a day is only that of what a clause answers: "after Tuesday's attack"."""
        if not self._folded.startswith("'s ", dated.end):
            return False
        return clause.verb in _REACTING or bool(_ANSWERING.search(self._before(dated)))

    def ranked(self, start: int, end: int, dated: Dated) -> bool:
        """Whether a sentence tells of a first or last: "the first visit in ten years"."""
        ahead = _RANKED.search(self._folded, start, dated.start)
        return bool(ahead or _RANKED.search(self._folded, dated.end, end))

    def tells_of_a_first(self, start: int, end: int) -> bool:
        """Whether there is such a word in a stretch of text."""
        return bool(_RANKED.search(self._folded, start, end))

    def _before(self, dated: Dated) -> str:
        return self._folded[max(0, dated.start - _REACH) : dated.start]
