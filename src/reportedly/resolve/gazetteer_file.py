"""One file of places: an SQLite file that is written whole or not at all, and then only read.

The built gazetteer is one such file, every import is another; they have the same tables. A file is written under a name
of its own beside its place and moved there when it is complete, so that a reader never sees half of it, a failure leaves
what was there before, and two processes that write the same file at once only do the work twice.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from reportedly.errors import GazetteerError
from reportedly.resolve.gazetteer_names import TRANSLITERATED, key, skeleton
from reportedly.resolve.gazetteer_sources import Source

SHAPE = "1"  # raise it when the tables change: a file of another shape is not read
BETWEEN = "|"  # two spellings in one cell
ABANDONED = 24 * 3600  # seconds after which a draft has lost its writer
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -100000;
CREATE TABLE toponyms (row INTEGER PRIMARY KEY, id TEXT UNIQUE, name TEXT, latitude REAL, longitude REAL, country TEXT,
                       admin1 TEXT, feature TEXT, population INTEGER, precision TEXT, parents TEXT, weight REAL);
CREATE TABLE names (key TEXT, row INTEGER, weight REAL, PRIMARY KEY (key, row)) WITHOUT ROWID;
CREATE TABLE bones (country TEXT, bones TEXT, row INTEGER, PRIMARY KEY (country, bones, row)) WITHOUT ROWID;
CREATE TABLE spellings (row INTEGER PRIMARY KEY, names TEXT);
CREATE VIRTUAL TABLE words USING fts5 (keys, content = '', columnsize = 0);
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT);
CREATE TEMP TABLE drafted_names (key TEXT, row INTEGER, weight REAL);
CREATE TEMP TABLE drafted_bones (country TEXT, bones TEXT, row INTEGER);
BEGIN;
"""
# in the order of the keys, so that the tables grow at their end; sorted on the disk, for a dump has tens of millions
_SORTED = """
INSERT OR IGNORE INTO names SELECT key, row, weight FROM drafted_names ORDER BY key, row;
INSERT OR IGNORE INTO bones SELECT country, bones, row FROM drafted_bones ORDER BY country, bones, row;
DROP TABLE drafted_names;
DROP TABLE drafted_bones;
INSERT INTO words (words) VALUES ('optimize');
VACUUM;
"""

type Notify = Callable[[str, float], None]  # what is being done, and how much of it is, from 0 to 1


class Writer:
    """Takes places, one by one, into the tables of a new file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.places = 0

    def add(self, place: Source) -> None:
        """Write a place with all its names; a second one of the same id is left out."""
        row = self.places + 1
        values = (row, place.id, place.name, place.latitude, place.longitude, place.country, place.admin1, place.feature,
                  place.population, place.precision, " ".join(place.parents), max(place.names.values(), default=0.0))  # fmt: skip
        ask = self.connection.execute
        if not ask("INSERT OR IGNORE INTO toponyms VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values).rowcount:
            return
        self.places = row
        spelled = {place.name: key(place.name)} | place.spellings
        ask("INSERT INTO spellings VALUES (?, ?)", (row, BETWEEN.join(each.replace(BETWEEN, " ") for each in spelled)))
        ask("INSERT INTO words (rowid, keys) VALUES (?, ?)", (row, " ".join(dict.fromkeys(spelled.values()))))
        names = [(name, row, round(weight, 3)) for name, weight in place.names.items()]
        self.connection.executemany("INSERT INTO drafted_names VALUES (?, ?, ?)", names)
        if place.country in TRANSLITERATED and place.feature in ("town", "admin1"):
            bones = {skeleton(name) for name in place.names} - {""}
            self.connection.executemany("INSERT INTO drafted_bones VALUES (?, ?, ?)", [(place.country, each, row) for each in bones])

    def describe(self, meta: Mapping[str, str]) -> None:
        """Say of the file what it is and what it was made from."""
        self.connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())


@contextmanager
def writing(place: Path, *, hint: str) -> Iterator[Writer]:
    """A writer of a new file that is moved to `place` when the block ends well; else `place` stays as it was.

    Raises GazetteerError with `hint` when the disk does not let it.
    """
    draft = _draft(place, hint)
    try:
        with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            connection.executescript(_TABLES)
            writer = Writer(connection)
            yield writer
            writer.describe({"shape": SHAPE, "places": str(writer.places), "pages": ""})
            connection.executescript(_SORTED)
            # said last: a file without it, or of another length, is not whole
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute("UPDATE meta SET value = ? WHERE name = 'pages'", (str(pages),))
        draft.chmod(0o644)
        draft.replace(place)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(f"{place}: cannot be written: {error}", hint=hint) from error
    finally:
        draft.unlink(missing_ok=True)


def _draft(place: Path, hint: str) -> Path:
    """An empty file beside `place`; drafts that a killed process left there are swept away."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        for left in place.parent.glob("*.part"):
            if time.time() - left.stat().st_mtime > ABANDONED:
                left.unlink(missing_ok=True)
        handle, draft = tempfile.mkstemp(prefix=f"{place.name}.", suffix=".part", dir=place.parent)
        os.close(handle)
    except OSError as error:
        raise GazetteerError(f"{place.parent}: cannot be written to: {error.strerror}", hint=hint) from error
    return Path(draft)


class GazetteerFile:
    """Read-only questions to one file. Can be shared between threads and carried over a fork."""

    def __init__(self, path: Path, hint: str = "") -> None:
        self.path = path
        self.hint = hint
        self._connection: sqlite3.Connection | None = None
        self._pid = 0

    def ask(self, query: str, *values: object) -> list[Any]:
        """All rows of an answer. Raises GazetteerError when the file is none of ours."""
        try:
            return self._open().execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise GazetteerError(f"{self.path}: cannot be read: {error}", hint=self.hint) from error

    def meta(self) -> dict[str, str]:
        """What the file says of itself."""
        return dict(self.ask("SELECT name, value FROM meta"))

    def _open(self) -> sqlite3.Connection:
        """The connection of this process: SQLite's must not be carried over a fork."""
        if self._connection is None or self._pid != os.getpid():
            self._connection = sqlite3.connect(_uri(self.path), uri=True, check_same_thread=False)
            self._pid = os.getpid()
        return self._connection


def is_whole(path: Path) -> bool:
    """Whether the file is ours, as long as its header says, and was finished. Reads two pages, not the whole file."""
    try:
        with closing(sqlite3.connect(_uri(path), uri=True)) as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            size = connection.execute("PRAGMA page_size").fetchone()[0]
            meta = dict(connection.execute("SELECT name, value FROM meta WHERE name IN ('pages', 'shape')"))
    except (sqlite3.DatabaseError, OSError):
        return False
    whole = meta.get("pages") == str(pages) and path.stat().st_size == pages * size
    return whole and meta.get("shape") == SHAPE


def _uri(path: Path) -> str:
    return f"{path.resolve().as_uri()}?mode=ro&immutable=1"
