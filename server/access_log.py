"""The outermost layer: gives each request an id, logs its end, and catches what others let by."""

import re
import time
import uuid

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.error_body import INTERNAL, MASKED, errors_body

REQUEST_ID = "X-Request-ID"
GIVEN_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
LONGEST_TEXT = 200
"""Paths and operation names come from the client: a log line stays a line."""
QUIET = ("/healthz", "/readyz", "/graphql/assets/")


def request_id(headers: Headers) -> str:
    """The id that a proxy gave the request, else a new one."""
    given = headers.get(REQUEST_ID, "")
    return given if GIVEN_ID.fullmatch(given) else uuid.uuid4().hex


class AccessLog:
    """ASGI middleware; what the application leaves in ``request.state.operation`` is logged."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._log = structlog.get_logger("entente.http")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        identity = request_id(Headers(scope=scope))
        scope.setdefault("state", {})
        start = time.perf_counter()
        status = 0

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = identity
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=identity):
            try:
                await self._app(scope, receive, send_with_id)
            except Exception:
                self._log.exception("request failed")
                if status:
                    # The answer has begun: only a broken connection can say that it is not whole.
                    raise
                answer = JSONResponse(errors_body(MASKED, INTERNAL), 500)
                await answer(scope, receive, send_with_id)
            finally:
                self._end(scope, status, time.perf_counter() - start)

    def _end(self, scope: Scope, status: int, seconds: float) -> None:
        path: str = scope["path"]
        entry = {
            "method": scope["method"],
            "path": path[:LONGEST_TEXT],
            "status": status,
            "ms": round(seconds * 1000, 1),
        }
        operation = scope["state"].get("operation")
        if operation:
            entry["operation"] = operation[:LONGEST_TEXT]
        say = self._log.debug if path.startswith(QUIET) and status < 400 else self._log.info
        say("request", **entry)
