"""Options: which endpoint and model are asked, and how much that may cost."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from graph.errors import InputError

DEFAULT_BUDGET = 1_000_000
"""Tokens of a whole run, unless told otherwise."""

DEFAULT_TIMEOUT = 120.0
"""Seconds of one request: models on a machine without a graphics card take their time."""

_PATH = "/chat/completions"


@dataclass(frozen=True, slots=True)
class LlmOptions:
    """Plain data, so that it can be sent to other processes; the key is no part of it.

    ``url`` is where requests are posted. ``budget`` counts tokens, of questions and answers, in
    total for one run. ``timeout`` is how long one request may take in all, ``pause`` how long to
    wait before the first repetition, both in seconds; the pause doubles each time. ``room`` is how
    many tokens an answer may have, ``parallel`` how many requests one process has under way.
    """

    url: str
    model: str
    cache: Path
    budget: int = DEFAULT_BUDGET
    timeout: float = DEFAULT_TIMEOUT
    attempts: int = 4
    pause: float = 1.0
    room: int = 8_000
    parallel: int = 8


def completions_url(given: str) -> str:
    """Where requests are posted, from the base address of an API (``http://localhost:8080/v1``).

    Raises:
        InputError: It is no such address, or it holds a password.
    """
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(
            f"--llm-url is {given!r}, which is no address of an endpoint.",
            fix="Give the base of its API, such as http://localhost:8080/v1.",
        )
    if parts.username or parts.password:
        raise InputError(
            "--llm-url holds a user or a password, which would be seen in lists of processes.",
            fix="Leave it out and set ENTENTE_LLM_KEY.",
        )
    base = given.rstrip("/")
    return base if base.endswith(_PATH) else base + _PATH
