"""Current ids: what an id means now, after its entity was merged with another or split."""

from collections.abc import Collection, Mapping
from typing import Any, Final, Protocol

from graph.identity.entity_ids import age
from graph.identity.parting import is_part, origin_of
from graph.statement import Statement

BY_RECORD: Final = Statement(
    "MATCH (r:Record) WHERE r.id IN $ids RETURN r.id AS id, r.entity AS entity"
)
BY_BASE: Final = Statement(
    "MATCH (r:Record) WHERE r.base IN $ids "
    "RETURN r.base AS base, r.id AS id, r.entity AS entity, r.stamp AS stamp"
)


class Reader(Protocol):
    """A database or an open transaction."""

    async def read(
        self, statement: Statement, parameters: Mapping[str, Any] | None = None
    ) -> list[dict[str, Any]]:
        """The rows of a statement."""
        ...


async def current_ids(reader: Reader, ids: Collection[str]) -> dict[str, str]:
    """What ids such as ``Person:anna-roy`` mean now; missing where they never meant anything.

    An id is that of a record, or the name of which the record told of first has the right. That of
    a part which no article tells of any more means what it was parted from.
    """
    wanted = sorted(ids)
    records = await reader.read(BY_RECORD, {"ids": wanted})
    rows = await reader.read(BY_BASE, {"ids": wanted})
    rows.sort(key=lambda row: age(row["stamp"], row["id"]), reverse=True)
    found = {row["id"]: row["entity"] for row in records}
    found |= {row["base"]: row["entity"] for row in rows}
    gone = {one: origin_of(one) for one in wanted if one not in found and is_part(one)}
    origins = await current_ids(reader, gone.values()) if gone else {}
    return found | {one: origins[origin] for one, origin in gone.items() if origin in origins}
