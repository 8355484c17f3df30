"""Orders: what lists of nodes can be sorted by."""

import re
from collections.abc import Mapping

ORDERS: Mapping[str, tuple[str, ...]] = {
    "Person": ("name",),
    "Nation": ("name", "code", "region"),
    "Organization": ("name", "kind", "sector"),
    "Event": ("earliest", "latest", "type", "intensity", "confidence", "title"),
    "Agreement": ("name", "kind", "status", "earliest", "latest"),
    "Article": ("publishedAt", "title", "publisher", "loadedAt"),
}
"""The properties that a list of a label can be sorted by."""


def upper(name: str) -> str:
    """A name of the graph as GraphQL spells the values of enums: ``publishedAt``, PUBLISHED_AT."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return re.sub(r"[^A-Za-z0-9]+", "_", words).upper()
