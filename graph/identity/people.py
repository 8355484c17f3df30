"""Likeness of people: by name, nation, office and the time in which they held it."""

from collections.abc import Iterator
from datetime import date

from graph.identity.likeness import Ground, Likeness, different
from graph.identity.name_likeness import name_likeness
from graph.identity.names import Name, full_names, read_name
from graph.identity.traits import OfficeTrait, PersonTraits

NAME = 0.6
"""What the same full name adds."""
SURNAME = 0.42
SAME_NATION, UNKNOWN_NATION = 0.25, 0.12
SAME_OFFICE, UNKNOWN_OFFICE, OTHER_OFFICE, LATER_OFFICE = 0.15, 0.08, 0.06, -0.05
DAYS_APART = 730
"""Reports of one office that lie further apart may be of two holders with one surname."""

HEIRS = {
    "SUN": frozenset(("RUS", "UKR", "BLR", "KAZ", "GEO", "ARM", "AZE", "UZB", "TKM", "KGZ", "TJK")),
    "YUG": frozenset(("SRB", "HRV", "SVN", "BIH", "MKD", "MNE", "XKX", "SCG")),
    "SCG": frozenset(("SRB", "MNE", "YUG")),
    "CSK": frozenset(("CZE", "SVK")),
    "DDR": frozenset(("DEU",)),
    "ZAR": frozenset(("COD",)),
    "HKG": frozenset(("CHN",)),
    "MAC": frozenset(("CHN",)),
}
"""Nations whose people are also of others: those that came after, or hold sovereignty."""


def compare_people(one: PersonTraits, other: PersonTraits) -> Likeness:
    """The likeness of two people."""
    if one.wikidata and other.wikidata and one.wikidata != other.wikidata:
        return different(f"Wikidata has them as {one.wikidata} and {other.wikidata}")
    name = _name(one, other)
    office = _office(one, other)
    if not are_compatible(one.nation, other.nation) and office.weight < SAME_OFFICE:
        return different(f"one is of {one.nation}, the other of {other.nation}")
    return Likeness((name, _nation(one, other), office))


def are_compatible(one: str | None, other: str | None) -> bool:
    """Whether somebody can be of both nations."""
    if one is None or other is None or one == other:
        return True
    return other in HEIRS.get(one, ()) or one in HEIRS.get(other, ())


def _name(one: PersonTraits, other: PersonTraits) -> Ground:
    if one.is_full and other.is_full:
        pairs = [
            (*name_likeness(a, b), a, b)
            for a in full_names(one.forms)
            for b in full_names(other.forms)
        ]
        alike, told, a, b = max(
            pairs, key=lambda pair: (pair[0], pair[2].words, pair[3].words),
            default=(0.0, "no full name", Name(()), Name(())),
        )  # fmt: skip
        return Ground("name", alike * NAME, f"{told}: {' '.join(a.words)}, {' '.join(b.words)}")
    shared = surnames(one) & surnames(other)
    told = f"the same surname: {min(shared)}" if shared else "other surnames"
    return Ground("name", SURNAME if shared else 0.0, told)


def surnames(traits: PersonTraits) -> frozenset[str]:
    """The single words by which the person is called; a family name may stand at either end."""
    names = [name.words for name in map(read_name, traits.forms) if name.words]
    return frozenset(word for words in names for word in (words[0], words[-1]))


def _nation(one: PersonTraits, other: PersonTraits) -> Ground:
    if one.nation and other.nation:
        told = one.nation if one.nation == other.nation else f"{one.nation} and {other.nation}"
        return Ground("nation", SAME_NATION, f"both are of {told}")
    return Ground("nation", UNKNOWN_NATION, "the nation of one is not known")


def _office(one: PersonTraits, other: PersonTraits) -> Ground:
    for office, same in _shared(one, other):
        if days_between(office, same) <= DAYS_APART:
            years = (
                f"{min(office.earliest, same.earliest)[:4]}-{max(office.latest, same.latest)[:4]}"
            )
            return Ground("office", SAME_OFFICE, f"both are {office.title} in {years}")
    if any(_shared(one, other)):
        return Ground("office", LATER_OFFICE, "they hold one office at times far apart")
    if one.offices and other.offices:
        return Ground("office", OTHER_OFFICE, "they hold other offices")
    return Ground("office", UNKNOWN_OFFICE, "the office of one is not known")


def _shared(one: PersonTraits, other: PersonTraits) -> Iterator[tuple[OfficeTrait, OfficeTrait]]:
    return (
        (office, same)
        for office in one.offices
        for same in other.offices
        if office.title == same.title and office.holder == same.holder
    )


def days_between(one: OfficeTrait, other: OfficeTrait) -> int:
    """The days between two stretches of time, 0 where they meet or a day is not known."""
    if not (one.earliest and other.earliest):
        return 0
    gap = date.fromisoformat(max(one.earliest, other.earliest)) - date.fromisoformat(
        min(one.latest, other.latest)
    )
    return max(0, gap.days)
