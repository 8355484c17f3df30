"""Derived keys: orders by how many, or how recent, the things in a list of the node are."""

from collections.abc import Sequence

from schema.compiler.expression import Read
from schema.compiler.plan import DerivedKey
from schema.compiler.scope import Names, Scope
from schema.compiler.walks import walk_match
from schema.model.field import Many, Nodes, On, Path, Sort
from schema.model.model import Model
from schema.model.order import DERIVED


def is_derived(sort: Sort) -> bool:
    """Whether an order is by no property."""
    return sort.on is On.NODE and sort.property in DERIVED


def derived_variable(name: str, scope: Scope) -> str:
    """The variable that holds a derived key of the node of a scope."""
    return f"{scope.node}_{name}"


def derived_keys(
    sorts: Sequence[Sort], nodes: Nodes, scope: Scope, names: Names, model: Model
) -> tuple[DerivedKey, ...]:
    """What has to be found out of each node before a list of them can be sorted."""
    asked = dict.fromkeys(sort.property for sort in sorts if is_derived(sort))
    return tuple(_derived_key(name, nodes, scope, names, model) for name in asked)


def _derived_key(name: str, nodes: Nodes, scope: Scope, names: Names, model: Model) -> DerivedKey:
    given = DERIVED[name]
    # Labels that are listed together have the list alike: their interface declares it.
    field = model.catalog.shapes[nodes.labels[0]].fields[given.list]
    assert isinstance(field, Many)
    assert isinstance(field.path, Path)
    inner = names.scope(edge=True)
    return DerivedKey(
        derived_variable(name, scope),
        walk_match(scope, inner, field.path, model),
        Read(inner.node, given.greatest) if given.greatest else None,
    )
