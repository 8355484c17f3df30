"""Strangers: two whose names are no forms of one, so that hardly anything makes them one.

A record that is linked to both joins them only if it bears both names, or tells at least as much
as they do. What tells less, a surname with an office, initials, a name without its end, is that of
one of the two, and nobody knows of which.
"""

from itertools import combinations

from msgspec.structs import replace

from graph.identity.comparison import compare
from graph.identity.likeness import Likeness
from graph.identity.names import read_name
from graph.identity.traits import OrganizationTraits, PersonTraits, Record


def are_strangers(likeness: Likeness) -> bool:
    """Whether two of whom this is the likeness have no name in common."""
    return any(ground.what == "name" and not ground.weight for ground in likeness.grounds)


def words_told(record: Record) -> int:
    """How many words the fullest name of a record has."""
    traits = record.traits
    if not isinstance(traits, PersonTraits | OrganizationTraits):
        return 0
    return max((len(read_name(form).telling) for form in traits.forms), default=0)


def bears_several_names(record: Record) -> bool:
    """Whether articles say that somebody has names which are no forms of one."""
    traits = record.traits
    if not isinstance(traits, PersonTraits | OrganizationTraits):
        return False
    forms = [replace(record, traits=replace(traits, forms=(form,))) for form in traits.forms]
    return any(are_strangers(compare(one, other)) for one, other in combinations(forms, 2))
