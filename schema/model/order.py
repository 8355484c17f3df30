"""Orders: what lists of nodes can be sorted by."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

BUSY = ("eventCount", "lastEvent", "mentionCount", "lastMention")

ORDERS: Mapping[str, tuple[str, ...]] = {
    "Person": ("name", *BUSY),
    "Nation": ("name", "code", "region", *BUSY, "agreementCount"),
    "Organization": ("name", "kind", "sector", *BUSY, "agreementCount"),
    "Event": ("earliest", "latest", "type", "intensity", "confidence", "title", "reportCount"),
    "Agreement": ("name", "kind", "status", "earliest", "latest", *BUSY, "reportCount"),
    "Load": ("startedAt", "seconds", "rejected"),
    "Article": ("publishedAt", "title", "publisher", "loadedAt", "eventCount"),
    "Participant": ("name", *BUSY),
    "Body": ("name", *BUSY, "agreementCount"),
}
"""What a list of a type can be sorted by: properties, and what is derived from its lists."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A key that is no property: the length of a list of the node.

    With ``greatest``, the greatest value of that property in the list.
    """

    list: str
    description: str
    greatest: str | None = None


DERIVED: Mapping[str, Derived] = {
    "eventCount": Derived("events", "The number of its events."),
    "lastEvent": Derived("events", "The day of its latest event.", "earliest"),
    "mentionCount": Derived("articles", "The number of articles that mention it."),
    "lastMention": Derived("articles", "When an article last mentioned it.", "publishedAt"),
    "agreementCount": Derived("agreements", "The number of agreements it is a party to."),
    "reportCount": Derived("reports", "The number of its reports."),
}


def upper(name: str) -> str:
    """A name of the graph as GraphQL spells the values of enums: ``publishedAt``, PUBLISHED_AT."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return re.sub(r"[^A-Za-z0-9]+", "_", words).upper()
