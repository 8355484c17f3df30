"""Effects: what verbs and nouns do to an agreement.

The role says how the agreement stands to the word: ``done`` is what a verb is done to ("signed the
pact"), ``does`` what does something itself ("the truce expired"), ``behind`` what stands behind a
preposition ("withdrew from the pact"), ``noun`` what a noun is about ("the signing of the pact").
Some verbs mean it only of one kind: relations are over when they are broken, a truce is violated.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from loaders.gazetteer.table import read_table, split_cell

Role = Literal["done", "does", "behind", "noun"]

IN_FORCE = "IN_FORCE"
"""How an agreement stands of which nothing else is told."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What happens to an agreement, and how it stands afterwards."""

    effect: str
    status: str


@cache
def _effects() -> Mapping[tuple[str, str, str], Effect]:
    return MappingProxyType(
        {
            (row["lemma"], row["role"], kind): Effect(row["effect"], row["status"])
            for row in read_table("agreement_effects")
            for kind in split_cell(row["kinds"]) or ("",)
        }
    )


def effect_of(lemma: str, role: Role, kind: str) -> Effect | None:
    """Return what a word does to an agreement of a kind that stands to it in a role."""
    return _effects().get((lemma, role, kind)) or _effects().get((lemma, role, ""))


@cache
def load_terms() -> Mapping[str, str]:
    """Return the kinds of agreement by their terms in lower case ("peace treaty": PEACE)."""
    return MappingProxyType({row["term"]: row["kind"] for row in read_table("agreement_terms")})
