"""Walking through a folder: every regular file below it, each real folder once."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from loaders.rejects import REJECTS_SUFFIX
from loaders.sources.entry import ArticleError

_HIDDEN = "."


@dataclass(frozen=True, slots=True)
class Found:
    """A path, and why it cannot be read where that is known.

    ``opener`` opens what is no file of this machine.
    """

    path: str
    problem: ArticleError | None = None
    opener: Callable[[], IO[bytes]] | None = None


class FolderWalk:
    """Walks through folders in the order of names, hidden files and folders left out.

    A folder that is met again, through a symbolic link or a second walk, is not entered again:
    so loops end. Files named ``*.rejects.jsonl`` and those of ``exclude`` are left out. What
    cannot be read, and what is no regular file, is found with its problem.
    """

    def __init__(self, exclude: tuple[str, ...] = ()) -> None:
        self._exclude = frozenset(os.path.realpath(path) for path in exclude)
        self._entered: set[tuple[int, int]] = set()

    def files(self, path: str) -> Iterator[Found]:
        """Find the files of a path, which may also be that of a file."""
        # A stack, since folders may nest deeper than Python may call.
        waiting = [iter((Path(path),))]
        while waiting:
            if (current := next(waiting[-1], None)) is None:
                waiting.pop()
                continue
            try:
                status = current.stat()
                if stat.S_ISDIR(status.st_mode):
                    waiting.append(self._enter(current, status))
                    continue
            except OSError as error:
                yield Found(str(current), unreadable(error))
                continue
            if not self._is_left_out(current):
                yield Found(str(current), None if stat.S_ISREG(status.st_mode) else _not_a_file())

    def _enter(self, folder: Path, status: os.stat_result) -> Iterator[Path]:
        identity = (status.st_dev, status.st_ino)
        if identity in self._entered:
            return iter(())
        self._entered.add(identity)
        # Names alone, which take less than half of what paths do: folders may hold very many.
        names = sorted(path.name for path in folder.iterdir() if path.name[0] != _HIDDEN)
        return map(folder.joinpath, names)

    def _is_left_out(self, path: Path) -> bool:
        return path.name.endswith(REJECTS_SUFFIX) or os.path.realpath(path) in self._exclude


def unreadable(error: OSError) -> ArticleError:
    """Say that a file or folder cannot be read."""
    return ArticleError(
        f"It cannot be read: {error.strerror or error}.",
        fix="Check that it exists and that you may read it.",
    )


def _not_a_file() -> ArticleError:
    return ArticleError(
        "It is no regular file but a pipe, socket or device.",
        fix="Take it out of the folder, or name it as an argument of its own.",
    )
