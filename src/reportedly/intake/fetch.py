"""Fetching one address: no cookies, no proxies, no script; redirects checked one by one; caps on time, size and unpacking."""

from __future__ import annotations

import re
import ssl
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import httpcore

from reportedly.document import Link
from reportedly.errors import FetchError, RedirectsError, StatusError, TooLargeError, TooSlowError, UnreachableError
from reportedly.intake.addresses import Address, parse_address
from reportedly.intake.guarded import check_ratio
from reportedly.intake.moments import moment, now
from reportedly.intake.pinned import PinnedBackend
from reportedly.intake.raw import Limits, Raw
from reportedly.version import VERSION

AGENT = f"Reportedly/{VERSION} (reads news reports)"
ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
HINTS = {
    401: "the page wants a password", 403: "the site refuses this reader", 404: "check the address", 410: "the page was taken down",
    429: "the site asks for fewer requests: try later", 503: "the site is overloaded: try later",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: the address it came from in the end, its status (200, or 304 for not changed), headers in small letters, and the bytes."""

    url: str
    status: int
    headers: Mapping[str, str]
    data: bytes
    hops: tuple[str, ...]
    taken: str = field(default_factory=now)

    @property
    def media(self) -> str | None:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower() or None

    def raw(self) -> Raw:
        """The page as it goes on to be read; each redirect is a link of its chain."""
        found = CHARSET.search(self.headers.get("content-type", ""))
        chain = tuple(Link("url", hop) for hop in self.hops)
        return Raw(self.data, self.hops[0], chain, self.url, self.media, found.group(1) if found else None, self.taken)


class Fetcher:
    """Fetches addresses within limits. Nothing is kept between two fetches: no cookie, no connection."""

    def __init__(self, limits: Limits | None = None, *, allow_private: bool = False, agent: str = AGENT) -> None:
        self.limits = limits or Limits()
        self.allow_private = allow_private
        self.agent = agent

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Fetched:
        """One page. `headers` are sent besides (If-None-Match and such).

        Raises RefusedError and FetchError and their kin, TooLargeError; never anything else for what a server does.
        """
        address = parse_address(url)
        deadline = time.monotonic() + self.limits.max_seconds
        hops = [address.url]
        with httpcore.ConnectionPool(ssl_context=_tls(), network_backend=PinnedBackend(deadline, allow_private=self.allow_private)) as pool:
            while True:
                answer = self._ask(pool, address, headers or {}, deadline)
                if isinstance(answer, Address):
                    address = answer
                    hops.append(address.url)
                    if len(hops) > self.limits.max_redirects + 1 or hops.count(address.url) > 2:
                        raise RedirectsError(f"{url}: more than {self.limits.max_redirects} redirects, or a circle of them", hint="give the page's final address")
                    continue
                status, sent, data = answer
                return Fetched(address.url, status, sent, data, tuple(hops))

    def _ask(self, pool: httpcore.ConnectionPool, address: Address, headers: Mapping[str, str], deadline: float) -> Address | tuple[int, dict[str, str], bytes]:
        sent = {"Host": address.origin.partition("//")[2], "User-Agent": self.agent, "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate", **headers}
        url = httpcore.URL(scheme=address.scheme.encode(), host=address.host.encode(), port=address.port, target=address.target.encode())
        try:
            with pool.stream("GET", url, headers=[(k.encode(), v.encode("latin-1", "replace")) for k, v in sent.items()]) as response:
                got = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in response.headers}
                if response.status in REDIRECTS and "location" in got:
                    return parse_address(got["location"], base=address.url)
                if response.status == 304:
                    return 304, got, b""
                if response.status != 200:
                    raise _status(address, response.status, got)
                return 200, got, self._body(response.iter_stream(), got, address)
        except httpcore.TimeoutException as error:
            raise TooSlowError(f"{address.url}: not done in {self.limits.max_seconds:g} seconds", hint="try later, or allow more time") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, ssl.SSLError, OSError, ValueError) as error:
            raise UnreachableError(f"{address.url}: {error or type(error).__name__}", hint="check the address, or try later") from error

    def _body(self, chunks: Iterable[bytes], headers: Mapping[str, str], address: Address) -> bytes:
        said = headers.get("content-length", "")
        if said.isdigit() and int(said) > self.limits.max_bytes:
            raise self._too_large(address)
        out = bytearray()
        for part in _decoded(chunks, headers.get("content-encoding", "identity").strip().lower(), address, self.limits):
            out += part
            if len(out) > self.limits.max_bytes:
                raise self._too_large(address)
        return bytes(out)

    def _too_large(self, address: Address) -> TooLargeError:
        return TooLargeError(f"{address.url}: more than {self.limits.max_bytes:,} bytes", hint="fetch it yourself, if you need it")


def _decoded(chunks: Iterable[bytes], encoding: str, address: Address, limits: Limits) -> Iterator[bytes]:
    """The body unpacked piece by piece, so that a bomb is seen before it is whole."""
    if encoding in ("identity", ""):
        yield from chunks
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"{address.url}: sent as {encoding[:40]!r}, which was not asked for", hint="the server is at fault")
    unpacker = None
    packed = given = 0
    for chunk in chunks:
        packed += len(chunk)
        unpacker = unpacker or zlib.decompressobj(_window(encoding, chunk))
        waiting = chunk
        while waiting:
            try:
                part = unpacker.decompress(waiting, 1 << 20)
            except zlib.error as error:
                raise UnreachableError(f"{address.url}: a damaged answer ({error})", hint="try later") from error
            waiting = unpacker.unconsumed_tail
            given += len(part)
            check_ratio(given, packed, address.url, limits)
            yield part


def _window(encoding: str, chunk: bytes) -> int:
    if encoding != "deflate":
        return zlib.MAX_WBITS | 16
    return zlib.MAX_WBITS if chunk[:1] and chunk[0] & 0x0F == 8 else -zlib.MAX_WBITS  # some servers send it bare


def _status(address: Address, status: int, headers: Mapping[str, str]) -> StatusError:
    retry = headers.get("retry-after", "").strip()
    seconds: float | None = float(retry) if retry.isdigit() else None
    if retry and seconds is None and (when := moment(retry)) and when.time:
        seconds = max(0.0, _seconds_until(when.time))
    return StatusError(f"{address.url}: the server answers {status}", hint=HINTS.get(status, "try later, or check the address"), status=status, retry_after=seconds)


def _seconds_until(when: str) -> float:
    from datetime import UTC, datetime

    then = datetime.fromisoformat(when)
    return ((then if then.tzinfo else then.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds()


@lru_cache(maxsize=1)
def _tls() -> ssl.SSLContext:
    return httpcore.default_ssl_context()
