"""The sample graph: made by a seeded generator, so that it is the same on every machine.

Nations are as unequal as in the news: the n-th has 1/n of the first one's events, so that the
first takes part in every sixth or so.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate, combinations
from typing import Any, LiteralString

from graph.ontology import Ontology
from graph.writing import statements

Row = dict[str, Any]

FIRST_DAY = date(2000, 1, 1)
DAYS = 7300
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SYLLABLES = ("an", "bel", "chi", "dor", "eth", "fal", "gor", "hu", "ib", "jo", "kal", "lem")


@dataclass(frozen=True, slots=True)
class Size:
    """How many of each there are; relationships follow from these."""

    people: int = 20_000
    nations: int = 200
    events: int = 50_000
    agreements: int = 5_000

    def tenth(self) -> "Size":
        """A tenth of it, but for the nations: they do not grow with the news."""
        return Size(self.people // 10, self.nations, self.events // 10, self.agreements // 10)


@dataclass(slots=True)
class Sample:
    """Statements with the rows that they take, in the order in which they are to run."""

    parts: list[tuple[LiteralString, list[Row]]] = field(
        default_factory=list[tuple[LiteralString, list[Row]]]
    )
    nodes: int = 0
    relationships: int = 0
    """Without those to pairs of nations, which are an index."""

    def add_nodes(self, statement: LiteralString, rows: list[Row]) -> None:
        """Rows that each make a node."""
        self.parts.append((statement, rows))
        self.nodes += len(rows)

    def add_edges(self, statement: LiteralString, rows: list[Row]) -> None:
        """Rows that each make a relationship."""
        self.parts.append((statement, rows))
        self.relationships += len(rows)


def code(at: int) -> str:
    """The code of a nation: as short as real ones."""
    return "".join(LETTERS[at // 26**power % 26] for power in (2, 1, 0))


def pair_ids(codes: Sequence[str]) -> list[str]:
    """The ids of all pairs of nations among those with the codes."""
    return [f"{first}-{second}" for first, second in combinations(sorted(codes), 2)]


class Generator:
    """Makes a sample of a size; the seed is part of the benchmark."""

    def __init__(self, size: Size, ontology: Ontology, seed: int = 1648) -> None:
        self._size = size
        self._ontology = ontology
        self._random = random.Random(seed)  # noqa: S311 - no secret: it must repeat
        self._codes = [code(at) for at in range(size.nations)]
        self._weights = list(accumulate(1 / (at + 1) for at in range(size.nations)))
        self._homes: list[str] = []
        self._sides: list[tuple[list[str], list[str]]] = []

    def make(self) -> Sample:
        """The whole sample."""
        sample = Sample()
        self._nodes(sample)
        self._edges(sample)
        self._pairs(sample)
        return sample

    def _nation(self) -> str:
        return self._random.choices(self._codes, cum_weights=self._weights)[0]

    def _name(self) -> str:
        words = ("".join(self._random.choices(SYLLABLES, k=2)) for _ in range(2))
        return " ".join(word.capitalize() for word in words)

    def _day(self) -> str:
        return (FIRST_DAY + timedelta(self._random.randrange(DAYS))).isoformat()

    def _nodes(self, sample: Sample) -> None:
        regions = ("Asia", "Europe", "Africa", "Americas", "Oceania")
        sample.add_nodes(
            statements.NATIONS,
            [
                {"code": one, "name": f"Nation {one}", "region": regions[at % len(regions)]}
                for at, one in enumerate(self._codes)
            ],
        )
        persons: list[Row] = [
            {"id": f"person-{at}", "name": self._name(), "aliases": []}
            for at in range(self._size.people)
        ]
        sample.add_nodes(statements.ENTITIES["Person"], persons)
        sample.add_nodes(statements.EVENTS, [self._event(at) for at in range(self._size.events)])
        agreements = [self._agreement(at) for at in range(self._size.agreements)]
        sample.add_nodes(statements.ENTITIES["Agreement"], agreements)

    def _event(self, at: int) -> Row:
        kind = self._random.choice(list(self._ontology.event_types))
        described = self._ontology.event_types[kind]
        day = self._day()
        return {
            "id": f"event-{at}",
            "type": kind,
            "quadClass": described.quad_class,
            "intensity": described.intensity,
            "modality": self._random.choices(("ASSERTED", "FUTURE"), (9, 1))[0],
            "contexts": self._random.sample(self._ontology.contexts, k=2),
            "earliest": day,
            "latest": day,
            "precision": "DAY",
            "dateSource": "TEXT",
            "title": f"{self._name()}: {kind.lower()}",
            "confidence": round(self._random.uniform(0.4, 1), 2),
        }

    def _agreement(self, at: int) -> Row:
        day = self._day()
        return {
            "id": f"agreement-{at}",
            "name": f"{self._name()} agreement",
            "aliases": [],
            "kind": self._random.choice(list(self._ontology.enums["AgreementKind"].values)),
            "status": self._random.choice(list(self._ontology.enums["AgreementStatus"].values)),
            "earliest": day,
            "latest": day,
            "precision": "DAY",
        }

    def _edges(self, sample: Sample) -> None:
        people, events = self._size.people, self._size.events
        self._homes = [self._nation() for _ in range(people)]
        homes = [{"id": f"person-{at}", "key": home} for at, home in enumerate(self._homes)]
        sample.add_edges(statements.JOIN_NATION["Person"], homes)
        sample.add_edges(statements.OFFICES["Nation"], self._offices())
        self._sides = [([self._nation()], []) for _ in range(events)]
        for at in self._random.sample(range(events), k=events // 2):
            actors, recipients = self._sides[at]
            recipients += [one for one in [self._nation()] if one not in actors]
        for role, side in (("HAS_ACTOR", 0), ("HAS_RECIPIENT", 1)):
            rows: list[Row] = [
                {"id": f"event-{at}", "key": one, "via": []}
                for at, sides in enumerate(self._sides)
                for one in sides[side]
            ]
            sample.add_edges(statements.NATION_PARTICIPANTS[role], rows)
        sample.add_edges(statements.PARTICIPANTS["HAS_ACTOR", "Person"], self._speakers())
        sample.add_edges(statements.PARTIES["Nation"], self._parties())
        sample.add_edges(statements.CONCERNS, self._changes())

    def _offices(self) -> list[Row]:
        holders = self._random.sample(range(self._size.people), k=self._size.people // 2)
        edge = {"earliest": "2000-01-01", "latest": "2019-12-31", "reports": 1}
        return [
            {"id": f"person-{at}", "key": self._homes[at], "title": "Minister"}
            | {"edge": edge | {"title": "Minister"}}
            for at in holders
        ]

    def _speakers(self) -> list[Row]:
        """People in a little more than half of the events; with them, there are 150,000 edges."""
        speaking = self._random.sample(range(self._size.events), k=self._size.events * 11 // 20)
        return [
            {"id": f"event-{at}", "key": f"person-{self._random.randrange(self._size.people)}"}
            for at in speaking
        ]

    def _parties(self) -> list[Row]:
        rows: list[Row] = []
        for at in range(self._size.agreements):
            for party in sorted({self._nation(), self._nation()}):
                edge = {"status": "SIGNED", "earliest": "2000-01-01", "reports": 1}
                rows.append({"id": f"agreement-{at}", "key": party, "edge": edge})
        return rows

    def _changes(self) -> list[Row]:
        changing = self._random.sample(range(self._size.events), k=self._size.events // 5)
        return [
            {"id": f"event-{at}", "effect": "SIGNED"}
            | {"key": f"agreement-{self._random.randrange(self._size.agreements)}"}
            for at in changing
        ]

    def _pairs(self, sample: Sample) -> None:
        """The index of pairs, as the writer makes it."""
        rows = [
            {"id": f"event-{at}", "key": pair, "first": pair[:3], "second": pair[4:]}
            for at, (actors, recipients) in enumerate(self._sides)
            for pair in pair_ids([*actors, *recipients])
        ]
        dyads = {row["key"]: row for row in rows}
        sample.add_nodes(statements.DYADS, list(dyads.values()))
        sample.parts.append((statements.BETWEEN, rows))
