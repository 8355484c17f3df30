"""What clients see when something fails that should not."""

import io
import json
import logging
import socket
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
import structlog
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from graph.database import Database
from graph.settings import Neo4jServer, Settings
from server.access_log import AccessLog
from server.health import readyz
from server.logs import configure_logs

pytestmark = pytest.mark.anyio


async def fail(_request: Request) -> Response:
    secret = "hunter2"  # what a log with local variables would show
    raise RuntimeError(f"a defect near {len(secret)} letters")


async def fail_late(_request: Request) -> Response:
    async def chunks() -> AsyncIterator[bytes]:
        yield b"a beginning"
        raise RuntimeError("a late defect")

    return StreamingResponse(chunks())


@asynccontextmanager
async def client(app: Starlette) -> AsyncGenerator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as opened:
        yield opened


@pytest.fixture(autouse=True)
def logs_as_before() -> Iterator[None]:
    """Logs belong to the whole process: other tests get theirs back."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
def log(tmp_path: Path) -> io.StringIO:
    stream = io.StringIO()
    configure_logs(Settings(tmp_path, log_format="json"), stream)
    return stream


def entries(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


async def test_a_defect_is_masked_and_logged_under_the_id_of_the_request(log: io.StringIO) -> None:
    app = Starlette(routes=[Route("/fail", fail)], middleware=[Middleware(AccessLog)])
    async with client(app) as opened:
        response = await opened.get("/fail", headers={"X-Request-ID": "seven"})
    assert response.status_code == 500
    assert response.headers["x-request-id"] == "seven"
    assert response.json()["errors"][0]["extensions"] == {"code": "INTERNAL"}
    assert "defect" not in response.text
    failure, request = entries(log)
    assert failure["request_id"] == request["request_id"] == "seven"
    assert "RuntimeError: a defect near 7 letters" in failure["exception"]
    assert "hunter2" not in failure["exception"]
    assert request["status"] == 500


async def test_a_defect_after_the_answer_has_begun_breaks_it_off(log: io.StringIO) -> None:
    app = Starlette(routes=[Route("/fail", fail_late)], middleware=[Middleware(AccessLog)])
    async with client(app) as opened:
        with pytest.raises(RuntimeError, match="a late defect"):
            await opened.get("/fail")
    assert [entry["event"] for entry in entries(log)] == ["request failed", "request"]


async def test_it_is_not_ready_while_the_database_cannot_be_reached(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    nowhere = Neo4jServer(f"bolt://127.0.0.1:{port}", "neo4j", "unused")
    settings = replace(Settings(tmp_path, retry_time=0.2), neo4j=nowhere)
    app = Starlette(routes=[Route("/readyz", readyz)])
    app.state.database = Database(settings, None, nowhere)
    async with client(app) as opened:
        response = await opened.get("/readyz")
    assert response.status_code == 503
    assert response.json()["status"] == "unavailable"
    assert response.json()["errors"][0]["extensions"]["code"] == "DATABASE_UNAVAILABLE"


async def test_logs_for_people_are_text(tmp_path: Path) -> None:
    stream = io.StringIO()
    configure_logs(Settings(tmp_path, log_format="text"), stream)
    app = Starlette(routes=[Route("/fail", fail)], middleware=[Middleware(AccessLog)])
    async with client(app) as opened:
        await opened.get("/fail")
    assert "request" in stream.getvalue()
    assert "RuntimeError: a defect near 7 letters" in stream.getvalue()
    assert not stream.getvalue().startswith("{")
