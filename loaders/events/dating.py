"""Dates of events: the expression of time that belongs to a predicate.

Each expression belongs to the predicate that it stands nearest to without another verb between. An
event without one takes that of the predicate it hangs on, unless that only reports it ("said on
Thursday that troops had left"); else it has the day of publication.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from graph.facts import DateInterval
from loaders.dates import interval, publication_day, publication_interval
from loaders.document import Document
from loaders.syntax.analysis import Predication, SentenceSyntax

_UNKNOWN = DateInterval("0001-01-01", "9999-12-31", "RANGE", "PUBLICATION")
"""Where neither the text nor the publication tells a day."""

_WIDEST_DAYS = 366 * 12
"""Intervals that are wider, such as centuries, date no event."""

_SIMULTANEOUS = frozenset(("when", "as", "while"))
_BOUNDING = re.compile(r"\b(?:since|until|till|before|than) (?:the )?$")
_REPORTING_LINKS = frozenset(("clause",))
_CLAUSES_OF_THEIR_OWN = frozenset(("clause", "coordinate"))


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression of time with the days that it means."""

    start: int
    end: int
    days: DateInterval


class EventDates:
    """Finds the dates of the events of one document."""

    def __init__(self, document: Document) -> None:
        published = publication_day(document.article.published_at)
        self.published = published
        self._fallback = publication_interval(document.article.published_at) or _UNKNOWN
        self._dated = [
            Dated(found.start, found.end, days)
            for found in document.dates
            if found.type in ("DATE", "TIME") and published is not None
            if (days := interval(found.value, published)) and _is_narrow(days)
        ]
        self._folded = document.folded
        self._starts = [dated.start for dated in self._dated]

    @property
    def fallback(self) -> DateInterval:
        """The interval for what the text does not date."""
        return self._fallback

    def inside(self, start: int, end: int) -> list[Dated]:
        """Return the dates in a stretch of text."""
        first = bisect_right(self._starts, start - 1)
        return [one for one in self._dated[first:] if one.end <= end]

    def of_predication(self, syntax: SentenceSyntax, number: int) -> DateInterval:
        """Return the date of a predication of a sentence."""
        seen: set[int] = set()
        current: int | None = number
        while current is not None and current not in seen:
            seen.add(current)
            own = self._own(syntax, current) or self._when(syntax, current)
            if own:
                return own
            current = _inherited(syntax.predications[current])
        return self._fallback

    def _bounds(self, dated: Dated) -> bool:
        """Whether a date only bounds a time: "the first visit since 1958"."""
        return bool(_BOUNDING.search(self._folded[max(0, dated.start - 12) : dated.start]))

    def near(self, syntax: SentenceSyntax, index: int) -> DateInterval:
        """Return the date of a noun: one in its own stretch, else that of its predication."""
        number = _number_of(syntax, index)
        if number is None:
            found = self.inside(*syntax.offsets(0, len(syntax.words)))
            return found[0].days if found else self._fallback
        start = syntax.words[index].end
        own = [
            one for one in self.inside(*syntax.offsets(0, len(syntax.words))) if one.start >= start
        ]
        if own and own[0].start - start < 60 and _owner(syntax, own[0]) == number:
            return own[0].days
        return self.of_predication(syntax, number)

    def _when(self, syntax: SentenceSyntax, number: int) -> DateInterval | None:
        """Return the date of a clause that tells when: "met when the conference opened on"."""
        for index, other in enumerate(syntax.predications):
            if other.governor == number and other.marker in _SIMULTANEOUS:
                return self._own(syntax, index)
        return None

    def _own(self, syntax: SentenceSyntax, number: int) -> DateInterval | None:
        """Return the date that stands nearest to this predication rather than to another."""
        found = [
            one
            for one in self.inside(*syntax.offsets(0, len(syntax.words)))
            if _owner(syntax, one) == number
            and not self._bounds(one)
            and not _modifies(syntax, one)
        ]
        if not found:
            return None
        head = syntax.words[syntax.predications[number].head].start
        return min(found, key=lambda one: (abs(one.start - head), one.start)).days


def _modifies(syntax: SentenceSyntax, dated: Dated) -> bool:
    """Whether a date only tells which thing is meant: "the 2015 nuclear deal"."""
    for phrase in syntax.phrases:
        start, end = syntax.offsets(phrase.first, phrase.last)
        if start <= dated.start and dated.end < end and not phrase.time:
            following = [
                word for word in syntax.words[phrase.first : phrase.last] if word.start >= dated.end
            ]
            return bool(following) and following[0].kind != "genitive"
    return False


def _is_narrow(days: DateInterval) -> bool:
    first, last = date.fromisoformat(days.earliest), date.fromisoformat(days.latest)
    return (last - first).days <= _WIDEST_DAYS


def _inherited(predication: Predication) -> int | None:
    """Return the predication whose date this one shares."""
    if predication.link in _REPORTING_LINKS or predication.link == "relative":
        return None
    return predication.governor


def _number_of(syntax: SentenceSyntax, index: int) -> int | None:
    """Return the predication whose verb stands last before a word, else the first."""
    before = [number for number, one in enumerate(syntax.predications) if one.head <= index]
    if before:
        return before[-1]
    return 0 if syntax.predications else None


def _owner(syntax: SentenceSyntax, dated: Dated) -> int | None:
    """Return the predication that a date belongs to.

    It is the one whose verb stands last before the date; a date before all verbs of its clause
    belongs to the main one that follows ("On Monday Moon, who had been ill, appealed").
    """
    verbs = [(syntax.words[one.head].start, n) for n, one in enumerate(syntax.predications)]
    before = [number for start, number in verbs if start < dated.start]
    after = [number for start, number in verbs if start >= dated.end]
    if after and (not before or _opens_clause(syntax, dated, before[-1])):
        return _main(syntax, after[0])
    return before[-1] if before else None


def _main(syntax: SentenceSyntax, number: int) -> int:
    """Return the later predication that this one is only a part of, else this one."""
    current = syntax.predications[number]
    above = current.governor
    if above is None or current.link in _CLAUSES_OF_THEIR_OWN:
        return number
    return _main(syntax, above) if syntax.predications[above].head > current.head else number


def _opens_clause(syntax: SentenceSyntax, dated: Dated, verb: int) -> bool:
    """Whether a conjunction, a semicolon or "that" stands right before the date."""
    head = syntax.words[syntax.predications[verb].head].start
    between = [word for word in syntax.words if head < word.start < dated.start]
    tail = [
        word for word in between if word.lower not in ("on", "in", "at", "since", "by", "during")
    ]
    if not tail:
        return False
    last = tail[-1]
    return (
        last.text in (";", ":")
        or last.kind in ("coordinator", "subordinator")
        or (last.lower == "that")
    )
