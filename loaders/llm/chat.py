"""The protocol: one request to a chat completions endpoint, bounded in time and size.

The key is read from the environment of the process that asks, and stands in nothing that is told.
"""

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx
import msgspec

from graph.errors import InputError
from loaders.llm.answer import answer_schema
from loaders.llm.errors import NoAnswerError, RequestRefusedError, TransientError
from loaders.llm.options import LlmOptions
from loaders.llm.prompt import Message, schema_message

KEY = "ENTENTE_LLM_KEY"
LARGEST = 4_000_000
"""Bytes of a reply; the rest of a larger one is not read."""

_BUSY = (408, 409, 425, 429)
_REFUSED = (400, 422)
_SERVER_ERROR = 500
_LONGEST_WAIT = 60.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What the endpoint replied; ``tokens`` is None where it does not count them."""

    content: str
    whole: bool
    tokens: int | None


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Usage(msgspec.Struct):
    total_tokens: int = 0


class _Completion(msgspec.Struct):
    choices: list[_Choice]
    usage: _Usage | None = None


def bodies(model: str, chat: Sequence[Message], room: int) -> Sequence[Mapping[str, Any]]:
    """Return the ways of asking for JSON of at most so many tokens, the strictest first.

    Endpoints differ in what they know: some take no schema, some no format at all, and some models
    want the limit under its newer name and no temperature.
    """
    schema = {"name": "facts", "strict": True, "schema": answer_schema()}
    strict = {"response_format": {"type": "json_schema", "json_schema": schema}}
    limited = {"model": model, "max_tokens": room, "temperature": 0}
    told = {"messages": [*chat[:1], schema_message(), *chat[1:]]}
    return (
        {**strict, **limited, "messages": chat},
        {**strict, "model": model, "max_completion_tokens": room, "messages": chat},
        {"response_format": {"type": "json_object"}, **limited, **told},
        {**limited, **told},
    )


class ChatEndpoint:
    """An endpoint that is asked; usable from several threads."""

    def __init__(self, options: LlmOptions, key: str | None) -> None:
        self._options = options
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._client = httpx.Client(headers=headers, timeout=options.timeout)
        self._first_way = 0

    def ask(self, chat: Sequence[Message], room: int) -> Reply:
        """Ask once, in the strictest way that the endpoint takes.

        Raises:
            TransientError: It is busy, out of order, or out of reach.
            NoAnswerError: It refuses the request in every way, or replies with too much.
            InputError: Address, model or key are wrong, so that no request can succeed.
        """
        ways = bodies(self._options.model, chat, room)
        for number in range(self._first_way, len(ways)):
            try:
                reply = self._post(ways[number])
            except RequestRefusedError:
                continue
            # Only what has worked is remembered: one article may be refused for its length.
            self._first_way = number
            return reply
        raise RequestRefusedError

    def _post(self, body: Mapping[str, Any]) -> Reply:
        deadline = time.monotonic() + self._options.timeout
        try:
            with self._client.stream("POST", self._options.url, json=body) as response:
                self._check(response)
                return _reply(_read(response, deadline))
        except httpx.TimeoutException as error:
            raise TransientError("timeout", billed=True) from error
        except httpx.HTTPError as error:
            raise TransientError("unreachable") from error

    def _check(self, response: httpx.Response) -> None:
        status = response.status_code
        if status in _BUSY:
            raise TransientError("busy", wait=_wait(response))
        if status >= _SERVER_ERROR:
            raise TransientError("server error", wait=_wait(response))
        if status in _REFUSED:
            raise RequestRefusedError
        if not response.is_success:
            raise InputError(
                f"The endpoint {self._options.url} answers with status {status}.",
                fix=f"Check --llm-url, --llm-model and the key in {KEY}.",
            )


def api_key(environment: Mapping[str, str] | None = None) -> str | None:
    """Return the key of the endpoint; local ones need none.

    Raises:
        InputError: It cannot be sent.
    """
    key = (os.environ if environment is None else environment).get(KEY, "").strip()
    if not (key.isascii() and key.isprintable()):
        raise InputError(f"{KEY} has characters that no key has.", fix="Copy the key again.")
    return key or None


def _wait(response: httpx.Response) -> float:
    """Return how long the endpoint asks to wait, in seconds; dates are not understood."""
    try:
        return min(max(float(response.headers.get("Retry-After", "0")), 0.0), _LONGEST_WAIT)
    except ValueError:
        return 0.0


def _read(response: httpx.Response, deadline: float) -> bytes:
    read = bytearray()
    for part in response.iter_bytes():
        read += part
        if len(read) > LARGEST:
            raise NoAnswerError("too large")
        if time.monotonic() > deadline:
            raise TransientError("timeout", billed=True)
    return bytes(read)


def _reply(body: bytes) -> Reply:
    try:
        completion = msgspec.json.decode(body, type=_Completion)
        choice = completion.choices[0]
    except (msgspec.MsgspecError, IndexError, RecursionError) as error:
        raise TransientError("not the protocol", billed=True) from error
    tokens = completion.usage.total_tokens if completion.usage else 0
    whole = choice.finish_reason != "length"
    return Reply(choice.message.content or "", whole, tokens if tokens > 0 else None)
