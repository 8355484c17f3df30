"""Measures: how large an operation is, from its document alone, before anything else looks at it.

One pass over the document. Selections that stand under one response key are merged, as execution
merges them, and what the same selection sets come to is worked out once, however many fragments
lead to them: a document cannot make this pass longer than its budget, nor, once it has passed, the
validation, which compares what is merged in pairs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)

from graph.errors import LimitError
from schema.compiler.limits import Limits

MOST_WORK = 20_000
"""Selections that are looked at; a document of 5,000 tokens without fragments has fewer."""

DEEPEST = 150
"""Where counting the depth ends, so that Python's own limit of recursion is never met."""

SPLIT = "Ask for less, or split it into several queries."


@dataclass(frozen=True, slots=True)
class Measure:
    """The size of an operation, with all fragments worked out."""

    depth: int = 0
    aliases: int = 0
    root_fields: int = 0


class Measuring:
    """Measures the operations of one document; raises LimitError past the limits."""

    def __init__(self, document: DocumentNode, limits: Limits) -> None:
        self._fragments: Mapping[str, FragmentDefinitionNode] = {
            one.name.value: one
            for one in document.definitions
            if isinstance(one, FragmentDefinitionNode)
        }
        self._limits = limits
        self._known: dict[tuple[int, ...], Measure] = {}
        self._work = 0
        self._merges = 0

    def operation(self, operation: OperationDefinitionNode) -> Measure:
        """The measure of an operation."""
        measure = self._measure((operation.selection_set,), 1)
        limits = self._limits
        _check("a depth of", measure.depth, limits.depth, "Ask less deeply, and go on from ids.")
        _check("this number of aliases:", measure.aliases, limits.aliases, SPLIT)
        _check("this number of root fields:", measure.root_fields, limits.root_fields, SPLIT)
        return measure

    def _measure(self, sets: tuple[SelectionSetNode, ...], level: int) -> Measure:
        key = tuple(id(one) for one in sets)
        if key not in self._known:
            _check("a depth of at least", level, DEEPEST, "Ask less deeply, and go on from ids.")
            # A fragment within itself ends here; validation refuses it.
            self._known[key] = Measure()
            self._known[key] = self._sum(self._merged(sets), level)
        return self._known[key]

    def _sum(self, fields: Mapping[str, Sequence[FieldNode]], level: int) -> Measure:
        below = [
            self._measure(tuple(one.selection_set for one in nodes if one.selection_set), level + 1)
            for nodes in fields.values()
            if any(one.selection_set for one in nodes)
        ]
        aliased = sum(nodes[0].alias is not None for nodes in fields.values())
        return Measure(
            depth=1 + max((one.depth for one in below), default=0),
            aliases=aliased + sum(one.aliases for one in below),
            root_fields=len(fields),
        )

    def _merged(self, sets: Iterable[SelectionSetNode]) -> Mapping[str, Sequence[FieldNode]]:
        """The fields of selection sets by response key, of whatever type they are."""
        fields: dict[str, list[FieldNode]] = {}
        visited: set[str] = set()
        for one in sets:
            self._collect(one.selections, fields, visited)
        together = [len(visited), *(len(nodes) for nodes in fields.values())]
        self._merges += sum(many * (many - 1) // 2 for many in together)
        _check("this number of pairs to merge:", self._merges, self._limits.merges, SPLIT)
        return fields

    def _collect(
        self,
        selections: Sequence[SelectionNode],
        fields: dict[str, list[FieldNode]],
        visited: set[str],
    ) -> None:
        self._work += len(selections)
        _check("a number of selections of at least", self._work, MOST_WORK, SPLIT)
        for node in selections:
            if isinstance(node, FieldNode):
                name = node.alias or node.name
                fields.setdefault(name.value, []).append(node)
            elif inner := self._inner(node, visited):
                self._collect(inner.selections, fields, visited)

    def _inner(self, node: SelectionNode, visited: set[str]) -> SelectionSetNode | None:
        """The selections of a fragment; of a named one only the first time."""
        if isinstance(node, InlineFragmentNode):
            return node.selection_set
        name = getattr(node, "name").value  # noqa: B009
        if name in visited or name not in self._fragments:
            return None
        visited.add(name)
        return self._fragments[name].selection_set


def _check(what: str, asked: int, limit: int, fix: str) -> None:
    if asked > limit:
        raise LimitError(what, asked, limit, fix=fix)
