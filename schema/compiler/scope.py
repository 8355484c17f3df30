"""Scopes: the variables of a plan, and what the model's sources mean in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

from schema.compiler.expression import (
    EmptyList,
    Expression,
    Filled,
    FirstOf,
    Joined,
    Read,
    TypeOf,
    Variable,
    Word,
)
from schema.model.field import Column, GlobalId, LeafType, On, Property, Role, Source


@dataclass(frozen=True, slots=True)
class Scope:
    """A node and, below a walk, the relationship that led to it, by their variables.

    A written walk brings columns, whose variables begin with ``columns``, and may lead to no node.
    """

    node: str
    edge: str | None = None
    columns: str | None = None

    @property
    def base(self) -> str:
        """The variable to project an object of this scope around."""
        return self.edge or self.node

    def variable(self, on: On) -> str:
        """The variable of one side."""
        if on is On.NODE:
            return self.node
        assert self.edge is not None
        return self.edge

    def column(self, name: str) -> str:
        """The variable of a column."""
        assert self.columns is not None
        return f"{self.columns}_{name}"


class Names:
    """Makes variables that a statement does not have yet."""

    def __init__(self) -> None:
        self._numbers = count()

    def scope(self, *, edge: bool) -> Scope:
        """A new scope, with a relationship or without."""
        number = next(self._numbers)
        return Scope(f"n{number}", f"r{number}" if edge else None)

    def written(self, *, node: bool, edge: bool) -> Scope:
        """A new scope with columns."""
        number = next(self._numbers)
        return Scope(f"n{number}" if node else "", f"r{number}" if edge else None, f"c{number}")


def key_of_labels(variable: str, labels: tuple[str, ...], keys: Mapping[str, str]) -> Expression:
    """The key of a node that has one of these labels."""
    names = sorted({keys[label] for label in labels}, reverse=True)
    reads = tuple(Read(variable, name) for name in names)
    return reads[0] if len(reads) == 1 else FirstOf(reads)


def source_expression(source: Source, scope: Scope) -> Expression:
    """What a source means in a scope."""
    match source:
        case Property(name, on, fallback):
            read = Read(scope.variable(on), name)
            return FirstOf((read, Read(read.variable, fallback))) if fallback else read
        case GlobalId(label, key):
            return Joined(Word(f"{label}:"), Read(scope.node, key))
        case Role():
            return TypeOf(scope.variable(On.EDGE))
        case Column(name):
            return Variable(scope.column(name))


def value_expression(source: Source, leaf: LeafType, scope: Scope) -> Expression:
    """What a field that holds a value reads: never null for a list, null for an empty date."""
    expression = source_expression(source, scope)
    if leaf.many:
        return FirstOf((expression, EmptyList()))
    return Filled(expression) if leaf.name in {"Date", "DateTime"} else expression
