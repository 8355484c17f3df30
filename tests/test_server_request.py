"""GraphQL requests as they come in bodies and query strings."""

import pytest

from server.graphql_request import (
    GraphQLRequest,
    request_from_json,
    request_from_parameters,
)
from server.request_error import RequestError


def test_a_body_gives_query_variables_and_operation() -> None:
    body = b'{"query": "{a}", "variables": {"x": 1}, "operationName": "A", "extensions": {}}'
    assert request_from_json(body) == GraphQLRequest("{a}", {"x": 1}, "A")


def test_what_is_missing_or_null_or_unknown_does_no_harm() -> None:
    body = b'{"query": "{a}", "variables": null, "operationName": "", "id": 7}'
    assert request_from_json(body) == GraphQLRequest("{a}", {}, None)


def test_a_query_string_holds_variables_as_json() -> None:
    given = {"query": "{a}", "variables": '{"x": [1]}', "operationName": "A", "extensions": ""}
    assert request_from_parameters(given) == GraphQLRequest("{a}", {"x": [1]}, "A")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "The body is not JSON in UTF-8."),
        (b'{"query": "\xff"}', "The body is not JSON in UTF-8."),
        (b"[" * 100_000, "The body is not JSON in UTF-8."),
        (b"[]", "The body holds several requests."),
        (b'"{a}"', "The body is not an object."),
        (b"{}", "The request has no query."),
        (b'{"query": 7}', "The request has no query."),
        (b'{"query": " "}', "The request has no query."),
        (b'{"query": "{a}", "variables": [1]}', "variables is not an object."),
        (b'{"query": "{a}", "extensions": "x"}', "extensions is not an object."),
        (b'{"query": "{a}", "operationName": 1}', "operationName is not text."),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_reason(body: bytes, message: str) -> None:
    with pytest.raises(RequestError) as caught:
        request_from_json(body)
    assert caught.value.message == message
    assert caught.value.fix
    assert caught.value.status == 400


def test_variables_of_a_query_string_that_are_not_json_are_refused() -> None:
    with pytest.raises(RequestError, match="The parameter variables is not JSON"):
        request_from_parameters({"query": "{a}", "variables": "{"})
