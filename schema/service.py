"""The service: a query in, a result out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import strawberry
from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
)
from graphql.execution import get_variable_values

from graph.errors import InputError
from graph.ontology import Ontology
from schema.advice import advised
from schema.compiler.fit import UnfitError
from schema.compiler.given import Form
from schema.compiler.limits import Limits
from schema.compiler.operation import Compiler, Roots, variables_form
from schema.cost import Cost, points
from schema.documents import Cache, Document, read_document
from schema.errors import format_error
from schema.execution import execute_directly, execute_ordinarily, is_direct
from schema.model.model import Model, build_model
from schema.reader import Reader
from schema.request import Request
from schema.types.build import build_schema, core_schema

KEPT_DOCUMENTS = 500
MOST_ERRORS = 20
KEPT_OPERATIONS = 1000
LONGEST_KEPT = 32_768
"""Longer documents are not kept, so that what is kept stays small."""


class Way(Enum):
    """How a query is answered."""

    DIRECT = "direct"
    """What the statements give is the response, wherever that can be."""
    ORDINARY = "ordinary"
    """graphql-core completes the response, field by field: slower, and the same."""
    COST = "cost"
    """Not at all: only its cost is told."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gives; ``data`` is None where nothing was executed."""

    data: dict[str, Any] | None = None
    errors: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    extensions: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def response(self) -> dict[str, Any]:
        """The response as the GraphQL specification wants it."""
        parts: dict[str, Any] = {}
        if self.errors:
            parts["errors"] = self.errors
        if self.data is not None or not self.errors:
            parts["data"] = self.data
        if self.extensions:
            parts["extensions"] = self.extensions
        return parts


@dataclass(frozen=True, slots=True)
class Asked:
    """An operation that is sound, with its variables, its compiled root fields and its cost."""

    document: DocumentNode
    operation_name: str | None
    variables: dict[str, Any]
    coerced: Mapping[str, Any]
    roots: Roots
    cost: Cost


class GraphQLService:
    """Answers GraphQL queries from whatever reader it is given."""

    def __init__(
        self, ontology: Ontology, limits: Limits | None = None, model: Model | None = None
    ) -> None:
        model = model or build_model(ontology)
        self.schema: strawberry.Schema = build_schema(model)
        self._core: GraphQLSchema = core_schema(self.schema)
        self._limits = limits or Limits()
        self._compiler = Compiler(self._core, model, self._limits)
        self._documents: Cache[str, Document] = Cache(KEPT_DOCUMENTS)
        self._operations: Cache[tuple[str, str | None, Form], Roots] = Cache(KEPT_OPERATIONS)

    async def execute(
        self,
        query: str,
        reader: Reader,
        variables: Mapping[str, Any] | None = None,
        operation_name: str | None = None,
        way: Way = Way.DIRECT,
    ) -> Result:
        """Answer a query; every error is in the result."""
        try:
            asked = self._ask(query, dict(variables or {}), operation_name)
            if isinstance(asked, Result) or way is Way.COST:
                return asked if isinstance(asked, Result) else self._price(asked)
            asked.cost.check(self._limits)
            return _result(await self._run(asked, reader, way), asked.cost)
        except Exception as error:
            return _failure([GraphQLError(str(error), original_error=error)])

    def _price(self, asked: Asked) -> Result:
        return Result(extensions=asked.cost.told_with(self._limits))

    def _ask(
        self, query: str, variables: dict[str, Any], operation_name: str | None
    ) -> Asked | Result:
        """What is asked, or the result where it is nothing that can be answered."""
        document = self._document(query)
        operation = document.operation(operation_name)
        if operation is None or document.node is None:
            return _failure(document.errors or [_no_operation(operation_name)])
        coerced = get_variable_values(
            self._core, operation.variable_definitions or (), variables, MOST_ERRORS
        )
        if isinstance(coerced, list):
            return _failure([advised(self._core, error) for error in coerced])
        roots = self._roots(query, document, operation, operation_name, coerced.coerced)
        total = points(roots.values(), coerced.coerced)
        cost = Cost(total, document.measure(operation), document.node.token_count or 0)
        return Asked(document.node, operation_name, variables, coerced.coerced, roots, cost)

    async def _run(self, asked: Asked, reader: Reader, way: Way) -> ExecutionResult:
        request = Request(asked.roots, asked.coerced, reader)
        if way is Way.DIRECT and is_direct(asked.roots):
            try:
                return await execute_directly(self._core, request)
            except UnfitError:
                pass
        return await execute_ordinarily(
            self._core, asked.document, asked.operation_name, asked.variables, request
        )

    def _document(self, query: str) -> Document:
        if len(query) > LONGEST_KEPT:
            return read_document(self._core, query, self._limits)
        return self._documents.get(query, lambda: read_document(self._core, query, self._limits))

    def _roots(
        self,
        query: str,
        document: Document,
        operation: OperationDefinitionNode,
        operation_name: str | None,
        coerced: Mapping[str, Any],
    ) -> Roots:
        form = variables_form(self._core, operation.variable_definitions or (), coerced)
        assert document.node is not None
        node = document.node
        return self._operations.get(
            (query, operation_name, form),
            lambda: self._compiler.compile(node, operation, form),
            worth_keeping=lambda roots: len(query) <= LONGEST_KEPT and _none_failed(roots),
        )


def _none_failed(roots: Roots) -> bool:
    return not any(isinstance(root.answer, InputError) for root in roots.values())


def _no_operation(name: str | None) -> GraphQLError:
    if name is None:
        return GraphQLError("The document has several operations: name the one to execute.")
    return GraphQLError(f"The document has no operation {name!r}.")


def _failure(errors: Sequence[GraphQLError]) -> Result:
    return Result(errors=[format_error(error) for error in errors])


def _result(executed: ExecutionResult, cost: Cost) -> Result:
    errors = [format_error(error) for error in executed.errors or ()]
    return Result(executed.data, errors, cost.told())
