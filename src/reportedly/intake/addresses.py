"""Which addresses may be fetched: http and https only, and no host inside the user's own network unless that is allowed."""

from __future__ import annotations

import ipaddress
import socket
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as LateError
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from reportedly.errors import UnreachableError, UnsafeAddressError, UnsafeSchemeError

PORTS = {"http": 80, "https": 443}
NAT64 = ipaddress.ip_network("64:ff9b::/96")
SAFE = "/%:@!$&'()*+,;=~-._?"
_resolving = ThreadPoolExecutor(max_workers=8, thread_name_prefix="resolve")


@dataclass(frozen=True, slots=True)
class Address:
    """An address to fetch, taken apart once: what is checked is what is asked for."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        return self.origin + self.target


def parse_address(url: str, base: str | None = None) -> Address:
    """An http or https address, relative to `base` if there is one. UnsafeSchemeError for any other, or for one with a user and password."""
    try:
        parts = urlsplit(urljoin(base, url.strip()) if base else url.strip())
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
        host = host.rstrip(".") if host.isascii() else host.rstrip(".").encode("idna").decode("ascii")
    except ValueError as error:
        raise UnsafeSchemeError(f"{url[:200]!r} is no address ({error})", hint="give an http or https address") from error
    if scheme not in PORTS or not host:
        raise UnsafeSchemeError(f"{url[:200]}: {scheme or 'no scheme'} is not fetched", hint="give an http or https address")
    if parts.username is not None or parts.password is not None:
        raise UnsafeSchemeError(f"{scheme}://{host}: an address with a user name in it", hint="give the address without it")
    target = quote(parts.path or "/", safe=SAFE.replace("?", "")) + (f"?{quote(parts.query, safe=SAFE)}" if parts.query else "")
    return Address(scheme, host, PORTS[scheme] if port is None else port, target)


def resolve(host: str, port: int, *, allow_private: bool, timeout: float) -> str:
    """The IP address to connect to. Every address of the host is checked; one that is not public refuses them all.

    Raises UnsafeAddressError and UnreachableError.
    """
    try:
        found = _resolving.submit(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM).result(timeout=max(timeout, 0.01))
    except LateError as error:
        raise UnreachableError(f"{host}: the name was not resolved in time", hint="check the network, or try later") from error
    except (OSError, UnicodeError) as error:
        raise UnreachableError(f"{host}: no such host ({error})", hint="check the address") from error
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        if not allow_private and not is_public(address):
            raise UnsafeAddressError(f"{host}: leads to {address}, which is not a public address", hint="if it is your own server: --allow-private")
    return addresses[0]


def is_public(address: str) -> bool:
    """False for loopback, private, link-local (where clouds keep their metadata), multicast, reserved, and IPv6 forms of these."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
        if ip.is_site_local:
            return False
        if ip.ipv4_mapped is not None:
            return True
        if ip in NAT64:
            return True
    return ip.is_global and not ip.is_multicast and not ip.is_reserved
