"""Keys: records that may be one share at least one, so that no label is ever looked through."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from graph.identity import organizations
from graph.identity.bare_names import heard_surnames, initials, single_names
from graph.identity.body_name import read_body
from graph.identity.names import Name, full_names
from graph.identity.organizations import abbreviations
from graph.identity.rulers import rulers
from graph.identity.sounds import skeleton, sound
from graph.identity.traditions import folded, tradition_of
from graph.identity.traits import EventTraits, OrganizationTraits, PersonTraits, Traits

WEEKS_KEPT = 6
"""An event in a longer stretch of time is compared only with those of the same stretch."""
PARTICIPANTS_KEPT = 6
"""Participants of an event whose pairs are keys; of more, the first ones in the alphabet."""

CUT = 3
"""Words of a name whose first ones may be cut to initials: P. W. Botha."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys under which a record is found, and those under which to look for others like it."""

    own: frozenset[str]
    sought: frozenset[str]


def keys(traits: Traits) -> frozenset[str]:
    """The keys under which a record is found."""
    return keys_of(traits).own


def lookups(traits: Traits) -> frozenset[str]:
    """The keys under which to look for those that may be one with a record."""
    return keys_of(traits).sought


def keys_of(traits: Traits) -> Keys:
    """The keys of a record, both kinds at once: much of them is made alike."""
    match traits:
        case PersonTraits():
            own = frozenset(f"Person {key}" for key in _person(traits))
        case OrganizationTraits():
            own = frozenset(f"Organization {key}" for key in _organization(traits))
        case EventTraits():
            return _event(traits)
    return Keys(own, own)


def _person(traits: PersonTraits) -> Iterator[str]:
    tradition = tradition_of(traits.nation)
    for name in full_names(traits.forms, tradition):
        yield from (f"sound {sound}" for sound in name.sounds())
        yield from _cut(name)
        if tradition.spelling in ("LOOSE", "SYSTEMS"):
            yield from (f"heard {sound}" for sound in name.sounds(tradition))
    if traits.nation:
        # By a bare name only together with an office: a surname alone is nobody's.
        bare = {skeleton(name) or name for name in heard_surnames(traits, tradition)}
        for title in {office.title.casefold() for office in traits.offices}:
            for name in bare | initials(traits):
                yield f"office {name} {traits.nation} {title}"
        if tradition.single and not traits.is_full:
            for name in single_names(traits):
                yield f"single {traits.nation} {skeleton(folded(name, tradition))}"
        for ruler in rulers(traits):
            yield f"ruler {traits.nation} {sound(ruler.names[0])}"
    if traits.wikidata:
        yield f"wikidata {traits.wikidata}"


def _cut(name: Name) -> Iterator[str]:
    """The initials of the first names, and the last one."""
    *first, last = name.words
    if len(first) + 1 >= CUT:
        yield f"cut {''.join(word[0] for word in first)} {sound(last)}"


def _organization(traits: OrganizationTraits) -> Iterator[str]:
    tradition = tradition_of(traits.nation)
    for form in traits.forms:
        name = read_body(form)
        heard = {sound("".join(name.own)), sound(name.spelled)}
        heard.add(" ".join(sorted(map(sound, name.words))))
        yield from (f"sound {row}" for row in heard)
        if tradition.spelling == "SYSTEMS":
            yield f"heard {skeleton(folded(''.join(name.words), tradition))}"
        if traits.nation:
            bare = read_body(form, traits.nation)
            yield f"national {traits.nation} {' '.join(sorted(bare.own))}"
            if bare.fields:
                yield f"ministry {traits.nation} {' '.join(bare.fields[0])}"
    for short in abbreviations(traits.forms) | organizations.initials(traits.forms):
        yield f"short {short}"
    if traits.wikidata:
        yield f"wikidata {traits.wikidata}"


def _event(traits: EventTraits) -> Keys:
    """An event is looked for a day earlier and later, too."""
    who = [f"Event {traits.type} {one}" for one in _participants(traits)]
    when, around = (tuple(_times(traits, days)) for days in (timedelta(), timedelta(days=1)))
    own = frozenset(f"{one} {time}" for one in who for time in when)
    if around == when:
        return Keys(own, own)
    return Keys(own, frozenset(f"{one} {time}" for one in who for time in around))


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
