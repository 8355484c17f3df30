"""Selections: what a document asks for, with fragments, directives and aliases worked out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
    the field can turn out to be.
    """

    key: str
    name: str
    arguments: Mapping[str, Given]
    children: Mapping[str, tuple["Selected", ...]]

    def of(self, type_name: str) -> tuple["Selected", ...]:
        """What is asked for of an object of this type."""
        return self.children.get(type_name, ())


Collected = dict[str, list[FieldNode]]


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
        self._left = limits.fields

    def select(
        self, type_: GraphQLObjectType, sets: Iterable[SelectionSetNode], depth: int = 1
    ) -> tuple[Selected, ...]:
        """The fields that selection sets ask of an object type, each response key once."""
        if depth > self._limits.depth:
            raise InputError(
                f"The query is more than {self._limits.depth} fields deep.",
                fix="Ask less deeply, and go on from the ids that you get.",
            )
        collected: Collected = {}
        visited: set[str] = set()
        for one in sets:
            self._collect(type_, one, collected, visited)
        return tuple(self._selected(type_, key, nodes, depth) for key, nodes in collected.items())

    def _selected(
        self, type_: GraphQLObjectType, key: str, nodes: list[FieldNode], depth: int
    ) -> Selected:
        self._left -= 1
        if self._left < 0:
            raise InputError(
                f"The query asks for more than {self._limits.fields} fields, fragments worked out.",
                fix="Ask for less, or split it into several queries.",
            )
        name = nodes[0].name.value
        if name.startswith("__"):
            return Selected(key, name, {}, {})
        field = type_.fields[name]
        arguments = given_arguments(field.args, tuple(nodes[0].arguments or ()), self._variables)
        sets = [node.selection_set for node in nodes if node.selection_set]
        children = {one.name: self.select(one, sets, depth + 1) for one in self._possible(field)}
        return Selected(key, name, arguments, children)

    def _possible(self, field: GraphQLField) -> Iterable[GraphQLObjectType]:
        # graphql-core leaves its generic types open.
        type_ = cast(GraphQLNamedType, get_named_type(cast(Any, field.type)))
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
