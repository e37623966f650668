"""Connections that go where the check said: the name is resolved once, and the whole fetch has one deadline."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from reportedly.intake.addresses import resolve

type SocketOptions = Iterable[tuple[Any, ...]] | None


class PinnedBackend(httpcore.NetworkBackend):
    """Resolves and checks a host, then connects to the very address that was checked."""

    def __init__(self, deadline: float, *, allow_private: bool) -> None:
        self.deadline = deadline
        self.allow_private = allow_private
        self.inner = httpcore.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None, socket_options: SocketOptions = None
    ) -> httpcore.NetworkStream:
        address = resolve(host, port, allow_private=self.allow_private, timeout=self._left())
        stream = self.inner.connect_tcp(address, port, timeout=self._left(), local_address=local_address, socket_options=socket_options)
        return DeadlineStream(stream, self._left)

    def connect_unix_socket(self, path: str, timeout: float | None = None, socket_options: SocketOptions = None) -> httpcore.NetworkStream:
        raise httpcore.ConnectError("sockets of this machine are not fetched from")

    def _left(self) -> float:
        """Seconds to the deadline; ReadTimeout when it has passed, however often the other side sends one byte more."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for this fetch is over")
        return left


class DeadlineStream(httpcore.NetworkStream):
    """A stream whose every step must be done before the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, left: Callable[[], float]) -> None:
        self.inner = inner
        self.left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.inner.read(max_bytes, timeout=self.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.inner.write(buffer, timeout=self.left())

    def close(self) -> None:
        self.inner.close()

    def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None) -> httpcore.NetworkStream:
        return DeadlineStream(self.inner.start_tls(ssl_context, server_hostname=server_hostname, timeout=self.left()), self.left)

    def get_extra_info(self, info: str) -> Any:
        return self.inner.get_extra_info(info)
