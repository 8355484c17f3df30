"""Sides: where a sentence names the participants of an event."""

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet

from graph.facts import Ref
from loaders.document import Document
from loaders.event_types.marking import Span
from loaders.syntax.analysis import SentenceSyntax
from loaders.text.sentence import Sentence


class Sides:
    """Looks up where the sentences of one document name entities; spans count the text.

    What a dateline names, an agency or a city, takes no part in anything.
    """

    def __init__(self, document: Document) -> None:
        named = [(one.start, one.end, one.ref) for one in document.mentions]
        named += [(one.start, one.end, ref) for one in document.references for ref in one.refs]
        named += [
            (place.start, place.end, Ref("Nation", place.nation))
            for place in document.places
            if place.nation
        ]
        self._named = sorted(named, key=lambda one: one[:2])

    def phrase(
        self, syntax: SentenceSyntax, sentence: Sentence, refs: Collection[Ref], anchor: int
    ) -> Span | None:
        """Return the phrase that names one of some entities nearest to a predicate."""
        found = sorted(self._inside(sentence, refs), key=lambda span: abs(span[0] - anchor))
        return self._widened(syntax, found[0]) if found else None

    def others(
        self, syntax: SentenceSyntax, sentence: Sentence, own: AbstractSet[Ref], anchor: int
    ) -> list[tuple[Span, tuple[Ref, ...]]]:
        """Return the phrases that name somebody else, the nearest to a predicate first."""
        found: dict[Span, list[Ref]] = {}
        for start, end, ref in self._named:
            if sentence.body <= start < sentence.end and ref.label != "Agreement":
                found.setdefault(self._widened(syntax, (start, end)), []).append(ref)
        apart = [
            (span, tuple(dict.fromkeys(refs)))
            for span, refs in found.items()
            if own.isdisjoint(refs)
        ]
        return sorted(apart, key=lambda one: abs(one[0][0] - anchor))

    def _inside(self, sentence: Sentence, refs: Collection[Ref]) -> Iterator[Span]:
        for start, end, ref in self._named:
            if sentence.body <= start < sentence.end and ref in refs:
                yield start, end

    def _widened(self, syntax: SentenceSyntax, span: Span) -> Span:
        """Return the phrase that holds a name; a possessor stays what it is."""
        phrase = syntax.phrase_over(*span)
        if phrase is None or phrase.owner is not None:
            return span
        start, end = syntax.offsets(phrase.first, phrase.last)
        return min(start, span[0]), max(end, span[1])
