"""A local endpoint that speaks the chat completions protocol and replies as it is told to."""

import json
import threading
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """One reply; ``delay`` are the seconds before each of its ``parts``."""

    status: int = 200
    parts: tuple[bytes, ...] = (b"",)
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    delay: float = 0.0


def says(content: object, *, finish: str = "stop", tokens: int | None = 1000) -> Reply:
    """A completion whose content is this, as JSON unless it is text."""
    text = content if isinstance(content, str) else json.dumps(content)
    completion: dict[str, Any] = {
        "id": "c1",
        "object": "chat.completion",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": text},
                "finish_reason": finish,
            }
        ],
    }
    if tokens is not None:
        completion["usage"] = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": tokens}
    return Reply(parts=(json.dumps(completion).encode(),))


def fails(status: int, **headers: str) -> Reply:
    """An error as endpoints tell it."""
    return Reply(status, (b'{"error": {"message": "no"}}',), headers)


class Endpoint:
    """Replies in turn, the last one for ever; ``asked`` are the requests, ``keys`` their keys."""

    def __init__(self, replies: Sequence[Reply]) -> None:
        self._replies = list(replies)
        self._lock = threading.Lock()
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.url = ""

    def next_reply(self, key: str | None, body: dict[str, Any]) -> Reply:
        with self._lock:
            self.asked.append(body)
            self.keys.append(key)
            return self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]


@contextmanager
def endpoint(*replies: Reply) -> Generator[Endpoint]:
    """Serve on a free port of the loopback address."""
    served = Endpoint(replies)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            reply = served.next_reply(self.headers.get("Authorization"), body)
            # A client that has waited long enough is gone.
            with suppress(BrokenPipeError, ConnectionResetError):
                self._send(reply)

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            for part in reply.parts:
                time.sleep(reply.delay)
                self.wfile.write(part)
                self.wfile.flush()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        served.url = f"http://127.0.0.1:{server.server_port}/v1"
        yield served
        server.shutdown()
