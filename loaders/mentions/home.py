"""The step "home": the nation whose police, courts and government need no name in an article."""

from collections import Counter
from dataclasses import replace

from loaders.document import Document

_LEAST_SHARE = 0.6
"""The part of all namings of nations that makes one of them the home."""


class Home:
    """Tells the home of an article."""

    name = "home"

    def __call__(self, document: Document) -> Document:
        """Add the home."""
        return replace(document, home=_home_nation(document))


def _home_nation(document: Document) -> str | None:
    """Return the nation of the dateline, else the one that the article speaks of most.

    Cities and regions count for their nations. None where no nation stands out.
    """
    people = [one for one in document.names if one.kind == "PER"]
    named = [
        (one.start, one.ref.key)
        for one in document.mentions
        if one.ref.label == "Nation"
        and not any(name.start <= one.start < name.end for name in people)
    ]
    named += [(place.start, place.nation) for place in document.places if place.nation]
    datelines = [(one.start, one.body) for one in document.sentences if one.body > one.start]
    for start, end in datelines[:1]:
        inside = [code for at, code in sorted(named) if start <= at < end]
        if inside:
            return inside[-1]
    counts = Counter(code for _, code in named)
    for code, count in counts.most_common(1):
        if count >= _LEAST_SHARE * len(named):
            return code
    return None
