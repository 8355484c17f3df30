"""Rejects: the input that could not be loaded, kept with the reason and the next step.

The rejects file is JSON Lines: one object a line with ``path``, ``line``, ``reason``, ``fix`` and
``time``. It is created at the first reject and appended to ever after; what it holds already, with
the same place and reason, is not noted again, so that running a load again does not lengthen it.
Delete the file to have only what the next load rejects.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from errno import EACCES, ENOTDIR
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

from graph.errors import InputError

REJECTS_SUFFIX = ".rejects.jsonl"
"""Files with this ending hold rejects, not articles; a walk through a folder leaves them out."""


@dataclass(frozen=True, slots=True)
class Reject:
    """Input that was not loaded.

    ``path`` is as given or found (``-`` is standard input), ``line`` counts from 1 and is None
    where the whole file is meant; ``reason`` says what is wrong and ``fix`` what to do about it.
    """

    path: str
    line: int | None
    reason: str
    fix: str

    @property
    def place(self) -> str:
        """The path, and the line where one is known, for a person to read."""
        return f"{self.path}, line {self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class RecordedReject:
    """A reject as read back from a file; ``time`` is ISO 8601 in UTC."""

    reject: Reject
    time: str


def utc_now() -> datetime:
    """Tell the present time in UTC."""
    return datetime.now(UTC)


class RejectsFile:
    """Appends rejects to a file, each in one write, so that a killed load keeps what it wrote.

    ``count`` is the number of rejects given to this object, be they new to the file or not. Raises
    InputError from ``write`` where the file cannot be written.
    """

    def __init__(self, path: str | Path, clock: Callable[[], datetime] = utc_now) -> None:
        self.path = Path(path)
        self.count = 0
        self._clock = clock
        self._descriptor: int | None = None
        self._noted: set[int] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def check(self) -> None:
        """Raise InputError where the file could not be written, before a long load finds out."""
        try:
            there = next(one for one in (self.path, *self.path.absolute().parents) if one.exists())
        except OSError as error:
            raise self._unwritable(error) from error
        if not os.access(there, os.W_OK):
            raise self._unwritable(PermissionError(EACCES, os.strerror(EACCES)))
        if there != self.path and not there.is_dir():
            raise self._unwritable(NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR)))

    def _unwritable(self, error: OSError) -> InputError:
        return InputError(
            f"The rejects file {self.path} cannot be written: {error.strerror}.",
            fix="Name a file in a folder that may be written to.",
        )

    def write(self, reject: Reject) -> None:
        """Append one reject that is not there yet; the first creates the file and its folder."""
        try:
            if self._descriptor is None:
                self._descriptor = _open_for_append(self.path)
                self._noted = set(_noted(self.path))
            if (place := _place(reject)) not in self._noted:
                _write_all(self._descriptor, _to_line(reject, self._clock()))
                self._noted.add(place)
        except OSError as error:
            raise self._unwritable(error) from error
        self.count += 1

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _open_for_append(path: Path) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o666)
    size = os.fstat(descriptor).st_size
    if size:
        os.lseek(descriptor, size - 1, os.SEEK_SET)
        # A line torn by a crash must not swallow the next one.
        if os.read(descriptor, 1) != b"\n":
            _write_all(descriptor, b"\n")
    return descriptor


def _write_all(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]


def _noted(path: Path) -> Iterator[int]:
    """The places of the rejects in a file; a line that is none, torn by a crash, says nothing."""
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            with suppress(InputError):
                yield _place(_from_line(line, str(path)).reject)


def _place(reject: Reject) -> int:
    """What tells rejects apart; a hash, for a file may hold very many."""
    return hash((reject.path, reject.line, reject.reason))


def _to_line(reject: Reject, time: datetime) -> bytes:
    record = asdict(reject) | {"time": time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
    # A file name may hold bytes that are no UTF-8; Python keeps them as lone surrogates, and
    # backslashreplace writes those just as JSON escapes them.
    return (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def read_rejects(path: str | Path) -> Iterator[RecordedReject]:
    """Read a rejects file back, in the order written.

    Raises InputError where the file cannot be read or a line is no reject.
    """
    try:
        with Path(path).open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _from_line(line, f"{path}, line {number}")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The rejects file {path} cannot be read: {error}.") from error


def _from_line(line: str, where: str) -> RecordedReject:
    try:
        record = cast("dict[str, Any]", json.loads(line))
        reject = Reject(record["path"], record["line"], record["reason"], record["fix"])
        return RecordedReject(reject, record["time"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            f"{where} is not a reject.",
            fix="Remove the line; it may have been cut short by a crash.",
        ) from error
