"""Expansion: how much comes out of a packed file, compared with how much of it was read."""

import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from loaders.sources.entry import ArticleError
from loaders.sources.zstandard import ZstdError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HARMLESS = 64_000_000
"""Bytes that may come out of a file of any size: a small file that repeats itself is no bomb."""

_DAMAGE = (
    OSError, EOFError, RuntimeError, NotImplementedError, ValueError,
    zlib.error, lzma.LZMAError, ZstdError, zipfile.BadZipFile, tarfile.TarError,
)  # fmt: skip


class Expansion:
    """Watches one file: ``limit`` times its size may come out of it at any layer."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._read = 0

    def saw(self, position: int) -> None:
        """Note that the file was read up to a position."""
        self._read = max(self._read, position)

    def check(self, produced: int) -> None:
        """Raise ArticleError where a layer has given more than the limit allows."""
        if produced > max(HARMLESS, self._limit * self._read):
            raise ArticleError(
                f"It unpacks to more than {self._limit} times its size, as a decompression "
                "bomb does.",
                fix="Unpack it yourself if you trust it, or raise ENTENTE_MAX_EXPANSION.",
            )


class Layer:
    """What has come out of one layer of a file: a compressed stream, or an archive's members."""

    def __init__(self, expansion: Expansion, kind: str) -> None:
        self.kind = kind
        self._expansion = expansion
        self._produced = 0

    def stream(self, inner: IO[bytes]) -> io.BufferedReader:
        """What an unpacker gives, watched; its failures become ArticleErrors."""
        return io.BufferedReader(_Watched(inner, self), 1 << 16)

    def gave(self, count: int) -> None:
        """Note that bytes have come out; raises ArticleError where they are too many."""
        self._produced += count
        self._expansion.check(self._produced)

    @contextmanager
    def unpacking(self) -> Generator[None]:
        """Turn whatever an unpacker raises into an ArticleError."""
        try:
            yield
        except EOFError as error:
            raise ArticleError(
                f"It is cut short: the {self.kind} has no end.", fix="Get the whole file again."
            ) from error
        except _DAMAGE as error:
            raise ArticleError(
                f"The {self.kind} cannot be unpacked: {error}.",
                fix="Get the file again, or repack it.",
            ) from error


class _Watched(io.RawIOBase):
    def __init__(self, inner: IO[bytes], layer: Layer) -> None:
        super().__init__()
        self._inner = inner
        self._layer = layer

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer)
        # read1 gives what there is: read would lose it where an error follows.
        read = getattr(self._inner, "read1", self._inner.read)
        with self._layer.unpacking():
            data = read(len(view))
        view[: len(data)] = data
        self._layer.gave(len(data))
        return len(data)
