"""Former links: what records were linked to before they changed, or were no more.

That must be settled anew, too: such a link, as strong as another, may have been all that kept a
record from going to either.
"""

from collections.abc import Iterable, Mapping
from typing import Generic

from graph.identity.comparison import compare
from graph.identity.keys import lookups
from graph.identity.traits import Record
from graph.writing import record_statements as statements
from graph.writing.event_state import EventState
from graph.writing.kinds import AnyClaim, AnyState, Kind
from graph.writing.neighbourhood import Neighbourhood
from graph.writing.reading import Kept, Reading
from graph.writing.records import compared

Before = Mapping[str, Kept[AnyState]]


class FormerLinks(Generic[AnyClaim, AnyState]):
    """The links that records of one kind had when the transaction began.

    They are found by what is written, so they are asked for before any of it changes.
    """

    def __init__(
        self,
        reading: Reading,
        kind: Kind[AnyClaim, AnyState],
        near: Neighbourhood[AnyClaim, AnyState],
    ) -> None:
        self._reading = reading
        self._kind = kind
        self._near = near

    async def ends(self, before: Before[AnyState]) -> set[str]:
        """The records, of those that do not change, that were linked to those that do.

        ``before`` is what those were that are told anew; most of them tell no less than before,
        and nothing is read for these.
        """
        await self._reading.entities(_taking_part(one.state for one in before.values()))
        then = {name: self._record(name, one) for name, one in before.items()}
        changed = {name: one for name, one in then.items() if not self._is_same(one)}
        sought: dict[str, list[str]] = {}
        for name, one in changed.items():
            for key in lookups(one.traits):
                sought.setdefault(key, []).append(name)
        found_by: dict[str, set[str]] = {}
        for row in await self._reading.collected(statements.BY_KEY, sought.keys()):
            for other in set(row["records"]) - before.keys():
                found_by.setdefault(other, set()).update(sought[row["key"]])

        def linked(other: str) -> tuple[str, ...]:
            theirs = self._record(other, self._near.kept[other])
            same = any(compare(changed[name], theirs).is_same for name in found_by[other])
            return (other,) if same else ()

        return set(await self._near.visit(found_by, linked))

    def _is_same(self, then: Record) -> bool:
        """Whether of a record the same is compared as before."""
        now = self._near.compared.get(then.id)
        return now is not None and now.traits == then.traits

    def _record(self, name: str, kept: Kept[AnyState]) -> Record:
        """What was compared of a record: of an event, those who it knew to take part."""
        entities = self._reading.former_entities(_taking_part((kept.state,)))
        return compared(self._kind, name, kept, entities)


def _taking_part(states: Iterable[object]) -> set[str]:
    return {ref for state in states if isinstance(state, EventState) for ref in state.refs}
