"""Global ids: the label, a colon and the key, such as ``Person:xi-jinping``."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from graph.errors import InputError

MOST_IDS = 100


def global_id(label: str, key: str) -> str:
    """The global id of a node."""
    return f"{label}:{key}"


def split_id(text: str, labels: Collection[str]) -> tuple[str, str]:
    """Label and key of a global id; raises InputError where it is none."""
    label, colon, key = text.partition(":")
    if not colon or label not in labels:
        raise InputError(
            f"{text!r} is no global id.",
            fix="Give the type, a colon and the key, as in Person:xi-jinping or Nation:CHN.",
        )
    return label, key


def key_of(label: str, labels: Collection[str]) -> Callable[[Any], Any]:
    """Converts an id of a client, global or the key alone, to a key of this label."""

    def convert(given: Any) -> Any:
        if isinstance(given, list):
            return [convert(one) for one in given]  # pyright: ignore[reportUnknownVariableType] - of Any
        other, colon, key = str(given).partition(":")
        if colon and other == label:
            return key
        if colon and other in labels:
            raise InputError(
                f"{given!r} is the id of a node of type {other}, not {label}.",
                fix=f"Give an id that begins with {label}:, or ask for {other.lower()}.",
            )
        return given

    return convert


def keys_of(label: str, labels: Collection[str]) -> Callable[[Any], list[Mapping[str, Any]]]:
    """Converts global ids to keys of this label, each with its position."""

    def convert(given: Any) -> list[Mapping[str, Any]]:
        parts = [split_id(one, labels) for one in _as_list(given)]
        return [{"at": at, "key": key} for at, (other, key) in enumerate(parts) if other == label]

    return convert


def count_ids(given: Any) -> int:
    """The number of ids given; raises InputError where there are too many."""
    count = len(_as_list(given))
    if count > MOST_IDS:
        raise InputError(
            f"{count} ids are more than the {MOST_IDS} that one field takes.",
            fix="Ask for them in several fields or queries.",
        )
    return count


def _as_list(given: Any) -> list[str]:
    return given if isinstance(given, list) else [given]  # pyright: ignore[reportUnknownVariableType] - of Any
