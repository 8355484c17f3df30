"""Effects: what verbs and nouns do to an agreement."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from loaders.gazetteer.table import read_table


@dataclass(frozen=True, slots=True)
class Effect:
    """What happens to an agreement, and how it stands afterwards."""

    effect: str
    status: str


@cache
def load_effects() -> Mapping[str, Effect]:
    """Return the effects by the lemma of a verb or noun."""
    rows = read_table("agreement_effects")
    return MappingProxyType({row["lemma"]: Effect(row["effect"], row["status"]) for row in rows})


@cache
def load_terms() -> Mapping[str, str]:
    """Return the kinds of agreement by their terms in lower case ("peace treaty": PEACE)."""
    return MappingProxyType({row["term"]: row["kind"] for row in read_table("agreement_terms")})
