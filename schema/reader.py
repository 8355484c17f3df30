"""The reader: all that GraphQL needs of a database."""

from collections.abc import Mapping
from typing import Any, Protocol

from graph.statement import Statement


class Reader(Protocol):
    """Reads the graph."""

    async def read(
        self, statement: Statement, parameters: Mapping[str, Any] | None = None
    ) -> list[dict[str, Any]]:
        """The rows of a statement; raises DatabaseError."""
        ...
