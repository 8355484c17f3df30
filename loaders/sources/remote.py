"""Remote files: whatever fsspec reaches by a URL, such as ``s3://``, ``https://`` or ``memory://``.

Web addresses are single files; on other file systems folders and patterns work as they do here.
"""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import Any, cast

import fsspec.core

from graph.errors import InputError
from loaders.rejects import REJECTS_SUFFIX
from loaders.sources.walk import Found

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(?:://|::)")
_USER = re.compile(r"(?<=://)[^/?#\s]*@")
_SECRET = re.compile(
    r"""(?<=[?&]) ( (?:[\w-]*[-_])? (?:
        token | signature | credential | secret | passw(?:or)?d | pwd | api[-_]?key | auth | sig
    ) ) = [^&#\s'"]+""",
    re.VERBOSE | re.IGNORECASE,
)
"""What gives access to a file whose address is signed: by Amazon, Azure, Google and others."""
_MAGIC = re.compile(r"[*?\[]")
_WEB = re.compile(r"https?://", re.IGNORECASE)


def is_url(path: str) -> bool:
    """Tell a URL from a path of this machine."""
    return _URL.match(path) is not None


def is_web(path: str) -> bool:
    """Tell an address of the web from other paths."""
    return _WEB.match(path) is not None


def find_remote(url: str) -> tuple[Found, ...]:
    """Find the files that a URL names, in the order of their names.

    Raises InputError where there is none, it cannot be reached, or fsspec needs another package.
    """
    _check_kind(url)
    try:
        files, path = cast("tuple[Any, str]", fsspec.core.url_to_fs(url))
        found = tuple(_files(files, path, url))
    except ImportError as error:
        raise InputError(
            f"{shown(url)} needs a package that is not installed: {error}.",
            fix="Install it; for https:// that is pip install 'entente[http]'.",
        ) from error
    except Exception as error:
        # Each file system fails in ways of its own.
        raise InputError(
            f"{shown(url)} cannot be read ({type(error).__name__}).",
            fix="Check the address, and that this machine may reach it.",
        ) from error
    if not found:
        raise InputError(f"No file matches {shown(url)}.", fix="Check the address for a typo.")
    return found


def shown(url: str) -> str:
    """Give a URL, or a text with URLs, without user, password and what else gives access."""
    return _SECRET.sub(r"\1=***", _USER.sub("", url))


def _check_kind(url: str) -> None:
    """Raise InputError where fsspec knows no such kind of address."""
    known = set(fsspec.available_protocols())
    for part in url.split("::"):
        kind = part.partition("://")[0].lower()
        if "://" in part and kind not in known:
            raise InputError(
                f"{shown(url)} cannot be read: {kind}:// is no kind of address that fsspec knows.",
                fix="Check the address for a typo.",
            )


def _files(files: Any, path: str, url: str) -> Iterator[Found]:
    if _is_single(files, path, url):
        # What is chained, as zip://a.txt::https://..., has no other name than this.
        yield _found(files, path, url if "::" in url else str(files.unstrip_protocol(path)))
        return
    matches = files.glob(path) if _MAGIC.search(path) else files.find(path)
    for match in sorted(matches):
        name = PurePosixPath(match).name
        if name[0] != "." and not name.endswith(REJECTS_SUFFIX) and files.isfile(match):
            yield _found(files, match, str(files.unstrip_protocol(match)))


def _is_single(files: Any, path: str, url: str) -> bool:
    """Tell a file from a folder or pattern; raises FileNotFoundError where there is neither."""
    if is_web(url):
        # Any page with links would be a folder.
        files.info(path)
        return True
    return not _MAGIC.search(path) and files.info(path)["type"] != "directory"


def _found(files: Any, path: str, name: str) -> Found:
    return Found(shown(name), opener=partial(files.open, path, "rb"))
