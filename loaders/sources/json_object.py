"""One JSON object, read strictly: what is doubtful is rejected, never repaired."""

import json
import math
import re
from typing import Any, NoReturn, cast

from loaders.sources.entry import ArticleError, show

_MAX_DIGITS = 20
_LEAST, _MOST = -(2**63), 2**63 - 1
_SURROGATE_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_object(data: bytes, line: int) -> dict[str, Any]:
    """Parse the bytes of an object that begins on ``line`` of its file.

    Raises ArticleError, with line and column where they are known, for what is no JSON object
    in UTF-8, for keys given twice, NaN and infinity, numbers beyond 64 bits, lone surrogates and
    nesting too deep to follow.
    """
    try:
        value: object = json.loads(
            _decode(data, line),
            object_pairs_hook=_unique,
            parse_constant=_no_constant,
            parse_float=_float,
            parse_int=_integer,
        )
        if _SURROGATE_ESCAPE.search(data):
            _check_surrogates(value)
    except json.JSONDecodeError as error:
        raise _invalid(error, line) from error
    except RecursionError as error:
        problem = "It is nested too deep."
        raise ArticleError(problem, fix="Flatten the object.", line=line) from error
    except ArticleError as problem:
        problem.line = line
        raise
    if not isinstance(value, dict):
        raise ArticleError(
            f"It is {_kind(value)}, not an object.",
            fix='Write an object such as {"title": "…", "text": "…"}.',
            line=line,
        )
    return cast("dict[str, Any]", value)


def _decode(data: bytes, line: int) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = line + data.count(b"\n", 0, error.start)
        byte = error.start - data.rfind(b"\n", 0, error.start)
        raise ArticleError(
            f"Byte {byte} of line {at} is not UTF-8.", fix="Save the file as UTF-8.", line=at
        ) from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))
        raise ArticleError(f"The key {show(twice)} is given twice.", fix="Keep one of them.")
    return record


def _no_constant(name: str) -> NoReturn:
    raise ArticleError(f"{name} is no JSON number.", fix="Write null or leave the field out.")


def _float(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise _beyond(digits)
    return number


def _integer(digits: str) -> int:
    # Counted first, since Python refuses to read thousands of digits.
    if len(digits) > _MAX_DIGITS or not _LEAST <= int(digits) <= _MOST:
        raise _beyond(digits)
    return int(digits)


def _beyond(digits: str) -> ArticleError:
    return ArticleError(
        f"The number {show(digits)} does not fit into 64 bits.", fix="Write it as a string."
    )


def _check_surrogates(value: object) -> None:
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            record = cast("dict[str, object]", value)
            waiting += [*record.keys(), *record.values()]
        elif isinstance(value, list):
            waiting += cast("list[object]", value)
        elif isinstance(value, str) and (found := _LONE_SURROGATE.search(value)):
            raise ArticleError(
                f"It holds half a character: \\u{ord(found[0]):04x}.",
                fix="Write both surrogates of the character, or the character itself.",
            )


def _invalid(error: json.JSONDecodeError, line: int) -> ArticleError:
    at = line + error.lineno - 1
    return ArticleError(
        f"It is no valid JSON: {error.msg} at line {at}, column {error.colno}.",
        fix="Correct the JSON there.",
        line=at,
    )


def _kind(value: object) -> str:
    if value is None:
        return "null"
    names: dict[type, str] = {list: "a list", str: "a string", bool: "a truth value"}
    return names.get(cast("type", type(value)), "a number")
