"""Arguments that several fields with walks of their own take, and what they may be."""

from collections.abc import Callable
from typing import Any

from graph.errors import InputError
from schema.model.days import BEGINNING, END
from schema.model.field import Taken

LARGEST = 100


def at_most(argument: str, largest: int, least: int = 0) -> Callable[[Any], int]:
    """Lets numbers of an argument pass that are not too large; raises InputError for others."""

    def convert(given: Any) -> int:
        if not least <= given <= largest:
            raise InputError(
                f"{argument} is {given}, which is no number from {least} to {largest}.",
                fix=f"Ask for at most {largest}, and for the rest by other dates or filters.",
            )
        return given

    return convert


def how_many(usual: int, largest: int = LARGEST, what: str = "How many") -> Taken:
    """The argument ``first``."""
    told = f"{what}; {usual} unless given, at most {largest}."
    return Taken("first", "int | None", told, otherwise=usual, convert=at_most("first", largest))


FROM = Taken("from", "Date | None", "Only what may have been on this day or later.", BEGINNING)
TO = Taken(
    "to", "Date | None", "Only what may have been on this day or earlier.", END, since="from"
)

MODALITY = Taken(
    "modality",
    "list[Modality] | None",
    "Only events told in one of these ways; those told as facts unless given.",
    otherwise=("ASSERTED",),
)
