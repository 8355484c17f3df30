"""Loading real files into the real engine through the rules."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from graph.database import Command, Database
from graph.facts import Article, ArticleFacts
from graph.ontology import load_ontology
from graph.writing.writer import Writer
from loaders.errors import TooManyRejectsError
from loaders.extraction import checked_facts
from loaders.extraction_job import ChosenExtraction, ExtractionJob
from loaders.loading import Load, LoadReport
from loaders.nations import nation_properties
from loaders.rejects import Reject
from loaders.sources import SourceArticle, SourceOptions, read_sources
from loaders.workers import local_workers
from tests.snapshot import snapshot

pytestmark = pytest.mark.anyio

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
MODEL = ChosenExtraction("model")


async def load(
    database: Database,
    *paths: Path,
    extract: ExtractionJob = MODEL,
    max_rejects: int | None = None,
) -> tuple[LoadReport, list[Reject]]:
    rejects: list[Reject] = []
    writer = Writer(database, load_ontology(), nation_properties())
    with local_workers(0) as workers:
        job = Load(writer, workers, extract, rejects.append, max_rejects=max_rejects)
        readings = read_sources([str(path) for path in paths], SourceOptions())
        reports = [report async for report in job.run(readings)]
    return reports[-1], rejects


async def test_the_samples_load_once_and_only_once(database: Database) -> None:
    first, rejects = await load(database, EXAMPLES)
    before = await snapshot(database)

    again, _ = await load(database, EXAMPLES)

    assert rejects == []
    assert (first.read, first.written.loaded) == (50, 50)
    assert (again.written.loaded, again.written.replaced, again.written.unchanged) == (0, 0, 50)
    assert await snapshot(database) == before


async def test_an_edited_article_replaces_its_own_facts(database: Database, tmp_path: Path) -> None:
    lines = [
        {"id": "a", "text": "French President Emmanuel Macron visited Berlin on Monday."},
        {"id": "b", "text": "Japan accused Russia of sending warships near its islands."},
    ]
    file = tmp_path / "news.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines))
    await load(database, file)
    lines[0]["text"] = "Brazil and Chile signed a trade agreement."
    file.write_text("\n".join(json.dumps(line) for line in lines))

    edited, _ = await load(database, file)

    assert (edited.written.replaced, edited.written.unchanged) == (1, 1)
    after = await snapshot(database)
    await database.write([Command("MATCH (n) DETACH DELETE n")])
    await load(database, file)
    assert await snapshot(database) == after


async def test_bad_input_is_rejected_and_the_rest_is_loaded(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "mixed.jsonl"
    file.write_text('{"text": "Iran praised Iraq."}\n{"text": \n{"title": "No text"}\n')

    report, rejects = await load(database, file)

    assert report.written.loaded == 1
    assert [(reject.path, reject.line) for reject in rejects] == [(str(file), 2), (str(file), 3)]


async def test_an_extractor_that_fails_rejects_its_article_only(
    database: Database, tmp_path: Path
) -> None:
    class Fails:
        name = "fails/1"

        def __call__(self, articles: Sequence[SourceArticle]) -> list[ArticleFacts | Reject]:
            return [checked_facts(_Zero(), given) for given in articles]

    class _Zero:
        name = "fails/1"

        def __call__(self, article: Article) -> ArticleFacts:
            if "bad" in article.text:
                raise ZeroDivisionError("by design")
            return ArticleFacts(article, extractor=self.name)

    file = tmp_path / "two.jsonl"
    file.write_text('{"text": "bad"}\n{"text": "good"}\n')

    report, rejects = await load(database, file, extract=Fails())

    assert (report.read, report.rejected, report.written.loaded) == (2, 1, 1)
    assert [reject.line for reject in rejects] == [1]
    assert "ZeroDivisionError" in rejects[0].reason


async def test_too_many_rejects_stop_the_load_and_what_is_written_stays(
    database: Database, tmp_path: Path
) -> None:
    good = json.dumps({"id": "good", "text": "Iran praised Iraq."})
    file = tmp_path / "mixed.jsonl"
    file.write_text(f"{good}\nbad\nbad\n")

    _, rejects = await load(database, file, max_rejects=2)
    with pytest.raises(TooManyRejectsError) as raised:
        await load(database, file, max_rejects=1)

    assert len(rejects) == 2
    assert str(raised.value) == (
        "2 articles were rejected, more than the 1 of --max-rejects. "
        "See the rejects file, correct the input, and run the same command again."
    )
    assert await database.read("MATCH (a:Article) RETURN a.id AS id") == [{"id": "good"}]
