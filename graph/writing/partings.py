"""Partings: kept in the graph, followed by what articles have said, and by what they say later."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from graph.database import Transaction
from graph.identity.parting import Parting, read_parting
from graph.writing.claims import AgreementClaim, dump_claim, load_claim
from graph.writing.kinds import EVENT, ORGANIZATION, PERSON, AnyClaim, AnyState, Kind
from graph.writing.reading import Kept, Reading
from graph.writing.records import Records
from graph.writing.renaming import (
    Names,
    renamed_agreement,
    renamed_event,
    renamed_organization,
    renamed_person,
)
from graph.writing.retraction import Touched
from graph.writing.sender import Sender

Row = dict[str, Any]
Told = tuple[str, str, str]
"""An article, a record that it tells of, and its claims as they are kept."""

KEEP: Final = """
UNWIND $rows AS row
MERGE (p:Parting {id: row.id})
SET p.article = row.article, p.record = row.record, p.part = row.part, p.decidedAt = row.decidedAt
"""
OF_ARTICLES: Final = """
MATCH (p:Parting) WHERE p.article IN $ids RETURN properties(p) AS parting
"""
TOLD_BY: Final = """
MATCH (a:Article)-[t:TELLS]->(r:Record) WHERE a.id IN $ids
RETURN a.id AS article, r.id AS id, t.claims AS claims
"""
UNTELL: Final = """
UNWIND $rows AS row
MATCH (a:Article {id: row.article})-[t:TELLS]->(r:Record {id: row.id}) DELETE t
"""
AGREED: Final = """
MATCH (a:Article)<-[r:REPORTED_IN]-(n:Agreement) WHERE a.id IN $ids
RETURN a.id AS article, n.id AS id, r.claims AS claims
"""
AGREE: Final = """
UNWIND $rows AS row
MATCH (n:Agreement {id: row.id})-[r:REPORTED_IN]->(a:Article {id: row.article})
SET r.claims = row.claims
"""


async def parts_by_article(
    reading: Reading, articles: Collection[str]
) -> dict[str, dict[str, str]]:
    """For articles of which somebody parted what they say: the parts by their records."""
    found: dict[str, dict[str, str]] = {}
    for row in await reading.rows(OF_ARTICLES, articles):
        parting = read_parting(row["parting"])
        found.setdefault(parting.article, {})[parting.record] = parting.part
    return found


class Partings:
    """Parts what articles say, inside a transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._reading = Reading(transaction)
        self._send = Sender(transaction)

    async def part(self, partings: Sequence[Parting]) -> Touched:
        """Keep partings and put what articles said under the parts; tells what this touches."""
        rows = [
            {
                "id": one.id,
                "article": one.article,
                "record": one.record,
                "part": one.part,
                "decidedAt": one.decided_at,
            }
            for one in partings
        ]
        await self._send.send(KEEP, rows)
        names: dict[str, dict[str, str]] = {}
        for one in partings:
            names.setdefault(one.article, {})[one.record] = one.part
        told = [
            (row["article"], row["id"], row["claims"])
            for row in await self._reading.rows(TOLD_BY, names)
        ]
        moved = {
            *await self._moved(ORGANIZATION, told, names, renamed_organization),
            *await self._moved(PERSON, told, names, renamed_person),
            *await self._moved(EVENT, told, names, renamed_event),
        }
        return Touched(retracted=frozenset(moved), agreements=await self._agreements(names))

    async def _moved(
        self,
        kind: Kind[AnyClaim, AnyState],
        told: Iterable[Told],
        names: Mapping[str, Names],
        renamed: Callable[[AnyClaim, Names], AnyClaim],
    ) -> set[str]:
        """Tell the claims of one kind anew where they name a part; returns what is touched."""
        gone: list[Row] = []
        fresh: list[tuple[str, AnyClaim]] = []
        for article, record, text in told:
            if record.startswith(f"{kind.label}:"):
                claim = kind.load_claim(text)
                if (now := renamed(claim, names[article])) != claim:
                    gone.append({"article": article, "id": record})
                    fresh.append((article, now))
        records = Records(self._reading, self._send, kind)
        await self._send.send(UNTELL, gone)
        parts = {kind.name(claim.id): claim for _, claim in fresh}
        new = parts.keys() - {row["id"] for row in gone}
        known = await self._reading.entities(new)
        await records.write({n: Kept(kind.stated(parts[n]), known.get(n)) for n in new})
        await records.tell(fresh)
        return {row["id"] for row in gone} | parts.keys()

    async def _agreements(self, names: Mapping[str, Names]) -> frozenset[str]:
        """Name the parts among the parties of agreements; returns the agreements."""
        rows: list[Row] = []
        for row in await self._reading.rows(AGREED, names):
            claim = load_claim(row["claims"], AgreementClaim)
            now = renamed_agreement(claim, names[row["article"]])
            if now != claim:
                rows.append({**row, "claims": dump_claim(now)})
        await self._send.send(AGREE, rows)
        return frozenset(row["id"] for row in rows)
