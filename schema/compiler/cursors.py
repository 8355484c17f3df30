"""Cursors: where a node stands in an order, as text that clients keep but need not read."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from typing import Any, cast

from graph.errors import InputError

Key = str | int | float

LARGEST = 2**63
"""No number of the graph is as large, and the driver takes no larger integer."""


def encode_cursor(order: str, keys: Sequence[Key]) -> str:
    """The cursor of a node by its keys in an order."""
    text = json.dumps([order, *keys], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode_cursor(order: str, kinds: Sequence[type], cursor: str) -> list[Key]:
    """The keys of a cursor; raises InputError where it is none, or one of another order."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        decoded = base64.b64decode(padded, altchars=b"-_", validate=True)
        content = json.loads(decoded, parse_constant=_refuse)
    except (ValueError, binascii.Error, RecursionError):
        content = None
    if not isinstance(content, list) or not content:
        raise InputError(
            f"{cursor!r} is no cursor.",
            fix="Give one that the server gave: edges.cursor, or startCursor or endCursor.",
        )
    told, *keys = cast(list[Any], content)
    if told != order or not _fit(keys, kinds):
        raise InputError(
            f"The cursor {cursor!r} is of a list in another order.",
            fix="Give a cursor only together with the orderBy of the list that it comes from.",
        )
    return keys


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def _fit(keys: Sequence[Any], kinds: Sequence[type]) -> bool:
    return len(keys) == len(kinds) and all(
        isinstance(key, (int, float) if kind is float else kind)
        and not isinstance(key, bool)
        and (isinstance(key, str) or abs(key) < LARGEST)
        for key, kind in zip(keys, kinds, strict=True)
    )


def cursor_key(order: str, kinds: Sequence[type], at: int) -> Callable[[Any], Key]:
    """Converts a cursor of a client to one of its keys."""

    def convert(given: Any) -> Key:
        return decode_cursor(order, kinds, given)[at]

    return convert
