"""The HTTP response to a GraphQL request.

Source of the status codes: GraphQL over HTTP, section "Status Codes".
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from starlette.responses import Response

from server.error_body import refusal_body
from server.media_type import GRAPHQL
from server.request_error import RequestError

HEADERS: Mapping[str, str] = {"Cache-Control": "no-store", "Vary": "Accept"}


def compact(body: Mapping[str, Any]) -> str:
    """A body as JSON without any white space."""
    return _encoded(body).decode()


def _encoded(body: Mapping[str, Any]) -> bytes:
    return msgspec.json.encode(body)


def answer(body: Mapping[str, Any], media_type: str) -> Response:
    """The response to a request that was understood, whatever became of it."""
    # Clients that know only JSON cannot tell our 400 from that of a proxy on the way.
    status = 400 if media_type == GRAPHQL and "data" not in body else 200
    return _response(body, status, media_type)


def refusal(error: RequestError, media_type: str) -> Response:
    """The response to a request that was not understood."""
    return _response(refusal_body(error), error.status, media_type)


def _response(body: Mapping[str, Any], status: int, media_type: str) -> Response:
    content_type = f"{media_type}; charset=utf-8"
    return Response(_encoded(body), status, {**HEADERS, "Content-Type": content_type})
