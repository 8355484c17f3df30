"""Score identity across articles on our own pairs of records: which are one, and which are two.

Usage: python -m evaluation.identity [--curve] [--errors]

Each pair of ``identity_pairs.yaml`` says what articles tell of two people or two organizations, and
whether they are one. A pair is found when the two share a key, so that they are compared at all,
and their score reaches the threshold. The curve tells what other thresholds would give.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NotRequired, TypedDict

import msgspec
from click import echo

from graph.identity.comparison import compare
from graph.identity.keys import keys, lookups
from graph.identity.likeness import SAME_FROM, Likeness
from graph.identity.names import read_name
from graph.identity.traits import OfficeTrait, OrganizationTraits, PersonTraits, Record

PAIRS = Path(__file__).parent / "identity_pairs.yaml"
THRESHOLDS = tuple(hundredths / 100 for hundredths in range(62, 95, 4))

TellingOf = TypedDict(
    "TellingOf",
    {
        "name": str,
        "aliases": NotRequired[list[str]],
        "nation": NotRequired[str],
        "office": NotRequired[str],
        "from": NotRequired[int],
        "to": NotRequired[int],
        "kind": NotRequired[str],
    },
)
"""What articles tell of somebody; the office is one of the nation."""


class LabelledPair(TypedDict):
    """Two records, and whether they are one; ``what`` names the difficulty."""

    same: bool
    what: str
    one: TellingOf
    other: TellingOf


class LabelledPairs(TypedDict):
    """The pairs by what they are about."""

    people: list[LabelledPair]
    organizations: list[LabelledPair]


@dataclass(frozen=True, slots=True)
class Compared:
    """A labelled pair with its score, 0 where the two share no key."""

    pair: LabelledPair
    likeness: Likeness
    is_found: bool

    @property
    def score(self) -> float:
        """How alike the two are, as far as they would be compared."""
        return self.likeness.score if self.is_found else 0.0

    @property
    def told(self) -> str:
        """The pair in one line."""
        names = " | ".join((self.pair["one"]["name"], self.pair["other"]["name"]))
        label = "one" if self.pair["same"] else "two"
        key = "" if self.is_found else ", without a common key"
        return f"{label:4}{self.likeness.score:.2f}  {names} ({self.pair['what']}){key}"


@dataclass(frozen=True, slots=True)
class Score:
    """How well a threshold tells those that are one."""

    threshold: float
    right: int
    joined: int
    same: int

    @property
    def precision(self) -> float:
        """The share of the joined pairs that are one."""
        return self.right / (self.joined or 1)

    @property
    def recall(self) -> float:
        """The share of the pairs that are one which are joined."""
        return self.right / (self.same or 1)


def read_pairs(path: Path = PAIRS) -> LabelledPairs:
    """Read the labelled pairs."""
    return msgspec.yaml.decode(path.read_bytes(), type=LabelledPairs)


def person(telling: TellingOf) -> PersonTraits:
    """Return what is compared of a person."""
    forms = (telling["name"], *telling.get("aliases", ()))
    is_full = any(read_name(form).is_full for form in forms)
    return PersonTraits(forms, is_full, telling.get("nation"), tuple(_offices(telling)), None)


def organization(telling: TellingOf) -> OrganizationTraits:
    """Return what is compared of an organization."""
    forms = (telling["name"], *telling.get("aliases", ()))
    return OrganizationTraits(forms, telling.get("nation"), telling.get("kind", "OTHER"), None)


def _offices(telling: TellingOf) -> Iterator[OfficeTrait]:
    if "office" in telling and "from" in telling and "to" in telling:
        first, last = f"{telling['from']}-01-01", f"{telling['to']}-12-31"
        yield OfficeTrait(telling["office"], f"Nation:{telling.get('nation')}", first, last)


def compared(pairs: LabelledPairs) -> Iterator[tuple[str, Compared]]:
    """Compare all pairs, each with what it is about."""
    for pair in pairs["people"]:
        yield "people", _compared(pair, person(pair["one"]), person(pair["other"]))
    for pair in pairs["organizations"]:
        one, other = organization(pair["one"]), organization(pair["other"])
        yield "organizations", _compared(pair, one, other)


def _compared(
    pair: LabelledPair,
    one: PersonTraits | OrganizationTraits,
    other: PersonTraits | OrganizationTraits,
) -> Compared:
    likeness = compare(Record("one", "one", "", one), Record("other", "other", "", other))
    return Compared(pair, likeness, bool(lookups(one) & keys(other)))


def score(some: Iterable[Compared], threshold: float = SAME_FROM) -> Score:
    """Score pairs at a threshold."""
    all_of_them = list(some)
    joined = [one for one in all_of_them if one.score >= threshold]
    return Score(
        threshold,
        right=sum(one.pair["same"] for one in joined),
        joined=len(joined),
        same=sum(one.pair["same"] for one in all_of_them),
    )


def by_subject() -> dict[str, list[Compared]]:
    """Return our own pairs, compared, by what they are about."""
    found: dict[str, list[Compared]] = {}
    for subject, one in compared(read_pairs()):
        found.setdefault(subject, []).append(one)
    return found


def _rows(subject: str, some: Sequence[Compared], thresholds: Iterable[float]) -> Iterator[str]:
    for threshold in thresholds:
        one = score(some, threshold)
        yield f"{subject:16}{threshold:6.2f}{one.precision:11.3f}{one.recall:8.3f}"


def main() -> None:
    """Run the evaluation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--curve", action="store_true", help="print other thresholds, too")
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    echo(f"{'':16}{'from':>6}{'precision':>11}{'recall':>8}")
    for subject, some in by_subject().items():
        thresholds = sorted({SAME_FROM, *THRESHOLDS}) if options.curve else (SAME_FROM,)
        for row in _rows(subject, some, thresholds):
            echo(row)
        if options.errors:
            wrong = (one for one in some if (one.score >= SAME_FROM) != one.pair["same"])
            echo("\n".join(one.told for one in wrong))


if __name__ == "__main__":
    main()
