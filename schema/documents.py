"""Documents: parsed, validated and compiled once, kept while they are in use."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    get_operation_ast,
    parse,
    validate,
)

from graph.errors import LimitError
from schema.advice import advised
from schema.compiler.limits import Limits
from schema.compiler.measure import Measure, Measuring

Key = TypeVar("Key", bound=Hashable)
Kept = TypeVar("Kept")


class Cache(Generic[Key, Kept]):
    """Keeps the most recently used of what is dear to make."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Kept] = OrderedDict()

    def get(
        self,
        key: Key,
        make: Callable[[], Kept],
        worth_keeping: Callable[[Kept], bool] = lambda _made: True,
    ) -> Kept:
        """What is kept under the key, else what ``make`` makes; its exceptions are not kept."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = make()
        if worth_keeping(made):
            self._kept[key] = made
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return made

    def __len__(self) -> int:
        return len(self._kept)


@dataclass(frozen=True, slots=True)
class Document:
    """A document that is valid, with the measures of its operations, or the errors it has."""

    node: DocumentNode | None
    errors: tuple[GraphQLError, ...] = ()
    measures: Mapping[str | None, Measure] = field(default_factory=dict[str | None, Measure])

    def operation(self, name: str | None) -> OperationDefinitionNode | None:
        """The operation of that name, or the only one; None where it is not clear."""
        return get_operation_ast(self.node, name) if self.node else None

    def measure(self, operation: OperationDefinitionNode) -> Measure:
        """How large an operation of it is."""
        return self.measures[operation.name.value if operation.name else None]


def read_document(schema: GraphQLSchema, query: str, limits: Limits) -> Document:
    """Parse, measure and validate a document, in this order: validation can take long."""
    try:
        node = parse(query, max_tokens=limits.tokens)
        measuring = Measuring(node, limits)
        measures = {
            one.name.value if one.name else None: measuring.operation(one)
            for one in node.definitions
            if isinstance(one, OperationDefinitionNode)
        }
    except GraphQLError as error:
        return Document(None, (error,))
    except LimitError as error:
        return Document(None, (GraphQLError(error.message, original_error=error),))
    errors = validate(schema, node, max_errors=20)
    if errors:
        return Document(None, tuple(advised(schema, error) for error in errors))
    return Document(node, measures=measures)
