"""The neighbourhood of records: all others that what happens to them can affect.

These are the records that stand for the same entities, and whatever is linked to any of them, step
by step; candidates are found by keys, and never by looking through a label.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final, Generic, LiteralString, TypeVar

from graph.identity.clusters import Link, link
from graph.identity.comparison import Comparisons
from graph.identity.judgement import Judgement, Judgements
from graph.identity.keys import Keys, keys, keys_of
from graph.identity.parting import is_part
from graph.identity.traits import Record
from graph.writing import record_statements as statements
from graph.writing.event_state import EventState
from graph.writing.kinds import AnyClaim, AnyState, Kind
from graph.writing.reading import Kept, Reading
from graph.writing.records import compared

Seen = TypeVar("Seen")

VISITED: Final = 2000
"""Records that are looked at together; where there are more, only what was found is remembered."""


class Neighbourhood(Generic[AnyClaim, AnyState]):
    """What is known of records of one kind while they are settled."""

    def __init__(self, reading: Reading, kind: Kind[AnyClaim, AnyState]) -> None:
        self._reading = reading
        self._kind = kind
        self._entities: dict[str, str] = {}
        self._changed: frozenset[str] = frozenset()
        self._judgements: dict[frozenset[str], Judgement] = {}
        self._by_key: dict[str, set[str]] = {}
        self._keys: dict[str, Keys] = {}
        self._gone: frozenset[str] = frozenset()
        self.keys_there: set[str] = set()
        self.kept: dict[str, Kept[AnyState]] = {}
        self.compared: dict[str, Record] = {}
        self.comparisons = Comparisons(self.compared)

    @property
    def judgements(self) -> Judgements:
        """What people decided of the records that were reached."""
        return Judgements(self._judgements)

    async def learn(self, kept: Mapping[str, Kept[AnyState]]) -> None:
        """Take in records, with the entities of those who take part in events."""
        states = [one.state for one in kept.values()]
        refs = {ref for state in states if isinstance(state, EventState) for ref in state.refs}
        if unknown := refs - self._entities.keys():
            self._entities |= await self._reading.entities(unknown)
        for name, one in kept.items():
            self.kept[name] = one
            self.compared[name] = self.compare(name, one)

    def find_as_written(self, names: Collection[str], before: Collection[str]) -> None:
        """Let records that were learnt be found by the keys that they will have.

        What the graph has of those that were there ``before`` counts no more, and those of them
        that will be no more are not found at all.
        """
        self._changed = frozenset(before)
        self._gone = self._changed.difference(names)
        for name in names:
            for key in self.keys_now(name):
                self._by_key.setdefault(key, set()).add(name)

    def keys_now(self, name: str) -> frozenset[str]:
        """The keys under which a record is to be found."""
        return self._keys_of(name).own

    def keys_then(self, name: str, before: Kept[AnyState]) -> frozenset[str]:
        """The keys under which it was found before it changed."""
        then = self.compare(name, before).traits
        return self.keys_now(name) if then == self.compared[name].traits else keys(then)

    def _keys_of(self, name: str) -> Keys:
        if name not in self._keys:
            self._keys[name] = keys_of(self.compared[name].traits)
        return self._keys[name]

    def compare(self, name: str, kept: Kept[AnyState]) -> Record:
        """What is compared of a record."""
        return compared(self._kind, name, kept, self._entities)

    async def read(self, statement: LiteralString, ids: Collection[str]) -> set[str]:
        """Take in the records that a statement finds by ids; what is known stays as it is."""
        found = await self._reading.records(self._kind, statement, ids)
        there = {name: one for name, one in found.items() if name not in self._gone}
        await self.learn({name: one for name, one in there.items() if name not in self.kept})
        return set(there)

    async def closure(
        self, names: Collection[str], entities: Collection[str]
    ) -> tuple[set[str], set[Link]]:
        """All that is affected when records change that stood for entities, and its links."""
        reached = set(names) | await self.read(statements.BY_ENTITY, entities)
        frontier, links = set(reached), set[Link]()
        while frontier:
            decided = await self._reading.judgements(frontier)
            self._judgements |= {one.pair: one for one in decided}
            found = await self._links(frontier)
            links |= found
            linked = {end for one in found for end in (one.left, one.right)}
            partners = {end for one in decided if one.verdict == "SAME" for end in one.pair}
            linked |= await self._present(partners)
            frontier = linked - reached
            reached |= frontier
        return reached, links

    async def _present(self, names: Collection[str]) -> set[str]:
        """Those of the records that there are: a judgement may outlive what it is about."""
        await self.read(statements.BY_ID, set(names) - self.kept.keys())
        return set(names) & self.kept.keys()

    async def _links(self, frontier: Collection[str]) -> set[Link]:
        """The links of records to all others that share a key."""
        sought: dict[str, list[str]] = {}
        for name in sorted(frontier):
            for key in self._keys_of(name).sought:
                sought.setdefault(key, []).append(name)
        rows = await self._reading.collected(statements.BY_KEY, sought.keys())
        written = {row["key"]: set(row["records"]) - self._changed for row in rows}
        self.keys_there |= written.keys()
        found_by: dict[str, list[str]] = {}
        for key in sought:
            for other in (*written.get(key, ()), *self._by_key.get(key, ())):
                found_by.setdefault(other, []).append(key)

        def links(other: str) -> Iterator[Link]:
            names = {name for key in found_by[other] for name in sought[key]} - {other}
            return (found for name in names if (found := self._link(name, other)))

        return set(await self.visit(found_by, links))

    async def visit(
        self, names: Collection[str], look: Callable[[str], Iterable[Seen]]
    ) -> list[Seen]:
        """All that is seen by looking at records; of very many, those with nothing are forgotten.

        So memory does not depend on how many events two nations had in a week; who is looked at
        again is read again.
        """
        found: list[Seen] = []
        ordered = sorted(names)
        for at in range(0, len(ordered), VISITED):
            some = ordered[at : at + VISITED]
            strange = set(some) - self.kept.keys()
            await self.read(statements.BY_ID, strange)
            for one in some:
                seen = list(look(one))
                found += seen
                if not seen and one in strange and len(ordered) > VISITED:
                    del self.kept[one], self.compared[one]
        return found

    def _link(self, one: str, other: str) -> Link | None:
        """The link of two records, unless somebody has judged them or taken one from another."""
        if frozenset((one, other)) in self._judgements or is_part(one) or is_part(other):
            return None
        likeness = self.comparisons.same(one, other)
        return link(one, other, likeness.score) if likeness else None
