"""Reading of records inside a transaction, which remembers what no statement need ask again."""

from collections.abc import Collection, Mapping
from typing import Any, Final, Generic, LiteralString

import msgspec

from graph.database import Transaction
from graph.identity.judgement import Judgement, read_judgement
from graph.writing import record_statements as statements
from graph.writing.kinds import AnyClaim, AnyState, Entities, Kind

Row = dict[str, Any]
IDS_A_READ: Final = 1000
"""Ids that one statement asks for, so that no message grows large."""


class Kept(msgspec.Struct, Generic[AnyState], frozen=True):
    """A record as it is kept: what is said of it, and the entity that it stands for."""

    state: AnyState
    entity: str | None = None


class Reading:
    """Reads of one transaction, those of many ids in parts.

    Those ``ahead`` wait for no commands: these must change nothing that is read.
    """

    def __init__(self, transaction: Transaction, *, ahead: bool = False) -> None:
        self._transaction = transaction
        self._ahead = ahead
        self._entities: dict[str, str | None] = {}
        self._former: dict[str, str | None] = {}
        self._are_judged: bool | None = None

    async def rows(self, statement: LiteralString, ids: Collection[str]) -> list[Row]:
        """The rows of a statement over all ids."""
        return await self._transaction.read_over(statement, ids, IDS_A_READ, ahead=self._ahead)

    async def collected(self, statement: LiteralString, ids: Collection[str]) -> list[Row]:
        """The rows that a statement collects over all ids."""
        return [row for part in await self.rows(statement, ids) for row in part["rows"]]

    async def records(
        self, kind: Kind[AnyClaim, AnyState], statement: LiteralString, ids: Collection[str]
    ) -> dict[str, Kept[AnyState]]:
        """Records by their ids, found by a statement over other ids."""
        rows = await self.collected(statement, ids)
        return {row["id"]: Kept(kind.load_state(row["state"]), row["entity"]) for row in rows}

    async def entities(self, records: Collection[str]) -> dict[str, str]:
        """The entity of each record that stands for one."""
        unknown = set(records) - self._entities.keys()
        rows = await self.collected(statements.ENTITIES, unknown)
        self._entities.update(dict.fromkeys(unknown))
        self._entities.update({row["id"]: row["entity"] for row in rows})
        return {one: entity for one in records if (entity := self._entities[one])}

    def stand_for(self, entities: Entities, former: Mapping[str, str | None]) -> None:
        """Learn that records now stand for these entities, and before this transaction for others.

        A record that is new stood for none.
        """
        self._former |= former
        self._entities.update(entities)

    def former_entities(self, records: Collection[str]) -> dict[str, str]:
        """The entity that each record, of those already read, had when the transaction began."""
        then = {one: self._former.get(one, self._entities.get(one)) for one in records}
        return {one: entity for one, entity in then.items() if entity}

    async def judgements(self, records: Collection[str]) -> list[Judgement]:
        """What people decided of records."""
        if self._are_judged is None:
            self._are_judged = bool(
                await self._transaction.read(statements.ANY_JUDGEMENT, ahead=self._ahead)
            )
        if not self._are_judged:
            return []
        found = [row for one in statements.JUDGED for row in await self.rows(one, records)]
        return [read_judgement(row["judgement"]) for row in found]
