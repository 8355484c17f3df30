"""The words that tell what kind of organization a name is."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from loaders.gazetteer.word_list import word_list

KINDS = ("GOVERNMENT_BODY", "COMPANY", "PARTY", "ARMED_GROUP", "NEWS_AGENCY", "OTHER")

SECTORS = {"GOVERNMENT_BODY": "GOV", "COMPANY": "BUS", "PARTY": "PTY", "ARMED_GROUP": "REB"}
"""The sector of an organization of which only the kind is known."""

STATE_ITSELF = frozenset(
    (
        "Government",
        "Administration",
        "Delegation",
        "Mission",
        "Peacekeepers",
        "Opposition",
        "Ruling Coalition",
        "Monarchy",
        "Royal Family",
        "Customs",
    )
)
"""Bodies that are no organization of their own: "the Chinese government" is China."""


@cache
def load_heads() -> Mapping[str, str]:
    """Return the words that names of organizations are built on, with the kind that they tell."""
    return MappingProxyType(
        {head: kind for kind in KINDS for head in word_list(f"heads_of_{kind.lower()}")}
    )
