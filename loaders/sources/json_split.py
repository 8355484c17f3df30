"""Splitting a JSON file into its top-level values, one at a time.

A file may hold one object, several one after the other, or an array of them; an array of any
size is read in the memory of its largest element.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

_CHUNK = 1 << 16
_MARK = b"\xef\xbb\xbf"
_OUTSIDE = re.compile(rb"""["{}\[\],]""")
_INSIDE = re.compile(rb"""["\\]""")
_SPACES = b" \t\r\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """A value as bytes and the line it begins on; None for one above the limit."""

    line: int
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with the file around its values, and on which line."""

    line: int
    reason: str


class JsonSplitter:
    """Finds where values begin and end; whether they are valid JSON is not asked here."""

    def __init__(self, stream: IO[bytes], limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self._buffer = b""
        self._position = 0
        self._line = 1

    def pieces(self) -> Iterator[Piece | Flaw]:
        """Give the values in order; nothing at all for an empty file."""
        self._fill()
        if self._buffer.startswith(_MARK):
            self._position = len(_MARK)
        if self._next_byte() == b"[":
            yield from self._elements()
        while self._next_byte():
            yield self._value()

    def _elements(self) -> Iterator[Piece | Flaw]:
        """Give the elements of an array and pass its end."""
        start = self._line
        self._advance(1)
        if self._next_byte() == b"]":
            self._advance(1)
            yield Flaw(start, "The array is empty")
            return
        while True:
            yield self._element()
            end = self._next_byte()
            self._advance(1)
            if end == b"]":
                return
            if not end:
                yield Flaw(start, "The array has no end")
                return
            if self._next_byte() == b"]":
                yield Flaw(self._line, "The array ends in a comma")
                self._advance(1)
                return

    def _element(self) -> Piece:
        """Take all up to the comma or bracket that ends an element."""
        return self._take(stop_before=True)

    def _value(self) -> Piece:
        """Take an object up to its closing brace; anything else up to the end of the file."""
        return self._take(stop_before=False)

    def _take(self, *, stop_before: bool) -> Piece:
        self._next_byte()
        taken = _Taken(self._limit)
        start, depth, inside = self._line, 0, False
        while self._more():
            found = (_INSIDE if inside else _OUTSIDE).search(self._buffer, self._position)
            if found is None:
                taken.add(self._advance(len(self._buffer) - self._position))
                continue
            token = found[0]
            if stop_before and not inside and depth == 0 and token in b",]":
                taken.add(self._advance(found.start() - self._position))
                break
            taken.add(self._advance(found.end() - self._position))
            if token == b'"':
                inside = not inside
            elif token == b"\\":
                taken.add(self._advance(1) if self._more() else b"")
            elif token in b"{[":
                depth += 1
            elif token in b"}]":
                depth -= 1
                if depth == 0 and not stop_before:
                    break
        return Piece(start, taken.data())

    def _next_byte(self) -> bytes:
        """Skip spaces and look at what follows; nothing at the end of the file."""
        while self._more():
            rest = self._buffer[self._position :]
            spaces = len(rest) - len(rest.lstrip(_SPACES))
            self._advance(spaces)
            if spaces < len(rest):
                return rest[spaces : spaces + 1]
        return b""

    def _more(self) -> bool:
        if self._position == len(self._buffer):
            self._fill()
        return self._position < len(self._buffer)

    def _fill(self) -> None:
        self._buffer = self._stream.read(_CHUNK)
        self._position = 0

    def _advance(self, count: int) -> bytes:
        passed = self._buffer[self._position : self._position + count]
        self._position += len(passed)
        self._line += passed.count(b"\n")
        return passed


class _Taken:
    """The bytes of one value, given up once they are more than the limit."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._parts: list[bytes] = []

    def add(self, part: bytes) -> None:
        self._size += len(part)
        if self._size <= self._limit:
            self._parts.append(part)
        else:
            self._parts.clear()

    def data(self) -> bytes | None:
        return b"".join(self._parts).rstrip(_SPACES) if self._size <= self._limit else None
