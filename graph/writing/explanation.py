"""Explanations: why records are one entity or two."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from graph.database import Transaction
from graph.identity.judgement import Judgement
from graph.identity.likeness import SAME_FROM, Likeness
from graph.identity.parting import is_part
from graph.writing import record_statements as statements
from graph.writing.event_state import EventState
from graph.writing.fold import EntityState, best_name
from graph.writing.kinds import EVENT, ORGANIZATION, PERSON, AnyClaim, AnyState, Kind
from graph.writing.neighbourhood import Neighbourhood
from graph.writing.reading import Reading


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records: how alike they are, and what somebody decided of them.

    ``are_one`` tells whether they stand for one entity, all others considered.
    """

    left: str
    right: str
    likeness: Likeness
    judgement: Judgement | None
    are_one: bool

    @property
    def decision(self) -> str:
        """What follows for the two by themselves, in words."""
        if self.judgement:
            return f"judged {self.judgement.verdict}"
        if is_part(self.left) or is_part(self.right):
            return "apart: somebody took it from the other articles' record, and may merge it"
        if self.likeness.conflict:
            return f"different: {self.likeness.conflict}"
        verdict = "same" if self.likeness.is_same else "not the same"
        told = f"{verdict}: {self.likeness.score:.2f}, where {SAME_FROM} are needed"
        if self.likeness.is_same and not self.are_one:
            return f"{told}; but apart, for others claim one of them or keep the two apart"
        return told


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the ids mean now, and their records and pairs of these, the strongest first.

    ``records`` tells the name of each record, ``articles`` those that tell of it.
    """

    entities: Sequence[str]
    records: dict[str, str]
    articles: dict[str, list[str]]
    pairs: Sequence[Pair]

    @property
    def is_one(self) -> bool:
        """Whether all is one entity."""
        return len(set(self.entities)) == 1

    def as_json(self) -> dict[str, Any]:
        """The explanation as plain data."""
        return {
            "one": self.is_one,
            "entities": list(self.entities),
            "records": self.records,
            "articles": self.articles,
            "pairs": [
                {
                    "left": pair.left,
                    "right": pair.right,
                    "decision": pair.decision,
                    "score": pair.likeness.score,
                    "grounds": [
                        {"what": one.what, "weight": one.weight, "told": one.told}
                        for one in pair.likeness.grounds
                    ],
                }
                for pair in self.pairs
            ],
        }


async def explain(
    transaction: Transaction, entities: Sequence[str], named: Sequence[str]
) -> Explanation:
    """Explain entities; where ``named`` tells two of their records, only these."""
    match entities[0].partition(":")[0]:
        case "Person":
            return await _explained(transaction, PERSON, entities, named)
        case "Organization":
            return await _explained(transaction, ORGANIZATION, entities, named)
        case _:
            return await _explained(transaction, EVENT, entities, named)


async def _explained(
    transaction: Transaction,
    kind: Kind[AnyClaim, AnyState],
    entities: Sequence[str],
    named: Sequence[str],
) -> Explanation:
    reading = Reading(transaction)
    near = Neighbourhood(reading, kind)
    found = await near.read(statements.BY_ENTITY, set(entities))
    decided = await reading.judgements(found)
    judged = {one.pair: one for one in decided}
    sides = [[name for name in found if near.kept[name].entity == one] for one in entities]
    pairs = [
        Pair(
            left,
            right,
            near.comparisons.of(left, right),
            judged.get(frozenset((left, right))),
            near.kept[left].entity == near.kept[right].entity,
        )
        for left, right in _pairs(sides, named)
    ]
    return Explanation(
        entities,
        {name: _told(near.kept[name].state) for name in sorted(found)},
        await _articles(transaction, found),
        sorted(pairs, key=_strength),
    )


async def _articles(transaction: Transaction, names: Collection[str]) -> dict[str, list[str]]:
    """The articles that tell of records."""
    articles: dict[str, list[str]] = {name: [] for name in sorted(names)}
    for row in await Reading(transaction).rows(statements.TELLING, names):
        articles[row["id"]].append(row["article"])
    return {name: sorted(some) for name, some in articles.items()}


def _pairs(sides: Sequence[Collection[str]], named: Sequence[str]) -> Iterable[tuple[str, str]]:
    if len(set(named)) == 2:
        return [(min(named), max(named))]
    if len(sides) == 2 and set(sides[0]) != set(sides[1]):
        return product(sorted(sides[0]), sorted(sides[1]))
    return combinations(sorted(sides[0]), 2)


def _strength(pair: Pair) -> tuple[bool, float, str, str]:
    return pair.judgement is None, -pair.likeness.score, pair.left, pair.right


def _told(state: object) -> str:
    match state:
        case EntityState():
            return best_name(state.names)
        case EventState():
            return f"{state.title}, {state.date.earliest}"
        case _:
            return ""
