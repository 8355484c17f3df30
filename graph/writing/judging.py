"""Judging: people decide which records are one; the graph follows at once, and remembers it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Any, Final

from graph.database import Command, Database, Transaction
from graph.errors import InputError
from graph.identity.entity_ids import age
from graph.identity.judgement import Judgement, Verdict, judgement
from graph.identity.parting import divided, origin_of
from graph.ontology import Ontology
from graph.writing.current import current_ids
from graph.writing.explanation import Explanation, explain
from graph.writing.partings import Partings
from graph.writing.reading import Reading
from graph.writing.record_statements import TELLING
from graph.writing.retraction import Touched
from graph.writing.work import Work

Row = dict[str, Any]
LABELS: Final = ("Person", "Organization", "Event")

JUDGE: Final = """
MERGE (j:Judgement {id: $id})
SET j.left = $left, j.right = $right, j.verdict = $verdict, j.decidedAt = $decidedAt, j.note = $note
"""
TAKE_BACK: Final = "MATCH (j:Judgement) WHERE j.id IN $ids DELETE j"
RECORDS: Final = """
MATCH (r:Record) WHERE r.entity = $entity RETURN r.id AS id, r.base AS base, r.stamp AS stamp
"""


@dataclass(frozen=True, slots=True)
class Meant:
    """What an id means now: its entity, the entity's records, and the record that it names."""

    entity: str
    records: tuple[str, ...]
    record: str
    is_record: bool


class Judging:
    """Sets judgements and takes them back, each in one transaction with all that follows."""

    def __init__(self, database: Database, ontology: Ontology, nations: Mapping[str, Row]) -> None:
        self._database = database
        self._ontology = ontology
        self._nations = nations

    async def judge(
        self, one: str, other: str, verdict: Verdict | None, at: str, note: str = ""
    ) -> Explanation:
        """Decide that two are the SAME, DIFFERENT or UNSURE, or with None take that back.

        ``one`` and ``other`` are ids of people, organizations or events, also former ones. Raises
        InputError where there is nothing to judge.
        """

        async def job(transaction: Transaction) -> Explanation:
            mine, theirs = await _meant(transaction, one), await _meant(transaction, other)
            _check_pair(mine, theirs, one, other)
            decided = judgement(mine.record, theirs.record, verdict or "UNSURE", at, note)
            if verdict is None:
                await transaction.run(Command(TAKE_BACK, {"ids": [decided.id]}))
            else:
                await _decide(transaction, decided)
            await self._follow(transaction, (*mine.records, *theirs.records))
            return await _explain(transaction, one, other)

        return await self._database.transact(job)

    async def split(self, one: str, at: str) -> Explanation:
        """Part a record from the others that it is one entity with.

        The merges that people made with it are taken back; from those that it still is one with,
        it is judged different. Raises InputError where it is alone.
        """

        async def job(transaction: Transaction) -> Explanation:
            meant = await _meant(transaction, one)
            others = [record for record in meant.records if record != meant.record]
            if not others:
                raise InputError(
                    f"{one} stands for one record only, and cannot be split.",
                    fix="Name the articles that tell of somebody else, with --article; "
                    "entente explain tells the articles and records of an id.",
                )
            merged = await _merges(transaction, meant.record)
            await transaction.run(Command(TAKE_BACK, {"ids": [j.id for j in merged]}))
            await self._follow(transaction, meant.records)
            if merged:
                others = [record for j in merged for record in j.pair - {meant.record}]
            entities = await Reading(transaction).entities([meant.record, *others])
            whole, mine = origin_of(meant.record), entities[meant.record]
            still = [one for one in others if one == whole or entities.get(one) == mine]
            for record in still:
                await _decide(transaction, judgement(meant.record, record, "DIFFERENT", at))
            if still:
                await self._follow(transaction, meant.records)
            return await _explain(transaction, meant.record, others[0])

        return await self._database.transact(job)

    async def part(self, one: str, articles: Collection[str], at: str) -> Explanation:
        """Part what some articles say of an entity or record from what the others say.

        It becomes an entity of its own, its facts follow, and these articles go on telling of it
        when they are loaded again. Merging it takes the parting back. Raises InputError where an
        article does not tell of it, or no other one does.
        """

        async def job(transaction: Transaction) -> Explanation:
            meant = await _meant(transaction, one)
            records = (meant.record,) if meant.is_record else meant.records
            told = await _telling(transaction, records)
            _check_articles(one, articles, {article for _, article in told})
            division = divided(told, articles, at)
            for apart in product(division.pieces, division.rest):
                await _decide(transaction, judgement(*apart, "DIFFERENT", at))
            first, *others = division.pieces
            for other in others:
                await _decide(transaction, judgement(first, other, "SAME", at))
            touched = await Partings(transaction).part(division.partings)
            await self._write(transaction, replace(touched, reconsidered=frozenset(meant.records)))
            return await _explain(transaction, division.rest[0], first)

        return await self._database.transact(job)

    async def explain(self, one: str, other: str | None = None) -> Explanation:
        """Why two ids are one entity or two; with one id, why its records are one."""

        async def job(transaction: Transaction) -> Explanation:
            return await _explain(transaction, one, other or one)

        return await self._database.transact(job)

    async def _follow(self, transaction: Transaction, records: Collection[str]) -> None:
        """Let the graph follow what was decided of records."""
        await self._write(transaction, Touched(reconsidered=frozenset(records)))

    async def _write(self, transaction: Transaction, touched: Touched) -> None:
        work = Work(transaction, self._ontology, self._nations)
        await work.write((), touched, "")
        await work.weigh(())


async def _decide(transaction: Transaction, decided: Judgement) -> None:
    parameters = {
        "id": decided.id,
        "left": decided.left,
        "right": decided.right,
        "verdict": decided.verdict,
        "decidedAt": decided.decided_at,
        "note": decided.note,
    }
    await transaction.run(Command(JUDGE, parameters))


async def _merges(transaction: Transaction, record: str) -> list[Judgement]:
    """The judgements by which a record was joined to others."""
    decided = await Reading(transaction).judgements([record])
    return sorted({one for one in decided if one.verdict == "SAME"}, key=lambda one: one.id)


async def _meant(transaction: Transaction, given: str) -> Meant:
    """What an id means; without a label, that of the only label that has it."""
    labels = {f"{label}:" for label in LABELS}
    names = [given] if given.startswith(tuple(labels)) else [f"{one}:{given}" for one in LABELS]
    found = await current_ids(transaction, names)
    if len(found) != 1:
        told = f"means several: {', '.join(sorted(found))}" if found else "is no id in the graph"
        raise InputError(
            f"{given!r} {told}.",
            fix="Give the id of a person, organization or event, as in Person:kim-jong-un.",
        )
    [(name, entity)] = found.items()
    rows = await transaction.read(RECORDS, {"entity": entity})
    rows.sort(key=lambda row: age(row["stamp"], row["id"]))
    named = [row["id"] for row in rows if name in (row["id"], row["base"])]
    standing = [row["id"] for row in rows if row["id"].startswith(entity)]
    first = (*(one for one in named if one == name), *named, *standing, rows[0]["id"])[0]
    return Meant(entity, tuple(row["id"] for row in rows), first, name in (r["id"] for r in rows))


async def _telling(transaction: Transaction, records: Collection[str]) -> list[tuple[str, str]]:
    """The records and the articles that tell of them, in order."""
    rows = await Reading(transaction).rows(TELLING, records)
    return sorted((row["id"], row["article"]) for row in rows)


def _check_articles(one: str, articles: Collection[str], telling: Collection[str]) -> None:
    if unknown := sorted(set(articles) - set(telling)):
        raise InputError(
            f"{', '.join(unknown)} does not tell of {one}.",
            fix="entente explain tells the articles of an id.",
        )
    if not set(telling) - set(articles):
        raise InputError(
            f"No other article tells of {one}.",
            fix="Name only those that tell of somebody else, or leave --article out.",
        )


def _check_pair(mine: Meant, theirs: Meant, one: str, other: str) -> None:
    if mine.entity.partition(":")[0] != theirs.entity.partition(":")[0]:
        raise InputError(
            f"{one} and {other} are not of one kind.",
            fix="Judge two people, two organizations or two events.",
        )
    if mine.record == theirs.record:
        raise InputError(
            f"{one} and {other} are one record already.",
            fix="entente explain tells the records of an id.",
        )


async def _explain(transaction: Transaction, one: str, other: str) -> Explanation:
    mine, theirs = await _meant(transaction, one), await _meant(transaction, other)
    if mine.entity.partition(":")[0] != theirs.entity.partition(":")[0]:
        _check_pair(mine, theirs, one, other)
    named = [meant.record for meant in (mine, theirs) if meant.is_record or one != other]
    same = mine.entity == theirs.entity
    return await explain(
        transaction, [mine.entity, theirs.entity], named if same and one != other else []
    )
