"""One request: its compiled root fields, its variables and the database that it reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import InputError
from schema.compiler.operation import Compiled
from schema.reader import Reader


@dataclass(frozen=True, slots=True)
class Request:
    """What the root fields of an operation are answered from."""

    roots: Mapping[str, Compiled | InputError]
    variables: Mapping[str, Any]
    reader: Reader

    async def answer(self, key: str) -> Any:
        """The value of a root field, by its response key; raises EntenteError."""
        compiled = self.roots[key]
        if isinstance(compiled, InputError):
            raise compiled
        return await compiled.answer(self.reader, self.variables)
