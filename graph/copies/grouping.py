"""Groups of articles that belong together, merged as it is found that two of them are alike."""

from collections.abc import Iterable
from dataclasses import dataclass

UNDATED = "9999"
"""Stands for the date of an article without one, which is never taken for the first."""


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """An article in the order in which originals are chosen: by publication, then by id."""

    published: str
    id: str


def candidate(article: str, published: str | None) -> Candidate:
    """The article as a candidate for the original of its group."""
    return Candidate(published or UNDATED, article)


class Grouping:
    """Disjoint groups; each is known by its first article, which is the original."""

    def __init__(self) -> None:
        self._parents: dict[Candidate, Candidate] = {}

    def first(self, one: Candidate) -> Candidate:
        """The first article of the group of this one, which is alone until it is joined."""
        self._parents.setdefault(one, one)
        while (parent := self._parents[one]) != one:
            self._parents[one] = self._parents[parent]
            one = parent
        return one

    def join(self, one: Candidate, other: Candidate) -> None:
        """Make one group of the groups of two articles."""
        first, second = sorted((self.first(one), self.first(other)))
        self._parents[second] = first

    def originals(self, articles: Iterable[Candidate]) -> dict[str, str | None]:
        """By article: the original of its group, or None where it is that itself."""
        firsts = {one.id: self.first(one).id for one in articles}
        return {one: None if one == first else first for one, first in firsts.items()}
