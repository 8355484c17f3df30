"""Keys: records that may be one share at least one, so that no label is ever looked through."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from graph.identity.names import Name, full_names
from graph.identity.organizations import abbreviations, core_words, initials
from graph.identity.people import surnames
from graph.identity.traits import EventTraits, OrganizationTraits, PersonTraits, Traits

WEEKS_KEPT = 6
"""An event in a longer stretch of time is compared only with those of the same stretch."""
PARTICIPANTS_KEPT = 6
"""Participants of an event whose pairs are keys; of more, the first ones in the alphabet."""


def keys(traits: Traits) -> frozenset[str]:
    """The keys under which a record is found."""
    match traits:
        case PersonTraits():
            return frozenset(f"Person {key}" for key in _person(traits))
        case OrganizationTraits():
            return frozenset(f"Organization {key}" for key in _organization(traits))
        case EventTraits():
            return frozenset(_event(traits, timedelta()))


def lookups(traits: Traits) -> frozenset[str]:
    """The keys under which to look for those that may be one with a record."""
    if isinstance(traits, EventTraits):
        return frozenset(_event(traits, timedelta(days=1)))
    return keys(traits)


def _person(traits: PersonTraits) -> Iterator[str]:
    for name in full_names(traits.forms):
        yield f"name {name.joined}"
        yield f"words {name.sorted_words}"
        yield f"sound {name.sounds}"
        yield f"row {name.row}"
        yield from (f"ends {ends}" for ends in name.ends)
    if traits.nation:
        # By surname only together with an office: a surname alone is nobody's.
        for office in traits.offices:
            for surname in surnames(traits):
                yield f"office {surname} {traits.nation} {office.title.casefold()}"
    if traits.wikidata:
        yield f"wikidata {traits.wikidata}"


def _organization(traits: OrganizationTraits) -> Iterator[str]:
    for form in traits.forms:
        name = Name(core_words(form))
        yield f"words {name.sorted_words}"
        yield f"sound {name.sounds}"
        if traits.nation and len(name.words) > 1:
            # Chinese, and of China.
            yield f"stems {traits.nation} {' '.join(sorted(word[:4] for word in name.words))}"
    for short in abbreviations(traits.forms) | initials(traits.forms):
        yield f"short {short}"
    if traits.wikidata:
        yield f"wikidata {traits.wikidata}"


def _event(traits: EventTraits, around: timedelta) -> Iterator[str]:
    for who in _participants(traits):
        for when in _times(traits, around):
            yield f"Event {traits.type} {who} {when}"


def _participants(traits: EventTraits) -> Iterator[str]:
    """Pairs of nations and pairs of others; who takes part alone stands for itself."""
    nations = {code for codes in traits.nations.values() for code in codes}
    others = {other for some in traits.others.values() for other in some}
    for some in (nations, others):
        kept = sorted(some)[:PARTICIPANTS_KEPT]
        yield from (f"{first}-{second}" for first, second in combinations(kept, 2))
    if len(nations) == 1:
        yield from nations
    elif not nations:
        yield from sorted(others | traits.places)
    # Whose nation one article tells and the other does not.
    people = {other for other in others if other.startswith("Person:")}
    for role, codes in traits.nations.items():
        apart = people - traits.others.get(role, frozenset())
        for person in sorted(apart)[:PARTICIPANTS_KEPT]:
            yield from (f"{person}-{code}" for code in sorted(codes)[:PARTICIPANTS_KEPT])


def _times(traits: EventTraits, around: timedelta) -> Iterator[str]:
    first, last = date.fromisoformat(traits.earliest), date.fromisoformat(traits.latest)
    if (last - first).days > WEEKS_KEPT * 7:
        yield f"{first}/{last}"
        return
    first, last = _shifted(first, -around), _shifted(last, around)
    monday = first.toordinal() - first.weekday()
    for day in range(monday, last.toordinal() + 1, 7):
        year, week, _ = date.fromordinal(max(day, 1)).isocalendar()
        yield f"{year}-W{week:02}"


def _shifted(day: date, by: timedelta) -> date:
    """The day moved, or itself at either end of the calendar."""
    try:
        return day + by
    except OverflowError:
        return day
