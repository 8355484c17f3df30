"""The step "named by places": a nation that takes part in an event through a city is named by it.

"A strike on Aleppo" concerns Syria, though the article may not name it: the city is where it does.
A city in which nothing happens to its nation names none.
"""

from collections import defaultdict
from dataclasses import replace

from graph.facts import NationFact, Span
from loaders.document import Document
from loaders.gazetteer.nation import load_nations


class NamedByPlaces:
    """Adds to the nations those that cities and regions name."""

    name = "named by places"

    def __call__(self, document: Document) -> Document:
        """Add the nations, all in the order in which they are first named."""
        spans: dict[str, set[Span]] = defaultdict(set)
        for event in document.events:
            evidence = event.evidence
            codes = {*event.actor_nations, *event.recipient_nations}
            for place in document.places:
                if place.nation in codes and evidence.start <= place.start < evidence.end:
                    spans[place.nation].add(Span(place.start, place.end, place.text))
        if not spans:
            return document
        known = {one.code: one for one in document.nations}
        facts = [_with(known, code, spans[code]) for code in {*known, *spans}]
        facts.sort(key=lambda one: (one.mentions[0].start, one.code))
        return replace(document, nations=tuple(facts))


def _with(known: dict[str, NationFact], code: str, spans: set[Span]) -> NationFact:
    fact = known.get(code) or NationFact(code, load_nations()[code].name, ())
    mentions = sorted({*fact.mentions, *spans}, key=lambda span: (span.start, span.end))
    return replace(fact, mentions=tuple(mentions))
