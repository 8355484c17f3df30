"""Copies as the graph keeps them, found among all articles inside a transaction."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, permutations
from typing import Any, LiteralString

from graph.copies import copy_statements as statements
from graph.copies.grouping import Candidate, Grouping, candidate
from graph.copies.wording import Shingles, Wording, are_alike, read_wording
from graph.database import Command, Transaction
from graph.statement import Statement

Row = dict[str, Any]
IDS_A_READ = 400


class Copies:
    """Keeps track of copies while articles come and go in one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._grouping = Grouping()
        self._before: dict[str, str | None] = {}
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

    async def settle(self, fresh: Mapping[Candidate, Wording]) -> frozenset[str]:
        """Group articles that have been written, and those left behind, with all that is like them.

        Returns the articles, of these and of others, that now have another original.
        """
        for one, wording in fresh.items():
            self._candidates[one.id] = one
            self._wordings[one.id] = wording
        await self._learn(self._before.keys() - self._candidates.keys())
        loose = sorted(self._candidates)
        found = await self._found(loose)
        groups = await self._dated({row["group"] for rows in found.values() for row in rows})
        await self._read_texts(_likeliest(found))
        for one in loose:
            await self._compare(one, found[one], groups)
        # An original that is one no more hands over its copies.
        displaced = [key for key, one in groups.items() if self._grouping.first(one) != one]
        copies = await self._read(statements.COPIES, displaced)
        for row in copies:
            copy = candidate(row["id"], row["published"])
            self._grouping.join(groups[row["original"]], copy)
            groups[copy.id] = copy
        now = dict.fromkeys(groups) | {row["id"]: row["original"] for row in copies}
        return await self._mark(groups, now | dict.fromkeys(loose))

    async def _learn(self, ids: Iterable[str]) -> None:
        """Take in texts and dates of articles that are to be grouped."""
        for row in await self._read(statements.ARTICLES, set(ids)):
            self._wordings[row["id"]] = read_wording(row["title"], row["text"])
            self._candidates[row["id"]] = candidate(row["id"], row["published"])

    async def _found(self, loose: Iterable[str]) -> dict[str, list[Row]]:
        """By article: those that share a band, the ones that share most first.

        Each with its ``group``: its original, or itself where it is to be grouped as well.
        """
        bands = {one: self._wordings[one].keys for one in loose}
        shared: dict[str, Counter[tuple[str, str]]] = {one: Counter() for one in bands}
        for number, statement in enumerate(statements.BANDED):
            owners: dict[str, list[str]] = {}
            for one, keys in bands.items():
                if keys:
                    owners.setdefault(keys[number], []).append(one)
            for row in await self._read(statement, owners, {"loose": list(bands)}):
                group = row["original"] or row["id"]
                for one in owners[row["key"]]:
                    shared[one][row["id"], group] += 1
            pairs = (permutations(some, 2) for some in owners.values())
            for one, other in chain.from_iterable(pairs):
                shared[one][other, other] += 1
        return {
            one: [
                {"id": other, "group": group}
                for (other, group), _ in sorted(counts.items(), key=lambda item: (-item[1], item))
            ]
            for one, counts in shared.items()
        }

    async def _dated(self, groups: Iterable[str]) -> dict[str, Candidate]:
        """The originals by which groups are known."""
        others = set(groups) - self._candidates.keys()
        rows = await self._read(statements.DATES, others)
        return {row["id"]: candidate(row["id"], row["published"]) for row in rows}

    async def _compare(
        self, one: str, rows: Iterable[Row], groups: Mapping[str, Candidate]
    ) -> None:
        """Join an article with each group that holds one like it."""
        mine = self._candidates[one]
        for row in rows:
            group = groups.get(row["group"]) or self._candidates[row["group"]]
            if self._grouping.first(mine) != self._grouping.first(group) and are_alike(
                await self._shingles_of(one), await self._shingles_of(row["id"])
            ):
                self._grouping.join(mine, group)

    async def _shingles_of(self, article: str) -> Shingles:
        if article not in self._shingles:
            await self._read_texts([article])
            self._shingles[article] = self._wordings[article].shingles()
        return self._shingles[article]

    async def _read_texts(self, articles: Iterable[str]) -> None:
        """Take in the texts of articles that are only compared with others."""
        unknown = set(articles) - self._wordings.keys()
        for row in await self._read(statements.ARTICLES, unknown):
            self._wordings[row["id"]] = read_wording(row["title"], row["text"])

    async def _mark(
        self, groups: Mapping[str, Candidate], now: Mapping[str, str | None]
    ) -> frozenset[str]:
        """Write what has changed; ``now`` is the original of each article as it stands."""
        wanted = self._grouping.originals({**groups, **self._candidates}.values())
        await self._write({one: wanted[one] for one in sorted(wanted) if wanted[one] != now[one]})
        before = {**now, **self._before}
        return frozenset(one for one in wanted if wanted[one] != before[one])

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
        parameters: Mapping[str, Any] | None = None,
    ) -> list[Row]:
        return await self._transaction.read_over(statement, ids, IDS_A_READ, parameters)


def _likeliest(found: Mapping[str, Sequence[Row]]) -> set[str]:
    """Of each group that may hold a copy, the article that shares most bands with it."""
    first = {
        (one, row["group"]): row["id"] for one, rows in found.items() for row in reversed(rows)
    }
    return set(first.values())
