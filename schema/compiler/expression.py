"""Expressions, conditions and matches: the parts that a plan is made of, as plain data.

Names in them (labels, types of relationships, properties) come from the ontology alone, and
variables are made by the planner. Whatever a client gives is a ``Parameter``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from schema.compiler.given import Given
from schema.model.field import Direction

# Expressions.


def same(value: Any) -> Any:
    """The value as it is."""
    return value


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value of the client, converted by ``convert``, which may refuse it with InputError."""

    given: Given
    convert: Callable[[Any], Any] = same


@dataclass(frozen=True, slots=True)
class Read:
    """A property of a node or relationship."""

    variable: str
    name: str


@dataclass(frozen=True, slots=True)
class FirstOf:
    """The first of several expressions that is not null."""

    options: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """An expression, or null where it is an empty text."""

    of: "Expression"


@dataclass(frozen=True, slots=True)
class EmptyList:
    """A list of nothing."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the ontology, such as a label."""

    text: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Two texts, one after the other."""

    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Lowered:
    """A text in small letters."""

    of: "Expression"


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable that a match brings."""

    name: str


@dataclass(frozen=True, slots=True)
class TypeOf:
    """The type of a relationship."""

    variable: str


@dataclass(frozen=True, slots=True)
class LabelOf:
    """The label of a node."""

    variable: str


Expression = (
    Parameter
    | Read
    | FirstOf
    | Filled
    | EmptyList
    | Word
    | Joined
    | Lowered
    | Variable
    | TypeOf
    | LabelOf
)

# Conditions.


class Operator(Enum):
    """An operator between two expressions."""

    EQUAL = "="
    UNEQUAL = "<>"
    LESS = "<"
    LESS_OR_EQUAL = "<="
    GREATER = ">"
    GREATER_OR_EQUAL = ">="
    IN = "IN"
    CONTAINS = "CONTAINS"
    STARTS_WITH = "STARTS WITH"
    ENDS_WITH = "ENDS WITH"


@dataclass(frozen=True, slots=True)
class Compare:
    """Compares two expressions; null where either is."""

    left: Expression
    operator: Operator
    right: Expression


@dataclass(frozen=True, slots=True)
class IsNull:
    """The expression is null."""

    of: Expression


@dataclass(frozen=True, slots=True)
class HasLabel:
    """The node has this label."""

    variable: str
    label: str


@dataclass(frozen=True, slots=True)
class HoldsAny:
    """The list holds one of those of another list."""

    list: Expression
    wanted: Expression


@dataclass(frozen=True, slots=True)
class HoldsAll:
    """The list holds all of another list."""

    list: Expression
    wanted: Expression


@dataclass(frozen=True, slots=True)
class AllOf:
    """All conditions hold; true where there are none."""

    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one condition holds; false where there are none."""

    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold, or is null."""

    of: "Condition"


@dataclass(frozen=True, slots=True)
class Exists:
    """Something matches and passes."""

    match: "Match"
    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Counted:
    """So many match and pass; ``distinct`` is what is counted, each once, where it is given."""

    match: "Match"
    condition: "Condition"
    numbers: tuple[tuple[Operator, Expression], ...]
    distinct: Expression | None = None


Condition = (
    Compare | IsNull | HasLabel | HoldsAny | HoldsAll | AllOf | AnyOf | Not | Exists | Counted
)

EVERYTHING = AllOf(())


def all_of(conditions: Iterable[Condition]) -> Condition:
    """All conditions hold; those that hold anyway are left out."""
    parts = tuple(one for one in conditions if one != EVERYTHING)
    return parts[0] if len(parts) == 1 else AllOf(parts)


# What is matched, and in what order.


@dataclass(frozen=True, slots=True)
class NodeMatch:
    """Nodes of a label, all or those with this key."""

    node: str
    label: str
    key: tuple[str, Expression] | None = None


@dataclass(frozen=True, slots=True)
class KeysMatch:
    """Nodes of a label that have one of these keys."""

    node: str
    label: str
    key: str
    keys: Parameter


@dataclass(frozen=True, slots=True)
class WalkMatch:
    """Nodes at the end of a relationship; ``label`` where the type alone does not tell.

    ``edge`` is empty where nothing is read of the relationship: the engine then does not fetch it.
    Where only events with a ``partner`` can pass, a nation, those of its pair with a nation at the
    start are enough.
    """

    start: str
    edge: str
    node: str
    types: tuple[str, ...]
    direction: Direction
    label: str | None
    partner: Parameter | None = None


@dataclass(frozen=True, slots=True)
class WrittenMatch:
    """What written Cypher finds.

    In the clause and in the order, ``@name`` stands for the variable that ``variables`` has for
    it, else for one that begins with ``prefix``; ``$name`` for the parameter in ``given``.
    ``needs`` are the variables from outside, ``brings`` those that are read of it.
    """

    clause: str
    order: str
    prefix: str
    variables: tuple[tuple[str, str], ...]
    needs: tuple[str, ...]
    brings: tuple[str, ...]
    given: tuple[tuple[str, Parameter], ...]

    @property
    def node(self) -> str:
        """The node that it leads to; empty where there is none."""
        return dict(self.variables).get("node", "")


@dataclass(frozen=True, slots=True)
class AnchoredMatch:
    """Nodes of a label that ``walks`` lead from to a node with this key, each of them once.

    The key is one of several where it is of ``many``; ``condition`` is what else must hold on the
    way. The walks are as seen from the nodes; the anchor is at the end of the last one.
    """

    node: str
    label: str
    anchor: str
    key: str
    value: Expression
    many: bool
    walks: tuple[WalkMatch, ...]
    condition: Condition


Match = NodeMatch | KeysMatch | WalkMatch | WrittenMatch | AnchoredMatch


@dataclass(frozen=True, slots=True)
class OrderKey:
    """A key to sort by; never null, so that comparing with it is enough.

    ``kind`` is the Python type of its values.
    """

    expression: Expression
    descending: bool
    kind: type
