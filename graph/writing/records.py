"""Records as the graph keeps them, written inside a transaction."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Generic

from graph.identity.traits import Record
from graph.writing import record_statements as statements
from graph.writing.claims import dump_claim
from graph.writing.kinds import AnyClaim, AnyState, Entities, Kind
from graph.writing.reading import Kept, Reading
from graph.writing.recorded import base_of
from graph.writing.sender import Sender

Row = dict[str, Any]


class Records(Generic[AnyClaim, AnyState]):
    """The records of one kind."""

    def __init__(self, reading: Reading, sender: Sender, kind: Kind[AnyClaim, AnyState]) -> None:
        self._reading = reading
        self._send = sender
        self._kind = kind

    async def told(self, ids: Collection[str]) -> dict[str, list[AnyClaim]]:
        """All that articles say of records."""
        found: dict[str, list[AnyClaim]] = {}
        for row in await self._reading.rows(statements.TOLD, ids):
            found.setdefault(row["id"], []).append(self._kind.load_claim(row["claims"]))
        return found

    async def write(self, records: Mapping[str, Kept[AnyState]]) -> None:
        """Write records with what is said of them, and the entities that they stand for."""
        await self._send.send(statements.MERGE, self._rows(records))

    async def create(self, records: Mapping[str, Kept[AnyState]]) -> None:
        """Write records of which it is known that they are not there."""
        await self._send.send(statements.CREATE, self._rows(records))

    def _rows(self, records: Mapping[str, Kept[AnyState]]) -> list[Row]:
        return [
            {
                "id": name,
                "base": base_of(name),
                "stamp": one.state.first,
                "state": self._kind.dump_state(one.state),
                "entity": one.entity,
            }
            for name, one in sorted(records.items())
        ]

    async def tell(self, article_claims: Iterable[tuple[str, AnyClaim]]) -> None:
        """Keep what articles say on the edges from them to the records."""
        rows = [
            {"article": article, "id": self._kind.name(claim.id), "claims": dump_claim(claim)}
            for article, claim in article_claims
        ]
        await self._send.send(statements.TELL, rows)

    async def keys_of(self, ids: Collection[str]) -> dict[str, frozenset[str]]:
        """The keys that records have."""
        rows = await self._reading.rows(statements.KEYS_OF, ids)
        return {row["id"]: frozenset(row["keys"]) for row in rows}

    async def key(self, fresh: Mapping[str, frozenset[str]], there: Collection[str]) -> None:
        """Join records to keys that they do not have; ``there`` are the keys that need no node."""
        wanted = {key for keys in fresh.values() for key in keys}
        await self._send.run(statements.CREATE_KEYS, wanted.difference(there))
        await self._send.send(statements.KEY, _key_rows(fresh))

    async def unkey(self, stale: Mapping[str, frozenset[str]]) -> None:
        """Part records from keys that are theirs no more, and delete those that find nothing."""
        await self._send.send(statements.UNKEY, _key_rows(stale))
        await self._send.run(
            statements.DELETE_KEYS, {key for some in stale.values() for key in some}
        )

    async def delete(self, ids: Collection[str]) -> None:
        """Delete records of which nothing is said any more."""
        await self._send.run(statements.DELETE, ids)

    async def assign(self, entities: Mapping[str, str]) -> None:
        """Let records stand for entities."""
        rows = [{"id": name, "entity": entity} for name, entity in sorted(entities.items())]
        await self._send.send(statements.ASSIGN, rows)


def _key_rows(keys: Mapping[str, frozenset[str]]) -> list[Row]:
    return [{"id": one, "keys": [*some]} for one, some in sorted(keys.items()) if some]


def compared(
    kind: Kind[AnyClaim, AnyState], name: str, kept: Kept[AnyState], entities: Entities
) -> Record:
    """What is compared of a record."""
    traits = kind.traits(kept.state, entities)
    return Record(name, base_of(name), kept.state.first, traits, kept.entity)
