"""Likeness of organizations: by name, abbreviation, nation and kind."""

import re
from collections.abc import Iterable

from graph.identity.closed_words import LEGAL, LITTLE, MINISTRIES, PARTY, SPELLINGS
from graph.identity.likeness import Ground, Likeness, different
from graph.identity.name_likeness import is_misspelled
from graph.identity.names import read_name
from graph.identity.people import are_compatible
from graph.identity.sounds import sound_alike
from graph.identity.traits import OrganizationTraits

NAME = 0.65
ABBREVIATED, SPELLED = 0.8, 0.92
SAME_NATION, NO_NATION, UNKNOWN_NATION = 0.2, 0.12, 0.1
SAME_KIND, UNKNOWN_KIND = 0.15, 0.08

FEW_LETTERS = 2
"""Letters that abbreviate much: bodies of which only these agree must be of one kind."""

_CALLED_BOTH = frozenset(
    (frozenset(("PARTY", "ARMED_GROUP")), frozenset(("NEWS_AGENCY", "COMPANY")))
)
"""Kinds of which some bodies are both: a party with fighters, an agency that is a company."""

_ABBREVIATION = re.compile(r"[A-Z][A-Z&.-]{1,9}")
_HYPHENED = re.compile(r"(?<=\b[Cc]o)-(?=o)")
_NATIONAL = re.compile(r"(?:ese|ian|an|ish|i)$")


def core_words(form: str) -> tuple[str, ...]:
    """The words of a name that tell one organization from another."""
    named = (SPELLINGS.get(word, word) for word in read_name(_HYPHENED.sub("", form)).words)
    words = [word for word in named if word not in LITTLE]
    while len(words) > 1 and words[-1] in LEGAL:
        words.pop()
    while len(words) > 1 and words[0] in LEGAL:
        words.pop(0)
    if PARTY in words and len(words) > 1:
        words.remove(PARTY)
    if "affairs" in words and len(words) > 2 and not MINISTRIES.isdisjoint(words):
        words.remove("affairs")
    return tuple(words)


def abbreviations(forms: Iterable[str]) -> frozenset[str]:
    """The forms that are abbreviations."""
    return frozenset(re.sub("[^A-Z]", "", form) for form in forms if _ABBREVIATION.fullmatch(form))


def initials(forms: Iterable[str]) -> frozenset[str]:
    """What the forms of several words would be abbreviated to."""
    readings = (words for form in forms for words in (core_words(form), read_name(form).words))
    return frozenset("".join(w[0] for w in some).upper() for some in readings if len(some) > 1)


def compare_organizations(one: OrganizationTraits, other: OrganizationTraits) -> Likeness:
    """The likeness of two organizations."""
    if one.wikidata and other.wikidata and one.wikidata != other.wikidata:
        return different(f"Wikidata has them as {one.wikidata} and {other.wikidata}")
    if not are_compatible(one.nation, other.nation):
        return different(f"one is of {one.nation}, the other of {other.nation}")
    if not _are_of_one_kind(one.kind, other.kind):
        return different(f"one is a {one.kind}, the other a {other.kind}".lower())
    return Likeness((_name(one, other), _nation(one, other), _kind(one, other)))


def _are_of_one_kind(one: str, other: str) -> bool:
    """Whether a body can be called both kinds."""
    return one == other or "OTHER" in (one, other) or frozenset((one, other)) in _CALLED_BOTH


def _name(one: OrganizationTraits, other: OrganizationTraits) -> Ground:
    mine, theirs = ({core_words(form) for form in traits.forms} for traits in (one, other))
    if shared := {tuple(sorted(words)) for words in mine} & {tuple(sorted(w)) for w in theirs}:
        return Ground("name", NAME, f"the same name: {' '.join(min(shared))}")
    short = abbreviations(one.forms) & initials(other.forms)
    short |= abbreviations(other.forms) & initials(one.forms)
    if not one.kind == other.kind != "OTHER":
        short = {letters for letters in short if len(letters) > FEW_LETTERS}
    if short:
        return Ground("name", ABBREVIATED * NAME, f"one is the abbreviation {min(short)}")
    if any(_is_spelled_alike(a, b) for a in mine for b in theirs):
        return Ground("name", SPELLED * NAME, "names that differ in spelling only")
    of_one_nation = one.nation is not None and one.nation == other.nation
    if of_one_nation and any(_is_turned(a, b) for a in mine for b in theirs):
        return Ground("name", SPELLED * NAME, "the same name, with the nation in another form")
    return Ground("name", 0.0, "other names")


def _is_spelled_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) != len(other) or not one:
        return False
    return all(
        sound_alike(a, b) or (a.isalpha() and is_misspelled(a, b))
        for a, b in zip(one, other, strict=True)
    )


def _is_turned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ in the form of their nation only: Chinese, and of China."""
    mine, theirs = set(one) - set(other), set(other) - set(one)
    if len(one) != len(other) or len(mine) != 1 or len(theirs) != 1:
        return False
    [a], [b] = mine, theirs
    return a[:4] == b[:4] and bool(_NATIONAL.search(a)) != bool(_NATIONAL.search(b))


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
