"""Speakers: whose words stand in quotation marks, and whom "we", "I" and "they" mean there."""

from bisect import bisect_left
from collections.abc import Iterator

from graph.facts import Ref
from loaders.gazetteer.word_list import word_list
from loaders.references.discourse import Before, Discourse, Refs
from loaders.syntax.analysis import Phrase, SentenceSyntax
from loaders.text.quotation import Quotation


class Speakers:
    """Resolves what depends on who speaks in one document."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._quotations = discourse.document.quotations
        self._starts = [one.start for one in self._quotations]

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the quotation that holds an offset."""
        number = bisect_left(self._starts, offset) - 1
        found = self._quotations[number] if number >= 0 else None
        return found if found and offset < found.end else None

    def speaker(self, offset: int) -> Refs:
        """Return who says what stands in quotation marks at an offset."""
        quotation = self.quotation_at(offset)
        if quotation is None:
            return ()
        document = self._discourse.document
        first = document.sentence_at(quotation.start).index
        last = document.sentence_at(quotation.end - 1).index
        around = dict.fromkeys((first, last, *range(first, last), max(0, first - 1)))
        for index in around:
            found = self._telling(document.syntax[index], quotation)
            if found:
                return found
        return ()

    def speaking_side(self, offset: int) -> Refs:
        """Return for whom "we" speaks: the nation of the speaker, else the speaker's own."""
        speaker = self.speaker(offset)
        codes = [code for code in map(self._discourse.nation_of, speaker) if code]
        if codes:
            return (Ref("Nation", codes[0]),)
        home = self._discourse.document.home
        people = all(ref.label == "Person" for ref in speaker)
        return (Ref("Nation", home),) if home and speaker and people else speaker

    def other_side(self, offset: int, before: Before) -> Refs:
        """Return whom "they" means in what somebody says: the nation named last that is no own."""
        own = {ref.key for ref in (*self.speaking_side(offset), *self.speaker(offset))}
        for spoken in before.nearest:
            together = [one.refs for one in spoken if len(one.refs) > 1]
            if together and all(ref.label == "Nation" for ref in together[-1]):
                return together[-1]
            for code in reversed(self._discourse.nations(spoken)):
                if code not in own:
                    return (Ref("Nation", code),)
        around = self._discourse.spoken_in(self._discourse.document.sentence_at(offset).index)
        others = [code for code in self._discourse.nations(around) if code not in own]
        return (Ref("Nation", others[0]),) if len(others) == 1 else ()

    def _telling(self, syntax: SentenceSyntax, quotation: Quotation) -> Refs:
        """Return the subject of the verb of speech that stands nearest to a quotation."""
        for number in self._verbs(syntax, quotation):
            found = self._discourse.means(syntax, _speaking(syntax, number))
            if found:
                return found
        return ()

    def _verbs(self, syntax: SentenceSyntax, quotation: Quotation) -> Iterator[int]:
        """Yield the verbs of speech outside of quotation marks, the nearest first."""
        found: list[tuple[int, int]] = []
        for number, one in enumerate(syntax.predications):
            start = syntax.words[one.head].start
            speaks = one.verb in word_list("speaking_verbs")
            if speaks and self.quotation_at(start) is None:
                distance = min(abs(start - quotation.start), abs(start - quotation.end))
                found.append((distance, number))
        yield from (number for _, number in sorted(found))


def _speaking(syntax: SentenceSyntax, number: int) -> tuple[Phrase, ...]:
    """Return the subject of a verb of speech, else the phrase beside it: "Garcia said"."""
    verb = syntax.predications[number]
    beside = (one for one in syntax.phrases if verb.first == one.last or verb.last == one.first)
    return verb.subject or tuple(beside)[:1]
