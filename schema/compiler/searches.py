"""Searches: what has to be found before the statement of a root field can run."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from graph.errors import InputError
from graph.statement import Statement
from schema.compiler.expression import Parameter
from schema.compiler.given import FOUND
from schema.compiler.rows import Variables, value_of
from schema.model.field import Finder
from schema.reader import Reader

MARGINS = (50, 1000)
"""How many nodes beyond a page are looked at, since some may be alike in the first key."""

Row = Mapping[str, Any]


def values_of(parameters: Iterable[tuple[str, Parameter]], variables: Variables) -> dict[str, Any]:
    """The values of parameters by name; raises InputError where one cannot be used."""
    values = {name: value_of(parameter, variables) for name, parameter in parameters}
    _check_text(values)
    return values


def _check_text(value: Any) -> None:
    """Raises InputError for half of a surrogate pair, which JSON can hold but UTF-8 cannot."""
    match value:
        case str() if not value.isascii():
            try:
                value.encode()
            except UnicodeEncodeError:
                raise InputError(
                    f"The text {value!r} is no valid Unicode.",
                    fix="Send characters beyond U+FFFF as pairs of surrogates, or as they are.",
                ) from None
        case dict():
            _check_text([*cast(dict[str, Any], value).values()])
        case list():
            for one in cast(list[Any], value):
                _check_text(one)
        case _:
            pass


@dataclass(frozen=True, slots=True)
class FieldSearch:
    """What the finder of a field finds, from the arguments of the field."""

    finder: Finder
    arguments: tuple[tuple[str, Parameter], ...]

    async def run(self, reader: Reader, variables: Variables) -> Mapping[str, Any]:
        """What is found, for the statement's parameters."""
        return await self.finder(reader, values_of(self.arguments, variables))


@dataclass(frozen=True, slots=True)
class PageSearch:
    """The keys of a page; ``read`` is how many nodes the page takes.

    Where nodes come ``sorted`` by their first key alone, more than these are looked at.
    """

    statement: Statement
    parameters: tuple[tuple[str, Parameter], ...]
    read: Parameter
    sorted: bool

    async def run(self, reader: Reader, variables: Variables) -> Mapping[str, Any]:
        """The keys, or None for them where they cannot be told without the whole label."""
        size = value_of(self.read, variables)
        for most in [size + margin for margin in MARGINS] if self.sorted else [size]:
            values = values_of(self.parameters, {**variables, FOUND: {"most": most}})
            rows = await reader.read(self.statement, values)
            if not self.sorted:
                return {"keys": [row["key"] for row in rows]}
            keys = _complete(rows, most)
            if len(keys) >= size:
                return {"keys": keys}
            if len(rows) < most:
                break
        return {"keys": None}


def _complete(rows: Sequence[Row], most: int) -> list[str]:
    """The keys of the rows that come before all nodes not looked at.

    Of those that are alike with the last one, some may not have been.
    """
    if len(rows) < most:
        return [row["key"] for row in rows]
    return [row["key"] for row in rows if row["at"] != rows[-1]["at"]]
