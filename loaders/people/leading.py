"""Leading: whether an office makes somebody lead a state, or act for one at all."""

from graph.facts import Office, PersonFact
from loaders.people.office_table import LEADING, load_offices, state_offices
from loaders.text.folding import fold

_UNDER = frozenset(("deputy", "vice", "opposition", "majority", "minority", "assistant"))
_LEADER = frozenset(("Leader", "Former Leader"))


def kind_of(title: str) -> str:
    """Return the kind of the longest office that a title names, nothing where none is known."""
    found = load_offices().find(fold(title).lower().split())
    return max(((one.last - one.first, one.value.kind) for one in found), default=(0, ""))[1]


def leads(person: PersonFact) -> bool:
    """Whether somebody leads a state or its government, or did, under whatever title.

    "The North Korean leader" does; the leader of a body or an opposition and a deputy do not.
    """
    return any(map(_is_leading, person.offices))


def _is_leading(office: Office) -> bool:
    if {*office.title.lower().split()} & _UNDER:
        return False
    of = office.of.label if office.of else None
    if of == "Organization":
        return False
    return kind_of(office.title) in LEADING or (of == "Nation" and office.title in _LEADER)


def unplaced(office: Office) -> bool:
    """Whether an office is always of a nation, and of which is not known."""
    return office.of is None and office.title in state_offices()
