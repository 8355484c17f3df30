"""The step "names", by rules: which capitalized names are people's and which organizations'."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from loaders.document import Document
from loaders.mentions.name_span import NameSpan
from loaders.organizations.organization_names import OrganizationNames
from loaders.people.person_names import PersonNames


class RuleNames:
    """Finds the names that no table holds."""

    name = "names"

    def __call__(self, document: Document) -> Document:
        """Add the names of organizations and people."""
        dated = [(date.start, date.end) for date in document.dates]
        taken = [(mention.start, mention.end) for mention in document.mentions] + dated
        blocked = tokens_in(document, taken)
        organizations = tuple(OrganizationNames(document, blocked).find())
        closed = blocked | tokens_in(document, ((one.start, one.end) for one in organizations))
        people = tuple(PersonNames(document, closed).find())
        named = sorted((*organizations, *people), key=_start)
        return replace(document, names=tuple(named))


def _start(name: NameSpan) -> int:
    return name.start


def tokens_in(document: Document, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the numbers of the tokens that begin inside one of the spans."""
    starts = [token.start for token in document.tokens]
    return frozenset(
        index
        for start, end in spans
        for index in range(bisect_left(starts, start), bisect_left(starts, end))
    )
