"""Origins: the raw bytes of a file, a URL or standard input, before anything is unpacked."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from loaders.sources.entry import ArticleError
from loaders.sources.remote import shown

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BUFFER = 1 << 16

OnPosition = Callable[[int], None]


def open_file(path: str) -> IO[bytes]:
    """Open a file of this machine."""
    return cast("IO[bytes]", Path(path).open("rb", buffering=0))


def open_stdin() -> IO[bytes]:
    """Open standard input; closing it leaves it open, since it is not ours to close."""
    if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison] - None where closed
        raise ArticleError("Standard input is closed.", fix="Name a file instead of -.")
    # Not the buffer of sys.stdin: Python cannot end while a thread waits in that.
    return cast("IO[bytes]", io.FileIO(sys.stdin.fileno(), "rb", closefd=False))


def watched(inner: IO[bytes], on_position: OnPosition) -> io.BufferedReader:
    """Read a stream, telling ``on_position`` how far; seekable where it is."""
    return io.BufferedReader(_Watched(inner, on_position), _BUFFER)


class _Watched(io.RawIOBase):
    """Does not close the stream that it reads: whoever opened that closes it."""

    def __init__(self, inner: IO[bytes], on_position: OnPosition) -> None:
        super().__init__()
        self._inner = inner
        self._on_position = on_position
        self._position = 0
        self._seekable = inner.seekable()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._seekable

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        self._position = self._inner.seek(offset, whence)
        return self._position

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer)
        # read1 gives what has come, so that a slow pipe is read line by line.
        read = getattr(self._inner, "read1", self._inner.read)
        try:
            data = read(len(view)) or b""
        except OSError:
            raise
        except Exception as error:
            # Libraries for remote files fail in ways of their own.
            raise OSError(shown(f"{type(error).__name__}: {error}")) from error
        view[: len(data)] = data
        self._position += len(data)
        self._on_position(self._position)
        return len(data)
