"""How gently hosts are asked: one thing at a time, apart by some seconds, never what robots.txt forbids, and less after trouble."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from reportedly.errors import InputError, RefusedError, RobotsError, StatusError, TooLargeError, TooSlowError
from reportedly.intake.addresses import parse_address
from reportedly.intake.fetch import Fetcher

ROBOTS_FOR = 86400.0  # seconds for which a robots.txt is remembered
MAX_ROBOTS = 500_000  # bytes
MAX_DELAY = 60.0  # seconds between two requests that a robots.txt may ask for
LONGEST = 86400.0
GONE = frozenset({401, 403, 404, 410, 451})
NAME = "Reportedly"


def host_of(url: str) -> str:
    return urlsplit(url).netloc.lower()


def backed_off(every: float, failures: int, jitter: float, retry_after: float | None = None) -> float:
    """Seconds until the next try: `every`, doubled for each failure up to a day, never less than the server asks for, a little off."""
    wait = min(every * 2.0 ** min(failures, 16), max(LONGEST, every))
    return max(wait * random.uniform(1 - jitter, 1 + jitter), retry_after or 0.0)  # noqa: S311 — nothing secret


@dataclass(slots=True)
class Rules:
    """A site's robots.txt, or what stands for one: `parsed` None allows all."""

    parsed: Protego | None
    until: float


class Manners:
    """When a host may be asked next, and what. Safe to use from many threads."""

    def __init__(self, fetcher: Fetcher, *, per_host: float, robots: bool, sleep: Callable[[float], bool]) -> None:
        self.fetcher, self.per_host, self.robots, self.sleep = fetcher, per_host, robots, sleep
        self._next: dict[str, float] = {}
        self._rest: dict[str, float] = {}
        self._rules: dict[str, Rules] = {}
        self._lock = threading.Lock()

    def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for some time: it said 429 or 503."""
        with self._lock:
            self._rest[host] = max(self._rest.get(host, 0.0), time.monotonic() + seconds)

    def resting(self, host: str) -> float:
        """Seconds for which a host is left alone yet; 0 when it is not."""
        return max(0.0, self._rest.get(host, 0.0) - time.monotonic())

    def wait_turn(self, host: str, delay: float | None = None) -> bool:
        """Wait until a host may be asked. False when the watch is to stop."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next.get(host, 0.0))
            self._next[host] = turn + (self.per_host if delay is None else delay)
        return not self.sleep(turn - now) if turn > now else not self.sleep(0)

    def allow(self, url: str) -> float:
        """Seconds between two requests to this host. RobotsError when robots.txt forbids the address.

        A robots.txt that the server cannot give just now raises what went wrong: then nothing is allowed yet.
        """
        if not self.robots:
            return self.per_host
        parsed = self._robots(parse_address(url).origin)
        if parsed is None:
            return self.per_host
        if not parsed.can_fetch(url, NAME):
            raise RobotsError(f"{url}: robots.txt of this site forbids it", hint="ask the site, or leave the feed out")
        return max(self.per_host, min(float(parsed.crawl_delay(NAME) or 0.0), MAX_DELAY))

    def _robots(self, origin: str) -> Protego | None:
        known = self._rules.get(origin)
        if known is not None and known.until > time.monotonic():
            return known.parsed
        self.wait_turn(host_of(origin))
        parsed = _fetched_rules(self.fetcher, origin)
        self._rules[origin] = Rules(parsed, time.monotonic() + ROBOTS_FOR)
        return parsed


def _fetched_rules(fetcher: Fetcher, origin: str) -> Protego | None:
    try:
        fetched = fetcher.get(f"{origin}/robots.txt")
    except StatusError as error:
        if 400 <= error.status < 500 and error.status != 429:
            return None  # there is none: all is allowed
        raise
    return Protego.parse(fetched.data[:MAX_ROBOTS].decode("utf-8", "replace"))


def is_final(error: InputError) -> bool:
    """Whether the same would come of another try: what is refused or too large, and what the server will not give. Slowness passes."""
    refused = isinstance(error, RefusedError | TooLargeError) and not isinstance(error, TooSlowError)
    return refused or (isinstance(error, StatusError) and error.status in GONE)
