"""Starts: where a root list begins, so that it reads what is asked for and not the whole label.

A condition that asks for a related node by its key is turned round: the statement begins at that
node, which an index finds, and walks to the nodes of the list. Two conditions that ask events for
a nation each begin at the pair of the two, which has its events at hand; so does a list of a
nation's events that asks for another nation. Every condition that is turned round holds for what
is found from the other end; the rest is tested as it was.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from schema.compiler.expression import (
    EVERYTHING,
    AllOf,
    AnchoredMatch,
    Compare,
    Condition,
    Exists,
    HasLabel,
    NodeMatch,
    Operator,
    Parameter,
    Read,
    WalkMatch,
    all_of,
)
from schema.compiler.given import GivenList
from schema.compiler.plan import ConnectionPlan, Start
from schema.model.field import Direction
from schema.model.model import Model
from schema.model.walks import TAKES_PART

MOST_HOPS = 3


@dataclass(frozen=True, slots=True)
class Anchor:
    """A node that is known by its key, and the walks from the list's nodes to it.

    ``rest`` is what else is asked of the nodes on the way.
    """

    label: str
    key: str
    value: Parameter
    many: bool
    walks: tuple[WalkMatch, ...]
    rest: tuple[Condition, ...]


def conjuncts(condition: Condition) -> tuple[Condition, ...]:
    """The conditions that all must hold."""
    if isinstance(condition, AllOf):
        return tuple(one for part in condition.of for one in conjuncts(part))
    return (condition,)


def starts(plan: ConnectionPlan, model: Model) -> tuple[Start, ...]:
    """Where a list of all nodes of a label can begin; one of them does for any variables."""
    assert isinstance(plan.match, NodeMatch)
    asked = conjuncts(plan.condition)
    anchors = [(at, anchor) for at, one in enumerate(asked) if (anchor := find_anchor(one, model))]
    if not anchors:
        return (Start(plan.match, plan.condition),)
    at, anchor = min(anchors, key=lambda found: (found[1].many, len(found[1].walks)))
    match = AnchoredMatch(
        plan.match.node, plan.match.label, anchor.label, anchor.key, anchor.value, anchor.many,
        anchor.walks, all_of(anchor.rest),
    )  # fmt: skip
    usual = Start(match, all_of((*asked[:at], *asked[at + 1 :])))
    return _of_pair(plan, [anchor for _, anchor in anchors], usual)


def find_anchor(condition: Condition, model: Model, hops: int = 1) -> Anchor | None:
    """The anchor that a condition asks for, if it asks for any."""
    if not isinstance(condition, Exists) or not isinstance(condition.match, WalkMatch):
        return None
    walk, asked = condition.match, conjuncts(condition.condition)
    labels = {one.label for one in asked if isinstance(one, HasLabel) and one.variable == walk.node}
    label = walk.label or (labels.pop() if len(labels) == 1 else None)
    # The anchor has its label anyway.
    inner = tuple(one for one in asked if one != HasLabel(walk.node, label or ""))
    if label is not None:
        for at, one in enumerate(inner):
            key = model.catalog.keys[label]
            match one:
                case Compare(left, Operator.EQUAL | Operator.IN as operator, Parameter() as value):
                    if left == Read(walk.node, key):
                        rest = (*inner[:at], *inner[at + 1 :])
                        return Anchor(label, key, value, operator is Operator.IN, (walk,), rest)
                case _:
                    pass
    if hops < MOST_HOPS:
        for at, one in enumerate(asked):
            if further := find_anchor(one, model, hops + 1):
                rest = (*asked[:at], *asked[at + 1 :], *further.rest)
                return replace(further, walks=(walk, *further.walks), rest=rest)
    return None


def with_partner(plan: ConnectionPlan, model: Model) -> ConnectionPlan:
    """A list of events within an object, told of the nation that it asks its events for."""
    match = plan.match
    if not isinstance(match, WalkMatch) or match.label != "Event":
        return plan
    if match.direction is not Direction.IN or not set(match.types) <= set(TAKES_PART):
        return plan
    anchors = (find_anchor(one, model) for one in conjuncts(plan.condition))
    partners = _nations(anchor for anchor in anchors if anchor)
    return replace(plan, match=replace(match, partner=partners[0])) if partners else plan


def _nations(anchors: Iterable[Anchor]) -> Sequence[Parameter]:
    """The nations that events are asked to be between, one or two."""
    return [
        anchor.value
        for anchor in anchors
        if anchor.label == "Nation"
        and not anchor.many
        and len(anchor.walks) == 1
        and set(anchor.walks[0].types) <= set(TAKES_PART)
    ][:2]


def _of_pair(plan: ConnectionPlan, anchors: Iterable[Anchor], usual: Start) -> tuple[Start, ...]:
    assert isinstance(plan.match, NodeMatch)
    nations = _nations(anchors)
    if plan.match.label != "Event" or len(nations) < 2:
        return (usual,)
    codes = GivenList(tuple(one.given for one in nations))
    converts = tuple(one.convert for one in nations)

    def pair(given: Any) -> list[str]:
        """The key of the pair, alone in a list; a nation makes no pair with itself."""
        keys = sorted({convert(one) for convert, one in zip(converts, given, strict=True)})
        return ["-".join(keys)] if len(keys) == 2 else []

    found = Parameter(codes, pair)
    between = WalkMatch(
        plan.match.node, f"{plan.match.node}_between", f"{plan.match.node}_pair",
        ("BETWEEN",), Direction.OUT, "Dyad",
    )  # fmt: skip
    match = AnchoredMatch(
        plan.match.node, plan.match.label, "Dyad", "id", found, True, (between,), EVERYTHING
    )
    alone = Parameter(codes, lambda given: not pair(given))
    return (Start(match, plan.condition, found), replace(usual, given=alone))
