"""Likeness of events: by what is done, by whom, when, where, and how it is told."""

from datetime import date

from graph.identity.likeness import Ground, Likeness, different
from graph.identity.names import read_name
from graph.identity.sounds import sound
from graph.identity.traits import EventTraits
from graph.identity.wording import overlap

KIND = 0.2
SAME_PARTICIPANTS, SOME_PARTICIPANTS = 0.38, 0.26
SAME_DAY, WITHIN_WEEK, WITHIN_MONTH, WITHIN_MORE, DAY_AFTER = 0.25, 0.2, 0.12, 0.06, 0.12
SAME_PLACE = 0.08
SAME_AGREEMENT = 0.12
WORDING = 0.25

SINGULAR = frozenset(("CONSULT", "SUPPORT", "AGREE", "COOPERATE", "RETREAT"))
"""Types of which the same participants rarely have two a day; of the others there may be many."""
ENDING = frozenset(("SANCTION",))
"""Types by which somebody leaves or ends an agreement, which is seldom done twice a day."""
TOLD_ALIKE = 0.5
"""How much of the shorter wording must agree where there may be many."""
WORDS_ALIKE = 2
"""Words that must agree there, where the shorter wording has as many: one may be the mere verb."""
MANY = 10
"""A number of people or things that says as much as words do, where both reports give it."""
NAMED_ALIKE = 0.2
"""The same, where there are seldom two but only nations are named."""

ROLES = ("HAS_ACTOR", "HAS_RECIPIENT")


def compare_events(one: EventTraits, other: EventTraits) -> Likeness:
    """The likeness of two reported events."""
    conflict = _kind(one, other) or _participants(one, other) or _setting(one, other)
    if conflict:
        return different(conflict)
    told = overlap(one.words, other.words)
    grounds = (
        Ground("kind", KIND, f"both are {one.type} ({one.mode or other.mode or 'no mode'})"),
        _who(one, other),
        when := _when(one, other),
        *_where(one, other),
        *_what(one, other),
        Ground("wording", round(told * WORDING, 3), f"{told:.0%} of the shorter wording agrees"),
    )
    if when.weight == 0:
        return different("their dates do not meet")
    if not _are_told_alike(one, other, told):
        return Likeness((Ground("wording", 0.0, "they are not told alike, and there may be many"),))
    return Likeness(grounds)


def _kind(one: EventTraits, other: EventTraits) -> str | None:
    if (one.type, one.modality) != (other.type, other.modality):
        return "they are not of one type and modality"
    if one.mode and other.mode and one.mode != other.mode:
        return f"one is {one.mode}, the other {other.mode}"
    return None


def _roles(traits: EventTraits) -> tuple[frozenset[str], frozenset[str]]:
    """Who acts and who is meant, as nations; people and bodies where no nation is known."""
    actors, recipients = (
        traits.nations.get(role) or traits.others.get(role) or frozenset() for role in ROLES
    )
    return actors, recipients


def _participants(one: EventTraits, other: EventTraits) -> str | None:
    for role in ROLES:
        told = "actors" if role == "HAS_ACTOR" else "recipients"
        mine, theirs = _comparable(one, other, role)
        if mine and theirs and not (mine <= theirs or theirs <= mine):
            return f"their {told} differ"
        people, others = (_people(traits, role) for traits in (one, other))
        if people and others and not (people <= others or others <= people):
            return f"other people are their {told}"
    return None


def _comparable(
    one: EventTraits, other: EventTraits, role: str
) -> tuple[frozenset[str], frozenset[str]]:
    """Those of a role as nations; as people and bodies where one article tells no nation."""
    by_nation = (one.nations.get(role), other.nations.get(role))
    named = (one.others.get(role), other.others.get(role))
    mine, theirs = by_nation if all(by_nation) or not all(named) else named
    return mine or frozenset(), theirs or frozenset()


def _people(traits: EventTraits, role: str) -> frozenset[str]:
    return frozenset(who for who in traits.others.get(role, ()) if who.startswith("Person:"))


def _who(one: EventTraits, other: EventTraits) -> Ground:
    people = [{role: _people(traits, role) for role in ROLES} for traits in (one, other)]
    if _roles(one) == _roles(other) or (people[0] == people[1] and any(people[0].values())):
        return Ground("participants", SAME_PARTICIPANTS, "the same participants")
    return Ground("participants", SOME_PARTICIPANTS, "one names more participants")


def _setting(one: EventTraits, other: EventTraits) -> str | None:
    if one.places and other.places and not one.places & other.places:
        return "they happened in other nations"
    if one.concerns and other.concerns and not one.concerns & other.concerns:
        return "they concern other agreements"
    if one.type in SINGULAR:
        return None
    if one.place and other.place and not _is_one_place(one.place, other.place):
        return f"one happened in {one.place}, the other in {other.place}"
    if told := _other_names(one, other):
        return told
    if one.counts and other.counts and not one.counts & other.counts:
        return f"one counts {_told(one.counts)}, the other {_told(other.counts)}"
    return None


def _other_names(one: EventTraits, other: EventTraits) -> str | None:
    """What each of two wordings names and the other does not: two towns, two hospitals."""
    mine, theirs = ({sound(word): word for word in some.capitals} for some in (one, other))
    if _agree_on_many(one, other):
        return None
    rest, others = mine.keys() - theirs.keys(), theirs.keys() - mine.keys()
    if not rest or not others:
        return None
    return f"one names {mine[min(rest)]}, the other {theirs[min(others)]}"


def _agree_on_many(one: EventTraits, other: EventTraits) -> bool:
    return any(int(number) >= MANY for number in one.counts & other.counts)


def _told(counts: frozenset[str]) -> str:
    return " and ".join(sorted(counts, key=int))


def _is_one_place(one: str, other: str) -> bool:
    mine, theirs = set(read_name(one).words), set(read_name(other).words)
    return mine <= theirs or theirs <= mine


def _are_told_alike(one: EventTraits, other: EventTraits, told: float) -> bool:
    """Whether the wordings agree enough, given how often such a thing happens."""
    if one.type not in SINGULAR:
        if _agree_on_many(one, other) or (one.type in ENDING and one.concerns & other.concerns):
            return True
        fewest = min(len(one.words), len(other.words), WORDS_ALIKE)
        return told >= TOLD_ALIKE and len(one.words & other.words) >= fewest
    people = all(_people(traits, "HAS_ACTOR") for traits in (one, other))
    return told >= (0.0 if people or one.concerns & other.concerns else NAMED_ALIKE)


def _when(one: EventTraits, other: EventTraits) -> Ground:
    longest = max(_days(one.earliest, one.latest), _days(other.earliest, other.latest)) + 1
    if max(one.earliest, other.earliest) <= min(one.latest, other.latest):
        weights = ((1, SAME_DAY), (7, WITHIN_WEEK), (31, WITHIN_MONTH))
        weight = next((w for days, w in weights if longest <= days), WITHIN_MORE)
        told = "the same day" if longest == 1 else f"days that meet, of {longest} at most"
        return Ground("time", weight, told)
    gap = _days(min(one.latest, other.latest), max(one.earliest, other.earliest))
    if gap <= 1 and longest == 1 and not (one.is_dated and other.is_dated):
        return Ground("time", DAY_AFTER, "the days of publication follow one another")
    return Ground("time", 0.0, "other days")


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _where(one: EventTraits, other: EventTraits) -> tuple[Ground, ...]:
    if one.place and other.place and _is_one_place(one.place, other.place):
        return (Ground("place", SAME_PLACE, f"both in {one.place}"),)
    return ()


def _what(one: EventTraits, other: EventTraits) -> tuple[Ground, ...]:
    if shared := one.concerns & other.concerns:
        return (Ground("agreement", SAME_AGREEMENT, f"both concern {min(shared)}"),)
    return ()
