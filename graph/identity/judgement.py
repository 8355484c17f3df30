"""Judgements: what people have decided of two records, which outweighs every score."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Verdict = Literal["SAME", "DIFFERENT", "UNSURE"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision of somebody on two records, the first in the alphabet named first.

    SAME joins the two, DIFFERENT keeps them apart, UNSURE joins them by no score. ``decided_at``
    is ISO 8601.
    """

    left: str
    right: str
    verdict: Verdict
    decided_at: str
    note: str = ""

    @property
    def pair(self) -> frozenset[str]:
        """The two records."""
        return frozenset((self.left, self.right))

    @property
    def id(self) -> str:
        """The key of the judgement: there is one for two records."""
        return f"{self.left}|{self.right}"


def judgement(one: str, other: str, verdict: Verdict, decided_at: str, note: str = "") -> Judgement:
    """A judgement on two records in whatever order."""
    left, right = sorted((one, other))
    return Judgement(left, right, verdict, decided_at, note)


@dataclass(frozen=True, slots=True)
class Judgements:
    """Judgements by the pair that they decide."""

    by_pair: Mapping[frozenset[str], Judgement]

    @classmethod
    def of(cls, some: Iterable[Judgement]) -> "Judgements":
        """All of them."""
        return cls({one.pair: one for one in some})

    def on(self, one: str, other: str) -> Judgement | None:
        """The judgement on two records, if there is one."""
        return self.by_pair.get(frozenset((one, other)))

    def verdict(self, one: str, other: str) -> Verdict | None:
        """What was decided of two records, if anything."""
        found = self.on(one, other)
        return found.verdict if found else None

    def partners(self, record: str) -> Iterable[str]:
        """The records that somebody decided to be the same as this one."""
        for pair, one in self.by_pair.items():
            if record in pair and one.verdict == "SAME":
                yield from pair - {record}


def read_judgement(row: Mapping[str, Any]) -> Judgement:
    """The judgement of a node's properties."""
    return Judgement(
        row["left"], row["right"], row["verdict"], row["decidedAt"], row.get("note", "")
    )
