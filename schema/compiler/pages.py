"""Pages: first, after, last and before of a list."""

from collections.abc import Callable, Mapping
from typing import Any

from graph.errors import InputError
from schema.compiler.expression import Parameter
from schema.compiler.given import Constant, Given, is_null
from schema.compiler.limits import Limits
from schema.compiler.plan import Page


def _page_size(argument: str, limits: Limits) -> Callable[[Any], int]:
    def convert(given: Any) -> int:
        if not 0 <= given <= limits.largest_page:
            raise InputError(
                f"{argument} is {given}, which is no number from 0 to {limits.largest_page}.",
                fix=f"Ask for at most {limits.largest_page}, and go on with endCursor.",
            )
        return given

    return convert


def given_page(arguments: Mapping[str, Given], limits: Limits) -> Page:
    """The page that is asked for; raises InputError where the arguments contradict each other."""
    first, last = arguments.get("first"), arguments.get("last")
    if not is_null(first) and not is_null(last):
        raise InputError(
            "first and last are both given.",
            fix="Give first to go on from the beginning, or last to go back from the end.",
        )
    backward = not is_null(last)
    name, given = ("last", last) if backward else ("first", first)
    if given is None or is_null(given):
        given = Constant(limits.page)
    size = _page_size(name, limits)
    return Page(
        limit=Parameter(given, size),
        read=Parameter(given, lambda value: size(value) + 1),
        backward=backward,
        after=not is_null(arguments.get("after")),
        before=not is_null(arguments.get("before")),
    )
