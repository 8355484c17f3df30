"""What people see of loads: the summary, dry runs, records in the graph, progress."""

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from graph.database import Database
from graph.settings import Settings
from graph.writing.load_records import recent_loads
from graph.writing.writer import Written
from loaders.journal import Journal, LoadInputs, counts
from loaders.loading import FactCounts, LoadReport
from loaders.rejects import Reject, RejectsFile
from server.load_progress import share_done
from server.load_rejects import noting
from server.pace import Pace
from tests.running_server import run
from tests.snapshot import snapshot

pytestmark = pytest.mark.anyio

LINES = [
    {"id": "a", "text": "Iran praised Iraq.", "publishedAt": "2020-03-01", "publisher": "Havas"},
    {"id": "b", "text": "Peru sold copper to Chile.", "publishedAt": "2020-04-01"},
]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join([*map(json.dumps, LINES), "bad"]))
    return path


async def test_a_dry_run_tells_and_writes_nothing(
    database: Database, engine_settings: Settings, news: Path, tmp_path: Path
) -> None:
    before = await snapshot(database)
    rejects = str(tmp_path / "r.jsonl")
    options = [str(news), "--dry-run", "--json", "--workers", "0", "--rejects", rejects]

    done = run(engine_settings.data, "load", *options, "--publisher", "havas")

    assert done.returncode == 2, done.stderr
    told = json.loads(done.stdout)
    assert told["dryRun"] is True
    assert told["articles"] == {
        "read": 1,
        "loaded": 1,
        "replaced": 0,
        "unchanged": 0,
        "rejected": 1,
        "leftOut": 1,
    }
    assert told["facts"]["nations"] == 2
    assert "nodes" not in told
    assert await snapshot(database) == before
    assert await recent_loads(database, 9) == []


async def test_a_load_is_recorded(
    database: Database, engine_settings: Settings, news: Path, tmp_path: Path
) -> None:
    options = [str(news), "--workers", "0", "--rejects", str(tmp_path / "r.jsonl")]

    done = run(engine_settings.data, "load", *options, "--until", "2020-03-31", "--json")
    stopped = run(engine_settings.data, "load", *options, "--max-rejects", "0")

    assert (done.returncode, stopped.returncode) == (2, 1)
    second, first = await recent_loads(database, 9)
    assert first["status"] == "FINISHED"
    assert first["inputs"] == [str(news)]
    told = {name: first[name] for name in ("read", "leftOut", "loaded", "rejected")}
    assert told == {"read": 1, "leftOut": 1, "loaded": 1, "rejected": 1}
    assert first["startedAt"] <= first["updatedAt"] <= second["finishedAt"]
    assert second["status"] == "STOPPED"
    assert second["problem"].startswith("1 articles were rejected")
    listed = run(engine_settings.data, "loads", "--json").stdout.splitlines()
    assert [json.loads(line) for line in listed] == [second, first]
    took = timedelta(seconds=round(first["seconds"]))
    assert run(engine_settings.data, "loads").stdout.splitlines()[3:] == [
        f"{first['startedAt']}  FINISHED",
        (
            "    1 loaded, 0 replaced, 0 unchanged, 1 rejected, 1 left out "
            f"in {took} by {first['extractor']}"
        ),
        f"    {news}",
    ]


def test_what_stops_a_load_is_an_event_for_machines(
    engine_settings: Settings, news: Path, tmp_path: Path
) -> None:
    rejects = str(tmp_path / "r.jsonl")
    options = [str(news), "--workers", "0", "--rejects", rejects, "--max-rejects", "0"]

    told = run(engine_settings.data, "load", *options)
    events = run(engine_settings.data, "load", *options, "--json").stderr.splitlines()

    assert told.returncode == 1
    assert told.stderr.splitlines() == [
        (
            f"rejected: {news}, line 3: It is no valid JSON: Expecting value at line 3, column 1. "
            "Correct the JSON there."
        ),
        f"What was rejected, and why: {rejects}",
        "error: 1 articles were rejected, more than the 0 of --max-rejects.",
        "  fix: See the rejects file, correct the input, and run the same command again.",
    ]
    rejected, stopped = map(json.loads, events)
    assert (rejected["event"], rejected["line"]) == ("rejected", 3)
    assert (stopped["event"], stopped["code"]) == ("error", "TOO_MANY_REJECTS")
    assert stopped["rejectsFile"] == rejects


def test_that_the_engine_has_to_be_started_is_told_at_once(news: Path, tmp_path: Path) -> None:
    options = [str(news), "--dry-run", "--workers", "0", "--rejects", str(tmp_path / "r.jsonl")]

    done = run(tmp_path / "data", "load", *options, "--json")

    assert done.returncode == 2, done.stderr
    first, *_ = map(json.loads, done.stderr.splitlines())
    assert (first["event"], first["engineStarts"]) == ("waiting", True)
    assert first["seconds"] < 1


def test_days_in_the_wrong_order_are_refused(engine_settings: Settings, news: Path) -> None:
    days = ["--since", "2020-04-01", "--until", "2020-03-01"]

    done = run(engine_settings.data, "load", str(news), *days)

    assert done.returncode == 1
    assert done.stderr.startswith("error: --since 2020-04-01 is later than --until 2020-03-01")


def test_the_first_rejects_are_shown(tmp_path: Path) -> None:
    shown = StringIO()
    with RejectsFile(tmp_path / "r.jsonl") as rejected:
        on_reject = noting(rejected, Console(file=shown), as_json=False)
        for line in range(1, 9):
            on_reject(Reject("a.jsonl", line, "It is wrong.", "Correct it."))
        assert rejected.count == 8
    lines = shown.getvalue().splitlines()
    assert lines[0] == "rejected: a.jsonl, line 1: It is wrong. Correct it."
    assert lines[5:] == [f"rejected: there are more, noted in {tmp_path / 'r.jsonl'}"]


async def test_a_journal_says_how_far_a_load_is(database: Database) -> None:
    journal = Journal(database, LoadInputs(("a\udcff",), "model/1"))
    report = LoadReport(read=3, rejected=1, left_out=2, seconds=1.5, written=Written(loaded=2))
    await journal.begin()
    [begun] = await recent_loads(database, 9)
    await journal.note(report)
    await journal.end("It was interrupted.")
    [ended] = await recent_loads(database, 9)
    assert (begun["status"], begun["inputs"]) == ("RUNNING", ["a\\udcff"])
    assert "finishedAt" not in begun
    assert ended["problem"] == "It was interrupted."
    assert counts(report).items() <= ended.items()


def test_the_time_left_is_told_by_bytes_or_by_articles() -> None:
    report = LoadReport(read=50, seconds=10, position=250)
    assert share_done(report, 1000, None) == 0.25
    assert share_done(report, 1000, 100) == 0.5
    assert share_done(report, None, None) is None


def test_the_time_left_is_told_by_how_fast_it_goes_now() -> None:
    pace = Pace()
    assert pace.seconds_left is None
    pace.note(LoadReport(read=50, seconds=10), 0.25)
    assert (pace.articles_per_second, pace.seconds_left) == (5, 30)
    # Half of it was there already, and took no time.
    pace.note(LoadReport(read=500, seconds=11), 0.5)
    for second in range(12, 132):
        pace.note(LoadReport(read=500 + 2 * (second - 11), seconds=second), 0.5 + second / 1000)
    assert pace.articles_per_second == 2
    assert pace.seconds_left == pytest.approx((0.5 - 0.131) * 1000)


def test_nobody_can_tell_the_time_left_where_the_size_is_unknown() -> None:
    pace = Pace()
    pace.note(LoadReport(read=50, seconds=10), None)
    assert pace.seconds_left is None
    pace.note(LoadReport(read=60, seconds=11), 0.0)
    assert pace.seconds_left is None
    early = Pace()
    early.note(LoadReport(seconds=1), 0.5)
    assert early.seconds_left is None


def test_facts_are_counted() -> None:
    assert FactCounts(1, 2, 3, 4, 5).plus([]) == FactCounts(1, 2, 3, 4, 5)
