"""Errors in the shape that GraphQL gives them, for whatever is refused or fails before a query."""

from typing import Any

from graph.errors import EntenteError

INTERNAL = "INTERNAL"
MASKED = "Something went wrong in the server; its log says what, under the id of this request."


def errors_body(message: str, code: str, fix: str = "") -> dict[str, Any]:
    """The body of a response that is nothing but one error."""
    extensions = {"code": code, **({"fix": fix} if fix else {})}
    return {"errors": [{"message": message, "extensions": extensions}]}


def refusal_body(error: EntenteError) -> dict[str, Any]:
    """The body for one of our own errors."""
    return errors_body(error.message, error.code, error.fix)
