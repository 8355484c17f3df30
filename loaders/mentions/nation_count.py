"""How often an article names nations: which of them it is about."""

from collections import Counter
from collections.abc import Iterator

from loaders.document import Document


def count_nations(document: Document) -> Counter[str]:
    """Return how often each nation is named as one and not only as a place."""
    return Counter(
        one.ref.key for one in document.mentions if one.ref.label == "Nation" and not one.place
    )


def named_nations(document: Document) -> Iterator[tuple[int, str]]:
    """Yield where nations are named, be it as places; in names of people they are not.

    This tells where an article is at home, before it is known who acts in it.
    """
    people = [one for one in document.names if one.kind == "PER"]
    for one in document.mentions:
        inside = any(name.start <= one.start < name.end for name in people)
        if one.ref.label == "Nation" and not inside:
            yield one.start, one.ref.key
