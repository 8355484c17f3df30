"""The paths of a command line: files, folders, glob patterns, URLs and ``-`` for standard input."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from loaders.sources.remote import find_remote, is_url
from loaders.sources.walk import FolderWalk, Found

STDIN = "-"
_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument that was checked; ``base`` and ``pattern`` are those of a glob pattern.

    ``remote`` holds the files of a URL.
    """

    path: str
    base: str = ""
    pattern: str = ""
    remote: tuple[Found, ...] = ()


def check_arguments(paths: Sequence[str]) -> tuple[Argument, ...]:
    """Check all arguments before anything is read, so that a typo stops a load at its start.

    Raises InputError where there is none, or one names nothing that exists.
    """
    if not paths:
        raise InputError("There is nothing to read.", fix="Name a file, a folder or -.")
    return tuple(_check(path) for path in paths)


def find_files(arguments: Sequence[Argument], exclude: tuple[str, ...] = ()) -> Iterator[Found]:
    """Find the files of all arguments, in their order; files of a folder in the order of names.

    A file named itself is always found, hidden or not; ``exclude`` concerns folders and patterns.
    """
    for argument in arguments:
        if argument.remote:
            yield from argument.remote
        elif argument.pattern:
            yield from _glob_files(argument, FolderWalk(exclude))
        elif argument.path != STDIN and Path(argument.path).is_dir():
            yield from FolderWalk(exclude).files(argument.path)
        else:
            yield Found(argument.path)


def _check(path: str) -> Argument:
    if path == STDIN or _exists(path):
        return Argument(path)
    if is_url(path):
        return Argument(path, remote=find_remote(path))
    argument = _glob_argument(path)
    if argument is None:
        raise InputError(f"{path!r} does not exist.", fix="Check the path for a typo.")
    if next(_matches(argument), None) is None:
        raise InputError(f"No file matches {path!r}.", fix="Check the pattern for a typo.")
    return argument


def _glob_argument(path: str) -> Argument | None:
    parts = Path(path).parts
    plain = next((n for n, part in enumerate(parts) if _MAGIC & set(part)), None)
    if plain is None or "\0" in path:
        return None
    rest = parts[plain:]
    # A final ** matches the folders below; all files below is what is meant.
    rest = (*rest, "*") if rest[-1] == "**" else rest
    return Argument(path, str(Path(*parts[:plain])), str(Path(*rest)))


def _exists(path: str) -> bool:
    try:
        return bool(path) and Path(path).exists()
    except OSError:
        # A folder on the way to it may not be entered.
        return False


def _glob_files(argument: Argument, walk: FolderWalk) -> Iterator[Found]:
    walked: tuple[str, ...] | None = None
    # Parts alone: they are a fraction of what as many paths take.
    for parts in sorted(path.parts for path in _matches(argument)):
        if walked is not None and parts[: len(walked)] == walked:
            continue
        path = Path(*parts)
        walked = parts if path.is_dir() else None
        yield from walk.files(str(path))


def _matches(argument: Argument) -> Iterator[Path]:
    """Match a pattern; ``*`` and ``?`` do not match hidden names.

    Unlike the module glob, pathlib does not follow symbolic links for ``**``, so loops end.
    """
    base = Path(argument.base)
    hidden = any(part[0] == "." for part in Path(argument.pattern).parts)
    try:
        for path in base.glob(argument.pattern):
            below = path.relative_to(base).parts
            if hidden or not any(part[0] == "." for part in below):
                yield path
    except (ValueError, NotImplementedError) as error:
        raise InputError(
            f"The pattern {argument.path!r} cannot be used: {error}.",
            fix="** must be a whole part of the path.",
        ) from error
