"""Contents: what is in a file once it is unpacked, however it was packed.

A compressed file holds one content, an archive (zip, tar) its members, and they may hold each
other. The path of a member is that of its archive, ``!/`` and its name.
"""

import io
import shutil
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Any, Self, cast

from loaders.rejects import REJECTS_SUFFIX
from loaders.sources.compression import Codec, codec_of, unpacked_name
from loaders.sources.entry import ArticleError
from loaders.sources.expansion import Expansion, Layer
from loaders.sources.walk import Found, unreadable

HEAD = 512
"""Bytes by which packing is told; that of tar stands at 257."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_TAR = b"ustar"
_TAR_AT = 257
_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})
_ENCRYPTED = 0x1
_MAC = "__MACOSX"


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes to read articles from: ``name`` tells the format, ``layers`` how deep they lay."""

    path: str
    name: str
    stream: io.BufferedReader
    layers: int = 0


def unpack(content: Content, expansion: Expansion, most_layers: int) -> Iterator[Content | Found]:
    """Give what is in a file; itself where it is not packed.

    Each content must be read before the next is asked for. Where something is damaged, is packed
    more than ``most_layers`` times over, or unpacks to more than ``expansion`` allows, it is found
    with its problem, and what lies beside it is not concerned.
    """
    try:
        inner = _inner(content, expansion)
        if inner is None:
            yield content
            return
        for one in inner:
            if one.layers > most_layers:
                yield Found(content.path, _too_deep(most_layers))
                return
            yield from unpack(one, expansion, most_layers)
    except OSError as error:
        yield Found(content.path, unreadable(error))
    except ArticleError as problem:
        yield Found(content.path, problem)


def _too_deep(layers: int) -> ArticleError:
    return ArticleError(f"It is packed more than {layers} times over.", fix="Unpack it first.")


def _inner(content: Content, expansion: Expansion) -> Iterator[Content] | None:
    """Give what a file packs, None where it is not packed."""
    head = content.stream.peek(HEAD)[:HEAD]
    codec = codec_of(head)
    if codec:
        return _decompressed(content, codec, expansion)
    if head.startswith(_ZIP):
        return _zip_members(content, Layer(expansion, "zip archive"))
    if head[_TAR_AT:].startswith(_TAR):
        return _tar_members(content, Layer(expansion, "tar archive"))
    return None


def _decompressed(content: Content, codec: Codec, expansion: Expansion) -> Iterator[Content]:
    stream = Layer(expansion, codec.name).stream(codec.open(content.stream))
    yield Content(content.path, unpacked_name(content.name), stream, content.layers + 1)


def _zip_members(content: Content, layer: Layer) -> Iterator[Content]:
    with tempfile.TemporaryFile() as copy:
        stream: IO[bytes] = content.stream
        if not stream.seekable():
            # The table of a zip archive stands at its end.
            shutil.copyfileobj(stream, copy)
            stream = copy
        with layer.unpacking():
            archive = zipfile.ZipFile(stream)
        members = [info for info in archive.infolist() if not info.is_dir()]
        if any(info.filename in _OFFICE for info in members):
            raise ArticleError(
                "It is an office document, not text.", fix="Save it as text or HTML."
            )
        _check_members(len(members), layer)
        for info in members:
            if _is_article(info.filename):
                file = cast("IO[bytes]", _ZipMember(archive, info))
                yield _member(content, info.filename, file, layer)


def _tar_members(content: Content, layer: Layer) -> Iterator[Content]:
    members = 0
    with layer.unpacking():
        # As a stream: members come in their order, and nothing is kept of those that are past.
        archive = tarfile.open(fileobj=content.stream, mode="r|", tarinfo=_Header)  # noqa: SIM115
    while True:
        with layer.unpacking():
            info = archive.next()
        if info is None:
            break
        # Else it would remember the headers of all members.
        cast("Any", archive).members.clear()
        file = archive.extractfile(info) if info.isreg() else None
        if file is not None:
            members += 1
            if _is_article(info.name):
                yield _member(content, info.name, file, layer)
    _check_members(members, layer)


def _check_members(count: int, layer: Layer) -> None:
    if not count:
        raise ArticleError(f"The {layer.kind} holds no file.", fix="Give one that holds articles.")


def _member(archive: Content, name: str, file: IO[bytes], layer: Layer) -> Content:
    return Content(f"{archive.path}!/{name}", name, layer.stream(file), archive.layers + 1)


def _is_article(name: str) -> bool:
    """Tell articles from hidden files and what other programs note beside them."""
    parts = PurePosixPath(name).parts
    hidden = any(part[0] == "." and part != ".." for part in parts)
    return not (hidden or _MAC in parts or name.endswith(REJECTS_SUFFIX))


class _ZipMember(io.RawIOBase):
    """A member that is opened when it is read, so that a bad one leaves the others alone."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        super().__init__()
        self._archive = archive
        self._info = info
        self._file: IO[bytes] | None = None

    def read1(self, size: int, /) -> bytes:
        if self._file is None:
            if self._info.flag_bits & _ENCRYPTED:
                raise ArticleError("It is encrypted.", fix="Unpack it with its password first.")
            self._file = self._archive.open(self._info)
        return cast("io.BufferedReader", self._file).read1(size)


class _Header(tarfile.TarInfo):
    """A header that is never passed over: tarfile takes a damaged one for the end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if not buf.strip(b"\0"):
                # The end: zeros, or nothing.
                raise
            raise tarfile.ReadError(str(error)) from error
