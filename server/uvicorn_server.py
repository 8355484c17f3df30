"""Running the application under uvicorn: one line when it is ready, and an end in order."""

import asyncio
import os
import signal
import socket
from collections.abc import Callable, Generator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

from graph.errors import EntenteError

WILDCARDS = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 - compared, never bound
BACKLOG = 512
GRACE = 10
"""Seconds that running requests get when the server is told to stop."""


class PortError(EntenteError):
    """The address to listen on cannot be had."""

    code = "PORT"


def listen(host: str, port: int) -> socket.socket:
    """A socket that accepts connections from now on; raises PortError."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        # Python adds the address to the system's own words; those are enough.
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise PortError(
            f"Cannot listen on {host} port {port}: {reason}.",
            fix="End what listens there, or choose another port: entente serve --port 8001",
        ) from error


def address(listener: socket.socket) -> str:
    """The URL of GraphiQL for a browser on this machine."""
    host, port, *_ = listener.getsockname()
    shown = WILDCARDS.get(host) or (f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}/graphql"


class AnnouncedServer(uvicorn.Server):
    """Calls ``announce`` once it answers; SIGINT and SIGTERM end it without an error."""

    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets=sockets)
        if self.started:
            self._announce()

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        """Take signals as a wish to stop; uvicorn itself would raise them again at the end."""
        loop = asyncio.get_running_loop()
        numbers = (signal.SIGINT, signal.SIGTERM)
        for number in numbers:
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in numbers:
                loop.remove_signal_handler(number)


async def serve(app: Starlette, listener: socket.socket, announce: Callable[[], None]) -> None:
    """Serve until a signal ends it; what the application's start raises is raised here."""
    config = uvicorn.Config(
        app,
        lifespan="off",  # entered below, so that its errors come to us and not into a log
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=GRACE,
    )
    async with app.router.lifespan_context(app):
        await AnnouncedServer(config, announce).serve(sockets=[listener])
