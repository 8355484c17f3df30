"""Former links: what records were linked to before they changed, or were no more.

That must be settled anew, too: such a link, as strong as another, may have been all that kept a
record from going to either.
"""

from collections.abc import Mapping
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
        then = await self._records(before)
        changed = {name: one for name, one in then.items() if not self._is_same(one)}
        sought: dict[str, list[str]] = {}
        for name, one in changed.items():
            for key in lookups(one.traits):
                sought.setdefault(key, []).append(name)
        rows = await self._reading.collected(statements.BY_KEY, sought.keys())
        found = {row["key"]: set(row["records"]) - before.keys() for row in rows}
        others = {other for some in found.values() for other in some}
        await self._near.read(statements.BY_ID, others - self._near.kept.keys())
        then |= await self._records({other: self._near.kept[other] for other in others})
        pairs = {(n, other) for key, some in found.items() for other in some for n in sought[key]}
        return {other for name, other in pairs if compare(then[name], then[other]).is_same}

    def _is_same(self, then: Record) -> bool:
        """Whether of a record the same is compared as before."""
        now = self._near.compared.get(then.id)
        return now is not None and now.traits == then.traits

    async def _records(self, before: Before[AnyState]) -> dict[str, Record]:
        """What was compared of records: of events, those who they knew to take part."""
        states = [one.state for one in before.values()]
        refs = {ref for state in states if isinstance(state, EventState) for ref in state.refs}
        entities = await self._reading.former_entities(refs) if refs else {}
        return {name: compared(self._kind, name, one, entities) for name, one in before.items()}
