"""The step "home": the nation whose police, courts and government need no name in an article."""

from collections import Counter
from dataclasses import replace

from loaders.document import Document
from loaders.mentions.nation_count import named_nations

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

    Cities and regions count for their nations. A story that is filed abroad ("Burundi rebels sign
    truce", from Dar es Salaam) is at home where its headline says. None where no nation stands out.
    """
    named = list(named_nations(document))
    titled = [code for start, code in named if _in_headline(document, start)]
    named += [(place.start, place.nation) for place in document.places if place.nation]
    datelines = [(one.start, one.body) for one in document.sentences if one.body > one.start]
    for start, end in datelines[:1]:
        inside = [code for at, code in sorted(named) if start <= at < end]
        abroad = bool(titled) and not {*inside} & {*titled, *_acting(document, end)}
        if inside and not abroad:
            return inside[-1]
        if inside:
            if len({*titled}) == 1:
                return titled[0]
            named = [(at, code) for at, code in named if not start <= at < end]
    counts = Counter(code for _, code in named)
    for code, count in counts.most_common(1):
        if count >= _LEAST_SHARE * len(named):
            return code
    return None


def _in_headline(document: Document, start: int) -> bool:
    return bool(document.sentences) and document.sentence_at(start).kind == "headline"


def _acting(document: Document, begin: int) -> set[str]:
    """Return the nations that are named from an offset on as more than a place or an adjective."""
    return {
        one.ref.key
        for one in document.mentions
        if one.start >= begin and one.form not in ("adjective", "demonym") and not one.place
    }
