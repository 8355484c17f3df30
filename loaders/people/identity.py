"""Identity of people within one article: which names are one person's.

The fullest name stands for the person. A shorter name is the same person's when its words stand in
the fuller one in order and the last word, or for family names that stand first the first, is the
same. A surname alone goes to the person that has it; among several, to the one whom the words
beside it mean ("Mrs Roy", "Foreign Minister Roy"), else to the one who leads a state, else to the
one named first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.facts import Evidence, Office, Ref
from loaders.gazetteer.word_list import word_list
from loaders.people.gender import Gender
from loaders.people.name_reading import is_generation
from loaders.people.role import Role
from loaders.text.slug import slug

FAMILY_FIRST = frozenset(("CHN", "KOR", "PRK", "TWN", "HKG", "MAC", "SGP", "KHM"))
"""Nations of which many people write the family name first."""

GIVEN_USED = frozenset(
    ("ETH", "ERI", "VNM", "MYS", "IDN", "ISL", "MMR", "LKA", "BTN", "THA", "SOM")
)
"""Nations whose people are called by the first word of their name."""

TWO_FAMILY_NAMES = frozenset(
    (
        *(
            "ARG",
            "BOL",
            "CHL",
            "COL",
            "CRI",
            "CUB",
            "DOM",
            "ECU",
            "ESP",
            "GTM",
            "HND",
            "MEX",
            "NIC",
        ),
        *("PAN", "PER", "PRY", "SLV", "URY", "VEN"),
    )
)
"""Nations whose people have two family names, and are called by the first of them, too."""

_SON_OF = frozenset(("bin", "ibn", "bint"))
"""Words before the name of somebody's father: Mohammed bin Salman is not Salman."""


@dataclass(slots=True)
class Profile:
    """A person while the names of an article are being gathered.

    ``described`` tells that words beside a name say who it is.
    """

    words: tuple[str, ...]
    spans: list[tuple[int, int]]
    nation: str | None = None
    offices: list[Office] = field(default_factory=list[Office])
    leads: bool = False
    described: bool = False
    honorific: str = ""
    gender: Gender | None = None

    @property
    def name(self) -> str:
        """The name, with the form of address where it is but one word."""
        bare = " ".join(self.words)
        return f"{self.honorific} {bare}" if self.honorific and len(self.words) == 1 else bare

    @property
    def id(self) -> str:
        """The slug of the name."""
        return slug(self.name)

    def takes(self, words: Sequence[str]) -> bool:
        """Whether a name is this person's."""
        if len(words) == 1:
            return words[0].casefold() in {form.casefold() for form in self.short_forms()}
        return _is_shortened(words, self.words) or _is_shortened(self.words, words)

    def short_forms(self) -> tuple[str, ...]:
        """The single words by which the person is called."""
        words = _without_generation(self.words)
        if len(words) == 1:
            return (words[0],)
        first, last = words[0], words[-1]
        if self._family_first():
            return (first,)
        if words[-2] in _SON_OF:
            return (first,)
        if self.nation in GIVEN_USED:
            return (first, last)
        if len(words) > 2 and self.nation in TWO_FAMILY_NAMES and words[-2][0].isupper():
            return (last, words[-2])
        if self.nation is None and first in word_list("family_names_first"):
            return (first, last)
        return (last, last[3:]) if last.startswith(("al-", "el-")) else (last,)

    def _family_first(self) -> bool:
        parts = self.words[-1].split("-")
        hyphenated = len(self.words) == 2 and len(parts) == 2 and parts[1].islower()
        return self.nation in FAMILY_FIRST or hyphenated

    def long_forms(self) -> tuple[tuple[str, ...], ...]:
        """The shorter names of two and more words that end as the name does."""
        return tuple(self.words[start:] for start in range(1, len(self.words) - 1))

    def learn(self, words: Sequence[str], role: Role, evidence: Evidence) -> None:
        """Take in one more name with what is said beside it."""
        if len(words) > len(self.words):
            self.words = tuple(words)
        for ref in (role.nation, role.holder):
            if ref and ref.label == "Nation" and self.nation is None:
                self.nation = ref.key
        self.described = self.described or role.tells
        if role.rank:
            of = role.holder if role.holder and role.holder.label == "Nation" else None
            self.hold(role.rank.title, of, evidence, leads=False)
        if role.office:
            self.hold(role.title, role.holder, evidence, leads=role.office.office.leads)

    def hold(self, title: str, of: Ref | None, evidence: Evidence, *, leads: bool) -> None:
        """Note an office, unless it is known already or known better."""
        self.leads = self.leads or leads
        for index, known in enumerate(self.offices):
            if known.title == title and (of is None or known.of is None or known.of == of):
                self.offices[index] = Office(title, known.of or of, known.evidence)
                return
        self.offices.append(Office(title, of, evidence))


def _is_shortened(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether one name is the other with words left out, the last or the first kept."""
    if slug(" ".join(short)) == slug(" ".join(full)):
        return True
    if len(short) >= len(full):
        return False
    if _folded(short) == _folded(full[-len(short) :]):
        return True
    remaining = iter(full)
    kept = all(any(word == other or _initial(word, other) for other in remaining) for word in short)
    # George W. Bush is not George H. W. Bush.
    middle = (*short[1:-1], *full[1:-1])
    if short[1:-1] and all(_is_initial(word) for word in middle):
        return False
    return kept and short[-1] == full[-1] and short[0] == full[0]


def _folded(words: Sequence[str]) -> list[str]:
    """The words with no capitals: a sentence may begin with "Da Silva"."""
    return [word.casefold() for word in words]


def _initial(word: str, other: str) -> bool:
    return _is_initial(word) and other.startswith(word[0])


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "."


def owner(
    words: Sequence[str],
    profiles: Iterable[Profile],
    role: Role | None = None,
    gender: Gender | None = None,
) -> Profile | None:
    """Return the person whom a name means, or None.

    Args:
        words: The name.
        profiles: The people who are known so far.
        role: What stands beside the name, and
        gender: the gender that it tells.
    """
    known = list(profiles)
    found = [profile for profile in known if profile.takes(words)]
    if not found:
        return _only_one_called(words, known) if role is None or not role.tells else None
    if len(found) > 1 and len(words) == 1:
        found = _meant(found, role or Role(), gender)
    exact = [profile for profile in found if slug(" ".join(words)) == slug(" ".join(profile.words))]
    leading = [profile for profile in found if profile.leads]
    return (*exact, *leading, *found)[0]


def _without_generation(words: Sequence[str]) -> Sequence[str]:
    """The words of a name without "Jr." at its end."""
    ends = len(words) > 2 and is_generation(words[-1])
    return words[:-1] if ends else words


def _only_one_called(words: Sequence[str], profiles: Iterable[Profile]) -> Profile | None:
    """Return the only person of whose name a word is: Lula, of Luiz Inácio Lula da Silva."""
    if len(words) != 1:
        return None
    found = [one for one in profiles if len(one.words) > 1 and words[0] in _own(one.words)]
    return found[0] if len(found) == 1 else None


def _own(words: Sequence[str]) -> Sequence[str]:
    """The words of a name without that of a father."""
    return words[: next((at for at, word in enumerate(words) if word in _SON_OF), len(words))]


def _meant(found: list[Profile], role: Role, gender: Gender | None) -> list[Profile]:
    """Return those of one surname whom the words beside it can mean; all, if they mean none."""
    if gender:
        found = [one for one in found if one.gender in (None, gender)] or found
    if role.holder and role.holder.label == "Nation":
        found = [one for one in found if one.nation == role.holder.key] or found
    if role.office:
        holders = [one for one in found if role.title in {office.title for office in one.offices}]
        alike = [one for one in found if one.leads == role.office.office.leads]
        found = holders or alike or found
    return found
