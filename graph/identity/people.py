"""Likeness of people: by name, nation, office and the time in which they held it."""

from collections.abc import Iterator
from datetime import date

from graph.identity.bare_names import is_titled, share_bare_name, single_names
from graph.identity.likeness import Ground, Likeness, different, other_items
from graph.identity.name_likeness import NameLikeness
from graph.identity.names import Name, full_names
from graph.identity.rulers import compare_rulers
from graph.identity.traditions import tradition_of
from graph.identity.traits import OfficeTrait, PersonTraits
from graph.identity.word_likeness import STANDS_FOR

NAME = 0.6
"""What the same full name adds."""
SURE_NAME = NAME * STANDS_FOR
"""What a full name adds that no other holder of the office would bear."""
SURNAME = 0.42
SAME_NATION, UNKNOWN_NATION = 0.25, 0.12
SAME_OFFICE, UNKNOWN_OFFICE, OTHER_OFFICE, LATER_OFFICE = 0.15, 0.08, 0.06, -0.05
DAYS_APART = 730
"""Reports of one office that lie further apart may be of two holders with one surname."""
LIFETIME = 75
"""Years in which nobody is still reported in office."""

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


TERRITORIES = {"HKG": "CHN", "MAC": "CHN"}
"""Territories in which what happens is also said to happen in a nation."""


def compare_people(one: PersonTraits, other: PersonTraits) -> Likeness:
    """The likeness of two people."""
    if apart := other_items(one.wikidata, other.wikidata):
        return apart
    likeness = NameLikeness(tradition_of(one.nation, other.nation))
    ruler = compare_rulers(one, other, likeness)
    if ruler and not ruler[0]:
        return different(ruler[1])
    if apart := _lifetimes_apart(one, other):
        return different(apart)
    name = _name(one, other, likeness, ruler or (0.0, ""))
    office = _office(one, other, is_full=name.weight >= SURE_NAME)
    if not are_compatible(one.nation, other.nation) and office.weight < SAME_OFFICE:
        return different(f"one is of {one.nation}, the other of {other.nation}")
    return Likeness((name, _nation(one, other), office))


def _lifetimes_apart(one: PersonTraits, other: PersonTraits) -> str | None:
    """Say how far apart two were in office, where nobody lives so long."""
    gaps = [days_between(office, later) for office in one.offices for later in other.offices]
    years = min(gaps, default=0) // 365
    return f"they were in office {years} years apart" if years > LIFETIME else None


def are_compatible(one: str | None, other: str | None) -> bool:
    """Whether somebody can be of both nations."""
    if one is None or other is None or one == other:
        return True
    return other in HEIRS.get(one, ()) or one in HEIRS.get(other, ())


def sovereign(code: str) -> str:
    """The nation of which a territory is: some reports on Hong Kong tell of China."""
    return TERRITORIES.get(code, code)


def _name(
    one: PersonTraits, other: PersonTraits, likeness: NameLikeness, ruler: tuple[float, str]
) -> Ground:
    """The ground of names; those of rulers were compared already."""
    alike, told = ruler
    if one.is_full and other.is_full:
        pairs = [
            (*likeness.of(a, b), a, b)
            for a in full_names(one.forms, likeness.tradition)
            for b in full_names(other.forms, likeness.tradition)
        ]
        best, why, a, b = max(
            pairs, key=lambda pair: (pair[0], pair[2].words, pair[3].words),
            default=(0.0, "no full name", Name(()), Name(())),
        )  # fmt: skip
        if best >= alike:
            alike, told = best, f"{why}: {' '.join(a.words)}, {' '.join(b.words)}"
        if alike or not (is_titled(one) or is_titled(other)):
            return Ground("name", alike * NAME, told)
    if alike:
        return Ground("name", alike * NAME, told)
    if not (one.is_full or other.is_full) and likeness.tradition.single:
        mine, theirs = single_names(one), single_names(other)
        alike, told = max(
            ((likeness.of_words(a, b), f"the one name: {a}, {b}") for a in mine for b in theirs),
            default=(0.0, "other names"),
        )
        return Ground("name", alike * NAME, told)
    shared, told = share_bare_name(one, other, likeness)
    return Ground("name", SURNAME if shared else 0.0, told)


def _nation(one: PersonTraits, other: PersonTraits) -> Ground:
    if one.nation and other.nation:
        told = one.nation if one.nation == other.nation else f"{one.nation} and {other.nation}"
        return Ground("nation", SAME_NATION, f"both are of {told}")
    return Ground("nation", UNKNOWN_NATION, "the nation of one is not known")


def _office(one: PersonTraits, other: PersonTraits, *, is_full: bool) -> Ground:
    for office, same in _shared(one, other):
        if days_between(office, same) <= DAYS_APART:
            years = (
                f"{min(office.earliest, same.earliest)[:4]}-{max(office.latest, same.latest)[:4]}"
            )
            return Ground("office", SAME_OFFICE, f"both are {office.title} in {years}")
    if any(_shared(one, other)):
        if is_full:
            return Ground("office", UNKNOWN_OFFICE, "they hold one office, at times far apart")
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
