"""Settling: after records have changed, which entities there are, and which records each has."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Generic

from graph.identity.clusters import Cluster, Clustering
from graph.identity.entity_ids import name_clusters
from graph.writing import record_statements as statements
from graph.writing.former_links import FormerLinks
from graph.writing.kinds import AnyClaim, AnyState, Kind
from graph.writing.neighbourhood import Neighbourhood
from graph.writing.reading import Kept, Reading
from graph.writing.recorded import base_of
from graph.writing.records import Records
from graph.writing.sender import Sender


@dataclass(frozen=True, slots=True)
class Entity(Generic[AnyState]):
    """An entity whose node is to be written.

    ``is_new`` tells that none of its records was there before, ``rebuilt`` that what it had before
    is not all still true, so that its edges must be made anew.
    """

    state: AnyState
    records: Cluster
    is_new: bool
    rebuilt: bool

    @property
    def is_fresh(self) -> bool:
        """Whether all that is said of it is said by the articles that are being written."""
        return self.is_new and not self.rebuilt


@dataclass(frozen=True, slots=True)
class Settled(Generic[AnyState]):
    """The entities to write, those that lost records to others, and those that are no more.

    Entities are named by their keys.
    """

    entities: Mapping[str, Entity[AnyState]] = field(default_factory=dict[str, Entity[AnyState]])
    left: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()

    @property
    def rebuilt(self) -> list[str]:
        """The entities whose edges must be made anew."""
        return sorted(key for key, one in self.entities.items() if one.rebuilt)


@dataclass(frozen=True, slots=True)
class Changed(Generic[AnyClaim]):
    """What happened to records: more is said, some was taken back, or they are to be looked at.

    ``claims`` come with the article that makes them.
    """

    claims: Sequence[tuple[str, AnyClaim]] = ()
    retracted: frozenset[str] = frozenset()
    reconsidered: frozenset[str] = frozenset()


class Settling(Generic[AnyClaim, AnyState]):
    """Settles the records of one kind."""

    def __init__(self, reading: Reading, sender: Sender, kind: Kind[AnyClaim, AnyState]) -> None:
        self._kind = kind
        self._reading = reading
        self._records = Records(reading, sender, kind)
        self._near = Neighbourhood(reading, kind)
        self._former = FormerLinks(reading, kind, self._near)

    async def run(self, changed: Changed[AnyClaim]) -> Settled[AnyState]:
        """Write the records, and tell which entities are to be written."""
        claims: dict[str, list[AnyClaim]] = {}
        for _, claim in changed.claims:
            claims.setdefault(self._kind.name(claim.id), []).append(claim)
        names = claims.keys() | changed.retracted | changed.reconsidered
        if not names:
            return Settled()
        before = await self._reading.records(self._kind, statements.BY_ID, names)
        states = await self._states(names, before, claims, changed.retracted)
        anew = changed.retracted | changed.reconsidered
        held = await self._records.keys_of(anew)
        await self._learn(states, before)
        then = {n: self._near.keys_then(n, one) for n, one in before.items() if n not in anew}
        left_behind = await self._former.ends(before)
        clusters = await self._clusters({*states, *left_behind}, before)
        # All is read by now: nothing above sees what is written from here on.
        await self._records.delete(before.keys() - states.keys())
        await self._write(states, before, clusters)
        await self._rekey(states, then | held)
        await self._records.tell(changed.claims)
        return self._settled(clusters, before, states.keys(), anew)

    async def _states(
        self,
        names: Collection[str],
        before: Mapping[str, Kept[AnyState]],
        claims: Mapping[str, list[AnyClaim]],
        retracted: Collection[str],
    ) -> dict[str, AnyState]:
        """What is said of the records now; without those of which nothing is said."""
        retold = await self._records.told(retracted)
        states: dict[str, AnyState] = {}
        for name in names:
            known = before[name].state if name in before and name not in retracted else None
            told = (*retold.get(name, ()), *claims.get(name, ()))
            state = self._kind.folded(known, told)
            if state is not None:
                states[name] = state
        return states

    async def _learn(
        self, states: Mapping[str, AnyState], before: Mapping[str, Kept[AnyState]]
    ) -> None:
        """Take in the records as they will be, before anything is written."""
        await self._near.learn(
            {
                name: Kept(state, before[name].entity if name in before else None)
                for name, state in states.items()
            }
        )
        self._near.find_as_written(states, before)

    async def _write(
        self,
        states: Mapping[str, AnyState],
        before: Mapping[str, Kept[AnyState]],
        clusters: Mapping[str, Cluster],
    ) -> None:
        """Write records that have changed, and what all stand for that moved."""
        near = self._near
        now = _entities(clusters)
        self._reading.stand_for(now, {name: near.kept[name].entity for name in now})
        kept = {name: Kept(state, now[name]) for name, state in states.items()}
        await self._records.create({n: one for n, one in kept.items() if n not in before})
        await self._records.write(
            {n: kept[n] for n in before.keys() & kept if kept[n] != before[n]}
        )
        await self._records.assign(
            {n: one for n, one in now.items() if n not in kept and near.kept[n].entity != one}
        )

    async def _rekey(self, names: Collection[str], then: Mapping[str, frozenset[str]]) -> None:
        """Let records be found by what they hold now, and by nothing that they held ``then``.

        A date told more exactly, or one more nation, takes keys away: with these, who is compared
        with whom would depend on what was loaded first.
        """
        now = {name: self._near.keys_now(name) for name in names}
        fresh = {n: some - then.get(n, frozenset()) for n, some in now.items()}
        await self._records.key(fresh, self._near.keys_there)
        await self._records.unkey({n: some - now.get(n, frozenset()) for n, some in then.items()})

    async def _clusters(
        self, names: Collection[str], before: Mapping[str, Kept[AnyState]]
    ) -> dict[str, Cluster]:
        """The clusters that can be affected, by the names of their entities."""
        near = self._near
        entities = {one.entity for one in before.values() if one.entity}
        closure, links = await near.closure(names, entities)
        clustering = Clustering(closure, near.comparisons, near.judgements)
        clusters = clustering.clusters(sorted(links))
        bases = {base_of(name) for name in (*closure, *before)}
        return name_clusters(
            (*clusters, *await self._namesakes(closure, bases)), near.compared, bases
        )

    async def _namesakes(self, closure: Collection[str], bases: Collection[str]) -> list[Cluster]:
        """The clusters that are not affected, but claim the same ids."""
        near = self._near
        found = await near.read(statements.BY_BASE, bases) - set(closure)
        entities = {entity for name in found if (entity := near.kept[name].entity)}
        mates = await near.read(statements.BY_ENTITY, entities)
        by_entity: dict[str, set[str]] = {}
        for name in mates:
            by_entity.setdefault(near.kept[name].entity or name, set()).add(name)
        return [frozenset(by_entity[entity]) for entity in sorted(by_entity)]

    def _settled(
        self,
        clusters: Mapping[str, Cluster],
        before: Mapping[str, Kept[AnyState]],
        names: Collection[str],
        anew: Collection[str],
    ) -> Settled[AnyState]:
        """Tell which entities have changed."""
        now = _entities(clusters)
        was = {name: self._near.kept[name].entity for name in now}
        moved = {name for name in now if was[name] not in (None, now[name])}
        lost = {one.entity for name, one in before.items() if name not in now}
        left = {entity for entity in (*lost, *(was[name] for name in moved)) if entity}
        remade, touched = moved | set(anew), moved | set(names)
        written = {
            self._key(entity): Entity(
                self._state(entity, cluster),
                cluster,
                is_new=not any(was[name] for name in cluster),
                rebuilt=entity in left or bool(remade & cluster),
            )
            for entity, cluster in sorted(clusters.items())
            if entity in left or cluster & touched
        }
        return Settled(
            written,
            frozenset(map(self._key, left)),
            frozenset(self._key(entity) for entity in left if entity not in clusters),
        )

    def _key(self, entity: str) -> str:
        return entity.removeprefix(f"{self._kind.label}:")

    def _state(self, entity: str, cluster: Cluster) -> AnyState:
        states = [self._near.kept[name].state for name in sorted(cluster)]
        merged = reduce(lambda one, other: one.merged(other), states)
        return merged.named(self._key(entity))


def _entities(clusters: Mapping[str, Cluster]) -> dict[str, str]:
    """The entity of each record."""
    return {name: entity for entity, cluster in clusters.items() for name in cluster}
