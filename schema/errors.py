"""Errors as clients see them: our own with their fix, all others without what is inside."""

import uuid
from typing import Any, cast

import structlog
from graphql import GraphQLError

from graph.errors import EntenteError, LimitError

MASK = "Internal error"


def format_error(error: GraphQLError) -> dict[str, Any]:
    """An error for the response; one that is not ours is logged under an id and masked."""
    cause = error.original_error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    formatted = cast(dict[str, Any], error.formatted)
    if cause is None:
        return {**formatted, "extensions": {"code": "BAD_QUERY", **(error.extensions or {})}}
    if isinstance(cause, EntenteError):
        return {**formatted, "message": cause.message, "extensions": _told(cause)}
    return {**formatted, "message": MASK, "extensions": _masked(cause, formatted)}


def _told(cause: EntenteError) -> dict[str, Any]:
    fix = {"fix": cause.fix} if cause.fix else {}
    numbers = {"asked": cause.asked, "limit": cause.limit} if isinstance(cause, LimitError) else {}
    return {"code": cause.code, **fix, **numbers}


def _masked(cause: Exception, formatted: dict[str, Any]) -> dict[str, Any]:
    reference = uuid.uuid4().hex[:12]
    structlog.get_logger("schema").error(
        "internal error", id=reference, path=formatted.get("path"), exc_info=cause
    )
    return {"code": "INTERNAL", "id": reference}
