"""Bare names: what a surname, a single name or the initials of somebody have in common."""

from graph.identity.closed_words import TITLES
from graph.identity.name_likeness import NameLikeness
from graph.identity.names import full_names, read_name
from graph.identity.traditions import Tradition, folded
from graph.identity.traits import PersonTraits
from graph.identity.word_likeness import SOUNDS

SHORTEST_INITIALS, LONGEST_INITIALS = 3, 4
SHORTEST_HEARD = 4
"""Letters of a surname that may be spelled by ear."""


def surnames(traits: PersonTraits) -> frozenset[str]:
    """The single words by which the person is called; a family name may stand at either end."""
    names = [name.words for name in map(read_name, traits.forms) if name.words]
    return frozenset(word for words in names for word in (words[0], words[-1]))


def heard_surnames(traits: PersonTraits, tradition: Tradition) -> frozenset[str]:
    """The same, as they sound."""
    return frozenset(folded(word, tradition) for word in surnames(traits))


def initials(traits: PersonTraits) -> frozenset[str]:
    """What the full names of the person would be cut to, and what is written so already."""
    cut = (
        "".join(word[0] for word in words)
        for name in full_names(traits.forms)
        for words in {name.words, name.telling}
    )
    given = (form.replace(".", "") for form in traits.forms)
    written = (form.casefold() for form in given if form.isascii() and form.isupper())
    return frozenset(
        some for some in (*cut, *written) if SHORTEST_INITIALS <= len(some) <= LONGEST_INITIALS
    )


def is_called_by_initials(traits: PersonTraits) -> bool:
    """Whether some form is nothing but initials."""
    return any(
        form.isupper() and len(form) <= LONGEST_INITIALS and form.isalpha() and form.isascii()
        for form in (form.replace(".", "") for form in traits.forms)
    )


def share_bare_name(
    one: PersonTraits, other: PersonTraits, likeness: NameLikeness
) -> tuple[bool, str]:
    """Whether two may be called by one bare name, and by which."""
    mine, theirs = surnames(one), surnames(other)
    if shared := mine & theirs:
        return True, f"the same surname: {min(shared)}"
    if is_called_by_initials(one) or is_called_by_initials(other):
        shared = initials(one) & initials(other)
        if shared:
            return True, f"one is called by initials: {min(shared)}"
    for a in sorted(mine):
        for b in sorted(theirs):
            if min(len(a), len(b)) >= SHORTEST_HEARD and likeness.of_words(a, b) >= SOUNDS:
                return True, f"a surname that sounds the same: {a}, {b}"
    return False, "other surnames"


def is_titled(traits: PersonTraits) -> bool:
    """Whether all that the person is called by is one word behind titles: Sheikh Hasina."""
    names = [name.words for name in full_names(traits.forms)]
    return all(TITLES.issuperset(words[:-1]) for words in names)


def single_names(traits: PersonTraits) -> frozenset[str]:
    """The words of forms that consist of one."""
    names = (read_name(form).words for form in traits.forms)
    return frozenset(words[0] for words in names if len(words) == 1)
