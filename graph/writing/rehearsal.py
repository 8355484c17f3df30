"""Rehearsal: stands in for the writer and changes nothing."""

from collections.abc import Iterable, Sequence

from graph.writing.drafts import Draft
from graph.writing.writer import Known, Writer, Written


class Rehearsal:
    """Tells which articles the writer would load or replace."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def known(self, ids: Iterable[str]) -> dict[str, Known]:
        """What is already there of articles, by id."""
        return await self._writer.known(ids)

    async def write_drafts(
        self,
        batch: Sequence[Draft],
        loaded_at: str,  # noqa: ARG002 - the writer's signature
    ) -> Written:
        """Count what would be written."""
        ids = {one.article.id for one in batch}
        known = await self.known(ids)
        return Written(loaded=len(ids) - len(known), replaced=len(known))
