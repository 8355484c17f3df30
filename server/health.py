"""Whether the server lives, and whether it can answer queries."""

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graph.database import Database
from graph.errors import DatabaseTimeoutError, EntenteError
from server.error_body import refusal_body

PATIENCE = 3.0


async def healthz(_request: Request) -> Response:
    """The process lives and its loop turns."""
    return JSONResponse({"status": "alive"})


async def readyz(request: Request) -> Response:
    """The database answers; else 503 with the reason."""
    database: Database = request.app.state.database
    try:
        await _check(database)
    except EntenteError as error:
        return JSONResponse({"status": "unavailable", **refusal_body(error)}, 503)
    return JSONResponse({"status": "ready"})


async def _check(database: Database) -> None:
    try:
        async with asyncio.timeout(PATIENCE):
            await database.check()
    except TimeoutError as error:
        raise DatabaseTimeoutError(
            f"The database did not answer within {PATIENCE:g} seconds.",
            fix="See that it runs; the server goes on by itself as soon as it answers.",
        ) from error
