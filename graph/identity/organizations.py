"""Likeness of organizations: by name, abbreviation, nation and kind."""

import re
from collections.abc import Iterable, Iterator, Sequence

from graph.identity.body_name import BodyName, read_body
from graph.identity.body_words import body_words
from graph.identity.likeness import Ground, Likeness, different, other_items
from graph.identity.name_likeness import NameLikeness
from graph.identity.names import read_name
from graph.identity.people import are_compatible
from graph.identity.sounds import sound_alike, sound_the_same
from graph.identity.systems import are_transcriptions
from graph.identity.traditions import Tradition, tradition_of
from graph.identity.traits import OrganizationTraits
from graph.identity.word_likeness import is_misspelled

NAME = 0.65
ABBREVIATED, SPELLED = 0.8, 0.92
SAME_NATION, NO_NATION, UNKNOWN_NATION, ANY_NATION = 0.2, 0.12, 0.1, -0.1
SAME_KIND, UNKNOWN_KIND = 0.15, 0.09

UNTOLD = "SYR"
"""A nation that writes as most armed groups of many nations are written."""
FEW_LETTERS = 2
"""Letters that abbreviate much: bodies of which only these agree must be of one kind."""

_CALLED_BOTH = frozenset(
    (frozenset(("PARTY", "ARMED_GROUP")), frozenset(("NEWS_AGENCY", "COMPANY")))
)
"""Kinds of which some bodies are both: a party with fighters, an agency that is a company."""

_ABBREVIATION = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Zof&.-]{1,9}")


def abbreviations(forms: Iterable[str]) -> frozenset[str]:
    """The forms that are abbreviations."""
    return frozenset(
        re.sub("[^A-Z]", "", form.upper()) for form in forms if _ABBREVIATION.fullmatch(form)
    )


def initials(forms: Iterable[str]) -> frozenset[str]:
    """What the forms of several words would be abbreviated to."""
    return frozenset(some.upper() for form in forms for some in _initials(form))


def _initials(form: str) -> Iterator[str]:
    name = read_body(form)
    whole = read_name(form).words
    telling = tuple(word for word in whole if word not in body_words().left_out)
    for words in (name.words, whole, telling):
        if len(words) > 1:
            yield "".join(word[0] for word in words)
    if name.fields and (name.fields[0][0] in body_words().standing_fields.values()):
        field = "".join(word[0] for word in name.fields[0])
        yield from (f"{head}{field}{tail}" for head in ("m", "mo") for tail in ("", "a"))


def compare_organizations(one: OrganizationTraits, other: OrganizationTraits) -> Likeness:
    """The likeness of two organizations."""
    if apart := other_items(one.wikidata, other.wikidata):
        return apart
    if not are_compatible(one.nation, other.nation):
        return different(f"one is of {one.nation}, the other of {other.nation}")
    if not _are_of_one_kind(one.kind, other.kind):
        return different(f"one is a {one.kind}, the other a {other.kind}".lower())
    return Likeness((_name(one, other), _nation(one, other), _kind(one, other)))


def _are_of_one_kind(one: str, other: str) -> bool:
    """Whether a body can be called both kinds."""
    return one == other or "OTHER" in (one, other) or frozenset((one, other)) in _CALLED_BOTH


def _name(one: OrganizationTraits, other: OrganizationTraits) -> Ground:
    mine, theirs = (
        [read_body(form) for form in _written_out(traits.forms)] for traits in (one, other)
    )
    if shared := _in_order(mine) & _in_order(theirs):
        return Ground("name", NAME, f"the same name: {' '.join(min(shared))}")
    short = _unexplained(one) & (initials(other.forms) | abbreviations(other.forms))
    short |= _unexplained(other) & (initials(one.forms) | abbreviations(one.forms))
    if not one.kind == other.kind != "OTHER":
        short = {letters for letters in short if len(letters) > FEW_LETTERS}
    if short:
        return Ground("name", ABBREVIATED * NAME, f"one is the abbreviation {min(short)}")
    return _other_form(one, other, mine, theirs)


def _written_out(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms that are no abbreviations; all of them where there are no others."""
    return tuple(form for form in forms if not _ABBREVIATION.fullmatch(form)) or forms


def _unexplained(traits: OrganizationTraits) -> frozenset[str]:
    """The abbreviations of a body whose own name does not say what they stand for.

    Two banks of which one is called ADB, and says so in its name, are not one because the other
    could be cut to the same letters.
    """
    return abbreviations(traits.forms) - initials(_written_out(traits.forms))


def _in_order(names: Iterable[BodyName]) -> set[tuple[str, ...]]:
    return {tuple(sorted(name.words)) for name in names}


def _other_form(
    one: OrganizationTraits,
    other: OrganizationTraits,
    mine: Sequence[BodyName],
    theirs: Sequence[BodyName],
) -> Ground:
    """The ground of names that are not the same in words."""
    likeness = NameLikeness(_tradition(one, other))
    if any(_is_spelled_alike(a, b, likeness) for a in mine for b in theirs):
        return Ground("name", SPELLED * NAME, "names that differ in spelling only")
    if {a.own for a in mine} & {b.own for b in theirs}:
        return Ground("name", SPELLED * NAME, "the same name, with another word for what it is")
    if not one.nation or one.nation != other.nation:
        return Ground("name", 0.0, "other names")
    bare, stripped = (
        [read_body(form, one.nation) for form in traits.forms] for traits in (one, other)
    )
    if _in_order(bare) & _in_order(stripped) or {a.own for a in bare} & {b.own for b in stripped}:
        return Ground("name", SPELLED * NAME, "the same name, but for that of the nation")
    if any(_is_one_ministry(a, b) for a in bare for b in stripped):
        return Ground("name", SPELLED * NAME, "ministries of one field")
    return Ground("name", 0.0, "other names")


def _tradition(one: OrganizationTraits, other: OrganizationTraits) -> Tradition:
    """How the names are written: armed groups of whom no nation is told, as those of Arabia are."""
    if "ARMED_GROUP" in (one.kind, other.kind) and not (one.nation or other.nation):
        return tradition_of(UNTOLD)
    return tradition_of(one.nation, other.nation)


def _is_spelled_alike(one: BodyName, other: BodyName, likeness: NameLikeness) -> bool:
    if not one.words or not other.words:
        return False
    if sound_the_same(one.spelled, other.spelled) or (
        likeness.tradition.spelling == "SYSTEMS"
        and are_transcriptions(one.words, other.words, likeness.tradition)
    ):
        return True
    return _are_all_spellings(one.words, other.words, likeness) or _are_all_spellings(
        one.raw, other.raw, likeness
    )


def _are_all_spellings(
    one: tuple[str, ...], other: tuple[str, ...], likeness: NameLikeness
) -> bool:
    return len(one) == len(other) and all(
        a == b or (not a.isdigit() and _are_spellings(a, b, likeness))
        for a, b in zip(one, other, strict=True)
    )


def _are_spellings(one: str, other: str, likeness: NameLikeness) -> bool:
    if one in body_words().known or other in body_words().known:
        return sound_alike(one, other) or is_misspelled(one, other)
    return likeness.of_words(one, other) > 0


def _is_one_ministry(one: BodyName, other: BodyName) -> bool:
    """Whether two ministries of a nation are named with the same chief field first."""
    if not one.fields or not other.fields or one.fields[0] != other.fields[0]:
        return False
    chief = body_words().standing_fields.values()
    return one.fields == other.fields or all(word in chief for word in one.fields[0])


def _nation(one: OrganizationTraits, other: OrganizationTraits) -> Ground:
    if one.nation and other.nation:
        return Ground("nation", SAME_NATION, f"both are of {one.nation}")
    untold = [traits for traits in (one, other) if not traits.nation]
    if "INTERGOVERNMENTAL" not in (one.kind, other.kind) and all(map(_is_common, untold)):
        return Ground("nation", ANY_NATION, "many nations have one, and of which one is not known")
    if len(untold) > 1:
        return Ground("nation", NO_NATION, "neither is said to be of a nation")
    return Ground("nation", UNKNOWN_NATION, "the nation of one is not known")


def _is_common(traits: OrganizationTraits) -> bool:
    """Whether bodies of many nations bear the name."""
    return all(
        read_body(form).is_common and not _ABBREVIATION.fullmatch(form) for form in traits.forms
    )


def _kind(one: OrganizationTraits, other: OrganizationTraits) -> Ground:
    if one.kind == other.kind != "OTHER":
        return Ground("kind", SAME_KIND, f"both are a {one.kind}".lower())
    return Ground("kind", UNKNOWN_KIND, "the kind of one is not known")
