"""Likeness: how much speaks for two records being one, and what."""

from dataclasses import dataclass

SAME_FROM = 0.78
"""The score from which two records are taken as one."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that speaks for or against: ``weight`` is what it adds to the score."""

    what: str
    weight: float
    told: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """The score of two records, from 0 to 1, with its grounds.

    A ``conflict`` is a ground on which the two cannot be one, whatever the score: it also keeps
    those apart who would be joined through a third.
    """

    grounds: tuple[Ground, ...]
    conflict: str | None = None

    @property
    def score(self) -> float:
        """The sum of the grounds, 0 where there is a conflict."""
        if self.conflict:
            return 0.0
        return round(min(1.0, max(0.0, sum(ground.weight for ground in self.grounds))), 3)

    @property
    def is_same(self) -> bool:
        """Whether the two are taken as one."""
        return self.score >= SAME_FROM


def other_items(one: str | None, other: str | None) -> Likeness | None:
    """The likeness of two that Wikidata has as two items; None where it does not tell."""
    if one and other and one != other:
        return different(f"Wikidata has them as {one} and {other}")
    return None


def different(reason: str) -> Likeness:
    """The likeness of two that cannot be one."""
    return Likeness((), reason)
