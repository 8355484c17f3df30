"""The rejects file: created at need, appended to, read back."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.rejects import RecordedReject, Reject, RejectsFile, read_rejects

NOON = datetime(2017, 8, 24, 12, tzinfo=UTC)
FIRST = Reject("news/a.txt", None, "It is empty.", "Write it.")
SECOND = Reject("news/b.jsonl", 3, "Byte 7 is “odd”.\n", "Save it as UTF-8.")


def noon() -> datetime:
    return NOON


def test_no_reject_makes_no_file(tmp_path: Path) -> None:
    with RejectsFile(tmp_path / "r.jsonl") as rejects:
        assert rejects.count == 0
    assert list(tmp_path.iterdir()) == []


def test_rejects_are_lines_of_json(tmp_path: Path) -> None:
    path = tmp_path / "new" / "r.jsonl"
    with RejectsFile(path, noon) as rejects:
        rejects.write(FIRST)
        rejects.write(SECOND)
        assert rejects.count == 2
    assert [json.loads(line) for line in path.read_text("utf-8").splitlines()] == [
        {
            "path": "news/a.txt",
            "line": None,
            "reason": "It is empty.",
            "fix": "Write it.",
            "time": "2017-08-24T12:00:00Z",
        },
        {
            "path": "news/b.jsonl",
            "line": 3,
            "reason": "Byte 7 is “odd”.\n",
            "fix": "Save it as UTF-8.",
            "time": "2017-08-24T12:00:00Z",
        },
    ]


def test_rejects_are_appended_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    with RejectsFile(path, noon) as rejects:
        rejects.write(FIRST)
    with RejectsFile(path, lambda: NOON.astimezone(timezone(timedelta(hours=9)))) as rejects:
        rejects.write(SECOND)
    assert list(read_rejects(path)) == [
        RecordedReject(FIRST, "2017-08-24T12:00:00Z"),
        RecordedReject(SECOND, "2017-08-24T12:00:00Z"),
    ]


def test_what_was_noted_before_is_not_noted_again(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    elsewhere = replace(FIRST, path="news/c.txt")
    otherwise = replace(FIRST, reason="It is no text.")
    odd = replace(FIRST, path="news/\udcff.txt")
    for given in ([FIRST, odd], [odd, FIRST, SECOND], [FIRST, elsewhere, otherwise, FIRST]):
        with RejectsFile(path, noon) as rejects:
            for reject in given:
                rejects.write(reject)
            assert rejects.count == len(given)
    kept = [recorded.reject for recorded in read_rejects(path)]
    assert kept == [FIRST, odd, SECOND, elsewhere, otherwise]


def test_a_file_name_that_is_no_text_is_kept(tmp_path: Path) -> None:
    odd = Reject("news/\udcff.txt", 1, "It is empty.", "Write it.")
    with RejectsFile(tmp_path / "r.jsonl", noon) as rejects:
        rejects.write(odd)
    assert [recorded.reject for recorded in read_rejects(tmp_path / "r.jsonl")] == [odd]


def test_a_line_torn_by_a_crash_does_not_take_the_next_with_it(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text('{"path": "news/a')
    with RejectsFile(path, noon) as rejects:
        rejects.write(FIRST)
    assert path.read_text("utf-8").splitlines()[1].startswith('{"path": "news/a.txt"')
    with pytest.raises(InputError) as raised:
        list(read_rejects(path))
    assert str(raised.value) == (
        f"{path}, line 1 is not a reject. Remove the line; it may have been cut short by a crash."
    )


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        RejectsFile(tmp_path / "file" / "r.jsonl") as rejects,
        pytest.raises(InputError, match="cannot be written"),
    ):
        rejects.write(FIRST)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(read_rejects(tmp_path / "none.jsonl"))


def test_a_file_that_cannot_be_written_is_refused_beforehand(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "file", tmp_path / "new.jsonl", tmp_path / "new" / "new.jsonl"):
        RejectsFile(path).check()
    with pytest.raises(InputError, match="Not a directory"):
        RejectsFile(tmp_path / "file" / "new.jsonl").check()
    with pytest.raises(InputError, match="too long"):
        RejectsFile(tmp_path / ("n" * 300)).check()
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
