"""One request: its compiled root fields, its variables and the database that it reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import InputError
from schema.compiler.operation import Roots
from schema.reader import Reader


@dataclass(frozen=True, slots=True)
class Request:
    """What the root fields of an operation are answered from."""

    roots: Roots
    variables: Mapping[str, Any]
    reader: Reader

    async def answer(self, key: str, *, fitted: bool = False) -> Any:
        """The value of a root field, by its response key; raises EntenteError.

        Where it is ``fitted`` it is the response, or UnfitError is raised.
        """
        root = self.roots[key]
        if isinstance(root.answer, InputError):
            raise root.answer
        assert root.answer is not None
        return await root.answer.answer(self.reader, self.variables, fitted=fitted)
