"""The step "nations": mentions of nations become facts."""

from dataclasses import replace

from graph.facts import NationFact, Span
from loaders.document import Document
from loaders.gazetteer.nation import load_nations


class NationFacts:
    """Makes the nations of an article, in the order in which they are first named."""

    name = "nations"

    def __call__(self, document: Document) -> Document:
        """Add the nations."""
        spans: dict[str, list[Span]] = {}
        for mention in document.mentions:
            if mention.ref.label == "Nation":
                spans.setdefault(mention.ref.key, []).append(mention.span)
        rows = load_nations()
        facts = tuple(
            NationFact(code, rows[code].name, tuple(found)) for code, found in spans.items()
        )
        return replace(document, nations=facts)
