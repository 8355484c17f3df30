"""Packed files: compression, archives, both within each other, and files elsewhere."""

import bz2
import gzip
import io
import lzma
import tarfile
import threading
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import fsspec
import pytest

from graph.errors import InputError
from loaders.sources import SourceOptions
from loaders.sources.zstandard import CompressionParameter, compress
from tests.reading import NOW, read

LINES = b'{"text": "Iran praised Iraq."}\n{"text": "Peru sold copper to Chile."}\n'
TEXTS = ["Iran praised Iraq.", "Peru sold copper to Chile."]
PACKED: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    # As the program zstd writes it.
    ".zst": partial(compress, options={CompressionParameter.checksum_flag: 1}),
}


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


@pytest.mark.parametrize("suffix", PACKED)
def test_compressed_files(tmp_path: Path, suffix: str) -> None:
    pack = PACKED[suffix]
    data = pack(LINES)
    path = tmp_path / f"a.jsonl{suffix}"
    path.write_bytes(data)
    assert read(path).texts == TEXTS
    assert [found.line for found in read(path).articles] == [1, 2]
    # The suffix is not needed, nor a file, and several streams may follow each other.
    assert read("-", stdin=data).texts == TEXTS
    path.write_bytes(pack(LINES[:31]) + pack(LINES[31:]))
    assert read(path).texts == TEXTS


@pytest.mark.parametrize("suffix", PACKED)
def test_a_compressed_file_cut_short_gives_what_it_holds(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.jsonl{suffix}"
    # Two streams, so that there is something whole before the cut.
    path.write_bytes(PACKED[suffix](LINES) + PACKED[suffix](LINES)[:-9])
    outcome = read(path)
    assert outcome.texts[:2] == TEXTS
    [reject] = outcome.rejects
    assert (reject.path, reject.line) == (str(path), None)
    assert reject.reason.startswith("It is cut short: the ")


@pytest.mark.parametrize("suffix", PACKED)
def test_a_damaged_compressed_file_is_rejected(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.jsonl{suffix}"
    data = bytearray(PACKED[suffix](LINES * 100))
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    outcome = read(path)
    assert "cannot be unpacked" in outcome.rejects[-1].reason


MEMBERS = {
    "b/one.txt": b"Talks\n\nIran praised Iraq.",
    "two.jsonl": LINES[31:],
    ".hidden.txt": b"No.",
    "__MACOSX/two.jsonl": b"No.",
}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("news.zip", zipped(MEMBERS)),
        ("news.tar", tarred(MEMBERS)),
        ("news.tgz", gzip.compress(tarred(MEMBERS))),
        ("news.tar.zst", compress(tarred(MEMBERS))),
    ],
)
def test_archives(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    outcome = read(path)
    assert outcome.rejects == ()
    assert [(found.path, found.line, found.article.text) for found in outcome.articles] == [
        (f"{path}!/b/one.txt", None, "Talks\n\nIran praised Iraq."),
        (f"{path}!/two.jsonl", 1, "Peru sold copper to Chile."),
    ]
    assert outcome.articles[0].article.source == f"{path.as_uri()}%21/b/one.txt"


def test_archives_within_archives(tmp_path: Path) -> None:
    inner = zipped({"deep.jsonl.gz": gzip.compress(LINES)})
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"inner.zip": inner, "last.txt": b"Done\n\nChile sold copper."}))
    outcome = read(path)
    assert outcome.texts == [*TEXTS, "Done\n\nChile sold copper."]
    assert outcome.articles[0].path == f"{path}!/inner.zip!/deep.jsonl.gz"
    shallow = read(path, options=SourceOptions(now=NOW, max_layers=2))
    assert shallow.told == [("deep.jsonl.gz", None, "It is packed more than 2 times over.")]
    assert shallow.texts == ["Done\n\nChile sold copper."]


def test_a_bad_member_leaves_the_others_alone(tmp_path: Path) -> None:
    data = zipped(
        {"bad.txt": b"Talks\n\nIran praised Iraq." * 9, "good.txt": b"A\n\nIran met Iraq."}
    )
    path = tmp_path / "a.zip"
    path.write_bytes(data[:45] + b"\0\0\0" + data[48:])
    outcome = read(path)
    assert outcome.texts == ["A\n\nIran met Iraq."]
    assert [(one.path, one.line) for one in outcome.rejects] == [(f"{path}!/bad.txt", None)]


def test_a_damaged_header_of_a_tar_archive_is_told(tmp_path: Path) -> None:
    data = bytearray(
        tarred({"one.txt": b"A\n\nIran met Iraq.", "two.txt": b"B\n\nPeru met Chile."})
    )
    data[1024 + 148] ^= 0x55
    path = tmp_path / "a.tar"
    path.write_bytes(data)
    outcome = read(path)
    assert outcome.texts == ["A\n\nIran met Iraq."]
    assert outcome.told == [("a.tar", None, "The tar archive cannot be unpacked: invalid header.")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped({}), "The zip archive holds no file."),
        (zipped({"[Content_Types].xml": b"<x/>"}), "It is an office document, not text."),
        (b"PK\x03\x04 and no more", "The zip archive cannot be unpacked: File is not a zip file."),
    ],
)
def test_zip_archives_that_cannot_be_read(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    assert read(tmp_path / "a.zip").told == [("a.zip", None, reason)]


def test_a_zip_archive_from_a_stream() -> None:
    outcome = read("-", stdin=zipped(MEMBERS))
    assert [found.path for found in outcome.articles] == ["-!/b/one.txt", "-!/two.jsonl"]


# Elsewhere


@pytest.fixture
def memory() -> Iterator[Any]:
    files: Any = fsspec.filesystem("memory")
    yield files
    files.rm("/", recursive=True)


def test_files_of_other_file_systems(memory: Any) -> None:
    memory.pipe({"/news/b/2.jsonl.gz": gzip.compress(LINES[31:]), "/news/1.jsonl": LINES[:31]})
    memory.pipe({"/news/.hidden.jsonl": LINES, "/news/x.rejects.jsonl": LINES})
    memory.pipe({"/news/one.txt": b"Talks\n\nIran met Iraq."})
    assert [found.path for found in read("memory://news").articles] == [
        "memory:///news/1.jsonl",
        "memory:///news/b/2.jsonl.gz",
        "memory:///news/one.txt",
    ]
    assert read("memory://news/*.jsonl").texts == TEXTS[:1]
    assert read("memory://news/one.txt").only.source == "memory:///news/one.txt"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("memory://none.txt", "memory://none.txt cannot be read (FileNotFoundError)."),
        ("memory://none/*.txt", "No file matches memory://none/*.txt."),
        ("s3://key:secret@bucket/a.txt", "s3://bucket/a.txt needs a package"),
        (
            "odd://a.txt",
            "odd://a.txt cannot be read: odd:// is no kind of address that fsspec knows.",
        ),
        (
            "memory://none.txt?id=2&X-Amz-Signature=secret&sig=secret",
            "No file matches memory://none.txt?id=2&X-Amz-Signature=***&sig=***.",
        ),
    ],
)
def test_addresses_that_cannot_be_read_stop_at_once(url: str, reason: str) -> None:
    with pytest.raises(InputError) as raised:
        read(url)
    assert raised.value.message.startswith(reason)
    assert "secret" not in str(raised.value)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None: ...  # noqa: A002 - the base's name


@pytest.fixture
def web(tmp_path: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(tmp_path))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_what_gives_access_is_told_nowhere(tmp_path: Path, web: str) -> None:
    (tmp_path / "talks.html").write_text("<article><p>Iran praised Iraq on Monday.</p></article>")
    (tmp_path / "talks.csv").write_text("text\nIran praised Iraq.\n")
    given = f"{web.replace('://', '://me:secret@')}/talks.html?id=2&access_token=secret"
    (found,) = read(given).articles
    assert found.path == found.article.url == f"{web}/talks.html?id=2&access_token=***"
    # The name still tells the format.
    assert read(f"{web}/talks.csv?sig=secret").texts == ["Iran praised Iraq."]


def test_files_of_the_web(tmp_path: Path, web: str) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(LINES))
    (tmp_path / "page.html").write_text(
        "<html><head><title>Talks</title></head><body><article><p>Iran praised Iraq on Monday, and "
        "the ministers of both met in Vienna.</p></article></body></html>"
    )
    assert read(f"{web}/a.jsonl.gz").texts == TEXTS
    assert read(f"{web}/page.html").only.url == f"{web}/page.html"
    with pytest.raises(InputError, match="cannot be read"):
        read(f"{web}/none.txt")
