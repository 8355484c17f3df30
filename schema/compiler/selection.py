"""Selections: what a document asks for, with fragments, directives and aliases worked out."""

from collections.abc import Iterable, Mapping, Sequence
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

from graph.errors import LimitError
from schema.compiler.arguments import Variables, given_arguments
from schema.compiler.given import Constant, Given
from schema.compiler.limits import Limits
from schema.compiler.measure import SPLIT


@dataclass(frozen=True, slots=True, eq=False)
class Selected:
    """A field that is asked for.

    ``key`` is its name in the response. ``children`` are by the name of each object type that
    the field can turn out to be. ``size`` is how many fields it makes, itself and all below;
    what is asked alike of several types counts once, as it is read once. Of one operation, two
    that ask for the same are one and the same object: comparing them never looks inside.
    """

    key: str
    name: str
    given: tuple[tuple[str, Given], ...] = ()
    children: tuple[tuple[str, tuple["Selected", ...]], ...] = ()
    size: int = 1

    @property
    def arguments(self) -> Mapping[str, Given]:
        """The arguments by name."""
        return dict(self.given)

    def of(self, type_name: str) -> tuple["Selected", ...]:
        """What is asked for of an object of this type."""
        return dict(self.children).get(type_name, ())


Collected = dict[str, list[FieldNode]]


Children = tuple[tuple[str, tuple[Selected, ...]], ...]


def _distinct(children: Children) -> Iterable[Selected]:
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
        self._known: dict[tuple[str, tuple[int, ...]], tuple[Selected, ...]] = {}
        self._same: dict[tuple[object, ...], Selected] = {}
        self._left = limits.fields

    def select(
        self, type_: GraphQLObjectType, sets: Sequence[SelectionSetNode]
    ) -> tuple[Selected, ...]:
        """The fields that selection sets ask of an object type, each response key once.

        The same sets are worked out once, however many fragments lead to them.
        """
        key = (type_.name, tuple(id(one) for one in sets))
        if key not in self._known:
            self._known[key] = self._select(type_, sets)
        return self._known[key]

    def collect(self, type_: GraphQLObjectType, sets: Sequence[SelectionSetNode]) -> Collected:
        """The fields of selection sets by response key, all that stand under it."""
        collected: Collected = {}
        visited: set[str] = set()
        for one in sets:
            self._collect(type_, one, collected, visited)
        return collected

    def _select(
        self, type_: GraphQLObjectType, sets: Sequence[SelectionSetNode]
    ) -> tuple[Selected, ...]:
        collected = self.collect(type_, sets)
        self._left -= len(collected)
        if self._left < 0:
            raise self._too_many(self._limits.fields - self._left)
        found = tuple(self._selected(type_, key, nodes) for key, nodes in collected.items())
        size = sum(one.size for one in found)
        if size > self._limits.fields:
            raise self._too_many(size)
        return found

    def _too_many(self, asked: int) -> LimitError:
        return LimitError("this number of fields:", asked, self._limits.fields, fix=SPLIT)

    def _selected(self, type_: GraphQLObjectType, key: str, nodes: list[FieldNode]) -> Selected:
        name = nodes[0].name.value
        if name.startswith("__"):
            return self._one(key, name, (), ())
        declared = type_.fields[name]
        given = given_arguments(declared.args, tuple(nodes[0].arguments or ()), self._variables)
        sets = [node.selection_set for node in nodes if node.selection_set]
        children = tuple((one.name, self.select(one, sets)) for one in self._possible(declared))
        return self._one(key, name, tuple(given.items()), children)

    def _one(
        self, key: str, name: str, given: tuple[tuple[str, Given], ...], children: Children
    ) -> Selected:
        """The only object that asks for this."""
        same = (key, name, given, children)
        if same not in self._same:
            size = 1 + sum(one.size for one in _distinct(children))
            self._same[same] = Selected(key, name, given, children, size)
        return self._same[same]

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
