"""Peace accords by the place where they were made: "the Ohrid accord", "the Dayton peace deal".

The table has each with some of its names; newspapers vary the word behind the place. In capitals
and a few other cities many are made, and a nation or region has many: those names stay as they are.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from loaders.gazetteer.agreement import load_agreements
from loaders.gazetteer.nation import load_nations

_KINDS = frozenset(("PEACE", "CEASEFIRE"))
_CALLED = re.compile(
    r"(?P<place>[A-Z]\w+(?:[ -][A-Z]\w+)?)"
    r" (?:(?:[Pp]eace|[Ff]ramework|[Cc]easefire) )?(?:[Aa]greements?|[Aa]ccords?|[Pp]act)"
)
_NO_PLACE = re.compile(
    r"\b(?:Peace|Framework|Ceasefire|Comprehensive|Final|General|Global|Interim|Joint|National|"
    r"Political|Transitional|Basic|Armistice|Unity|Friday|Disengagement|Agreement)\b"
)
_MANY = frozenset(("Geneva", "New York", "Istanbul", "Abidjan", "Goma", "Karachi", "Sochi"))
"""Cities that are no capitals where more than one was made."""
_HEADS = (
    *("accord", "accords", "agreement", "agreements", "pact", "deal"),
    *("peace accord", "peace accords", "peace agreement", "peace deal", "peace pact"),
    *("Accord", "Accords", "Agreement", "Peace Accord", "Peace Accords", "Peace Agreement"),
)


@cache
def _of_nations() -> frozenset[str]:
    """Names, capitals and adjectives of nations."""
    nations = load_nations().values()
    return frozenset(name for one in nations for name in (one.name, one.capital, *one.adjectives))


def _is_one_town(place: str) -> bool:
    parts = {place, *re.split("[ -]", place)}
    return not (_NO_PLACE.search(place) or parts & _of_nations() or place in _MANY)


def called_by_place() -> Iterator[tuple[str, str]]:
    """Yield such names with the id of the agreement, those that only one is called by."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in load_agreements().values():
        for name in (row.name, *row.aliases) if row.kind in _KINDS else ():
            called = _CALLED.fullmatch(name)
            if called and _is_one_town(called["place"]):
                for head in _HEADS:
                    found[f"{called['place']} {head}"].add(row.id)
    yield from ((name, ids.pop()) for name, ids in found.items() if len(ids) == 1)
