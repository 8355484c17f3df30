"""Selections: what a document asks for, with fragments, directives and aliases worked out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLIncludeDirective,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    InlineFragmentNode,
    SelectionNode,
    SelectionSetNode,
    get_named_type,
    is_abstract_type,
    is_object_type,
)

from graph.errors import InputError
from schema.compiler.arguments import Variables, given_arguments
from schema.compiler.given import Constant, Given
from schema.compiler.limits import Limits


@dataclass(frozen=True, slots=True)
class Selected:
    """A field that is asked for.

    ``key`` is its name in the response. ``children`` are by the name of each object type that
    the field can turn out to be. ``size`` is how many fields it makes, itself and all below;
    what is asked alike of several types counts once, as it is read once.
    """

    key: str
    name: str
    given: tuple[tuple[str, Given], ...] = ()
    children: tuple[tuple[str, tuple["Selected", ...]], ...] = ()
    size: int = field(default=1, compare=False)

    @property
    def arguments(self) -> Mapping[str, Given]:
        """The arguments by name."""
        return dict(self.given)

    def of(self, type_name: str) -> tuple["Selected", ...]:
        """What is asked for of an object of this type."""
        return dict(self.children).get(type_name, ())


Collected = dict[str, list[FieldNode]]


def _distinct(children: tuple[tuple[str, tuple[Selected, ...]], ...]) -> Iterable[Selected]:
    if len(children) == 1:
        return children[0][1]
    return {one for _, selected in children for one in selected}


class Selecting:
    """Works out the selections of one operation; raises InputError past the limits."""

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: Variables,
        limits: Limits,
    ) -> None:
        self._schema = schema
        self._fragments = fragments
        self._variables = variables
        self._limits = limits
        self._known: dict[tuple[str, tuple[int, ...], int], tuple[Selected, ...]] = {}

    def select(
        self, type_: GraphQLObjectType, sets: Sequence[SelectionSetNode], depth: int = 1
    ) -> tuple[Selected, ...]:
        """The fields that selection sets ask of an object type, each response key once.

        The same sets are worked out once, however many fragments lead to them.
        """
        key = (type_.name, tuple(id(one) for one in sets), depth)
        if key not in self._known:
            self._known[key] = self._select(type_, sets, depth)
        return self._known[key]

    def _select(
        self, type_: GraphQLObjectType, sets: Sequence[SelectionSetNode], depth: int
    ) -> tuple[Selected, ...]:
        if depth > self._limits.depth:
            raise InputError(
                f"The query is more than {self._limits.depth} fields deep.",
                fix="Ask less deeply, and go on from the ids that you get.",
            )
        collected: Collected = {}
        visited: set[str] = set()
        for one in sets:
            self._collect(type_, one, collected, visited)
        found = tuple(self._selected(type_, key, nodes, depth) for key, nodes in collected.items())
        if sum(one.size for one in found) > self._limits.fields:
            raise InputError(
                f"The query asks for more than {self._limits.fields} fields, fragments worked out.",
                fix="Ask for less, or split it into several queries.",
            )
        return found

    def _selected(
        self, type_: GraphQLObjectType, key: str, nodes: list[FieldNode], depth: int
    ) -> Selected:
        name = nodes[0].name.value
        if name.startswith("__"):
            return Selected(key, name)
        declared = type_.fields[name]
        given = given_arguments(declared.args, tuple(nodes[0].arguments or ()), self._variables)
        sets = [node.selection_set for node in nodes if node.selection_set]
        children = tuple(
            (one.name, self.select(one, sets, depth + 1)) for one in self._possible(declared)
        )
        size = 1 + sum(one.size for one in _distinct(children))
        return Selected(key, name, tuple(given.items()), children, size)

    def _possible(self, declared: GraphQLField) -> Iterable[GraphQLObjectType]:
        # graphql-core leaves its generic types open.
        type_ = cast(GraphQLNamedType, get_named_type(cast(Any, declared.type)))
        if is_object_type(type_):
            return (type_,)
        return self._schema.get_possible_types(type_) if is_abstract_type(type_) else ()

    def _collect(
        self,
        type_: GraphQLObjectType,
        selections: SelectionSetNode,
        collected: Collected,
        visited: set[str],
    ) -> None:
        for node in selections.selections:
            if not self._included(node):
                continue
            if isinstance(node, FieldNode):
                key = node.alias.value if node.alias else node.name.value
                collected.setdefault(key, []).append(node)
                continue
            fragment = self._fragment(node, visited)
            if fragment is not None and self._applies(fragment, type_):
                self._collect(type_, fragment.selection_set, collected, visited)

    def _fragment(
        self, node: SelectionNode, visited: set[str]
    ) -> FragmentDefinitionNode | InlineFragmentNode | None:
        """The fragment of a selection; a named one only the first time."""
        if isinstance(node, InlineFragmentNode):
            return node
        assert isinstance(node, FragmentSpreadNode)
        name = node.name.value
        if name in visited:
            return None
        visited.add(name)
        return self._fragments[name]

    def _applies(
        self, fragment: FragmentDefinitionNode | InlineFragmentNode, type_: GraphQLObjectType
    ) -> bool:
        if fragment.type_condition is None:
            return True
        condition = self._schema.type_map[fragment.type_condition.name.value]
        return condition is type_ or (
            is_abstract_type(condition) and self._schema.is_sub_type(condition, type_)
        )

    def _included(self, node: SelectionNode) -> bool:
        for directive in node.directives or ():
            for declared, wanted in (
                (GraphQLSkipDirective, False),
                (GraphQLIncludeDirective, True),
            ):
                if directive.name.value == declared.name:
                    nodes = tuple(directive.arguments or ())
                    given = given_arguments(declared.args, nodes, self._variables)["if"]
                    assert isinstance(given, Constant)
                    if given.value is not wanted:
                        return False
        return True
