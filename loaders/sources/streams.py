"""Streams: bytes of a file or of standard input, looked at before they are read."""

import io
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BUFFER = 1 << 16


class HeadedStream(io.RawIOBase):
    """A stream that gives ``head``, which was read before, and then the rest of ``tail``.

    Closing it leaves ``tail`` open: whoever opened that closes it.
    """

    def __init__(self, head: bytes, tail: IO[bytes]) -> None:
        super().__init__()
        self._head = head
        self._tail = tail

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fill a buffer as far as there is something; the other ways to read build on this."""
        view = memoryview(buffer)
        if self._head:
            data, self._head = self._head[: len(view)], self._head[len(view) :]
        else:
            # read1 gives what has come, so that a slow pipe is read line by line.
            read1 = getattr(self._tail, "read1", self._tail.read)
            data = read1(len(view))
        view[: len(data)] = data
        return len(data)


def with_head(head: bytes, tail: IO[bytes]) -> io.BufferedReader:
    """Put bytes that were read back before the rest of their stream."""
    return io.BufferedReader(HeadedStream(head, tail), _BUFFER)


def read_head(stream: IO[bytes]) -> bytes:
    """Read as many lines as it takes to tell the format, 64 KiB at most.

    That is the first line that is not blank, and the next one where the first opens an object
    that it does not close, or only says that it is XML.
    """
    head = b""
    wanted = 1
    while wanted and len(head) < _BUFFER:
        line = stream.readline(_BUFFER)
        if not line:
            break
        head += line
        if content := line.strip():
            wanted -= 1
            if content == head.strip() and _says_little(content):
                wanted = 1
    return head


def _says_little(line: bytes) -> bool:
    opens = line.startswith(b"{") and not line.endswith(b"}")
    return opens or (line.startswith(b"<?xml") and line.endswith(b"?>"))


def read_limited(stream: IO[bytes], limit: int) -> bytes | None:
    """Read all of a stream, or None where it holds more than ``limit`` bytes."""
    data = stream.read(limit + 1)
    return data if len(data) <= limit else None


def lines_of(stream: IO[bytes], limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Number the lines from 1; a line of more than ``limit`` bytes is given as None."""
    number = 0
    while line := stream.readline(limit + 2):
        number += 1
        if len(line.rstrip(b"\r\n")) <= limit:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_BUFFER)
        yield number, None
