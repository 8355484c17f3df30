"""The cost of an operation: told with every answer, and refused before anything runs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import LimitError
from schema.compiler.limits import Limits
from schema.compiler.measure import Measure
from schema.compiler.operation import Compiled, Root

CHEAPER = "Ask for smaller pages, above all of lists within lists, or for fewer fields."


@dataclass(frozen=True, slots=True)
class Cost:
    """What an operation asks for; ``points`` are what its root fields can cost at most."""

    points: int
    measure: Measure
    tokens: int

    def check(self, limits: Limits) -> None:
        """Raises LimitError where it is more than allowed."""
        if self.points > limits.cost:
            raise LimitError("a cost of", self.points, limits.cost, fix=CHEAPER)

    def told(self) -> Mapping[str, Any]:
        """For the extensions of a response."""
        measure = self.measure
        return {"cost": _names(self.points, measure, self.tokens)}

    def told_with(self, limits: Limits) -> Mapping[str, Any]:
        """For the extensions of a response that tells nothing else: with the limits."""
        most = Measure(limits.depth, limits.aliases, limits.root_fields)
        return {**self.told(), "limits": _names(limits.cost, most, limits.tokens)}


def _names(points: int, measure: Measure, tokens: int) -> Mapping[str, int]:
    return {
        "points": points,
        "depth": measure.depth,
        "aliases": measure.aliases,
        "rootFields": measure.root_fields,
        "tokens": tokens,
    }


def points(roots: Iterable[Root], variables: Mapping[str, Any]) -> int:
    """The points of all root fields; one that cannot be answered costs nothing."""
    answers = (root.answer for root in roots)
    return sum(one.price.of(variables) for one in answers if isinstance(one, Compiled))
