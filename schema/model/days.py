"""The days before and after all others, for what is bounded on one side only."""

from collections.abc import Sequence

from graph.errors import InputError

BEGINNING, END = "", "9999-12-31"
"""ISO 8601 text sorts as its days do; nothing sorts before the empty one."""


def end_of_range(given: Sequence[str]) -> str:
    """The last day of a range given by both its ends; raises InputError where it is before."""
    begins, ends = given
    if ends < begins:
        raise InputError(
            f"The range from {begins} to {ends} ends before it begins.",
            fix="Give the earlier day first; both days are in the range.",
        )
    return ends
