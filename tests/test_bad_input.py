"""The zoo of bad input: each animal has its line in the rejects, and the load goes on."""

import gzip
import json
import os
import tempfile
import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.settings import Settings
from loaders.rejects import read_rejects
from tests.reading import read
from tests.running_server import run

GOOD = b'{"text": "Iran praised Iraq."}\n'
NOBODY = 65534

Told = tuple[str, int | None, str]
"""File name, line and reason of a reject."""

LINES: tuple[tuple[str, bytes, str], ...] = (
    ("broken", b'{"text": ', "It is no valid JSON: Expecting value at line 2, column 10."),
    ("twice", b'{"text": "a", "text": "b"}', "The key 'text' is given twice."),
    (
        "huge-number",
        b'{"text": "a", "id": 18446744073709551616}',
        "The number '18446744073709551616' does not fit into 64 bits.",
    ),
    ("nan", b'{"text": "a", "id": NaN}', "NaN is no JSON number."),
    ("no-text", b'{"title": "a"}', "It has no text under 'text'; its keys are 'title'."),
    (
        "impossible-date",
        b'{"text": "a", "publishedAt": "2020-02-31"}',
        "publishedAt '2020-02-31' is no possible date and time.",
    ),
    (
        "future-date",
        b'{"text": "a", "publishedAt": "2999-01-01"}',
        "publishedAt '2999-01-01' is more than a day ahead of now.",
    ),
    ("latin-1", b'{"text": "Caf\xe9"}', "Byte 14 of line 2 is not UTF-8."),
    ("surrogate", b'{"text": "half \\ud83d"}', "It holds half a character: \\ud83d."),
    ("deep", b'{"text": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "It is nested too deep."),
    (
        "long-line",
        b'{"text": "' + b"a" * 100_000_000 + b'"}',
        "It is larger than 40,000,000 bytes.",
    ),
    (
        "large",
        b'{"text": "' + b"a" * 20_000_000 + b'"}',
        "Its text is larger than 4,000,000 bytes.",
    ),
)
"""A line that stands between two good ones, and what is said of it."""

CUT = "It is cut short: the gzip stream has no end."
EXPANDS = "It unpacks to more than 200 times its size, as a decompression bomb does."

FILES: tuple[tuple[str, bytes, str], ...] = (
    ("empty.txt", b"", "It is empty."),
    ("blank.jsonl", b"\n \n", "It is empty."),
    ("binary.txt", b"\x7fELF\0\0\1", "It is binary data, not text."),
    ("image.html", b"\x89PNG\r\n", "It is an image, not text."),
    ("utf-16.jsonl", '{"text": "a"}'.encode("utf-16"), "It is UTF-16, and JSON must be UTF-8."),
    ("large.txt", b"Title\n\n" + b"a " * 10_000_000, "It is larger than 4,000,000 bytes."),
    ("bomb.jsonl.gz", gzip.compress(b"a" * 100_000_000, 1), EXPANDS),
    ("cut.txt.gz", gzip.compress(b"A title\n\nIran praised Iraq.")[:-4], CUT),
    (
        "entities.rss",
        b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">' + b'<!ENTITY b "&a;&a;&a;&a;">]><rss>&b;</rss>',
        "It declares XML entities, which are not expanded.",
    ),
    (
        "external.rss",
        b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>',
        "It declares XML entities, which are not expanded.",
    ),
    ("odd \n\x1b[31m name.txt", b"", "It is empty."),
)  # fmt: skip
"""A file of its own, and what is said of it."""


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("zoo")
    for name, line, _ in LINES:
        (folder / f"{name}.jsonl").write_bytes(GOOD + line + b"\n" + GOOD)
    for name, content, _ in FILES:
        (folder / name).write_bytes(content)
    (folder / "unterminated.csv").write_bytes(b'text\ngood\n"open\nThe last one.\n')
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bomb:
        bomb.writestr("bomb.jsonl", b"a" * 100_000_000)
        bomb.writestr("after.txt", b"Never reached")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "nowhere.txt").symlink_to(folder / "none")
    # What is odd but sound is loaded.
    (folder / "bom.jsonl").write_bytes(b"\xef\xbb\xbf" + GOOD)
    (folder / "latin-1.txt").write_bytes(
        "Réunion à Genève\n\nL'Iran a loué l'Irak.".encode("latin-1")
    )
    (folder / "utf-16.txt").write_bytes("A title\n\nIran praised Iraq.".encode("utf-16"))
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt")).write_bytes(b"A\n\nIran met Iraq.")
    return folder


@pytest.fixture(scope="module")
def expected() -> set[Told]:
    return {
        *((f"{name}.jsonl", 2, reason) for name, _, reason in LINES),
        *((name, None, reason) for name, _, reason in FILES),
        ("unterminated.csv", 3, "Its quotes do not match: unexpected end of data."),
        ("bomb.jsonl", None, EXPANDS),
        ("after.txt", None, EXPANDS),
        ("nowhere.txt", None, "It cannot be read: No such file or directory."),
    }


GOOD_ONES = 2 * len(LINES) + 2 + 4


def test_every_animal_is_told_and_the_rest_is_read(zoo: Path, expected: set[Told]) -> None:
    outcome = read(zoo)
    assert set(outcome.told) == expected
    assert len(outcome.told) == len(expected)
    assert len(outcome.articles) == GOOD_ONES


def test_a_load_of_the_zoo(
    zoo: Path, expected: set[Told], engine_settings: Settings, tmp_path: Path
) -> None:
    rejects = tmp_path / "rejects.jsonl"
    options = ["--rejects", str(rejects), "--workers", "1", "--json"]
    done = run(engine_settings.data, "load", str(zoo), *options)
    told = {
        (one.reject.path.rpartition("/")[2], one.reject.line, one.reject.reason)
        for one in read_rejects(rejects)
    }
    assert told == expected
    assert done.returncode == 2, done.stderr
    counts = json.loads(done.stdout)["articles"]
    assert (counts["read"], counts["rejected"]) == (GOOD_ONES, len(expected))


@contextmanager
def unprivileged() -> Generator[None]:
    """Be somebody who may not read everything, even where the tests are run by root."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


def test_an_unreadable_file_is_rejected() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "secret.txt").write_bytes(b"No.")
        (folder / "secret.txt").chmod(0)
        (folder / "open.txt").write_bytes(b"A\n\nIran met Iraq.")
        with unprivileged():
            outcome = read(folder)
    assert outcome.texts == ["A\n\nIran met Iraq."]
    assert outcome.told == [("secret.txt", None, "It cannot be read: Permission denied.")]
