"""Superlatives that mean a nation: "Africa's most populous nation", "the world's largest economy".

``superlatives.csv`` gives each region and what is said of it with the nations that are, or within
memory were, called so; the article tells which of them it speaks of.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from loaders.gazetteer.table import read_table, split_cell

_SAID = {
    "most populous": "populous",
    "largest": "large",
    "biggest": "large",
    "smallest": "small",
    "newest": "new",
    "youngest": "new",
    "poorest": "poor",
    "richest": "rich",
    "wealthiest": "rich",
    "top": "large",
    "leading": "large",
    "number one": "large",
    "last": "",
    "only": "",
    "oldest": "old",
    "most isolated": "isolated",
}
_COUNTRY = frozenset(("nation", "country", "state"))
_BY_SIZE = frozenset(("large", "rich", ""))
_REGIONS = {"eu": "european union", "eurozone": "euro zone", "continent": "", "region": ""}


@cache
def superlative_patterns() -> tuple[re.Pattern[str], ...]:
    """Return what such phrases look like: "Africa's poorest state", "the poorest state in Africa".

    Their groups are ``region``, ``order``, ``said`` and ``noun``.
    """
    said = "|".join(sorted(_SAID, key=len, reverse=True))
    region = r"(?P<region>(?:[Tt]he )?(?:world|[A-Z]\w+(?: [A-Z]\w+){0,2}|Arab world|euro zone))"
    told = (
        rf"(?:(?P<order>second|third)[ -])?(?P<said>{said}) "
        r"(?P<noun>(?:[a-zA-Z][\w-]* )?(?:nation|country|state|economy|democracy|producer|exporter|"
        r"monarchy|republic|archipelago))\b"
    )
    return (
        re.compile(rf"\b{region}(?:'s|') {told}"),
        re.compile(rf"\b[Tt]he {told} in {region}\b"),
    )


@cache
def _load() -> Mapping[tuple[str, str], tuple[str, ...]]:
    return MappingProxyType({
        (row["region"], row["what"]): split_cell(row["nations"])
        for row in read_table("superlatives")
    })  # fmt: skip


def nations_called(match: re.Match[str]) -> tuple[str, ...]:
    """Return the codes of the nations that a match of a pattern can mean, the likeliest first."""
    region = match["region"].removeprefix("the ").removeprefix("The ").lower()
    *of, noun = match["noun"].lower().split()
    said = _SAID[match["said"]]
    kind = " ".join(word.removesuffix("-majority") for word in of)
    if noun in _COUNTRY:
        what = kind if said == "large" and kind else f"{said} {kind}".strip()
    else:
        named = " ".join((*of, noun))
        what = named if said in _BY_SIZE else f"{said} {named}"
    order = f"{match['order']} " if match["order"] else ""
    return _load().get((_REGIONS.get(region, region), order + what), ())
