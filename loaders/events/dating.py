"""Dates of events: the expression of time that belongs to a predicate.

Each expression belongs to the predicate that it stands nearest to without another verb between. An
event without one takes that of the predicate it hangs on, unless that only reports it ("said on
Thursday that troops had left") and does so in the news; a date that opens a sentence is that of all
its main clauses. A relative clause takes the date before it ("on Monday, which killed two"), and
where it goes on with the story, that of its predicate ("flew to Osaka, where he met"). Days that
are reckoned from a length of time ("in two weeks", "for two years") are of clauses in that tense.
Else an event has the day of publication.
"""

import re
from bisect import bisect_left, bisect_right
from datetime import timedelta

from graph.facts import DateInterval
from loaders.dates import publication_day, publication_interval
from loaders.dates.words import words
from loaders.document import Document
from loaders.events.distance import Distances
from loaders.events.owning import modifies, owner
from loaders.events.sharing import REPORTING_LINKS, accompanies, shared_with
from loaders.events.stretches import Dated, stretches
from loaders.events.surroundings import Surroundings
from loaders.syntax.analysis import Predication, SentenceSyntax

_UNKNOWN = DateInterval("0001-01-01", "9999-12-31", "RANGE", "PUBLICATION")
"""Where neither the text nor the publication tells a day."""

_SIMULTANEOUS = frozenset(("when", "as", "while"))
_HAVING = frozenset(("has", "have", "'ve"))
_TERMED = frozenset(
    words(
        "appoint ban bar close delay elect expel extend imprison jail lease lend postpone prolong"
        " renew sentence suspend"
    )
)
"""Verbs after which "for five years" tells how long that will last."""
_STORY = re.compile(r",?\s+(?:(?:in|at|during|after|of)\s+)?(?:which|where|when)\b")
_WHEN = re.compile(r",\s+when\b")
_NEWS_DAYS = 7
"""What was said within so many days is news; older words tell until when their content was."""
_LONGEST_OPENING = 4
"""Characters before a date that opens a sentence: "In", "On"."""


class EventDates:
    """Finds the dates of the events of one document."""

    def __init__(self, document: Document) -> None:
        published = publication_day(document.article.published_at)
        self.published = published
        self._fallback = publication_interval(document.article.published_at) or _UNKNOWN
        self._dated = stretches(document.folded, document.dates, published)
        self._distances = Distances(document.dates, published)
        self._folded = document.folded
        self._around = Surroundings(document.folded)
        self._starts = [dated.start for dated in self._dated]

    @property
    def fallback(self) -> DateInterval:
        """The interval for what the text does not date."""
        return self._fallback

    def inside(self, start: int, end: int) -> list[Dated]:
        """Return the dates in a stretch of text, whatever the tense around them."""
        return [one for one in self._within(start, end) if not one.needs]

    def _within(self, start: int, end: int) -> list[Dated]:
        first = bisect_left(self._starts, start)
        last = bisect_right(self._starts, end)
        return [one for one in self._dated[first:last] if one.end <= end]

    def of_predication(self, syntax: SentenceSyntax, number: int) -> DateInterval:
        """Return the date of a predication of a sentence."""
        return self._of(syntax, number, set())

    def _of(self, syntax: SentenceSyntax, number: int, seen: set[int]) -> DateInterval:
        current = number
        while current not in seen:
            seen.add(current)
            own = (
                self._told_when(syntax, current)
                or self._own(syntax, current)
                or self._when(syntax, current)
                or self._since(syntax, current)
                or self._away(syntax, current, seen)
                or self._before(syntax, current)
                or self._beside(syntax, current)
                or self._reported(syntax, current)
            )
            if own:
                return own
            above = shared_with(syntax, current)
            if above is None:
                return self._opening(syntax, current) or self._fallback
            current = above
        return self._fallback

    def _told_when(self, syntax: SentenceSyntax, number: int) -> DateInterval | None:
        """Return the date of which a clause tells: "has not met since 2016, when it walked out"."""
        clause = syntax.predications[number]
        if clause.future or clause.first >= len(syntax.words):
            return None
        begin, head = syntax.words[0].start, syntax.words[clause.head].start
        for one in reversed(self.inside(begin, head)):
            told = _WHEN.match(self._folded, one.end)
            if not told:
                continue
            verbs = (syntax.words[other.head].start for other in syntax.predications)
            return None if any(told.end() <= verb < head for verb in verbs) else one.days
        return None

    def _since(self, syntax: SentenceSyntax, number: int) -> DateInterval | None:
        """Return the days from a date to publication: "has sent arms since May"."""
        begin, end = syntax.offsets(0, len(syntax.words))
        if self.published is None or self._around.tells_of_a_first(begin, end):
            return None
        latest = self.published.isoformat()
        for one in self.inside(begin, end):
            if (
                self._around.begins(one)
                and owner(syntax, one) == number
                and one.days.earliest < latest
            ):
                return DateInterval(one.days.earliest, latest, "RANGE", "TEXT")
        return None

    def _away(self, syntax: SentenceSyntax, number: int, seen: set[int]) -> DateInterval | None:
        """Return the date of a clause told by its distance: "two days after troops had left"."""
        clause = syntax.predications[number]
        if clause.governor is None:
            return None
        place = _marker(syntax, clause)
        if place is None:
            return None
        base = self._of(syntax, clause.governor, {*seen})
        return self._distances.away(clause.marker, place, base)

    def _beside(self, syntax: SentenceSyntax, number: int) -> DateInterval | None:
        """Return the date of a clause that tells what came with it or went before it.

        "Speaking on Monday, he accused" is of Monday, "recalled its envoy two days after the other
        had left on Monday" of Wednesday, and "was ready to resume talks in May" of May.
        """
        above = syntax.predications[number]
        for index, other in enumerate(syntax.predications):
            if other.governor != number:
                continue
            if accompanies(syntax, other) or (above.verb == "be" and other.link == "complement"):
                days = self._own(syntax, index)
            else:
                days = self._after(syntax, other, index)
            if days:
                return days
        return None

    def _after(
        self, syntax: SentenceSyntax, clause: Predication, number: int
    ) -> DateInterval | None:
        """Return what lies as far from the date of a clause as is told before its marker."""
        place = _marker(syntax, clause)
        days = self._own(syntax, number) if place is not None else None
        if days is None or place is None:
            return None
        return self._distances.toward(clause.marker, place, days)

    def _before(self, syntax: SentenceSyntax, number: int) -> DateInterval | None:
        """Return the date that a relative clause goes on from: "on Monday, which killed two"."""
        clause = syntax.predications[number]
        if clause.link != "relative" or clause.future:
            return None
        head = syntax.words[clause.head].start
        for one in self.inside(*syntax.offsets(0, clause.head)):
            verbs = (syntax.words[other.head].start for other in syntax.predications)
            alone = not any(one.end < verb < head for verb in verbs)
            if alone and _STORY.match(self._folded, one.end) and not self._around.bounds(one):
                return one.days
        return None

    def _reported(self, syntax: SentenceSyntax, number: int) -> DateInterval | None:
        """Return when something was said that is no news: "told the court last month that"."""
        clause = syntax.predications[number]
        if clause.link not in REPORTING_LINKS or clause.governor is None or not self.published:
            return None
        said = self._own(syntax, clause.governor)
        news = (self.published - timedelta(days=_NEWS_DAYS)).isoformat()
        return said if said and said.latest < news else None

    def _opening(self, syntax: SentenceSyntax, number: int) -> DateInterval | None:
        """Return the date that opens a sentence, for its further main clauses in that tense."""
        clause = syntax.predications[number]
        first = syntax.predications[0]
        if number == 0 or clause.governor is not None or first.governor is not None:
            return None
        opening = self.inside(*syntax.offsets(0, first.head or 1))
        if not opening or (clause.future, clause.past) != (first.future, first.past):
            return None
        one = opening[0]
        opens = one.start - syntax.words[0].start <= _LONGEST_OPENING and not modifies(syntax, one)
        return one.days if opens and not self._around.bounds(one) else None

    def near(self, syntax: SentenceSyntax, index: int) -> DateInterval:
        """Return the date of a noun: one in its own stretch, else that of its predication."""
        number = _number_of(syntax, index)
        begin, end = syntax.offsets(0, len(syntax.words))
        if within := self._within_phrase(syntax, index):
            return within.days
        found = [
            one
            for one in self.inside(begin, end)
            if not (one.length and self._around.ranked(begin, end, one))
        ]
        if number is None:
            return found[0].days if found else self._fallback
        start = syntax.words[index].end
        own = [one for one in found if one.start >= start]
        if own and own[0].start - start < 60 and owner(syntax, own[0]) == number:
            return own[0].days
        base = self.of_predication(syntax, number)
        marker = _preposition(syntax, index)
        return (marker and self._distances.away(*marker, base)) or base

    def _within_phrase(self, syntax: SentenceSyntax, index: int) -> Dated | None:
        """Return the date that stands before a noun in its phrase: "Tuesday's attack"."""
        for phrase in syntax.phrases:
            if phrase.head == index and not phrase.time:
                start = syntax.words[phrase.first].start
                return next(iter(self.inside(start, syntax.words[index].start)), None)
        return None

    def _when(self, syntax: SentenceSyntax, number: int) -> DateInterval | None:
        """Return the date of a clause that tells when: "met when the conference opened on"."""
        for index, other in enumerate(syntax.predications):
            if other.governor == number and other.marker in _SIMULTANEOUS:
                return self._own(syntax, index)
        return None

    def _own(self, syntax: SentenceSyntax, number: int) -> DateInterval | None:
        """Return the date that stands nearest to this predication rather than to another."""
        begin, end = syntax.offsets(0, len(syntax.words))
        found = [
            one
            for one in self._within(begin, end)
            if owner(syntax, one) == number
            and not self._around.bounds(one)
            and not (modifies(syntax, one) and not self._around.sets(one))
            and not self._around.answered(syntax.predications[number], one)
            and _suits(syntax, one, number)
            and not (one.length and self._around.ranked(begin, end, one))
        ]
        if not found:
            return None
        head = syntax.words[syntax.predications[number].head].start
        nearest = min(found, key=lambda one: (abs(one.start - head), one.start))
        return self._until(syntax.predications[number], nearest) or nearest.days

    def _until(self, clause: Predication, dated: Dated) -> DateInterval | None:
        """Return the days from publication on, by the last of which something will be done."""
        if self.published is None or not clause.future:
            return None
        if not self._around.ends(dated):
            return None
        here, last = self.published.isoformat(), dated.days.latest
        return DateInterval(here, last, "RANGE", "TEXT") if here < last else None


def _suits(syntax: SentenceSyntax, dated: Dated, number: int) -> bool:
    """Whether a clause is in the tense that the days need to be its own."""
    clause = syntax.predications[number]
    if dated.needs == "perfect":
        if clause.verb in _TERMED:
            return False
        return any(word.lower in _HAVING for word in syntax.words[clause.first : clause.head])
    return not dated.needs or clause.future


def _marker(syntax: SentenceSyntax, clause: Predication) -> int | None:
    """Return where the word that joins a clause begins."""
    places = [word.start for word in syntax.words[: clause.head] if word.lower == clause.marker]
    return places[-1] if places else None


def _preposition(syntax: SentenceSyntax, index: int) -> tuple[str, int] | None:
    """Return the preposition that a phrase hangs on, with where it begins."""
    phrase = next((one for one in syntax.phrases if one.head == index), None)
    if phrase is None or phrase.first == 0:
        return None
    word = syntax.words[phrase.first - 1]
    return word.lower, word.start


def _number_of(syntax: SentenceSyntax, index: int) -> int | None:
    """Return the predication whose verb stands last before a word, else the first."""
    before = [number for number, one in enumerate(syntax.predications) if one.head <= index]
    if before:
        return before[-1]
    return 0 if syntax.predications else None
