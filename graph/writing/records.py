"""Records as the graph keeps them, read and written inside a transaction."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, LiteralString

from graph.database import Command, Transaction
from graph.identity.judgement import Judgement, read_judgement
from graph.identity.keys import keys
from graph.identity.traits import Record
from graph.writing import record_statements as statements
from graph.writing.claims import dump_claim
from graph.writing.kinds import AnyClaim, AnyState, Entities, Kind
from graph.writing.recorded import base_of
from graph.writing.statements import commands

Row = dict[str, Any]
IDS_A_READ = 1000
"""Ids that one statement asks for, so that no message grows large."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[AnyState]):
    """A record as it is kept: what is said of it, and the entity that it stands for."""

    state: AnyState
    entity: str | None = None


class Reading:
    """Reads of many ids, in parts."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def rows(self, statement: LiteralString, ids: Collection[str]) -> list[Row]:
        """The rows of a statement over all ids."""
        wanted = sorted(ids)
        found: list[Row] = []
        for at in range(0, len(wanted), IDS_A_READ):
            part = wanted[at : at + IDS_A_READ]
            found += await self._transaction.read(statement, {"ids": part})
        return found

    async def entities(self, records: Collection[str]) -> dict[str, str]:
        """The entity of each record that stands for one."""
        rows = await self.rows(statements.ENTITIES, records)
        return {row["id"]: row["entity"] for row in rows if row["entity"]}

    async def judgements(self, records: Collection[str]) -> list[Judgement]:
        """What people decided of records."""
        found = [row for one in statements.JUDGED for row in await self.rows(one, records)]
        return [read_judgement(row["judgement"]) for row in found]


class Records(Generic[AnyClaim, AnyState]):
    """The records of one kind."""

    def __init__(self, transaction: Transaction, kind: Kind[AnyClaim, AnyState]) -> None:
        self._transaction = transaction
        self._reading = Reading(transaction)
        self._kind = kind

    async def read(
        self, statement: LiteralString, ids: Collection[str]
    ) -> dict[str, Kept[AnyState]]:
        """Records by their ids, found by a statement over other ids."""
        rows = await self._reading.rows(statement, ids) if ids else []
        return {row["id"]: Kept(self._kind.load_state(row["state"]), row["entity"]) for row in rows}

    async def told(self, ids: Collection[str]) -> dict[str, list[AnyClaim]]:
        """All that articles say of records."""
        found: dict[str, list[AnyClaim]] = {}
        for row in await self._reading.rows(statements.TOLD, ids) if ids else []:
            found.setdefault(row["id"], []).append(self._kind.load_claim(row["claims"]))
        return found

    async def write(self, states: Mapping[str, AnyState]) -> None:
        """Write records with what is said of them."""
        rows = [
            {
                "id": name,
                "base": base_of(name),
                "stamp": state.first,
                "state": self._kind.dump_state(state),
            }
            for name, state in sorted(states.items())
        ]
        await self._send(statements.MERGE, rows)

    async def tell(self, article_claims: Iterable[tuple[str, AnyClaim]]) -> None:
        """Keep what articles say on the edges from them to the records."""
        rows = [
            {"article": article, "id": self._kind.name(claim.id), "claims": dump_claim(claim)}
            for article, claim in article_claims
        ]
        await self._send(statements.TELL, rows)

    async def unkey(self, ids: Collection[str]) -> set[str]:
        """Part records from their keys; returns these."""
        if not ids:
            return set()
        found = {row["id"] for row in await self._reading.rows(statements.KEYS_OF, ids)}
        await self._run(statements.UNKEY, ids)
        return found

    async def key(self, fresh: Mapping[str, frozenset[str]]) -> None:
        """Join records to keys."""
        rows = [{"id": name, "key": key} for name in sorted(fresh) for key in sorted(fresh[name])]
        await self._send(statements.KEY, rows)

    async def drop_keys(self, ids: Collection[str]) -> None:
        """Delete the keys among these that find nothing any more."""
        await self._run(statements.DELETE_KEYS, ids)

    async def delete(self, ids: Collection[str]) -> None:
        """Delete records of which nothing is said any more."""
        await self._run(statements.DELETE, ids)

    async def assign(self, entities: Mapping[str, str]) -> None:
        """Let records stand for entities."""
        rows = [{"id": name, "entity": entity} for name, entity in sorted(entities.items())]
        await self._send(statements.ASSIGN, rows)

    def compared(self, name: str, kept: Kept[AnyState], entities: Entities) -> Record:
        """What is compared of a record."""
        traits = self._kind.traits(kept.state, entities)
        return Record(name, base_of(name), kept.state.first, traits, kept.entity)

    async def _send(self, statement: LiteralString, rows: list[Row]) -> None:
        for command in commands(statement, rows):
            await self._transaction.run(command)

    async def _run(self, statement: LiteralString, ids: Collection[str]) -> None:
        if ids:
            await self._transaction.run(Command(statement, {"ids": sorted(ids)}))


def new_keys(record: Record, known: Record | None) -> frozenset[str]:
    """The keys that a record has and did not have."""
    return keys(record.traits) - (keys(known.traits) if known else frozenset())
