"""Zip, tar and compressed files into their members, one at a time; nothing is ever written to disk."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, Any, Self

from reportedly.errors import BrokenFileError, InputError, TooManyMembersError, UnsafePathError
from reportedly.intake.guarded import Counting, Guarded
from reportedly.intake.raw import Limits

BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, UnicodeError)
OPENERS: tuple[tuple[bytes, Callable[[IO[bytes]], Any]], ...] = (
    (b"\x1f\x8b", lambda file: gzip.GzipFile(fileobj=file)), (b"BZh", bz2.BZ2File), (b"\xfd7zXZ\0", lzma.LZMAFile)
)  # fmt: skip

MAX_HEADER = 1_000_000  # bytes of a tar's own notes on a member, which are read at once


class Header(tarfile.TarInfo):
    """The head of a member. Long names and other notes stand in members of their own kind: what they say is held in memory."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        found = super().frombuf(buf, encoding, errors)
        if not found.isreg() and found.size > MAX_HEADER:
            raise tarfile.ReadError(f"{found.size:,} bytes of notes on one member")
        return found


type Member = tuple[str, IO[bytes]]  # its name, and a stream that is good until the next member is asked for


@contextmanager
def broken(source: str) -> Iterator[None]:
    """What goes wrong in opening a damaged file, in our words."""
    try:
        yield
    except InputError:
        raise
    except BROKEN as error:
        raise BrokenFileError(f"{source}: cannot be opened ({error or type(error).__name__})", hint="the file is damaged or not what its name says") from error


def zip_members(file: IO[bytes], source: str, limits: Limits) -> Iterator[Member | InputError]:
    """The files of a zip in the order of its list. A member that is refused or damaged comes as its error."""
    with broken(source), zipfile.ZipFile(file) as opened:
        infos = [info for info in opened.infolist() if not info.is_dir()]
        _count(len(infos), source, limits)
        for info in infos:
            name = f"{source}/{info.filename}"
            try:
                _check_path(info.filename, source)
                with broken(name), opened.open(info) as stream:
                    packed = max(info.compress_size, 1)
                    yield info.filename, io.BufferedReader(Guarded(stream, lambda packed=packed: packed, name, limits))  # type: ignore[misc]
            except InputError as error:
                yield error


def tar_members(file: IO[bytes], source: str, limits: Limits) -> Iterator[Member | InputError]:
    """The regular files of a tar, packed or not, read once from front to back. Links and devices are passed over."""
    with broken(source):
        stream = unpacked(file, source, limits)
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=Header) as opened:
            for number, info in enumerate(opened, 1):
                _count(number, source, limits)
                if not info.isfile():
                    continue
                try:
                    _check_path(info.name, source)
                except InputError as error:
                    yield error
                    continue
                inner = opened.extractfile(info)
                if inner is not None:
                    yield info.name, inner


def unpacked(file: IO[bytes], source: str, limits: Limits) -> IO[bytes]:
    """The stream inside a gzip, bzip2 or xz file, guarded; any other stream as it is."""
    counted = Counting(file)
    outer = io.BufferedReader(counted)
    with broken(source):
        head = outer.peek(6)
    for mark, opener in OPENERS:
        if head.startswith(mark):
            return io.BufferedReader(Guarded(opener(outer), lambda: counted.count, source, limits))
    return outer


def _count(number: int, source: str, limits: Limits) -> None:
    if number > limits.max_members:
        raise TooManyMembersError(f"{source}: more than {limits.max_members:,} members", hint="split the archive")


def _check_path(name: str, source: str) -> None:
    """UnsafePathError for a name that leads out of the archive. We write nothing, but a name is shown and stored."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or "\0" in name or (len(name) > 1 and name[1] == ":"):
        raise UnsafePathError(f"{source}: member {name!r} would lie outside the archive", hint="the archive is made badly, or with intent; make it anew")
