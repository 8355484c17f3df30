"""Copies as the graph keeps them, found among all articles inside a transaction."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final, LiteralString

from graph.copies import copy_statements as statements
from graph.copies.grouping import Candidate, Grouping, candidate
from graph.copies.wording import (
    AGREEING,
    Shingles,
    Wording,
    agreement,
    are_alike,
    read_wording,
    shingles,
)
from graph.database import Command, Transaction
from graph.statement import Statement

Row = dict[str, Any]
IDS_A_READ: Final = 400
FOUND_AT_ONCE: Final = 128
"""Articles for which all that share a band with one of them are read by one statement. The more
articles there are, the more do by chance, and there may be hundreds for each, of which none stay in
memory."""
TEXTS_AT_ONCE: Final = 100
"""Texts of the graph that are in memory together."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles that may be alike; ``group`` is the original of the other, or itself."""

    one: str
    other: str
    group: str


class Copies:
    """Keeps track of copies while articles come and go in one transaction.

    ``ahead`` says that they only come: then no read waits for what is being written.
    """

    def __init__(self, transaction: Transaction, *, ahead: bool = False) -> None:
        self._transaction = transaction
        self._ahead = ahead
        self._grouping = Grouping()
        self._before: dict[str, str | None] = {}
        self._now: Mapping[str, str | None] = {}
        self._wanted: Mapping[str, str | None] = {}
        self._wordings: dict[str, Wording] = {}
        self._shingles: dict[str, Shingles] = {}
        self._candidates: dict[str, Candidate] = {}

    async def leave(self, ids: Collection[str]) -> None:
        """Take apart the groups of articles that are about to change or to go.

        Without these, the others may no longer belong together: ``settle`` groups them anew.
        """
        originals = {row["original"] for row in await self._read(statements.GROUPS, ids)}
        copies = await self._read(statements.COPIES, originals)
        self._before |= dict.fromkeys(originals) | {row["id"]: row["original"] for row in copies}
        await self._write({row["id"]: None for row in copies})

    async def look(self, fresh: Mapping[Candidate, Wording]) -> None:
        """Group articles that come, and those left behind, with all that is like them."""
        for one, wording in fresh.items():
            self._candidates[one.id] = one
            self._wordings[one.id] = wording
        await self._learn(self._before.keys() - self._candidates.keys())
        loose = sorted(self._candidates)
        found = await self._found(loose)
        groups = await self._dated({pair.group for pair in found})
        likeliest = _likeliest(found)
        await self._compare(likeliest, groups)
        await self._compare(set(found) - likeliest, groups)
        # An original that is one no more hands over its copies.
        displaced = [key for key, one in groups.items() if self._grouping.first(one) != one]
        copies = await self._read(statements.COPIES, displaced)
        for row in copies:
            copy = candidate(row["id"], row["published"])
            self._grouping.join(groups[row["original"]], copy)
            groups[copy.id] = copy
        now = dict.fromkeys(groups) | {row["id"]: row["original"] for row in copies}
        self._now = now | dict.fromkeys(loose)
        self._wanted = self._grouping.originals({**groups, **self._candidates}.values())

    async def mark(self) -> frozenset[str]:
        """Write what has changed, once the articles that come are written.

        Returns the articles, of these and of others, that now have another original.
        """
        wanted = self._wanted
        changed = {one: wanted[one] for one in sorted(wanted) if wanted[one] != self._now[one]}
        await self._write(changed)
        before = {**self._now, **self._before}
        return frozenset(one for one in wanted if wanted[one] != before[one])

    async def _learn(self, ids: Iterable[str]) -> None:
        """Take in texts and dates of articles that are to be grouped."""
        for row in await self._read(statements.ARTICLES, set(ids)):
            self._wordings[row["id"]] = read_wording(row["title"], row["text"])
            self._candidates[row["id"]] = candidate(row["id"], row["published"])

    async def _found(self, loose: Sequence[str]) -> list[Pair]:
        """The pairs that may be alike; of one article with those of the graph, likeliest first."""
        together = {two for some in self._owners(loose).values() for two in combinations(some, 2)}
        sketches = {Pair(*two, two[1]): self._sketch(two[1]) for two in together}
        found = _most_first(self._agreed(sketches))
        for at in range(0, len(loose), FOUND_AT_ONCE):
            found += await self._banded(loose[at : at + FOUND_AT_ONCE])
        return found

    def _owners(self, articles: Iterable[str]) -> dict[str, list[str]]:
        """Articles by the keys of their bands."""
        owners: dict[str, list[str]] = {}
        for one in articles:
            for key in self._wordings[one].keys:
                owners.setdefault(key, []).append(one)
        return owners

    async def _banded(self, loose: Collection[str]) -> list[Pair]:
        """The pairs with articles of the graph that share a band and may be alike."""
        owners = self._owners(loose)
        if not owners:
            return []
        keys = zip(*(told for one in loose if (told := self._wordings[one].keys)), strict=True)
        parameters = {f"band{number}": [*set(some)] for number, some in enumerate(keys)}
        agreed: dict[Pair, int] = {}
        rows = self._transaction.stream(statements.BANDED, parameters, ahead=self._ahead)
        async for row in rows:
            sketches = {
                Pair(one, other, group): sketch
                for other, group, sketch in row["articles"]
                # Whether the graph has those that are being written depends on how far that is.
                if other not in self._candidates
                for one in owners[row["key"]]
            }
            agreed |= self._agreed(sketches)
        return _most_first(agreed)

    def _agreed(self, sketches: Mapping[Pair, str]) -> dict[Pair, int]:
        """The pairs that may be alike by their sketches, with how far these agree."""
        agreed = {pair: self._agreement(pair, sketch) for pair, sketch in sketches.items()}
        return {pair: letters for pair, letters in agreed.items() if letters >= AGREEING}

    def _agreement(self, pair: Pair, sketch: str) -> int:
        """How far sketches agree; enough where the graph is older than its sketches."""
        return agreement(self._sketch(pair.one), sketch) if sketch else AGREEING

    def _sketch(self, one: str) -> str:
        return self._wordings[one].sketch

    async def _dated(self, groups: Iterable[str]) -> dict[str, Candidate]:
        """The originals by which groups are known."""
        others = set(groups) - self._candidates.keys()
        rows = await self._read(statements.DATES, others)
        return {row["id"]: candidate(row["id"], row["published"]) for row in rows}

    async def _compare(self, pairs: Iterable[Pair], groups: Mapping[str, Candidate]) -> None:
        """Join articles with each group that holds one like them; every text is read once."""
        by_other: dict[str, list[Pair]] = {}
        for pair in pairs:
            if self._are_apart(pair, groups):
                by_other.setdefault(pair.other, []).append(pair)
        others = sorted(by_other)
        for at in range(0, len(others), TEXTS_AT_ONCE):
            some = others[at : at + TEXTS_AT_ONCE]
            texts = await self._texts(some)
            for pair in (pair for other in some for pair in by_other[other]):
                if are_alike(self._shingles_of(pair.one), texts[pair.other]):
                    self._grouping.join(*self._ends(pair, groups))

    def _are_apart(self, pair: Pair, groups: Mapping[str, Candidate]) -> bool:
        mine, group = self._ends(pair, groups)
        return self._grouping.first(mine) != self._grouping.first(group)

    def _ends(self, pair: Pair, groups: Mapping[str, Candidate]) -> tuple[Candidate, Candidate]:
        group = groups.get(pair.group) or self._candidates[pair.group]
        return self._candidates[pair.one], group

    async def _texts(self, articles: Collection[str]) -> dict[str, Shingles]:
        """What is compared of articles: of those to be grouped it is kept, of others read."""
        mine = {one: self._shingles_of(one) for one in articles if one in self._wordings}
        rows = await self._read(statements.TEXTS, set(articles) - mine.keys())
        return mine | {row["id"]: shingles(row["title"], row["text"]) for row in rows}

    def _shingles_of(self, article: str) -> Shingles:
        if article not in self._shingles:
            self._shingles[article] = self._wordings[article].shingles()
        return self._shingles[article]

    async def _write(self, originals: Mapping[str, str | None]) -> None:
        rows = [{"id": one, "original": original} for one, original in originals.items()]
        joined = [row for row in rows if row["original"]]
        if rows:
            await self._transaction.run(Command(statements.PART, {"ids": list(originals)}))
            await self._transaction.run(Command(statements.MARK, {"rows": rows}))
        if joined:
            await self._transaction.run(Command(statements.JOIN, {"rows": joined}))

    async def _read(
        self,
        statement: LiteralString | Statement,
        ids: Iterable[str],
    ) -> list[Row]:
        return await self._transaction.read_over(statement, ids, IDS_A_READ, ahead=self._ahead)


def _most_first(agreed: Mapping[Pair, int]) -> list[Pair]:
    return sorted(agreed, key=lambda pair: (-agreed[pair], pair.one, pair.other))


def _likeliest(pairs: Iterable[Pair]) -> set[Pair]:
    """By article, the one of each group that may hold a copy that shares most bands with it."""
    first: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        first.setdefault((pair.one, pair.group), pair)
    return set(first.values())
