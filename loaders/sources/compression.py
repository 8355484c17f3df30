"""Compression: gzip, bzip2, xz and Zstandard, told by their first bytes."""

import bz2
import gzip
import io
import lzma
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, cast

from loaders.sources.zstandard import DecompressionParameter, ZstdFile

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MEMORY = 256 << 20
"""Bytes that unpacking may take; the highest ordinary levels need up to 128 MiB, a hostile file
could ask for 4 GiB."""

_WINDOW_LOG = 27  # 2 to this power is what Zstandard needs at its highest ordinary level
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Codec:
    """A way of compression: its name, its first bytes, and how to read it."""

    name: str
    magic: re.Pattern[bytes]
    open: Callable[[IO[bytes]], IO[bytes]]


def _gzip(stream: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(fileobj=stream, mode="rb"))


def _bzip2(stream: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", bz2.BZ2File(stream, "rb"))


def _xz(stream: IO[bytes]) -> IO[bytes]:
    return io.BufferedReader(_XzStream(stream), _CHUNK)


def _zstandard(stream: IO[bytes]) -> IO[bytes]:
    options: dict[int, int] = {DecompressionParameter.window_log_max: _WINDOW_LOG}
    return cast("IO[bytes]", ZstdFile(stream, "rb", options=options))


CODECS = (
    Codec("gzip stream", re.compile(rb"\x1f\x8b\x08"), _gzip),
    Codec("bzip2 stream", re.compile(rb"BZh[1-9](?:1AY&SY|\x17\x72\x45\x38\x50\x90)"), _bzip2),
    Codec("xz stream", re.compile(rb"\xfd7zXZ\0"), _xz),
    Codec("Zstandard stream", re.compile(rb"\x28\xb5\x2f\xfd"), _zstandard),
)

_SUFFIXES = {
    ".gz": "", ".bz2": "", ".xz": "", ".zst": "",
    ".tgz": ".tar", ".tbz2": ".tar", ".tbz": ".tar", ".txz": ".tar", ".tzst": ".tar",
}  # fmt: skip


def codec_of(head: bytes) -> Codec | None:
    """Tell the compression by the first bytes, None where there is none."""
    return next((codec for codec in CODECS if codec.magic.match(head)), None)


def unpacked_name(name: str) -> str:
    """Name what is in a compressed file: ``a.jsonl.gz`` holds ``a.jsonl``."""
    lower = name.lower()
    for suffix, inner in _SUFFIXES.items():
        if lower.endswith(suffix):
            return name[: -len(suffix)] + inner
    return name


class _XzStream(io.RawIOBase):
    """xz in bounded memory, which the standard library's LZMAFile cannot promise."""

    def __init__(self, inner: IO[bytes]) -> None:
        super().__init__()
        self._inner = inner
        self._waiting = b""
        self._decompressor = lzma.LZMADecompressor(memlimit=MEMORY)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer)
        data = b""
        while not data:
            if self._decompressor.eof and not self._next_stream():
                return 0
            fresh = self._input() if self._decompressor.needs_input else b""
            if self._decompressor.needs_input and not fresh:
                raise EOFError
            data = self._decompressor.decompress(fresh, len(view))
        view[: len(data)] = data
        return len(data)

    def _input(self) -> bytes:
        fresh, self._waiting = self._waiting or self._inner.read(_CHUNK), b""
        return fresh

    def _next_stream(self) -> bool:
        """Go on with the stream behind the one that has ended; between them are zeros."""
        rest = self._decompressor.unused_data
        while not (behind := rest.lstrip(b"\0")):
            rest = self._input()
            if not rest:
                return False
        self._waiting = behind
        self._decompressor = lzma.LZMADecompressor(memlimit=MEMORY)
        return True
