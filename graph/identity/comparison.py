"""Comparison of records of any kind."""

from collections.abc import Mapping

from graph.identity.events import compare_events
from graph.identity.likeness import Likeness, different
from graph.identity.organizations import compare_organizations
from graph.identity.people import compare_people
from graph.identity.traits import EventTraits, OrganizationTraits, PersonTraits, Record


def compare(one: Record, other: Record) -> Likeness:
    """How much speaks for two records being one."""
    match one.traits, other.traits:
        case PersonTraits() as a, PersonTraits() as b:
            return compare_people(a, b)
        case OrganizationTraits() as a, OrganizationTraits() as b:
            return compare_organizations(a, b)
        case EventTraits() as a, EventTraits() as b:
            return compare_events(a, b)
        case _:
            return different("they are not of one kind")


class Comparisons:
    """Comparisons of some records, each made once."""

    def __init__(self, records: Mapping[str, Record]) -> None:
        self._records = records
        self._made: dict[tuple[str, str], Likeness] = {}

    def of(self, one: str, other: str) -> Likeness:
        """The likeness of two records by their ids."""
        pair = _pair(one, other)
        if pair not in self._made:
            self._made[pair] = compare(self._records[pair[0]], self._records[pair[1]])
        return self._made[pair]

    def same(self, one: str, other: str) -> Likeness | None:
        """The likeness of two that are taken as one, else None.

        What tells others apart is not remembered: there may be very many of these.
        """
        if (pair := _pair(one, other)) in self._made:
            likeness = self._made[pair]
            return likeness if likeness.is_same else None
        likeness = compare(self._records[pair[0]], self._records[pair[1]])
        if not likeness.is_same:
            return None
        self._made[pair] = likeness
        return likeness

    def record(self, name: str) -> Record:
        """A record by its id."""
        return self._records[name]


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
