"""Reading from what may be a bomb: streams that count what they give and stop before it is too much."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import IO, Any, cast

from reportedly.errors import BombError, TooLargeError
from reportedly.intake.raw import Limits


class Guarded(io.RawIOBase):
    """A stream that gives what `inner` unpacks. BombError when that is too much by itself, or for the bytes that `packed()` were read."""

    def __init__(self, inner: IO[bytes], packed: Callable[[], int], source: str, limits: Limits) -> None:
        self.inner, self.packed, self.source, self.limits = inner, packed, source, limits
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self.inner.read(len(buffer))
        self.given += len(data)
        check_ratio(self.given, self.packed(), self.source, self.limits)
        if self.given > self.limits.max_unpacked:
            raise BombError(f"{self.source}: unpacks to more than {self.limits.max_unpacked:,} bytes", hint="unpack it yourself, if you trust it")
        buffer[: len(data)] = data
        return len(data)


class Counting(io.RawIOBase):
    """A stream that knows how much was read from it."""

    def __init__(self, inner: IO[bytes]) -> None:
        self.inner = inner
        self.count = 0

    def tell(self) -> int:
        return self.count

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self.inner.read(len(buffer))
        self.count += len(data)
        buffer[: len(data)] = data
        return len(data)


def peekable(stream: IO[bytes]) -> io.BufferedReader:
    """A stream whose beginning can be looked at before it is read."""
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(Any, stream))


def seekable(stream: IO[bytes], source: str, limits: Limits) -> IO[bytes]:
    """A stream that can be read from any place: a zip inside another archive has to be held in memory."""
    return stream if stream.seekable() else io.BytesIO(read_all(stream, source, limits))


def check_ratio(unpacked: int, packed: int, source: str, limits: Limits) -> None:
    """BombError when a few bytes become very many."""
    if unpacked > limits.ratio_from and unpacked > limits.max_ratio * max(packed, 1):
        raise BombError(
            f"{source}: {packed:,} bytes unpack to more than {unpacked:,} (at most {limits.max_ratio} to 1)", hint="unpack it yourself, if you trust it"
        )


def read_all(stream: IO[bytes], source: str, limits: Limits) -> bytes:
    """All of a stream. TooLargeError when that is more than one report may have."""
    data = stream.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise TooLargeError(f"{source}: more than {limits.max_bytes:,} bytes", hint="split it into reports")
    return data
