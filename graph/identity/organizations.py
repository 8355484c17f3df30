"""Likeness of organizations: by name, abbreviation, nation and kind."""

import re
from collections.abc import Iterable

from rapidfuzz.distance import JaroWinkler

from graph.identity.likeness import Ground, Likeness, different
from graph.identity.names import ALIKE, LONG, Name, read_name
from graph.identity.people import are_compatible
from graph.identity.traits import OrganizationTraits

NAME = 0.65
ABBREVIATED, SPELLED = 0.8, 0.92
SAME_NATION, NO_NATION, UNKNOWN_NATION = 0.2, 0.12, 0.1
SAME_KIND, UNKNOWN_KIND = 0.15, 0.08

LITTLE = frozenset(
    ("the", "of", "and", "for", "de", "la", "du", "des", "der", "die", "und", "et", "in", "to")
)
LEGAL = frozenset(
    ("inc", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "ag", "gmbh")
) | {"sa", "nv", "spa", "ab", "oy", "group", "holdings"}
"""Words that companies add to their name or leave out."""

_ABBREVIATION = re.compile(r"[A-Z][A-Z&.-]{1,9}")


def core_words(form: str) -> tuple[str, ...]:
    """The words of a name that tell one organization from another."""
    words = [word for word in read_name(form).words if word not in LITTLE]
    while len(words) > 1 and words[-1] in LEGAL:
        words.pop()
    return tuple(words)


def abbreviations(forms: Iterable[str]) -> frozenset[str]:
    """The forms that are abbreviations."""
    return frozenset(re.sub("[^A-Z]", "", form) for form in forms if _ABBREVIATION.fullmatch(form))


def initials(forms: Iterable[str]) -> frozenset[str]:
    """What the forms of three words and more would be abbreviated to."""
    words = (core_words(form) for form in forms)
    return frozenset("".join(w[0] for w in some).upper() for some in words if len(some) > 2)


def compare_organizations(one: OrganizationTraits, other: OrganizationTraits) -> Likeness:
    """The likeness of two organizations."""
    if one.wikidata and other.wikidata and one.wikidata != other.wikidata:
        return different(f"Wikidata has them as {one.wikidata} and {other.wikidata}")
    if not are_compatible(one.nation, other.nation):
        return different(f"one is of {one.nation}, the other of {other.nation}")
    if "OTHER" not in (one.kind, other.kind) and one.kind != other.kind:
        return different(f"one is a {one.kind}, the other a {other.kind}".lower())
    return Likeness((_name(one, other), _nation(one, other), _kind(one, other)))


def _name(one: OrganizationTraits, other: OrganizationTraits) -> Ground:
    mine, theirs = ({core_words(form) for form in traits.forms} for traits in (one, other))
    if shared := {tuple(sorted(words)) for words in mine} & {tuple(sorted(w)) for w in theirs}:
        return Ground("name", NAME, f"the same name: {' '.join(min(shared))}")
    short = abbreviations(one.forms) & initials(other.forms)
    short |= abbreviations(other.forms) & initials(one.forms)
    if short:
        return Ground("name", ABBREVIATED * NAME, f"one is the abbreviation {min(short)}")
    if any(_is_spelled_alike(Name(a), Name(b)) for a in mine for b in theirs):
        return Ground("name", SPELLED * NAME, "names that differ in spelling only")
    return Ground("name", 0.0, "other names")


def _is_spelled_alike(one: Name, other: Name) -> bool:
    if len(one.words) != len(other.words) or not one.words:
        return False
    return all(
        a == b
        or (a.isalpha() and min(len(a), len(b)) >= LONG and JaroWinkler.similarity(a, b) >= ALIKE)
        for a, b in zip(one.words, other.words, strict=True)
    )


def _nation(one: OrganizationTraits, other: OrganizationTraits) -> Ground:
    if one.nation and other.nation:
        return Ground("nation", SAME_NATION, f"both are of {one.nation}")
    if one.nation or other.nation:
        return Ground("nation", UNKNOWN_NATION, "the nation of one is not known")
    return Ground("nation", NO_NATION, "neither is said to be of a nation")


def _kind(one: OrganizationTraits, other: OrganizationTraits) -> Ground:
    if one.kind == other.kind != "OTHER":
        return Ground("kind", SAME_KIND, f"both are a {one.kind}".lower())
    return Ground("kind", UNKNOWN_KIND, "the kind of one is not known")
