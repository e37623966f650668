"""The file of feeds: which to watch, how often, and how gently."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from reportedly.errors import UsageError

SPAN = re.compile(r"(\d+(?:\.\d+)?)\s*(s|m|h|d)")
SECONDS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
EXAMPLE = 'write at least: [[feed]] url = "https://…"'


@dataclass(frozen=True, slots=True)
class Source:
    """One feed or site map. `every` in seconds; `pages` false: the feed holds whole reports, no page is fetched."""

    url: str
    outlet: str | None = None
    every: float = 900.0
    pages: bool = True
    match: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    at_most: int = 1000  # new pages taken in at one look

    def takes(self, url: str) -> bool:
        return (not self.match or any(fnmatchcase(url, g) for g in self.match)) and not any(fnmatchcase(url, g) for g in self.skip)


@dataclass(frozen=True, slots=True)
class Watched:
    """All of them, and the manners of the watch. Times in seconds."""

    sources: tuple[Source, ...]
    every: float = 900.0
    jitter: float = 0.1  # share by which a look may come earlier or later
    per_host: float = 2.0  # between two requests to one host
    hosts_at_once: int = 4
    again: tuple[float, ...] = (6 * 3600.0, 3 * 86400.0)  # after these a page is looked at again, whatever its feed says
    give_up: int = 6  # tries of one page
    robots: bool = True
    allow_private: bool = False
    contact: str | None = None  # an address in the user agent by which a site can reach you


def read_watched(path: Path) -> Watched:
    """The settings of a file. UsageError says which word is not known, or what is missing."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}", hint=EXAMPLE) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {error}", hint=EXAMPLE) from error
    manners = _known(data.get("watch", {}), Watched, f"{path}: [watch]")
    feeds = data.get("feed")
    if not isinstance(feeds, list) or not feeds or set(data) - {"watch", "feed"}:
        raise UsageError(f"{path}: {'no [[feed]] in it' if not feeds else 'only [watch] and [[feed]] are known'}", hint=EXAMPLE)
    sources = [_source(feed, f"{path}: feed {n}", manners) for n, feed in enumerate(feeds, 1)]
    if twice := next((s.url for s in sources if sum(o.url == s.url for o in sources) > 1), None):
        raise UsageError(f"{path}: {twice} stands there twice", hint="give each feed once")
    return Watched(tuple(sources), **manners)


def _source(feed: Any, where: str, manners: Mapping[str, Any]) -> Source:
    known = _known(feed, Source, where)
    if not str(known.get("url", "")).startswith(("http://", "https://")):
        raise UsageError(f"{where}: no url", hint=EXAMPLE)
    if "every" in manners:
        known.setdefault("every", manners["every"])
    return Source(**known)


def _known(table: Any, kind: type, where: str) -> dict[str, Any]:
    """The settings of one table, each in the type that its field has."""
    allowed = {f.name: str(f.type) for f in fields(kind) if f.name != "sources"}
    if not isinstance(table, dict) or (wrong := [k for k in table if k not in allowed]):
        raise UsageError(f"{where}: {wrong[0] if isinstance(table, dict) else 'no table'} is not known", hint="allowed: " + ", ".join(allowed))
    return {key: _value(value, allowed[key], f"{where}: {key}") for key, value in table.items()}


def _value(value: Any, kind: str, where: str) -> Any:
    if kind.startswith("tuple[str") and isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(value)
    if kind.startswith("tuple[float") and isinstance(value, list):
        return tuple(_seconds(v, where) for v in value)
    if kind == "float":
        return _seconds(value, where)
    if (kind == "bool" and isinstance(value, bool)) or (kind == "int" and type(value) is int and value > 0) or (kind.startswith("str") and isinstance(value, str)):
        return value
    raise UsageError(f"{where} = {value!r}", hint=f"it must be {kind.partition(' ')[0]}")


def _seconds(value: Any, where: str) -> float:
    """ "15m", "2h", "1.5d", or a bare number of seconds."""
    if type(value) in (int, float) and value >= 0:
        return float(value)
    if isinstance(value, str) and (found := SPAN.fullmatch(value.strip())):
        return float(found.group(1)) * SECONDS[found.group(2)]
    raise UsageError(f"{where} = {value!r} is no span of time", hint='write it as "30s", "15m", "2h" or "1d"')
