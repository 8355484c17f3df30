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
        pair = (one, other) if one < other else (other, one)
        if pair not in self._made:
            self._made[pair] = compare(self._records[pair[0]], self._records[pair[1]])
        return self._made[pair]

    def record(self, name: str) -> Record:
        """A record by its id."""
        return self._records[name]
