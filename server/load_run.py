"""One run of ``entente load``: graph, workers, journal and progress put together."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager, aclosing, suppress
from dataclasses import dataclass

from graph.constraints import ensure_constraints
from graph.errors import DatabaseError, EngineError, EntenteError, InputError
from graph.ontology import load_ontology
from graph.settings import Settings
from graph.writing.rehearsal import Rehearsal
from graph.writing.writer import Writer
from loaders.dask_cluster import dask_cluster
from loaders.extraction_job import ExtractionJob
from loaders.garbage import seldom_collected
from loaders.journal import Journal, LoadInputs
from loaders.loading import Load, LoadReport
from loaders.nations import nation_properties
from loaders.rejects import Reject
from loaders.selection import Selection
from loaders.sources import SourceOptions, Sources, read_sources
from loaders.sources.remote import shown
from loaders.workers import Workers, local_workers
from server.extraction_options import LLM, ExtractionOptions
from server.load_opening import opened
from server.load_progress import Progress


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """What a load was asked for; the names are those of the options."""

    paths: tuple[str, ...]
    sources: SourceOptions
    selection: Selection
    extraction: ExtractionOptions
    workers: int
    dask: str | None
    max_rejects: int | None
    dry_run: bool

    def executor(self) -> AbstractContextManager[Workers]:
        """Where the extraction runs; raises InputError where it cannot."""
        if self.dask and self.extraction.extractor == LLM:
            raise InputError(
                "A Dask cluster cannot ask a language model: its machines share no budget.",
                fix="Leave out --dask, or --extractor llm.",
            )
        return dask_cluster(self.dask) if self.dask else local_workers(self.workers)


async def run_load(
    settings: Settings,
    options: LoadOptions,
    extract: ExtractionJob,
    workers: Workers,
    on_reject: Callable[[Reject], None],
    progress: Progress,
) -> LoadReport:
    """Load, or with ``dry_run`` only tell what would be loaded; raises what stops the run."""
    # The paths first: a mistyped one should not wait for the engine.
    sources = read_sources(options.paths, options.sources, workers=workers)
    ontology = load_ontology()
    with progress, seldom_collected():
        async with opened(settings, progress) as database:
            writer = Writer(database, ontology, nation_properties())

            def job(target: Writer | Rehearsal) -> Load:
                most = options.max_rejects
                return Load(target, workers, extract, on_reject, max_rejects=most)

            if options.dry_run:
                return await _follow(job(Rehearsal(writer)), sources, options, progress, None)
            await ensure_constraints(database, ontology)
            inputs = LoadInputs(tuple(map(shown, options.paths)), extract.name)
            journal = Journal(database, inputs)
            await journal.begin()
            return await _journaled(job(writer), sources, options, progress, journal)


async def _journaled(
    job: Load, sources: Sources, options: LoadOptions, progress: Progress, journal: Journal
) -> LoadReport:
    """Follow a load and note how it ends."""
    try:
        report = await _follow(job, sources, options, progress, journal)
    except (DatabaseError, EngineError):
        # Where the graph is out of reach, so is its journal.
        raise
    except EntenteError as error:
        await journal.end(error.message)
        raise
    except asyncio.CancelledError:
        with suppress(EntenteError):
            await journal.end("It was interrupted.")
        raise
    await journal.end()
    return report


async def _follow(
    job: Load, sources: Sources, options: LoadOptions, progress: Progress, journal: Journal | None
) -> LoadReport:
    report = LoadReport()
    # Beside the load: to find all files of a large archive takes a while.
    sizing = asyncio.create_task(_expect(progress, sources))
    readings = options.selection.of(sources)
    async with aclosing(job.run(readings, lambda: sources.position)) as reports:
        async for report in reports:
            progress.show(report)
            if journal is not None:
                await journal.note(report)
    sizing.cancel()
    return report


async def _expect(progress: Progress, sources: Sources) -> None:
    progress.expect(await asyncio.to_thread(sources.size))
