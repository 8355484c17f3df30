"""The journal of a load: its record in the graph, kept true from beginning to end.

A load that is killed cannot say so: its record stays as it last was, RUNNING, and the time of that
tells how old it is.
"""

import time
import uuid
from dataclasses import dataclass, replace
from importlib.metadata import version

from graph.database import Database
from graph.writing.load_records import LoadRecord, save_load
from loaders.loading import LoadReport
from loaders.rejects import utc_now

SECONDS = 10.0
"""How often a running load says how far it is."""


@dataclass(frozen=True, slots=True)
class LoadInputs:
    """What a load was told: paths without passwords, and the name of the extractor."""

    paths: tuple[str, ...]
    extractor: str


class Journal:
    """Writes the record of one load."""

    def __init__(self, database: Database, inputs: LoadInputs) -> None:
        now = _now()
        self._database = database
        self._saved = 0.0
        self._record = LoadRecord(
            # Ordered by time, for people; unique, for the graph.
            id=f"{now}-{uuid.uuid4().hex[:8]}",
            status="RUNNING",
            startedAt=now,
            updatedAt=now,
            # A path may hold bytes that are no text.
            inputs=tuple(p.encode("utf-8", "backslashreplace").decode() for p in inputs.paths),
            extractor=inputs.extractor,
            version=version("entente"),
        )

    async def begin(self) -> None:
        """Say that the load runs."""
        await self._save(self._record)

    async def note(self, report: LoadReport) -> None:
        """Say how far the load is, where the last time is long ago."""
        self._record = replace(self._record, counts=counts(report))
        if time.monotonic() - self._saved >= SECONDS:
            await self._save(self._record)

    async def end(self, problem: str | None = None) -> None:
        """Say that the load has ended, and what stopped it."""
        status = "FINISHED" if problem is None else "STOPPED"
        await self._save(replace(self._record, status=status, finishedAt=_now(), problem=problem))

    async def _save(self, record: LoadRecord) -> None:
        self._record = replace(record, updatedAt=_now())
        await save_load(self._database, self._record)
        self._saved = time.monotonic()


def counts(report: LoadReport) -> dict[str, int | float]:
    """The counts of a report, as a record has them."""
    written, changes = report.written, report.written.changes
    return {
        "read": report.read,
        "leftOut": report.left_out,
        "loaded": written.loaded,
        "replaced": written.replaced,
        "unchanged": written.unchanged,
        "rejected": report.rejected,
        "nodesCreated": changes.nodes_created,
        "nodesDeleted": changes.nodes_deleted,
        "relationshipsCreated": changes.relationships_created,
        "relationshipsDeleted": changes.relationships_deleted,
        "seconds": round(report.seconds, 3),
    }


def _now() -> str:
    return utc_now().strftime("%Y-%m-%dT%H:%M:%SZ")
