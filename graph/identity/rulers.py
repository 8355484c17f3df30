"""Rulers: kings, popes and others who go by first names and a numeral."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.identity.closed_words import NUMERALS, RULERS
from graph.identity.first_names import stand_for_one_another
from graph.identity.name_likeness import NameLikeness
from graph.identity.names import read_name
from graph.identity.traits import PersonTraits
from graph.identity.word_likeness import STANDS_FOR

SINGLE_LETTERS = frozenset("iv")
"""Numerals that could be initials, but for the title before them or the office."""
SHORTENED = 0.85
"""What is left where one form adds whose son a ruler is."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """The name of a ruler: the ``numeral`` is empty where it is not told."""

    title: str | None
    names: tuple[str, ...]
    numeral: str

    @property
    def told(self) -> str:
        """The name in words."""
        return " ".join((*self.names, self.numeral)).strip()


def rulers(traits: PersonTraits) -> frozenset[Ruler]:
    """The forms by which a ruler is called; none of somebody else."""
    titles = {office.title.casefold() for office in traits.offices} & RULERS
    return frozenset(_read(traits.forms, next(iter(sorted(titles)), None)))


def _read(forms: Iterable[str], office: str | None) -> Iterator[Ruler]:
    for form in forms:
        words = read_name(form).words
        title = words[0] if len(words) > 1 and words[0] in RULERS else None
        names = words[1:] if title else words
        numeral = ""
        known = title or office
        if len(names) > 1 and (names[-1] in NUMERALS or (known and names[-1] in SINGLE_LETTERS)):
            names, numeral = names[:-1], names[-1]
        if known or (numeral and len(names) == 1):
            yield Ruler(known, names, numeral)


def compare_rulers(
    one: PersonTraits, other: PersonTraits, likeness: NameLikeness
) -> tuple[float, str] | None:
    """How alike two names of rulers are, and why; None unless both are such names.

    Nought tells that the two are told apart by their numerals.
    """
    found: tuple[float, str] | None = None
    for a in rulers(one):
        for b in rulers(other):
            alike = _alike(a, b, likeness)
            if not alike:
                continue
            if a.numeral and b.numeral and a.numeral != b.numeral:
                return 0.0, f"one is {a.told}, the other {b.told}"
            found = max(found or (0.0, ""), (alike, f"one ruler: {a.told}, {b.told}"))
    return found


def _alike(one: Ruler, other: Ruler, likeness: NameLikeness) -> float:
    if one.title and other.title and one.title != other.title:
        return 0.0
    pairs = tuple(zip(one.names, other.names, strict=False))
    alike = min(max(likeness.of_words(a, b), _forms_of_one(a, b)) for a, b in pairs)
    if len(one.names) == len(other.names):
        return alike
    return min(alike, SHORTENED) if len(pairs) == 1 else 0.0


def _forms_of_one(one: str, other: str) -> float:
    return STANDS_FOR if stand_for_one_another(one, other) else 0.0
