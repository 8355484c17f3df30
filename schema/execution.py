"""Execution: the two ways from compiled root fields to a result, which always say the same.

Directly: what the statements give is the response. The ordinary way: graphql-core completes it
field by field. It is there for what GraphQL tells of itself, for what does not fit the schema, and
to test the other one.
"""

import asyncio
from inspect import isawaitable
from typing import Any, cast

import graphql
from graphql import DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema, located_error

from schema.compiler.fit import UnfitError
from schema.compiler.operation import Roots
from schema.request import Request

TYPENAME = "__typename"


def is_direct(roots: Roots) -> bool:
    """Whether the root fields can be answered without graphql-core."""
    return all(root.answer is not None or root.name == TYPENAME for root in roots.values())


async def execute_directly(schema: GraphQLSchema, request: Request) -> ExecutionResult:
    """Answer all root fields at once; raises UnfitError where the graph breaks a promise."""
    assert schema.query_type is not None
    answered = await _answers(request)
    data = {key: answered.get(key, schema.query_type.name) for key in request.roots}
    errors: list[GraphQLError] = []
    for key, answer in answered.items():
        if isinstance(answer, UnfitError | asyncio.CancelledError):
            raise answer
        if isinstance(answer, Exception):
            errors.append(located_error(answer, request.roots[key].nodes, [key]))
            data[key] = None
    return ExecutionResult(data, errors or None)


async def _answers(request: Request) -> dict[str, Any]:
    """What each root field gives, or the exception that it raises."""
    keys = [key for key, root in request.roots.items() if root.answer is not None]
    if len(keys) > 1:
        asked = (request.answer(key, fitted=True) for key in keys)
        answers = await asyncio.gather(*asked, return_exceptions=True)
        return dict(zip(keys, answers, strict=True))
    answered: dict[str, Any] = {}
    for key in keys:
        # A task of its own would cost more than all else that is done here.
        try:
            answered[key] = await request.answer(key, fitted=True)
        except Exception as error:
            answered[key] = error
    return answered


async def execute_ordinarily(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation_name: str | None,
    variables: dict[str, Any],
    request: Request,
) -> ExecutionResult:
    """Let graphql-core answer, which asks the request for each root field."""
    executed = cast(Any, graphql).execute(
        schema,
        document,
        context_value=request,
        variable_values=variables,
        operation_name=operation_name,
    )
    return await executed if isawaitable(executed) else executed
