"""Body descriptions: the nouns beside a name that tell what kind of body bears it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from loaders.gazetteer.table import read_table, split_cell


@dataclass(frozen=True, slots=True)
class BodyDescription:
    """What a noun says of a body, where one of some words stands before it, if there are any."""

    beside: frozenset[str]
    kind: str
    sector: str


@cache
def _load() -> Mapping[str, tuple[BodyDescription, ...]]:
    found: dict[str, list[BodyDescription]] = {}
    for row in read_table("body_descriptions"):
        one = BodyDescription(frozenset(split_cell(row["beside"])), row["kind"], row["sector"])
        found.setdefault(row["noun"], []).append(one)
    return MappingProxyType({noun: tuple(rows) for noun, rows in found.items()})


def described_by(noun: str, beside: Collection[str]) -> BodyDescription | None:
    """Return what a noun, in any number, and the words before it say: "rebel groups"."""
    said = {*beside}
    for form in _forms(noun):
        for one in _load().get(form, ()):
            if not one.beside or one.beside & said:
                return one
    return None


def _forms(noun: str) -> Iterator[str]:
    yield noun
    if noun.endswith("ies"):
        yield f"{noun[:-3]}y"
    elif noun.endswith("s"):
        yield noun[:-1]
