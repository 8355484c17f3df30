"""A GraphQL request, read from the body of a POST or the query string of a GET."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from server.request_error import RequestError

EXAMPLE = '{"query": "{ nations(first: 3) { nodes { name } } }"}'


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    """A document, the values of its variables, and which of its operations is meant.

    ``cost_only`` asks what it would cost, and for no answer.
    """

    query: str
    variables: Mapping[str, Any] = field(default_factory=dict[str, Any])
    operation_name: str | None = None
    cost_only: bool = False


def request_from_json(body: bytes) -> GraphQLRequest:
    """The request in a JSON body; raises RequestError."""
    try:
        given: Any = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise RequestError(
            "The body is not JSON in UTF-8.", fix=f"Send an object like {EXAMPLE}."
        ) from error
    if isinstance(given, list):
        raise RequestError(
            "The body holds several requests.", fix="Send them one by one, each as an object."
        )
    if not isinstance(given, dict):
        raise RequestError("The body is not an object.", fix=f"Send an object like {EXAMPLE}.")
    return _request(cast(dict[str, Any], given))


def request_from_parameters(parameters: Mapping[str, str]) -> GraphQLRequest:
    """The request in the parameters of a query string; raises RequestError."""
    given: dict[str, Any] = dict(parameters)
    for name in ("variables", "extensions"):
        if given.get(name):
            given[name] = _json_parameter(name, given[name])
        else:
            given.pop(name, None)
    return _request(given)


def _json_parameter(name: str, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RequestError(
            f"The parameter {name} is not JSON.", fix='Send an object like {"code": "CHN"}.'
        ) from error


def _request(given: Mapping[str, Any]) -> GraphQLRequest:
    query = given.get("query")
    if not isinstance(query, str) or not query.strip():
        raise RequestError(
            "The request has no query.", fix=f"Send the document as text: {EXAMPLE}."
        )
    name = given.get("operationName")
    if name is not None and not isinstance(name, str):
        raise RequestError("operationName is not text.", fix="Send the operation's name, or null.")
    cost_only = _object(given, "extensions").get("costOnly", False)
    if not isinstance(cost_only, bool):
        raise RequestError("costOnly is neither true nor false.", fix="Send true, or leave it out.")
    # An empty name is what some clients send for none.
    return GraphQLRequest(query, _object(given, "variables"), name or None, cost_only)


def _object(given: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = given.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise RequestError(f"{name} is not an object.", fix='Send one like {"code": "CHN"}.')
    return cast(dict[str, Any], value)
