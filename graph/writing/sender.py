"""Sending rows to statements inside a transaction."""

from collections.abc import Collection
from typing import Any, Final, LiteralString

from graph.database import Command, Transaction
from graph.writing import statements

Row = dict[str, Any]
IDS_A_COMMAND: Final = 2000


class Sender:
    """Sends rows, cut so that no message is too large."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def send(self, statement: LiteralString, rows: list[Row]) -> None:
        """Run a statement over rows."""
        for command in statements.commands(statement, rows):
            await self._transaction.run(command)

    async def run(self, statement: LiteralString, ids: Collection[str]) -> None:
        """Run a statement over ids, if there are any."""
        wanted = sorted(ids)
        for at in range(0, len(wanted), IDS_A_COMMAND):
            some = wanted[at : at + IDS_A_COMMAND]
            await self._transaction.run(Command(statement, {"ids": some}))
