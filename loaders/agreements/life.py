"""The life of an agreement: how it stands and when it began, by what a sentence tells."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.facts import DateInterval, Ref
from loaders.agreements.anniversary import began
from loaders.agreements.effect import IN_FORCE
from loaders.agreements.parties import parties_of
from loaders.agreements.telling import Telling
from loaders.document import Document
from loaders.events.dating import EventDates
from loaders.gazetteer.word_list import word_list
from loaders.mentions.participants import Participants
from loaders.syntax.analysis import Phrase, SentenceSyntax

BY_PARTIES = frozenset(("REJECTED", "VIOLATED", "WITHDRAWN", "SUSPENDED", "TERMINATED"))
"""Statuses that only parties give to an agreement."""
STAGES = (
    *("IN_FORCE", "PROPOSED", "NEGOTIATED", "SIGNED", "RATIFIED"),
    *("REJECTED", "VIOLATED", "SUSPENDED", "WITHDRAWN", "TERMINATED"),
)
"""Statuses as an agreement's life goes; IN_FORCE is what no verb tells, so it comes first."""
_BEGINNINGS = ("SIGNED", "ENTERED_INTO_FORCE", "RATIFIED")
_OF = frozenset(("of", "from"))


@dataclass(frozen=True, slots=True)
class Lived:
    """How an agreement stands, and the days on which it began, as far as that is told."""

    status: str
    date: DateInterval | None
    told: bool = False


class Life:
    """Tells the lives of the agreements of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._participants = Participants(document)
        self._dates = EventDates(document)

    @property
    def fallback(self) -> DateInterval:
        """The interval for what the text does not date."""
        return self._dates.fallback

    def on(self, syntax: SentenceSyntax, number: int) -> DateInterval:
        """Return the days of a clause of a sentence."""
        return self._dates.of_predication(syntax, number)

    def near(self, syntax: SentenceSyntax, phrase: Phrase) -> DateInterval:
        """Return the days that stand nearest to a phrase."""
        return self._dates.near(syntax, phrase.head)

    def of(
        self,
        syntax: SentenceSyntax,
        phrase: Phrase,
        told: Sequence[Telling],
        found: tuple[Ref, ...],
    ) -> Lived:
        """Return the life of what a phrase names; ``found`` are its parties."""
        counting = [one for one in told if self._counts(syntax, one, found)]
        statuses = [one.status for one in counting if one.status]
        status = max(statuses, key=STAGES.index, default=IN_FORCE)
        return Lived(status, self._date(syntax, phrase, counting), bool(statuses))

    def _counts(self, syntax: SentenceSyntax, told: Telling, found: tuple[Ref, ...]) -> bool:
        """Whether a party did it; what others than the parties think changes nothing."""
        if told.status not in BY_PARTIES or not told.acting:
            return True
        heads = {syntax.words[one.head].lemma for one in told.acting}
        if heads & word_list("state_critics"):
            return False
        acting = set(parties_of(self._participants, syntax, told.acting))
        return not found or not acting.isdisjoint(found)

    def _date(
        self, syntax: SentenceSyntax, phrase: Phrase, told: Sequence[Telling]
    ) -> DateInterval | None:
        """Return when it began.

        An anniversary tells it, a year in its name ("the 1959 treaty"), or the verb by which it was
        signed or came into force.
        """
        near = self.near(syntax, phrase)
        sentence = self._document.sentences[syntax.sentence]
        start = syntax.words[phrase.first].start
        since = began(self._document.folded, start, sentence.start, near.earliest)
        return since or self._named(syntax, phrase) or self._begun(syntax, told)

    def _named(self, syntax: SentenceSyntax, phrase: Phrase) -> DateInterval | None:
        inside = self._dates.inside(*syntax.offsets(phrase.first, phrase.head + 1))
        for one in syntax.trailing(phrase):
            words = syntax.words[one.phrase.first : one.phrase.last]
            if one.marker in _OF and any(word.time for word in words):
                inside += self._dates.inside(*syntax.offsets(one.phrase.first, one.phrase.last))
        return inside[0].days if inside else None

    def _begun(self, syntax: SentenceSyntax, told: Sequence[Telling]) -> DateInterval | None:
        for beginning in _BEGINNINGS:
            for one in told:
                if one.effect.effect == beginning and one.is_fact and one.number is not None:
                    days = self._dates.of_predication(syntax, one.number)
                    aside = syntax.predications[one.number].link == "relative"
                    # "The accord signed in Barbados" is not of today.
                    return None if aside and days.source == "PUBLICATION" else days
        return None
